import minimum from './data/minimum.json' with { type: 'json' };

/** How long every log is kept at least, with the clause that asks for it. */
export { minimum as shortestLogRetention };

/**
 * The life of a log's lines for an index that removes them, in seconds.
 * @throws RangeError when they would go before the law lets them
 */
export function logLifetime(days: number): number {
  if (!(days >= minimum.days))
    throw new RangeError(`logs are kept ${minimum.days} days at least, not ${days} (${minimum.source})`);
  return days * 86_400;
}

export interface Limit {
  comparison: 'above' | 'below';
  limit: number;
}

/** The limit itself is not beyond it. */
export function isBeyondLimit(rule: Limit, value: number): boolean {
  return rule.comparison === 'above' ? value > rule.limit : value < rule.limit;
}

/** As was known on the day itself, or as is known by now: of what came later, only the second one tells. */
export const knowledges = ['then', 'now'] as const;
export type Knowledge = (typeof knowledges)[number];

/** Something that happened, and between when and when it was held to be true. */
export interface Known {
  happenedAt: Date;
  knownFrom: Date;
  /** Since when it holds no more: invalidated, superseded, annulled. */
  knownTo?: Date;
}

/** What a figure of a past date takes in: what happened before it, as held true at `knownAt`. */
export interface Horizon {
  until: Date;
  knownAt: Date;
}

export function horizonOf(asOf: Date, knowledge: Knowledge, now: Date): Horizon {
  return { until: asOf, knownAt: knowledge === 'then' && asOf < now ? asOf : now };
}

/** Both bounds of a fact are open to the future: at the instant in which it ends it holds no more. */
export function isKnown({ happenedAt, knownFrom, knownTo }: Known, { until, knownAt }: Horizon): boolean {
  return happenedAt <= until && knownFrom <= knownAt && (knownTo === undefined || knownTo > knownAt);
}

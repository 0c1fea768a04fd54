import { dayBefore, type Term } from './day.ts';
import { limitKinds } from './match-limit.ts';

/** What can be loaded as an edition: limits of a kind, what is banned, what substances are, how foods are classed. */
export const editionKinds = [...limitKinds, 'banned', 'substances', 'classification'] as const;
export type EditionKind = (typeof editionKinds)[number];

interface Versioned extends Term {
  code: string;
  version: number;
  /** The codes of the standards that end where this one begins. */
  replaces: readonly string[];
}

/**
 * What stands of all that was ever loaded: the newest version of each standard, whose term ends on the day before the first
 * that replaces it comes into force.
 */
export function standing<Edition extends Versioned>(editions: readonly Edition[]): Edition[] {
  const newest = new Map<string, Edition>();
  for (const edition of editions)
    if (edition.version >= (newest.get(edition.code)?.version ?? 0)) newest.set(edition.code, edition);
  const kept = [...newest.values()];
  return kept.map((edition) => {
    const ends = kept.flatMap(({ code, replaces, effectiveFrom }) =>
      code !== edition.code && replaces.includes(edition.code) && effectiveFrom !== undefined
        ? [dayBefore(effectiveFrom)]
        : [],
    );
    const last = [...ends, ...(edition.effectiveTo === undefined ? [] : [edition.effectiveTo])].sort()[0];
    return last === undefined ? edition : { ...edition, effectiveTo: last };
  });
}

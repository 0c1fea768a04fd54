import type { Article, Discretion, Figure, LawRow, Versioned } from '../law/schema.ts';
import { fineBounds } from './fine-range.ts';
import type { Situation } from './situation.ts';

export type Law = readonly Versioned<LawRow>[];

/** Of each code the newest version among those in force on that day; days are written `2026-05-03`. */
export function inForceOn(law: Law, day: string): Versioned<LawRow>[] {
  const newest = new Map<string, Versioned<LawRow>>();
  for (const row of law) {
    const standing = newest.get(row.code);
    if (holdsOn(row, day) && (!standing || standing.version < row.version)) newest.set(row.code, row);
  }
  return [...newest.values()];
}

export function figureOn(law: Law, code: string, day: string): Figure | undefined {
  return inForceOn(law, day).find((row): row is Versioned<Figure> => row.kind === 'figure' && row.code === code);
}

export function discretionOn(law: Law, day: string): Discretion | undefined {
  return inForceOn(law, day).find((row): row is Versioned<Discretion> => row.kind === 'discretion');
}

/**
 * The articles under which an act falls: as they stood when it was done, or as they stand on the day of the decision
 * where that is lighter for this party. Source: 行政处罚法 37.
 */
export function articlesFor(
  law: Law,
  acts: readonly string[],
  days: { actOn: string; decidedOn: string },
  situation: Situation,
): Versioned<Article>[] {
  const then = articlesOn(law, acts, days.actOn);
  const now = new Map(articlesOn(law, acts, days.decidedOn).map((article) => [article.code, article]));
  return then.map((article) => {
    const later = now.get(article.code);
    return later && later.version > article.version && isLighter(later, article, situation) ? later : article;
  });
}

function articlesOn(law: Law, acts: readonly string[], day: string): Versioned<Article>[] {
  return inForceOn(law, day).filter(
    (row): row is Versioned<Article> => row.kind === 'article' && row.acts.some((act) => acts.includes(act)),
  );
}

function isLighter(later: Article, earlier: Article, situation: Situation): boolean {
  const [after, before] = [fineBounds(later, situation), fineBounds(earlier, situation)];
  if (!('to' in before)) return false;
  if (!('to' in after)) return true;
  return after.to.lt(before.to) || (after.to.eq(before.to) && after.from.lt(before.from));
}

function holdsOn({ effectiveFrom, effectiveTo }: LawRow, day: string): boolean {
  return effectiveFrom <= day && (effectiveTo === undefined || day <= effectiveTo);
}

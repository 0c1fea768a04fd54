import type { Checklist, Inspection } from '../../api/types.ts';

export type Told = NonNullable<Inspection['submission']>['answers'][number];

interface Compared {
  item: Checklist['items'][number];
  stored: Told | undefined;
  submitted: Told | undefined;
  differs: boolean;
}

/** What either submission answers, in the order of the checklist; what they tell differently comes first. */
export function twoStories(checklist: Checklist, stored: readonly Told[], submitted: readonly Told[]): Compared[] {
  const of = (answers: readonly Told[], name: string) => answers.find(({ item }) => item === name);
  const rows = checklist.items.flatMap((item) => {
    const [one, other] = [of(stored, item.item), of(submitted, item.item)];
    if (!one && !other) return [];
    const differs = one?.answer !== other?.answer || (one?.note ?? '') !== (other?.note ?? '');
    return [{ item, stored: one, submitted: other, differs }];
  });
  return rows.toSorted((a, b) => Number(b.differs) - Number(a.differs));
}

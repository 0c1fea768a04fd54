import type { RegisterImportRecord } from './model.ts';
import type { Outcome, RowReport } from './schema.ts';

type Progress = Pick<RegisterImportRecord, 'state' | 'rows' | 'done' | 'counts' | 'next'>;

export const noneYet: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 };

/**
 * Where an import stands when one more part was tried or stored. A trial goes on after a bad row, so that all of them are told; a
 * table that is being stored halts before the part that has one, and what is done tells how much of it is stored.
 */
export function afterPart({ state, rows, done, counts, next }: Progress, part: readonly RowReport[]): Progress {
  const refused = part.filter(({ outcome }) => outcome === 'refused').length;
  if (state === 'storing' && refused > 0)
    return { state: 'halted', rows, done, next, counts: { ...counts, refused: counts.refused + refused } };
  const sum = { ...counts };
  for (const { outcome } of part) sum[outcome] += 1;
  const over = { state: endOf(state, sum), rows, done: done + part.length, counts: sum, next: next + 1 };
  return over.done < rows ? { ...over, state } : over;
}

function endOf(state: Progress['state'], { refused }: Record<Outcome, number>): Progress['state'] {
  if (state === 'storing') return 'stored';
  return refused > 0 ? 'refused' : 'checked';
}

/** Parts of so many rows, in their order. */
export function partsOf<Row>(rows: readonly Row[], most: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    rows.slice(index * most, (index + 1) * most),
  );
}

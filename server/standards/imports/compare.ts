import type { NameOf, TableKind } from './table-kind.ts';

export interface RowChange {
  subject: string;
  before?: string;
  after?: string;
}

export interface Comparison {
  added: RowChange[];
  removed: RowChange[];
  changed: RowChange[];
  same: number;
}

/** What another edition of a table says otherwise. @param nameOf the name of a food by its code */
export function compareRows<Row>(
  kind: Pick<TableKind<Row>, 'key' | 'subject' | 'said' | 'isSame'>,
  before: readonly Row[],
  after: readonly Row[],
  nameOf: NameOf,
): Comparison {
  const said = (row: Row) => kind.said(row, nameOf);
  const isSame = (one: Row, other: Row) => kind.isSame?.(one, other) ?? said(one) === said(other);
  const old = new Map(before.map((row) => [kind.key(row), row]));
  const now = new Set(after.map((row) => kind.key(row)));
  const result: Comparison = { added: [], removed: [], changed: [], same: 0 };
  for (const row of after) {
    const subject = kind.subject(row, nameOf);
    const earlier = old.get(kind.key(row));
    if (!earlier) result.added.push({ subject, after: said(row) });
    else if (isSame(earlier, row)) result.same += 1;
    else result.changed.push({ subject, before: said(earlier), after: said(row) });
  }
  for (const row of before)
    if (!now.has(kind.key(row))) result.removed.push({ subject: kind.subject(row, nameOf), before: said(row) });
  return result;
}

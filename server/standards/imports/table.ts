import type { FoodNames } from './food-names.ts';
import type { PrintedRows, TableKind } from './table-kind.ts';

/** Of one file; GB 2763-2026 has 10 749. */
export const mostRows = 50_000;

/** An edition's rows as the table that loads them again, headings first. */
export function tableOf<Row>(
  { columns, written }: Pick<TableKind<Row>, 'columns' | 'written'>,
  { rows }: Pick<PrintedRows<Row>, 'rows'>,
  foods: FoodNames,
): string[][] {
  const order = Object.keys(columns);
  const lines = rows.map((row) => {
    const cells = written(row, foods);
    return order.map((column) => cells[column] ?? '');
  });
  return [order.map((column) => columns[column]?.[0] ?? column), ...lines];
}

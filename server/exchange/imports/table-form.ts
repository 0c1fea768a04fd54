import type { TableForm } from '../../http/tables/read-table.ts';
import { type ColumnRow, columnsOfRegister } from '../registers/columns.ts';
import type { ImportedRegister } from './schema.ts';

/** Of one file. */
const mostRows = 50_000;

/** What a table of that register looks like: its export is one. */
export function tableFormOf(register: ImportedRegister): TableForm<string> {
  const columns = columnsOfRegister(register);
  const taken = columns.filter(({ takes }) => takes !== undefined);
  return {
    columns: Object.fromEntries(taken.map((column) => [column.field, headingsOf(column)])),
    needed: taken.filter(({ takes }) => takes === 'needed').map(({ field }) => field),
    passedOver: columns.filter(({ takes }) => takes === undefined).flatMap(headingsOf),
    mostRows,
  };
}

function headingsOf({ title: { zh, en }, field }: ColumnRow): string[] {
  return [zh, en, `${zh} ${en}`, field];
}

/** Cells by the fields that they stand for: `point.longitude` lies within `point`. A number is a number where the row takes one. */
export function bodyOf(cells: Partial<Record<string, string>>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [field, text] of Object.entries(cells)) {
    const [outer = '', inner] = field.split('.');
    if (inner === undefined) body[outer] = text;
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: Number(text) };
  }
  return body;
}

import type { TableRow as ReadRow } from '../../http/tables/read-table.ts';
import type { PrintedExemption } from '../rules/exemptions.ts';
import type { FoodNames } from './food-names.ts';

/** The columns of a table, each with the headings under which it is known; the first is the one that is written. */
export type Columns = Readonly<Record<string, readonly string[]>>;

export type Cells = Readonly<Partial<Record<string, string>>>;

export type TableRow = ReadRow<string>;

export interface RowFault {
  line: number;
  column: string;
  message: string;
}

export interface Reading {
  foods: FoodNames;
  /** Of limits, where the file has no column of units. */
  unit?: string | undefined;
}

/** What a table tells: its rows, and of limits the substances that have none on purpose. */
export interface PrintedRows<Row = unknown> {
  rows: readonly Row[];
  exemptions: readonly PrintedExemption[];
}

export interface ReadRows<Row> extends PrintedRows<Row> {
  /** Rows that name a group and say nothing else. */
  headings: number;
  problems: RowFault[];
}

export type NameOf = (foodCode: string) => string;

/** One kind of table that is loaded as an edition: how its rows are read, told apart, worded and written again. */
export interface TableKind<Row> {
  columns: Columns;
  needed: readonly string[];
  /** Every row that says something, and every reason why one does not. */
  read(rows: readonly TableRow[], reading: Reading): ReadRows<Row>;
  /** Two rows with the same key speak of the same thing. */
  key(row: Row): string;
  /** What a row is about. */
  subject(row: Row, nameOf: NameOf): string;
  /** What it says of that. */
  said(row: Row, nameOf: NameOf): string;
  /** Absent: when they are worded alike. */
  isSame?(one: Row, other: Row): boolean;
  /** Its cells in the form that reads them again. */
  written(row: Row, foods: FoodNames): Cells;
}

/** The columns in which a row is not right are told by `fault`; what it says by `cells`. */
export function rowReader({ line, cells }: TableRow, problems: RowFault[]) {
  const fault = (column: string, message: string): undefined => {
    problems.push({ line, column, message });
  };
  return {
    fault,
    needed: (column: string): string => cells[column] ?? fault(column, 'must not be empty') ?? '',
  };
}

/** The names of a list such as 甲、乙. */
export function namesOfList(list: string | undefined): string[] {
  return (list ?? '').split(/[、，,;；]/).flatMap((name) => name.trim() || []);
}

/** Other names of a substance. Commas do not part them: they stand within names, p,p'-DDT. */
export function substancesOfList(list: string | undefined): string[] {
  return (list ?? '').split(/[、;；]/).flatMap((name) => name.trim() || []);
}

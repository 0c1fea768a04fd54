import type { WorkItem } from '../../../api/types.ts';
import { readValue } from '../../result-value.ts';

/** What is typed of a test; the sample and what is measured stand there already. */
export const gridColumns = ['value', 'unit', 'loq', 'method'] as const;
export type GridColumn = (typeof gridColumns)[number];

export interface EntryRow {
  id: string;
  sampleId: string;
  sampleNumber: string;
  productName: string;
  analyte: string;
  analyteEn?: string;
  cells: Record<GridColumn, string>;
}

export interface Place {
  row: number;
  column: number;
}

export function rowsOf(items: readonly WorkItem[]): EntryRow[] {
  return items.map(({ sampleId, sampleNumber, productName, test }) => ({
    id: test.id,
    sampleId,
    sampleNumber,
    productName,
    analyte: test.analyte,
    ...(test.analyteEn && { analyteEn: test.analyteEn }),
    cells: { value: '', unit: 'mg/kg', loq: '', method: test.method ?? '' },
  }));
}

/** The rows of a list that was read anew, with what was typed of those that are still there. */
export function withTyped(rows: readonly EntryRow[], typed: readonly EntryRow[]): EntryRow[] {
  const known = new Map(typed.map((row) => [row.id, row]));
  return rows.map((row) => known.get(row.id) ?? row);
}

/**
 * What was typed or pasted, in the form that is sent: full-width signs and digits become plain ones; 未检出, ND and "not detected"
 * say below the detection limit. A decimal comma stays as it is, and is refused in words.
 */
export function readCell(column: GridColumn, typed: string): string {
  if (column === 'unit' || column === 'method') return typed.trim();
  const value = readValue(typed);
  if (column === 'value' && /^(未检出|nd|n\.d\.|notdetected)$/i.test(value)) return '<LOD';
  return /^<lo[dq]$/i.test(value) ? value.toUpperCase() : value;
}

/** Does the cell hold what can be sent? An empty row is not sent. */
export function isReadable(column: GridColumn, text: string): boolean {
  if (column === 'value') return text === '' || /^(<(LOQ|LOD|\d+(\.\d+)?)|\d+(\.\d+)?)$/.test(text);
  if (column === 'loq') return /^(\d+(\.\d+)?)?$/.test(text);
  return true;
}

/** The cells that Excel puts on the clipboard: tabs between columns, quotes around what holds tabs, lines or quotes. */
export function clipboardCells(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  for (;;) {
    const found = cell.exec(text);
    if (!found) return withoutLastLine(lines);
    const [, quoted, plain = '', end] = found;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') return withoutLastLine(lines);
    if (end !== '\t') lines.push([]);
  }
}

/** Excel ends the last line as well. */
function withoutLastLine(lines: string[][]): string[][] {
  const last = lines.at(-1);
  return lines.length > 1 && last?.length === 1 && last[0] === '' ? lines.slice(0, -1) : lines;
}

/** Puts cells down from a place on; what has no row or column is counted, never dropped in silence. */
export function pasted(
  rows: readonly EntryRow[],
  at: Place,
  text: string,
): { rows: EntryRow[]; put: number; beyond: number } {
  const cells = clipboardCells(text);
  let put = 0;
  const filled = rows.map((row, index) => {
    const line = cells[index - at.row];
    if (!line || index < at.row) return row;
    const changed = gridColumns.flatMap((column, number): [GridColumn, string][] => {
      const cell = number < at.column ? undefined : line[number - at.column];
      return cell === undefined ? [] : [[column, readCell(column, cell)]];
    });
    put += changed.length;
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(changed) } };
  });
  return { rows: filled, put, beyond: cells.reduce((sum, line) => sum + line.length, 0) - put };
}

export function withCell(rows: readonly EntryRow[], id: string, column: GridColumn, text: string): EntryRow[] {
  return rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [column]: text } } : row));
}

/** Where a key leads; `undefined` where it leads nowhere, so that Tab leaves the grid at its ends. */
export function placeAfter(at: Place, key: string, shift: boolean, rows: number): Place | undefined {
  const vertical = { ArrowDown: 1, ArrowUp: -1, Enter: shift ? -1 : 1 }[key];
  const horizontal = { ArrowRight: 1, ArrowLeft: -1, Tab: shift ? -1 : 1 }[key];
  if (vertical !== undefined) return within({ ...at, row: at.row + vertical }, rows);
  if (horizontal === undefined) return undefined;
  const column = at.column + horizontal;
  if (key !== 'Tab' || (column >= 0 && column < gridColumns.length)) return within({ ...at, column }, rows);
  return within({ row: at.row + horizontal, column: horizontal > 0 ? 0 : gridColumns.length - 1 }, rows);
}

function within(place: Place, rows: number): Place | undefined {
  const { row, column } = place;
  return row >= 0 && row < rows && column >= 0 && column < gridColumns.length ? place : undefined;
}

/** The rows with a value as the table that is sent, and which row stands in which of its lines. */
export function tableOfRows(rows: readonly EntryRow[]): { csv: string; rowAt: ReadonlyMap<number, string> } {
  const sent = rows.filter(({ cells }) => cells.value !== '');
  const lines = sent.map(({ sampleNumber, analyte, cells }) => [
    sampleNumber,
    analyte,
    ...gridColumns.map((column) => cells[column]),
  ]);
  const quoted = [['sample', 'analyte', ...gridColumns], ...lines].map((line) =>
    line.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
  );
  return { csv: quoted.join('\r\n'), rowAt: new Map(sent.map(({ id }, index) => [index + 2, id])) };
}

import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { asText } from '../http/tables/csv.ts';
import { xlsxOf } from '../http/tables/xlsx.ts';
import type { Row } from './rules/rows.ts';

/** Writes rows as CSV, no faster than they are taken off; with a byte order mark Excel reads Chinese as it was written. */
export function writeCsv(rows: AsyncIterable<Row>, columns: readonly string[], to: Writable): Promise<void> {
  async function* cells() {
    for await (const row of rows) yield columns.map((column) => asText(row[column] ?? ''));
  }
  return pipeline(Readable.from(cells()), stringify({ header: true, columns: [...columns], bom: true }), to);
}

/** Writes rows as one JSON array, no faster than they are taken off. */
export function writeJson(rows: AsyncIterable<Row>, to: Writable): Promise<void> {
  async function* pieces() {
    let before = '[';
    for await (const row of rows) {
      yield `${before}\n${JSON.stringify(row)}`;
      before = ',';
    }
    yield before === '[' ? '[]\n' : '\n]\n';
  }
  return pipeline(Readable.from(pieces()), to);
}

/** Writes rows as a workbook whose first two lines name the columns, as the standard does and in Chinese; it is held in memory. */
export async function writeXlsx(
  rows: AsyncIterable<Row>,
  columns: readonly { name: string; zh: string }[],
  to: Writable,
): Promise<void> {
  const table = [columns.map(({ name }) => name), columns.map(({ zh }) => zh)];
  for await (const row of rows) table.push(columns.map(({ name }) => row[name] ?? ''));
  await pipeline(Readable.from([xlsxOf('公示', table)]), to);
}

import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { InvalidInput } from '../../errors.ts';
import { decimalText } from '../rules/decimal.ts';
import { type Column, columnOf, neededColumns } from './columns.ts';

export interface TableRow {
  /** The line in the file, the heading being line 1. */
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** Of one file; GB 2763-2026 has 10 749. */
export const mostRows = 50_000;
/** A workbook is compressed: it may hold a thousand times what was sent. */
const mostUnpackedBytes = 200_000_000;

/**
 * Reads a table by its content: a workbook (.xlsx, its first sheet) or CSV in UTF-8, with headings in its first line.
 * @throws InvalidInput when it is neither, when a column is missing, double or unknown, or when it is too long
 */
export async function readTable(content: Buffer): Promise<TableRow[]> {
  const [headings = [], ...lines] = await readLines(content);
  if (lines.length > mostRows) throw InvalidInput.field('', `has ${lines.length} rows; at most ${mostRows} are taken`);
  const order = headings.map((heading) => columnOf(heading.trim()));
  requireColumns(headings, order);
  return lines.flatMap((cells, index) => {
    const row = order.flatMap((column, at): [Column, string][] => {
      const text = cells[at]?.trim();
      return column && text ? [[column, text]] : [];
    });
    return row.length ? [{ line: index + 2, cells: Object.fromEntries(row) }] : [];
  });
}

/** The lines of a workbook's first sheet, or of CSV in UTF-8, as texts. @throws InvalidInput when it is neither */
export async function readLines(content: Buffer): Promise<string[][]> {
  return isZip(content) ? readWorkbook(content) : readCsv(content);
}

function requireColumns(headings: readonly string[], order: readonly (Column | undefined)[]): void {
  const unknown = headings.filter((heading, at) => heading.trim() !== '' && order[at] === undefined);
  if (unknown.length) throw InvalidInput.field('', `has columns that are not known: ${unknown.join(', ')}`);
  const known = order.filter((column) => column !== undefined);
  const double = known.find((column, at) => known.indexOf(column) !== at);
  if (double) throw InvalidInput.field('', `has the column ${double} twice`);
  const missing = neededColumns.filter((column) => !known.includes(column));
  if (missing.length) throw InvalidInput.field('', `has no column ${missing.join(', ')}`);
}

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
}

function readCsv(content: Buffer): string[][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw InvalidInput.field('', 'is neither a workbook (.xlsx) nor text in UTF-8');
  }
  try {
    return parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: false });
  } catch (error) {
    throw InvalidInput.field('', `cannot be read as CSV: ${(error as Error).message}`);
  }
}

async function readWorkbook(content: Buffer): Promise<string[][]> {
  try {
    requireModestSize(content);
    const sheet = await readSheet<string>(content, 1, { parseNumber: (text) => decimalText(Number(text)) });
    return sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw InvalidInput.field('', 'cannot be read as a workbook (.xlsx)');
  }
}

function requireModestSize(content: Buffer): void {
  let bytes = 0;
  unzipSync(content, {
    filter: ({ originalSize }) => {
      bytes += originalSize;
      return false;
    },
  });
  if (bytes > mostUnpackedBytes) throw InvalidInput.field('', `unpacks to more than ${mostUnpackedBytes} bytes`);
}

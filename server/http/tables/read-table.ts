import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { InvalidInput } from '../../errors.ts';
import { withoutTextMark } from './csv.ts';

export interface TableRow<Column extends string> {
  /** The line in the file, the heading being line 1. */
  line: number;
  cells: Partial<Record<Column, string>>;
}

export interface TableForm<Column extends string> {
  /** Each column with the headings under which it is known; case, width and spaces do not matter. */
  columns: Readonly<Record<Column, readonly string[]>>;
  needed: readonly Column[];
  /** Headings of columns that may stand there and are not read. */
  passedOver?: readonly string[];
  mostRows: number;
}

/** A workbook is compressed: it may hold a thousand times what was sent. */
const mostUnpackedBytes = 200_000_000;

/**
 * Reads a table by its content: a workbook (.xlsx, its first sheet) or CSV in UTF-8 or GB 18030 (what Excel writes in China),
 * with headings in its first line. Empty lines and cells are left out.
 * @throws InvalidInput when it is neither, when a column is missing, double or unknown, or when it is too long
 */
export async function readTable<Column extends string>(
  content: Buffer,
  form: TableForm<Column>,
): Promise<TableRow<Column>[]> {
  const [headings = [], ...lines] = await readLines(content);
  if (lines.length > form.mostRows)
    throw InvalidInput.field('', `has ${lines.length} rows; at most ${form.mostRows} are taken`);
  const order = columnsOf(headings, form);
  return lines.flatMap((cells, index) => {
    const row = order.flatMap((column, at): [Column, string][] => {
      const text = cells[at]?.trim();
      return column && text ? [[column, text]] : [];
    });
    return row.length ? [{ line: index + 2, cells: Object.fromEntries(row) as TableRow<Column>['cells'] }] : [];
  });
}

/** The lines of a workbook's first sheet, or of CSV, as texts. @throws InvalidInput when it is neither */
async function readLines(content: Buffer): Promise<string[][]> {
  return isZip(content) ? readWorkbook(content) : readCsv(content);
}

function columnsOf<Column extends string>(
  headings: readonly string[],
  { columns, needed, passedOver = [] }: TableForm<Column>,
): (Column | undefined)[] {
  const byHeading = new Map(
    (Object.entries(columns) as [Column, readonly string[]][]).flatMap(([column, names]) =>
      names.map((name) => [plain(name), column] as const),
    ),
  );
  const order = headings.map((heading) => byHeading.get(plain(heading)));
  const blank = new Set(['', ...passedOver.map(plain)]);
  const unknown = headings.filter((heading, at) => order[at] === undefined && !blank.has(plain(heading)));
  if (unknown.length) throw InvalidInput.field('', `has columns that are not known: ${unknown.join(', ')}`);
  const known = order.filter((column) => column !== undefined);
  const double = known.find((column, at) => known.indexOf(column) !== at);
  if (double) throw InvalidInput.field('', `has the column ${double} twice`);
  const missing = needed.filter((column) => !known.includes(column));
  if (missing.length) throw InvalidInput.field('', `has no column ${missing.join(', ')}`);
  return order;
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .toLowerCase();
}

function isZip(content: Buffer): boolean {
  return content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));
}

function readCsv(content: Buffer): string[][] {
  const text = textOf(content);
  if (text === null) throw InvalidInput.field('', 'is neither a workbook (.xlsx) nor text in UTF-8 or GB 18030');
  try {
    const lines: string[][] = parse(text, { bom: true, relaxColumnCount: true, skipEmptyLines: false });
    return lines.map((cells) => cells.map(withoutTextMark));
  } catch (error) {
    throw InvalidInput.field('', `cannot be read as CSV: ${(error as Error).message}`);
  }
}

/** Text in UTF-8 or GB 18030; `null` when it is neither. */
export function textOf(content: Buffer): string | null {
  return decoded(content, 'utf-8') ?? decoded(content, 'gb18030');
}

/** `null` when the bytes are not text in that encoding. */
function decoded(content: Buffer, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

async function readWorkbook(content: Buffer): Promise<string[][]> {
  try {
    requireModestSize(content);
    const sheet = await readSheet<string>(content, 1, { parseNumber: asShown });
    return sheet.map((row) => row.map(cellText));
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw InvalidInput.field('', 'cannot be read as a workbook (.xlsx)');
  }
}

/** A number as Excel shows it, in 15 digits: what a formula made of 0.1 + 0.2 is 0.3. */
function asShown(text: string): string {
  return new Decimal(Number(text)).toSignificantDigits(15).toFixed();
}

/** A cell that Excel keeps as a date is a day, e.g. 2026-03-01. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
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

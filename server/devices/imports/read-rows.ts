import { parse } from 'csv-parse/sync';
import { InvalidInput } from '../../errors.ts';
import { textOf } from '../../http/tables/read-table.ts';

export const mostRows = 1_000;

/** The columns, each with the heading that it may have in Chinese. */
const columns: ReadonlyMap<string, string> = new Map([
  ['id', '设备编号'],
  ['name', '名称'],
  ['kind', '类型'],
  ['siteId', '场所编号'],
  ['divisionCode', '区划代码'],
  ['gatewayId', '网关编号'],
  ['externalId', '网关内编号'],
  ['sameNames', '同名指标'],
]);
const required = ['id', 'name', 'kind'] as const;

export interface ImportedRow {
  /** As a spreadsheet counts: the first row after the heading is 2. */
  row: number;
  id: string;
  body: unknown;
}

/**
 * The rows of a table of devices in CSV with UTF-8 or GB 18030 (what Excel writes in China), with or without a byte order mark.
 * @throws InvalidInput when it is no such table
 */
export function readRows(file: Buffer): ImportedRow[] {
  const rows = tableOf(file);
  if (rows.length === 0) throw InvalidInput.field('', 'has no rows below its heading');
  if (rows.length > mostRows) throw InvalidInput.field('', `has more than ${mostRows} rows`);
  return rows.map((cells, index) => ({ row: index + 2, id: cells.id ?? '', body: bodyOf(cells) }));
}

function tableOf(file: Buffer): Record<string, string>[] {
  const text = textOf(file);
  if (text === null) throw InvalidInput.field('', 'is not text in UTF-8 or GB 18030');
  try {
    return parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      to: mostRows + 1,
      columns: (heading: string[]) => namesOf(heading),
    });
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw InvalidInput.field('', `is not a table in CSV: ${error instanceof Error ? error.message : error}`);
  }
}

function namesOf(heading: string[]): string[] {
  const known = new Map(
    [...columns].flatMap(([column, chinese]) => [[column, column] as const, [chinese, column] as const]),
  );
  const names = heading.map((text) => {
    const column = known.get(text);
    if (column === undefined)
      throw InvalidInput.field('', `has a column “${text}”; those known are ${[...columns.keys()].join(', ')}`);
    return column;
  });
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double !== undefined) throw InvalidInput.field('', `has the column ${double} twice`);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) throw InvalidInput.field('', `lacks the column ${missing}`);
  return names;
}

/** As for a single registration; an empty cell is not there. */
function bodyOf({ sameNames, ...cells }: Record<string, string>): unknown {
  const given = Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
  return { ...given, ...(/^(true|是)$/i.test(sameNames ?? '') && { mapping: { sameNames: true } }) };
}

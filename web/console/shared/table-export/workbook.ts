import writeExcelFile from 'write-excel-file/universal';
import type { Cell } from './cells.ts';

/** What the name of a sheet may not hold, nor be longer than (Microsoft, "Rename a worksheet"). */
const notInSheetNames = /[[\]:*?/\\']/g;
const longestSheetName = 31;

/** The first row is the head. Every other cell is text or a number, so that none is taken for a formula. */
export function workbookOf(name: string, [head = [], ...rows]: Cell[][]): Promise<Blob> {
  const table = [
    head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) =>
        typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: value.includes('\n') },
      ),
    ),
  ];
  const sheet = name.replaceAll(notInSheetNames, ' ').slice(0, longestSheetName);
  return writeExcelFile(table, { sheet, stickyRowsCount: 1, columns: widthsOf([head, ...rows]) }).toBlob();
}

/** In characters; those of Chinese are twice as wide. */
function widthsOf(rows: Cell[][]): { width: number }[] {
  return (rows[0] ?? []).map((_, column) => {
    const longest = Math.max(
      ...rows.map((row) =>
        Math.max(
          ...String(row[column] ?? '')
            .split('\n')
            .map(widthOf),
        ),
      ),
    );
    return { width: Math.min(50, Math.max(8, longest + 2)) };
  });
}

function widthOf(line: string): number {
  return [...line].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

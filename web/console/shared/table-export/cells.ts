export type Cell = string | number;

const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/;
const blocks = new Set(['DIV', 'P', 'LI', 'BR']);

/** A number where it can be nothing else: codes with leading zeros, long ones and amounts with a unit stay text. */
export function cellOf(text: string): Cell {
  return plainNumber.test(text) && !(text.startsWith('-0') && Number(text) === 0) ? Number(text) : text;
}

/** Rows as they are shown, without columns in which nothing stands, such as those of buttons. */
export function tableOf(table: HTMLTableElement): Cell[][] {
  const head = [...(table.tHead?.rows[0]?.cells ?? [])].map(textOf);
  const body = [...(table.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map(textOf));
  const kept = head.map((_, column) => body.some((row) => row[column]));
  const of = (row: string[]) => row.filter((_, column) => kept[column]);
  return [of(head), ...body.map((row) => of(row).map(cellOf))];
}

/** What stands in a cell for those who see it, without what can be clicked; times with their year. */
function textOf(cell: Element): string {
  return wordsOf(cell)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function wordsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element)) return '';
  if (node.tagName === 'BUTTON' || node.getAttribute('aria-hidden') === 'true') return '';
  const at = node.tagName === 'TIME' && node.getAttribute('datetime');
  if (at) return sortableTime(at);
  const words = [...node.childNodes].map(wordsOf).join('');
  return blocks.has(node.tagName) ? `\n${words}\n` : words;
}

/** 2026-05-03 16:20 by the clock of whoever exports; a day stays a day. */
function sortableTime(at: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return at;
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

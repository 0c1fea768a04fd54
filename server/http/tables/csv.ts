import { stringify } from 'csv-stringify/sync';

/** A program for tables takes a text that begins like a formula for one. */
export function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** What `asText` put before a text is taken away again. */
export function withoutTextMark(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** Rows of text as CSV; with a byte order mark Excel reads Chinese as it was written. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(asText)),
    { bom: true },
  );
}

const longest = 120;

/** A value of an entry as a line of text; a long one is cut, the file that can be downloaded holds it whole. */
export function writeValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

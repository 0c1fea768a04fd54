/** How wide a text is at a size. */
export type Measure = (text: string, size: number) => number;

export interface Wrapped {
  lines: string[];
  /** Not all of it fits. */
  cut: boolean;
}

/**
 * The lines of a text no wider than `width`. Chinese breaks between any two characters, other words at spaces, a word too long for a
 * line anywhere; what does not fit into `most` lines ends with an ellipsis.
 */
export function wrap(
  text: string,
  { width, size, most }: { width: number; size: number; most: number },
  measure: Measure,
): Wrapped {
  const lines: string[] = [];
  let line = '';
  const pieces = text.match(/[\p{Script=Han}\p{P}]|[^\s\p{Script=Han}\p{P}]+|\s+/gu) ?? [];
  const place = (piece: string): void => {
    if (measure(line + piece, size) <= width) {
      line += piece;
    } else if (line !== '') {
      lines.push(line.trimEnd());
      line = '';
      if (piece.trim() !== '') place(piece);
    } else {
      for (const letter of piece) {
        if (line !== '' && measure(line + letter, size) > width) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
  };
  for (const piece of pieces) place(piece);
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return { lines, cut: false };
  return {
    lines: [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', { width, size }, measure)],
    cut: true,
  };
}

function shortened(line: string, { width, size }: { width: number; size: number }, measure: Measure): string {
  const letters = [...line];
  while (letters.length > 0 && measure(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('')}…`;
}

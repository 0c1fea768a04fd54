/** The most that are handed out at once: a roll of seals. */
export const longestRun = 500;

/**
 * The numbers that follow one another from the first, as they are printed: F-0099, F-0100; leading zeros stay.
 * `null`: it does not end in digits, or the digits do not suffice.
 */
export function numberRun(first: string, count: number): string[] | null {
  const [, stem = '', digits = ''] = /^(.*?)(\d{1,12})$/.exec(first) ?? [];
  if (digits === '' || `${Number(digits) + count - 1}`.length > digits.length) return null;
  return Array.from({ length: count }, (_, index) => stem + `${Number(digits) + index}`.padStart(digits.length, '0'));
}

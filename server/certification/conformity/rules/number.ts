const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * ISO/IEC 7064, MOD 37,36: one check character for digits and letters. Every single wrong character shows, and nearly
 * every swap of two neighbours.
 */
export function checkCharacter(body: string): string {
  let product = 36;
  for (const character of body) {
    const sum = (product + alphabet.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphabet.charAt((37 - product) % 36);
}

/** H6110022026000042X: county, year in China, sequence within both, check character. The rule asks for no number; this is our own. */
export function certificateNumber(countyCode: string, year: string, sequence: number): string {
  const body = `H${countyCode}${year}${String(sequence).padStart(6, '0')}`;
  return body + checkCharacter(body);
}

export const numberPattern = /^H\d{16,18}[0-9A-Z]$/;

/** The number as somebody typed it, in its one writing; `null` when it can be none, such as with one wrong character. */
export function readNumber(typed: string): string | null {
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  if (!numberPattern.test(number)) return null;
  return checkCharacter(number.slice(0, -1)) === number.slice(-1) ? number : null;
}

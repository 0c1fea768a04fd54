const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** H: conformity certificates 合格证; C: certificates 认证证书; A: applications 申请. */
export type NumberLetter = 'H' | 'C' | 'A';

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

/** H6110022026000042X: kind, county, year in China, sequence within them, check character. The rules ask for no such number; it is our own. */
export function numberOf(letter: NumberLetter, countyCode: string, year: string, sequence: number): string {
  const body = `${letter}${countyCode}${year}${String(sequence).padStart(6, '0')}`;
  return body + checkCharacter(body);
}

/** The number as somebody typed it, in its one writing; `null` when it can be none, such as with one wrong character. */
export function readNumber(typed: string, letter: NumberLetter): string | null {
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  if (!number.startsWith(letter) || !/^[A-Z]\d{16,18}[0-9A-Z]$/.test(number)) return null;
  return checkCharacter(number.slice(0, -1)) === number.slice(-1) ? number : null;
}

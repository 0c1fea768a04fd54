/** No 0/O, 1/I/L: a code is also read aloud and typed from a label. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** 12 characters: 11 from random bytes (54 bits, so that codes cannot be guessed one after the other) and a check character. */
export function batchCodeFrom(randomBytes: Uint8Array): string {
  const body = Array.from(randomBytes.subarray(0, 11), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return body + checkCharacter(body);
}

/** Weighted sum modulo 31, a prime: every single wrong character and every swap of two neighbours shows. */
export function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, place) => total + alphabet.indexOf(character) * (place + 2), 0);
  return alphabet.charAt(sum % alphabet.length);
}

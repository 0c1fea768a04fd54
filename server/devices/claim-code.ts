import { randomBytes } from 'node:crypto';

/** Crockford's letters: none that a person takes for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixteen letters in groups of four: 80 random bits that a person can type. */
export function newClaimCode(): string {
  const code = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('');
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** The code as it was made, however it was typed. */
export function typedCode(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type CreditCodeCheck = { valid: true; code: string } | { valid: false; reason: string };

/**
 * 统一社会信用代码 with its check character.
 * The code comes back in capitals and half-width; letters that the alphabet lacks are named, never corrected.
 * Source: GB 32100-2015 (18 characters of an alphabet of 31, weights 3^(i−1) mod 31).
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = text.normalize('NFKC').trim().toUpperCase();
  if (code.length !== 18) return { valid: false, reason: 'must have 18 characters' };
  const foreign = [...code].find((character) => !alphabet.includes(character));
  if (foreign) return { valid: false, reason: `must not contain ${foreign}: the letters I O S V Z are not used` };
  const expected = creditCodeCheckCharacter(code.slice(0, 17));
  if (code[17] !== expected)
    return { valid: false, reason: 'has a wrong check character: please compare it with the licence' };
  return { valid: true, code };
}

/** A code that begins with 92 was given to a 个体工商户: 9 market supervision, 2 individual business. Source: GB 32100-2015. */
export function isIndividualBusiness(creditCode: string): boolean {
  return creditCode.startsWith('92');
}

/** The 18th character for the first 17. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/**
 * What an analyst typed, in the form the server takes: full-width digits and ＜ become plain ones, spaces go.
 * A decimal comma is left as it is: the server refuses it in words, since 1,234 may mean two things.
 */
export function readValue(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s+/g, '').replace(/^〈/, '<');
}

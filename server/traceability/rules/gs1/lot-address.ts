import { digitalLinkPath } from './digital-link.ts';

/** Characters of a lot number (GS1 General Specifications, 3.4.1). */
export const longestLot = 20;

/** The lot's GS1 Digital Link on the host of its consumer page. */
export function lotAddress(gtin: string, lot: string, consumerPages: string): string {
  const path = digitalLinkPath({ key: '01', value: gtin, qualifiers: [{ key: '10', value: lot }] });
  return new URL(path, consumerPages).href;
}

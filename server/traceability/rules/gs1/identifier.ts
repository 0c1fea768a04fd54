import { canonicalDigitalLink, readDigitalLink } from './digital-link.ts';
import { readEpcUrn } from './epc-urn.ts';

/** The code of the platform's own batch that an address names, e.g. by its consumer page; `undefined` for any other. */
export type OwnBatchOf = (address: string) => string | undefined;

const batchPrefix = 'urn:agritrace:batch:';

/** A batch of the platform that has no GTIN, under a name that no change of its host changes. */
export function batchIdentifier(code: string): string {
  return batchPrefix + code;
}

export function batchCodeOf(identifier: string): string | undefined {
  return identifier.startsWith(batchPrefix) ? identifier.slice(batchPrefix.length) : undefined;
}

/** The one form of an identifier under which its URN, its Digital Link on any host and the platform's own names are the same thing. */
export function canonicalIdentifier(identifier: string, ownBatchOf: OwnBatchOf): string {
  const text = identifier.trim();
  const own = ownBatchOf(text);
  if (own !== undefined) return batchIdentifier(own);
  const read = readEpcUrn(text) ?? readDigitalLink(text);
  return read ? canonicalDigitalLink(read) : text;
}

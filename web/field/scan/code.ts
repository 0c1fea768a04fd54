/** What a code or a typed number says: a batch of ours by its page, a GS1 number, or something else. */
export type Read =
  | { kind: 'batch'; path: string; code?: string; shown: string }
  | { kind: 'gtin'; shown: string; checked: boolean }
  | { kind: 'other'; shown: string };

const batchPath = /^\/q\/([^/?#]+)$/;
/** GS1 Digital Link: /01/GTIN/10/LOT (GS1 Digital Link URI syntax 1.4). */
const digitalLink = /^\/01\/(\d{14})(?:\/10\/([^/?#]+))?$/;
const gtin = /^(\d{8}|\d{12,14})$/;
const typedBatch = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/;

export function readCode(text: string, origin: string): Read {
  const shown = text.trim();
  if (gtin.test(shown)) return { kind: 'gtin', shown, checked: hasCheckDigit(shown) };
  const url = URL.canParse(shown) ? new URL(shown) : null;
  const here = url?.origin === origin ? url.pathname : '';
  const ours = batchPath.exec(here) ?? digitalLink.exec(here);
  // A lot of ours is a batch's code; a Digital Link without one names a kind of goods.
  const code = ours?.at(-1);
  if (ours) return { kind: 'batch', path: here, ...(code && { code: decoded(code) }), shown };
  const linked = url && digitalLink.exec(url.pathname)?.[1];
  if (linked) return { kind: 'gtin', shown: linked, checked: hasCheckDigit(linked) };
  if (!url && typedBatch.test(shown))
    return { kind: 'batch', path: `/q/${encodeURIComponent(shown)}`, code: shown, shown };
  return { kind: 'other', shown };
}

/** Weights 3 and 1 in turn, from the right (GS1 General Specifications, 7.9). */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** As it stands where it is no percent-encoding: a damaged code is shown, not followed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

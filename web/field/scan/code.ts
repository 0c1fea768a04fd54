/** What a code or a typed number says: a batch of ours by its page, a GS1 number, or something else. */
export type Read =
  | { kind: 'batch'; path: string; shown: string }
  | { kind: 'gtin'; shown: string; checked: boolean }
  | { kind: 'other'; shown: string };

const batchPath = /^\/q\/[^/?#]+$/;
/** GS1 Digital Link: /01/GTIN/10/LOT (GS1 Digital Link URI syntax 1.4). */
const digitalLink = /^\/01\/(\d{14})(\/10\/[^/?#]+)?$/;
const gtin = /^(\d{8}|\d{12,14})$/;
const typedBatch = /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/;

export function readCode(text: string, origin: string): Read {
  const shown = text.trim();
  if (gtin.test(shown)) return { kind: 'gtin', shown, checked: hasCheckDigit(shown) };
  const url = URL.canParse(shown) ? new URL(shown) : null;
  if (url?.origin === origin && (batchPath.test(url.pathname) || digitalLink.test(url.pathname)))
    return { kind: 'batch', path: url.pathname, shown };
  const linked = url && digitalLink.exec(url.pathname)?.[1];
  if (linked) return { kind: 'gtin', shown: linked, checked: hasCheckDigit(linked) };
  if (!url && typedBatch.test(shown)) return { kind: 'batch', path: `/q/${encodeURIComponent(shown)}`, shown };
  return { kind: 'other', shown };
}

/** Weights 3 and 1 in turn, from the right (GS1 General Specifications, 7.9). */
export function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

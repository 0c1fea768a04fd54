import data from '../../data/gs1-keys.json' with { type: 'json' };
import { hasCheckDigit } from './check-digit.ts';

interface KeyFormat {
  format: string;
  /** How many leading digits end with a check digit. */
  checked: number;
  qualifiers: string[];
  finest: string[];
}

const keys: Readonly<Record<string, KeyFormat>> = data.keys;
const qualifierFormats: Readonly<Record<string, string>> = data.qualifiers;

export interface DigitalLink {
  /** The application identifier of the primary key, e.g. `01` of a GTIN. */
  key: string;
  value: string;
  /** In the order of the address. */
  qualifiers: { key: string; value: string }[];
}

/** GTINs were spelt out until version 1.3 of the syntax; such addresses are still in use. */
const former: Readonly<Record<string, string>> = { gtin: '01', cpv: '22', lot: '10', ser: '21' };

/** Reads the path of an address as a GS1 Digital Link; `undefined` when it holds no primary key in its format. */
export function readDigitalLink(address: string): DigitalLink | undefined {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/.exec(address)?.[1];
  if (path === undefined) return undefined;
  const segments = path.split('/').filter((segment) => segment !== '');
  for (let start = 0; start + 1 < segments.length; start++) {
    const rest = segments.slice(start);
    if (rest.length % 2 === 1) continue;
    const pairs = rest.flatMap((name, index) => {
      const key = Object.hasOwn(former, name) ? (former[name] ?? name) : name;
      return index % 2 ? [] : [{ key, value: decode(rest[index + 1] ?? '') }];
    });
    const [first, ...qualifiers] = pairs;
    const format = first && Object.hasOwn(keys, first.key) ? keys[first.key] : undefined;
    if (!first || !format) continue;
    const value = first.key === '01' && /^\d{8,13}$/.test(first.value) ? first.value.padStart(14, '0') : first.value;
    if (!new RegExp(`^${format.format}$`).test(value)) continue;
    if (!qualifiers.every(({ key }) => Object.hasOwn(qualifierFormats, key))) continue;
    return { key: first.key, value, qualifiers };
  }
  return undefined;
}

/** Why this is no valid Digital Link, in one sentence; `null` when it is one (GS1 Digital Link URI Syntax, 4.3 to 4.7). */
export function faultOfDigitalLink({ key, value, qualifiers }: DigitalLink): string | null {
  const format = keys[key];
  if (!format) return `${key} is no primary key`;
  if (!new RegExp(`^${format.format}$`).test(value)) return `${value} is not in the format of (${key})`;
  const digits = value.slice(0, format.checked);
  if (format.checked > 0 && !hasCheckDigit(digits)) return `the check digit of ${digits} is wrong`;
  let place = -1;
  for (const qualifier of qualifiers) {
    const next = format.qualifiers.indexOf(qualifier.key);
    if (next < 0) return `(${qualifier.key}) does not qualify (${key})`;
    if (next <= place) return `(${qualifier.key}) stands at the wrong place`;
    place = next;
    if (!new RegExp(`^${qualifierFormats[qualifier.key]}$`).test(qualifier.value))
      return `${qualifier.value} is not in the format of (${qualifier.key})`;
  }
  return null;
}

/** The path of the whole link: `/01/09506000134352/10/AB-1`. */
export function digitalLinkPath({ key, value, qualifiers }: DigitalLink): string {
  return [{ key, value }, ...qualifiers].map((pair) => `/${pair.key}/${encode(pair.value)}`).join('');
}

/** The form under which CBV 2.0, 8.9, compares identifiers: GS1's own host, the key and its finest qualifier alone. */
export function canonicalDigitalLink({ key, value, qualifiers }: DigitalLink): string {
  const finest = (keys[key]?.finest ?? []).flatMap((wanted) => qualifiers.filter((each) => each.key === wanted))[0];
  return `https://id.gs1.org${digitalLinkPath({ key, value, qualifiers: finest ? [finest] : [] })}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

import { checkDigit } from './check-digit.ts';
import type { DigitalLink } from './digital-link.ts';

type Reader = (parts: readonly string[]) => DigitalLink;

const link = (key: string, value: string, qualifiers: DigitalLink['qualifiers'] = []): DigitalLink => ({
  key,
  value,
  qualifiers,
});
const checked = (digits: string) => digits + checkDigit(digits);
/** The item reference of a GTIN begins with the indicator digit, which stands before the company prefix. */
const gtin = (company: string, item: string) => checked(item.charAt(0) + company + item.slice(1));

/** Scheme → its parts as a Digital Link (EPC Tag Data Standard 2.0, 6.3; GS1 Digital Link, 4.8). */
const readers: Readonly<Record<string, Reader>> = {
  sgtin: ([company = '', item = '', serial = '']) =>
    link('01', gtin(company, item), serial ? [{ key: '21', value: serial }] : []),
  lgtin: ([company = '', item = '', lot = '']) => link('01', gtin(company, item), [{ key: '10', value: lot }]),
  upui: ([company = '', item = '', serial = '']) =>
    link('01', gtin(company, item), serial ? [{ key: '235', value: serial }] : []),
  itip: ([company = '', item = '', piece = '', total = '', serial = '']) =>
    link('8006', gtin(company, item) + piece + total, serial ? [{ key: '21', value: serial }] : []),
  sscc: ([company = '', serial = '']) => link('00', checked(serial.charAt(0) + company + serial.slice(1))),
  sgln: ([company = '', location = '', extension = '']) =>
    link('414', checked(company + location), extension === '0' ? [] : [{ key: '254', value: extension }]),
  pgln: ([company = '', party = '']) => link('417', checked(company + party)),
  grai: ([company = '', type = '', serial = '']) => link('8003', `0${checked(company + type)}${serial}`),
  giai: ([company = '', asset = '']) => link('8004', company + asset),
  gsrn: ([company = '', service = '']) => link('8018', checked(company + service)),
  gsrnp: ([company = '', service = '']) => link('8017', checked(company + service)),
  gdti: ([company = '', type = '', serial = '']) => link('253', checked(company + type) + serial),
  sgcn: ([company = '', coupon = '', serial = '']) => link('255', checked(company + coupon) + serial),
  ginc: ([company = '', consignment = '']) => link('401', company + consignment),
  gsin: ([company = '', shipment = '']) => link('402', checked(company + shipment)),
  cpi: ([company = '', part = '', serial = '']) =>
    link('8010', company + part, serial ? [{ key: '8011', value: serial }] : []),
};

const urn = /^urn:epc:(id|class|idpat):([a-z]+):(.+)$/;

/** Reads an EPC's URN; of a pattern that ends in `*` the class that it covers. `undefined` for what no key denotes. */
export function readEpcUrn(text: string): DigitalLink | undefined {
  const [, form, scheme = '', rest = ''] = urn.exec(text) ?? [];
  const reader = Object.hasOwn(readers, scheme) ? readers[scheme] : undefined;
  if (form === undefined || !reader) return undefined;
  const parts = rest.split('.');
  const fixed = form === 'idpat' ? parts.slice(0, parts.indexOf('*')) : parts;
  const serial = scheme === 'itip' ? 4 : 2;
  if (form === 'idpat' && (!parts.includes('*') || fixed.length < serial)) return undefined;
  // A serial may itself hold dots.
  const joined = [...fixed.slice(0, serial), ...(fixed.length > serial ? [fixed.slice(serial).join('.')] : [])];
  if (!joined.slice(0, serial).every((part) => /^[0-9]*$/.test(part) || ['giai', 'ginc', 'cpi'].includes(scheme)))
    return undefined;
  return reader(joined.map(decoded));
}

/** Of a pattern with more than one `*`: which canonical addresses it takes in. */
export function patternOfEpcUrn(text: string): RegExp | undefined {
  const [, form, scheme = '', rest = ''] = urn.exec(text) ?? [];
  if (form !== 'idpat') return undefined;
  const [company = '', item = '', serial = ''] = rest.split('.');
  if (!/^\d+$/.test(company) || serial !== '*') return undefined;
  if (scheme === 'sgtin' && item === '*')
    return new RegExp(`^https://id\\.gs1\\.org/01/\\d${company}\\d{${13 - company.length}}/21/`);
  const read = readEpcUrn(text);
  if (!read) return undefined;
  const path = `/${read.key}/${read.value}`;
  return new RegExp(`^https://id\\.gs1\\.org${path}${['253', '255', '8003'].includes(read.key) ? '' : '/'}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

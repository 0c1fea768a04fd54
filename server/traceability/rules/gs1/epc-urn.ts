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

/** What follows a company's prefix in a canonical address: how many digits with it, and how the address goes on. */
interface CompanyPattern {
  key: string;
  before?: string;
  digits?: number;
  after?: string;
}

/** Keys by their schemes, for patterns that take in all of a company, or of every company (EPC Tag Data Standard 2.0, 8). */
const ofCompany: Readonly<Record<string, CompanyPattern>> = {
  sgtin: { key: '01', before: '\\d', digits: 14, after: '/21/' },
  lgtin: { key: '01', before: '\\d', digits: 14, after: '/10/' },
  upui: { key: '01', before: '\\d', digits: 14, after: '/235/' },
  sscc: { key: '00', before: '\\d', digits: 18, after: '$' },
  sgln: { key: '414', digits: 13, after: '(/254/|$)' },
  pgln: { key: '417', digits: 13, after: '$' },
  grai: { key: '8003', before: '0', digits: 14 },
  giai: { key: '8004' },
  gsrn: { key: '8018', digits: 18, after: '$' },
  gsrnp: { key: '8017', digits: 18, after: '$' },
  gdti: { key: '253', digits: 13 },
  sgcn: { key: '255', digits: 13 },
  ginc: { key: '401' },
  gsin: { key: '402', digits: 17, after: '$' },
  cpi: { key: '8010' },
};

/** Which canonical addresses a pattern takes in; only whole parts at its end may be `*`. */
export function patternOfEpcUrn(text: string): RegExp | undefined {
  const [, form, scheme = '', rest = ''] = urn.exec(text) ?? [];
  if (form !== 'idpat') return undefined;
  const [company = '', ...parts] = rest.split('.');
  const every = parts.length > 0 && parts.every((part) => part === '*');
  if (every && /^(\d{6,12}|\*)$/.test(company)) return patternOfCompany(scheme, company === '*' ? '' : company);
  const read = /^\d+$/.test(company) && parts.at(-1) === '*' ? readEpcUrn(text) : undefined;
  if (!read) return undefined;
  const end = ['253', '255', '8003'].includes(read.key) ? '' : read.key === '414' ? '(/254/|$)' : '/';
  return new RegExp(`^https://id\\.gs1\\.org/${read.key}/${read.value}${end}`);
}

function patternOfCompany(scheme: string, company: string): RegExp | undefined {
  const pattern = Object.hasOwn(ofCompany, scheme) ? ofCompany[scheme] : undefined;
  if (!pattern) return undefined;
  const { key, before = '', digits, after = '' } = pattern;
  const others = digits === undefined ? '' : `\\d{${digits - (before ? 1 : 0) - company.length}}`;
  return new RegExp(`^https://id\\.gs1\\.org/${key}/${before}${company}${others}${after}`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

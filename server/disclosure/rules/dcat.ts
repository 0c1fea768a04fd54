import { addressOf, type Catalogue, type Dataset, type DatasetId } from './catalogue.ts';

interface Facts {
  /** The platform's address in front of a path. */
  absolute(path: string): string;
  /** When a dataset's newest record changed; `null` while it has none. */
  changedAt: ReadonlyMap<DatasetId, Date | null>;
}

type Json = Record<string, unknown>;

const mediaTypes = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const vocabularies = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const language = [
  { '@id': 'http://publications.europa.eu/resource/authority/language/ZHO' },
  { '@id': 'http://publications.europa.eu/resource/authority/language/ENG' },
];

/** The catalogue in the W3C's Data Catalog Vocabulary (DCAT 3), as JSON-LD. */
export function dcatOf(catalogue: Catalogue, facts: Facts): Json {
  const newest = latest([...facts.changedAt.values()]);
  return {
    '@context': vocabularies,
    '@id': facts.absolute(addressOf.catalogue),
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(catalogue.title),
    'dct:description': inBoth(catalogue.description),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inBoth(catalogue.publisher) },
    'dct:license': { '@id': catalogue.license.url },
    'dct:language': language,
    ...modified(newest),
    'foaf:homepage': { '@id': facts.absolute(addressOf.page) },
    'dcat:dataset': catalogue.datasets.map((dataset) => datasetNode(dataset, catalogue, facts)),
  };
}

function datasetNode(dataset: Dataset, { license, publisher }: Catalogue, { absolute, changedAt }: Facts): Json {
  const { id, title, description, keywords, forms } = dataset;
  const changed = modified(changedAt.get(id) ?? null);
  return {
    '@id': absolute(addressOf.rows(id)),
    '@type': 'dcat:Dataset',
    'dct:identifier': id,
    'dct:title': inBoth(title),
    'dct:description': inBoth(description),
    'dcat:keyword': [...keywords.zh.map(tagged('zh')), ...keywords.en.map(tagged('en'))],
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inBoth(publisher) },
    'dct:license': { '@id': license.url },
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/CONT' },
    ...changed,
    'dcat:distribution': forms.map((form) => ({
      '@type': 'dcat:Distribution',
      'dct:title': inBoth(title),
      'dct:license': { '@id': license.url },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[form]}` },
      'dcat:accessURL': { '@id': absolute(addressOf.page) },
      'dcat:downloadURL': { '@id': absolute(addressOf.download(id, form)) },
      ...changed,
    })),
  };
}

export function latest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((newest, time) => (time && (!newest || time > newest) ? time : newest), null);
}

function modified(at: Date | null): Json {
  return at ? { 'dct:modified': { '@type': 'xsd:dateTime', '@value': at.toISOString() } } : {};
}

function tagged(code: 'zh' | 'en') {
  return (value: string) => ({ '@language': code, '@value': value });
}

function inBoth({ zh, en }: { zh: string; en: string }) {
  return [tagged('zh')(zh), tagged('en')(en)];
}

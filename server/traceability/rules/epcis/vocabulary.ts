import data from '../../epcis/data/vocabularies.json' with { type: 'json' };

export type Vocabulary = keyof typeof data.vocabularies;

const bareWord = /^[A-Za-z0-9_]+$/;

/** The one form under which a value is compared and hashed: the web address of a standard value, any other as it is. */
export function canonicalValue(vocabulary: Vocabulary, value: string): string {
  const { urn, web } = data.vocabularies[vocabulary];
  if (bareWord.test(value)) return web + value;
  if (value.startsWith(urn)) return web + value.slice(urn.length);
  if (value.startsWith('cbv:')) return `https://ref.gs1.org/cbv/${value.slice('cbv:'.length)}`;
  return value;
}

/** The form that JSON asks for: the bare word of a standard value. */
export function bareValue(vocabulary: Vocabulary, value: string): string {
  const { web } = data.vocabularies[vocabulary];
  const canonical = canonicalValue(vocabulary, value);
  return canonical.startsWith(web) ? canonical.slice(web.length) : value;
}

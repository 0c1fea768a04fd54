import data from '../../epcis/data/vocabularies.json' with { type: 'json' };
import { fullValue, ofTheStandard, type Prefixes } from './names.ts';

export type Vocabulary = keyof typeof data.vocabularies;

const bareWord = /^[A-Za-z0-9_]+$/;

/** The one form under which a value is compared and hashed: the web address of a standard value, any other in full. */
export function canonicalValue(vocabulary: Vocabulary, value: string, prefixes: Prefixes = ofTheStandard): string {
  const { urn, web } = data.vocabularies[vocabulary];
  if (bareWord.test(value)) return web + value;
  if (value.startsWith(urn)) return web + value.slice(urn.length);
  return fullValue(value, prefixes);
}

/** The form that JSON asks for: the bare word of a standard value. */
export function bareValue(vocabulary: Vocabulary, value: string): string {
  const { web } = data.vocabularies[vocabulary];
  const canonical = canonicalValue(vocabulary, value);
  return canonical.startsWith(web) ? canonical.slice(web.length) : value;
}

import data from '../../epcis/data/prefixes.json' with { type: 'json' };

/** Prefix → namespace, of one document or request. */
export type Prefixes = Readonly<Record<string, string>>;

export const ofTheStandard: Prefixes = data.prefixes;
const sameNamespaces = Object.entries(data.sameAs.namespaces);

/** The prefixes that a document's `@context` declares, beside those of the standard's own context. */
export function prefixesOf(context: unknown): Prefixes {
  const parts = Array.isArray(context) ? context : [context];
  const declared = parts.flatMap((part) =>
    typeof part === 'object' && part !== null
      ? Object.entries(part as Record<string, unknown>).flatMap(([prefix, term]): [string, string][] => {
          const namespace = namespaceOf(term);
          return namespace === undefined || prefix.startsWith('@') ? [] : [[prefix, namespace]];
        })
      : [],
  );
  return { ...ofTheStandard, ...Object.fromEntries(declared) };
}

/** A prefix is declared by its namespace, or by a term definition with it (JSON-LD 1.1, 9.15). */
function namespaceOf(term: unknown): string | undefined {
  const id = typeof term === 'object' && term !== null ? (term as { '@id'?: unknown })['@id'] : term;
  return typeof id === 'string' ? id : undefined;
}

/** The prefixes of a request's `GS1-Extensions: prefix=namespace,…`. */
export function prefixesOfHeader(header: string | undefined): Prefixes {
  const pairs = (header ?? '').split(',').flatMap((pair): [string, string][] => {
    const [prefix = '', ...rest] = pair.trim().split('=');
    return prefix && rest.length > 0 ? [[prefix, rest.join('=')]] : [];
  });
  return { ...ofTheStandard, ...Object.fromEntries(pairs) };
}

/**
 * What a value means whose prefix a `@context` declares (JSON-LD 1.1, 5.2): `ex:foo` and the full address are one; namespaces
 * that are known by several addresses are read as one. Any other text stays as it is.
 */
export function fullValue(value: string, prefixes: Prefixes): string {
  const colon = value.indexOf(':');
  const rest = value.slice(colon + 1);
  const prefix = value.slice(0, Math.max(colon, 0));
  const known = !rest.startsWith('//') && Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  return asOneNamespace(known === undefined ? value : known + rest);
}

function asOneNamespace(address: string): string {
  const [from, to] = sameNamespaces.find(([namespace]) => address.startsWith(namespace)) ?? ['', ''];
  return to + address.slice(from.length);
}

export interface FullName {
  namespace: string;
  name: string;
}

/**
 * Which field a name means: two documents may use different prefixes for one namespace, so prefixes are never compared.
 * `undefined` for a prefix that nobody declared, and for a name without one.
 */
export function fullName(name: string, prefixes: Prefixes): FullName | undefined {
  const hash = name.indexOf('#');
  if (hash > 0 && name.includes(':')) return { namespace: name.slice(0, hash), name: name.slice(hash + 1) };
  const colon = name.indexOf(':');
  if (colon <= 0) return undefined;
  const prefix = name.slice(0, colon);
  const known = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  if (known !== undefined) return { namespace: known, name: name.slice(colon + 1) };
  if (!/^(https?|urn)$/.test(prefix)) return undefined;
  const end = Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1;
  return { namespace: name.slice(0, end), name: name.slice(end) };
}

/** One text for one attribute of master data, whichever prefix names it; a name without one stays as it is. */
export function attributeKey(name: string, prefixes: Prefixes): string {
  const full = fullName(name, prefixes);
  return full ? fieldKey(full) : name;
}

/** One text for one field: the namespace without what ends it, `#`, the name. */
export function fieldKey({ namespace, name }: FullName): string {
  return `${asOneNamespace(namespace).replace(/[/#:]$/, '')}#${name}`;
}

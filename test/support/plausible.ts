import type { Interface, Schema } from './openapi.ts';

/** Texts that some field takes, the likelier first. */
export interface Known {
  /** By the name of the field. */
  byName: Readonly<Record<string, string>>;
  /** Tried in this order wherever a pattern asks for something. */
  others: readonly string[];
  /** Names of optional fields that go with no other. */
  absent: readonly string[];
}

/** Names by which records are told apart: a new one each time. */
const own = ['id', 'username', 'code'];

let made = 0;

/** A value that the schema takes, as far as one can tell from the schema; all its fields are there. */
export function plausible(schema: Schema, known: Known, resolve: Interface['resolve'], name = ''): unknown {
  const asked = resolve(schema);
  const within = (inner: Schema) => plausible(inner, known, resolve, name);
  if (asked.const !== undefined) return asked.const;
  if (asked.enum) return asked.enum.find((value) => value === known.byName[name]) ?? asked.enum[0];
  if (asked.anyOf) return within(asked.anyOf[0] ?? {});
  if (asked.type === 'object')
    return Object.fromEntries(
      Object.entries(asked.properties ?? {})
        .filter(([key]) => !known.absent.includes(key))
        .map(([key, inner]) => [key, plausible(inner, known, resolve, key)]),
    );
  if (asked.type === 'array') return [within(asked.items ?? {})];
  if (asked.type === 'boolean') return true;
  if (asked.type === 'integer' || asked.type === 'number') return Math.max(1, asked.minimum ?? 1);
  return text(asked, known, name);
}

/** Whether a field takes whatever one writes. */
export function isFreeText({ type, pattern, format, enum: values }: Schema): boolean {
  return type === 'string' && !pattern && !format && !values;
}

function text(schema: Schema, { byName, others }: Known, name: string): string {
  const { pattern, format, minLength = 0 } = schema;
  const fits = (value: string) => value.length >= minLength && (!pattern || new RegExp(pattern, 'u').test(value));
  const wished = own.includes(name) ? `fresh-${++made}` : byName[name];
  if (wished !== undefined && fits(wished)) return wished;
  if (format === 'date-time') return '2026-05-03T08:00:00Z';
  return (isFreeText(schema) ? undefined : others.find(fits)) ?? 'plausible text';
}

/** The schema of what stands at that place of a body. */
export function schemaAt(schema: Schema, path: readonly string[], resolve: Interface['resolve']): Schema {
  const asked = resolve(schema);
  const [key, ...rest] = path;
  if (key === undefined) return asked.anyOf ? resolve(asked.anyOf[0] ?? {}) : asked;
  return schemaAt((asked.type === 'array' ? asked.items : asked.properties?.[key]) ?? {}, rest, resolve);
}

/** Where values stand within a value, as paths of keys: the leaves first, then what holds them. */
export function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const below = Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((path) => [key, ...path]));
  return [...below, []];
}

/** The JSON of the value with something else at that place, written as it is. */
export function withAt(value: unknown, path: readonly string[], json: string): string {
  const [key, ...rest] = path;
  if (key === undefined) return json;
  const record = value as Record<string, unknown>;
  const inner = withAt(record[key], rest, json);
  if (Array.isArray(value)) return `[${inner}]`;
  const fields = Object.entries(record).map(([name, other]) => [name, name === key ? inner : JSON.stringify(other)]);
  return `{${fields.map(([name, written]) => `${JSON.stringify(name)}:${written}`).join(',')}}`;
}

/** What stands there; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}

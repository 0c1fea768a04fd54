import type { Schema } from 'mongoose';
import type { PersonalKind } from './mask.ts';

/** How a field is marked as personal. Encryption, masking, the audit log's silence and the tests derive from this alone. */
export interface Marking {
  kind: PersonalKind;
  /** Personal only in records whose other field has this value: a smallholder's name, not a company's. */
  onlyWhen?: { field: string; equals: string };
  /** The field that holds a keyed hash of the value, so that the record can be found by it. */
  lookup?: string;
}

export interface PersonalPath extends Marking {
  /** Dotted, as Mongoose names it. */
  path: string;
}

/** Marks a text field of a schema as personal: `phone: personal('phone')`. The model needs `protectPersonal(schema)`. */
export function personal(kind: PersonalKind, how: Omit<Marking, 'kind'> & { required?: boolean } = {}) {
  const { required, ...marking } = how;
  return { type: String, ...(required && { required }), personal: { kind, ...marking } satisfies Marking };
}

const known = new WeakMap<Schema, PersonalPath[]>();

/** The personal fields of a schema. */
export function personalPaths(schema: Schema): PersonalPath[] {
  const found = known.get(schema);
  if (found) return found;
  const paths: PersonalPath[] = [];
  schema.eachPath((path, { options, schema: inner }: { options?: { personal?: Marking }; schema?: Schema }) => {
    if (options?.personal) paths.push({ path, ...options.personal });
    if (inner && personalPaths(inner).length > 0)
      throw new Error(`${path} holds personal data inside an array; give them a place in the record itself`);
  });
  known.set(schema, paths);
  return paths;
}

/** Top-level fields that hold something personal, and the hashes made of it. */
export function personalFields(schema: Schema): string[] {
  return personalPaths(schema).flatMap(({ path, lookup }) => [path.split('.')[0] ?? path, ...(lookup ? [lookup] : [])]);
}

/** Whether the marking holds for this record. */
export function isPersonalIn(record: object, { onlyWhen }: Marking): boolean {
  return !onlyWhen || valueAt(record, onlyWhen.field) === onlyWhen.equals;
}

/** The value at a dotted path. */
export function valueAt(record: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], record);
}

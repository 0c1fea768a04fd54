import { EngineError } from '../errors.ts';
import { type Path, parsePath } from '../query/path.ts';
import { elements, items, readField, type, type Value } from '../values/bson.ts';
import { nullValue, undefinedValue } from '../values/build.ts';
import { encodeCompoundKey } from '../values/key.ts';
import { readDouble } from '../values/numbers.ts';

export type IndexField = { path: Path; descending: boolean };

export function parseKeyPattern(pattern: Value): IndexField[] {
  return elements(pattern).map(({ name, value }) => ({ path: parsePath(name), descending: readDouble(value) < 0 }));
}

/** The keys of a document under some fields, and for each field the path prefixes at which arrays were met. */
export type IndexKeys = { keys: IndexKey[]; arrays: Map<number, Set<string>> };

/** A key and the values it was made of; a missing one is undefined. */
export type IndexKey = { bytes: Buffer; values: (Value | undefined)[] };

type Pending = { field: number; part: number };
type Found = Pending & { array: Value };

/**
 * Generates a document's index keys as MongoDB does: one for each element of an array, an empty array as undefined,
 * nested arrays whole, missing as null; two different arrays in one key are refused (171).
 */
export function indexKeys(fields: readonly IndexField[], document: Value, sparse = false): IndexKeys {
  const keys: IndexKey[] = [];
  const arrays = new Map<number, Set<string>>();
  const descending = fields.map((field) => field.descending);

  const emit = (values: (Value | undefined)[]): void => {
    if (sparse && values.every((value) => value === undefined)) return;
    const present = values.map((value) => value ?? nullValue);
    keys.push({ bytes: encodeCompoundKey(present, descending), values: [...values] });
  };

  const generate = (bytes: Buffer, start: number, pending: Pending[], values: (Value | undefined)[]): void => {
    const found: Found[] = [];
    for (const { field, part } of pending) {
      const outcome = resolve(bytes, start, fields[field] as IndexField, part);
      if (outcome.array) found.push({ field, part: outcome.part, array: outcome.array });
      else values[field] = outcome.value;
    }
    const [first] = found;
    if (!first) {
      emit(values);
      return;
    }
    const other = found.find(({ array }) => array.start !== first.array.start);
    if (other) throw parallelArrays(fields, first, other);
    for (const { field, part } of found) remember(arrays, field, (fields[field] as IndexField).path, part);
    const elements = items(first.array);
    if (elements.length === 0) {
      emit(emptyArray(fields, found, values));
      return;
    }
    for (const element of elements) {
      const next = [...values];
      const deeper: Pending[] = [];
      for (const { field, part } of found) {
        const atEnd = part === (fields[field] as IndexField).path.names.length;
        if (atEnd) next[field] = element;
        else if (element.type === type.object) deeper.push({ field, part });
        else next[field] = undefined;
      }
      if (deeper.length === 0) emit(next);
      else generate(element.bytes, element.start, deeper, next);
    }
  };

  generate(
    document.bytes,
    document.start,
    fields.map((_, field) => ({ field, part: 0 })),
    new Array(fields.length).fill(undefined),
  );
  return { keys: keys.length > 1 ? distinct(keys) : keys, arrays };
}

function resolve(
  bytes: Buffer,
  start: number,
  field: IndexField,
  from: number,
): { value?: Value; array?: Value; part: number } {
  const { names } = field.path;
  let at = start;
  for (let part = from; part < names.length; part++) {
    const value = readField(bytes, at, names[part] as Buffer);
    if (value?.type === type.array) return { array: value, part: part + 1 };
    if (part === names.length - 1) return value ? { value, part } : { part };
    if (value?.type !== type.object) return { part };
    at = value.start;
  }
  return { part: names.length };
}

function remember(arrays: Map<number, Set<string>>, field: number, path: Path, part: number): void {
  const prefixes = arrays.get(field) ?? new Set<string>();
  prefixes.add(path.parts.slice(0, part).join('.'));
  arrays.set(field, prefixes);
}

function emptyArray(
  fields: readonly IndexField[],
  found: Found[],
  values: (Value | undefined)[],
): (Value | undefined)[] {
  const next = [...values];
  for (const { field, part } of found) {
    next[field] = part === (fields[field] as IndexField).path.names.length ? undefinedValue : undefined;
  }
  return next;
}

function parallelArrays(fields: readonly IndexField[], first: Found, other: Found): EngineError {
  const name = ({ field, part }: Found): string => (fields[field] as IndexField).path.parts[part - 1] ?? '';
  return new EngineError(171, `cannot index parallel arrays [${name(other)}] [${name(first)}]`);
}

function distinct(keys: IndexKey[]): IndexKey[] {
  const byText = new Map(keys.map((key) => [key.bytes.toString('latin1'), key]));
  return [...byText.values()];
}

/** The key a document sorts by: its smallest key in the direction asked, over all elements of arrays. */
export function sortKey(fields: readonly IndexField[], document: Value): Buffer {
  const { keys } = indexKeys(fields, document);
  let smallest = (keys[0] as IndexKey).bytes;
  for (const { bytes } of keys) if (Buffer.compare(bytes, smallest) < 0) smallest = bytes;
  return smallest;
}

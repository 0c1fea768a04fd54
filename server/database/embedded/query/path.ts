import { EngineError } from '../errors.ts';
import { items, readField, type, type Value } from '../values/bson.ts';

/** A dotted path, split once. */
export type Path = { text: string; parts: string[]; names: Buffer[]; numeric: boolean[] };

export function parsePath(text: string): Path {
  const parts = text.split('.');
  return {
    text,
    parts,
    names: parts.map((part) => Buffer.from(part)),
    numeric: parts.map((part) => /^(0|[1-9]\d*)$/.test(part)),
  };
}

/** The parts of a path that names a field to read or to make. Throws where a part is empty or begins with `$`. */
export function fieldPathParts(text: string): string[] {
  if (text === '') throw new EngineError(40352, 'FieldPath cannot be constructed with empty string');
  if (text.endsWith('.')) throw new EngineError(40353, "FieldPath must not end with a '.'.");
  const parts = text.split('.');
  if (parts.includes('')) throw new EngineError(15998, 'FieldPath field names may not be empty strings.');
  const dollar = parts.find((part) => part.startsWith('$'));
  if (dollar !== undefined)
    throw new EngineError(16410, `FieldPath field names may not start with '$'. Field: ${dollar}`);
  return parts;
}

/** `position` is that of the element of the outermost array the path led through on its own. */
type Visit = (value: Value | undefined, position: number | undefined) => boolean;

/**
 * Visits the values a query's path leads to, as MongoDB does: through arrays of documents, by array positions, and
 * (with `intoLeafArrays`) each element of an array at the end of the path and then the array itself. A path that
 * ends nowhere visits `undefined`. Stops and gives true at the first visit that does.
 */
export function visitPath(
  bytes: Buffer,
  start: number,
  path: Path,
  intoLeafArrays: boolean,
  visit: Visit,
  from = 0,
  position?: number,
): boolean {
  let at = start;
  const last = path.names.length - 1;
  for (let index = from; index <= last; index++) {
    const value = readField(bytes, at, path.names[index] as Buffer);
    if (value === undefined) return visit(undefined, position);
    if (value.type === type.array) return visitArray(value, path, index + 1, intoLeafArrays, visit, position);
    if (index === last) return visit(value, position);
    if (value.type !== type.object) return visit(undefined, position);
    at = value.start;
  }
  return false;
}

function visitArray(
  array: Value,
  path: Path,
  next: number,
  intoLeafArrays: boolean,
  visit: Visit,
  outer: number | undefined,
): boolean {
  const members = items(array);
  if (next === path.names.length) {
    if (intoLeafArrays) {
      for (const [index, item] of members.entries()) if (visit(item, outer ?? index)) return true;
    }
    return visit(array, outer);
  }
  const wanted = path.numeric[next] ? Number(path.parts[next]) : -1;
  for (const [index, item] of members.entries()) {
    if (
      item.type === type.object &&
      visitPath(item.bytes, item.start, path, intoLeafArrays, visit, next, outer ?? index)
    )
      return true;
    if (index !== wanted) continue;
    if (next + 1 === path.names.length) {
      if (visit(item, outer ?? index)) return true;
    } else if (item.type === type.array) {
      if (visitArray(item, path, next + 1, intoLeafArrays, visit, outer)) return true;
    }
    // A document at that position is descended into with the rest of the path, too.
    else if (
      item.type === type.object &&
      visitPath(item.bytes, item.start, path, intoLeafArrays, visit, next + 1, outer)
    )
      return true;
  }
  return false;
}

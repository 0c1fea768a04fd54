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

type Visit = (value: Value | undefined) => boolean;

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
): boolean {
  let at = start;
  const last = path.names.length - 1;
  for (let index = from; index <= last; index++) {
    const value = readField(bytes, at, path.names[index] as Buffer);
    if (value === undefined) return visit(undefined);
    if (value.type === type.array) return visitArray(value, path, index + 1, intoLeafArrays, visit);
    if (index === last) return visit(value);
    if (value.type !== type.object) return visit(undefined);
    at = value.start;
  }
  return false;
}

function visitArray(array: Value, path: Path, next: number, intoLeafArrays: boolean, visit: Visit): boolean {
  if (next === path.names.length) {
    if (intoLeafArrays) {
      for (const item of items(array)) if (visit(item)) return true;
    }
    return visit(array);
  }
  const position = path.numeric[next] ? Number(path.parts[next]) : -1;
  let index = 0;
  for (const item of items(array)) {
    if (item.type === type.object && visitPath(item.bytes, item.start, path, intoLeafArrays, visit, next)) return true;
    if (index++ !== position) continue;
    if (next + 1 === path.names.length) {
      if (visit(item)) return true;
    } else if (item.type === type.array && visitArray(item, path, next + 1, intoLeafArrays, visit)) return true;
    // A document at that position is descended into with the rest of the path, too.
    else if (item.type === type.object && visitPath(item.bytes, item.start, path, intoLeafArrays, visit, next + 1))
      return true;
  }
  return false;
}

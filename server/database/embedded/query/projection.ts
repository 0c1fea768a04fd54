import { parseExpression } from '../aggregation/expression.ts';
import type { Scope } from '../aggregation/scope.ts';
import { EngineError, unsupported } from '../errors.ts';
import { elements, field, items, readField, type, typeNames, type Value } from '../values/bson.ts';
import { arrayOf } from '../values/build.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { type Filter, isTruthy, parseElemMatch } from './filter.ts';
import { compileElement } from './match.ts';
import { parsePath } from './path.ts';
import { compileLocator } from './position.ts';
import { exclude, include, type Node, place } from './projection-tree.ts';

export type Projection = (document: Value) => Value;

/** What a `find` adds: its own operators, `.$` by the query's filter. */
export type FindProjection = { filter: Filter };

/** The operators which stand in a `find`'s projection alone. */
export const projectionOperators = ['$slice', '$elemMatch'];

type Parsed = {
  root: Node;
  kind?: 'inclusion' | 'exclusion';
  elementMatch: boolean;
  slice: boolean;
  id?: boolean;
  positional?: string;
  scope: Scope;
  find: FindProjection | undefined;
};

function isFlag(value: Value): boolean {
  return isNumber(value) || value.type === type.boolean;
}

function setKind(parsed: Parsed, kind: 'inclusion' | 'exclusion', path: string): void {
  if (parsed.kind && parsed.kind !== kind) {
    throw kind === 'exclusion'
      ? new EngineError(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
      : new EngineError(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
  }
  parsed.kind = kind;
}

function parseFlag(path: string, value: Value, parsed: Parsed): void {
  const included = isTruthy(value);
  if (parsed.find && path.split('.').includes('$')) {
    parsePositional(path, included, parsed);
    return;
  }
  if (path === '_id') parsed.id = included;
  else setKind(parsed, included ? 'inclusion' : 'exclusion', path);
  place(parsed.root, path, { included });
}

function parsePositional(path: string, included: boolean, parsed: Parsed): void {
  const end = path.length - 2;
  if (end < 1 || path.indexOf('.$') !== end)
    throw new EngineError(
      31394,
      "As of 4.4, it's illegal to specify positional operator in the middle of a path. Positional projection may only be used at the end.",
    );
  if (!included) throw new EngineError(31395, 'positional projection cannot be used with exclusion');
  if (parsed.positional !== undefined)
    throw new EngineError(31276, 'Cannot specify more than one positional projection per query.');
  if (parsed.elementMatch) throw new EngineError(31256, 'Cannot specify positional operator and $elemMatch.');
  setKind(parsed, 'inclusion', path);
  parsed.positional = path.slice(0, end);
  place(parsed.root, parsed.positional, { included: true });
}

function parseFields(document: Value, prefix: string, parsed: Parsed): void {
  for (const { name, value } of elements(document)) {
    const path = prefix + name;
    if (path.startsWith('$')) throw new EngineError(16410, "FieldPath field names may not start with '$'.");
    if (isFlag(value)) parseFlag(path, value, parsed);
    else parseMember(path, value, parsed);
  }
}

/** The bounds of `$slice: n` or `$slice: [skip, limit]`. */
function sliceBounds(operand: Value): { skip: number; limit: number } | undefined {
  if (isNumber(operand)) {
    const count = Math.trunc(readDouble(operand));
    return count < 0 ? { skip: count, limit: -count } : { skip: 0, limit: count };
  }
  const parts = operand.type === type.array ? items(operand) : [];
  const [skip, limit] = parts;
  if (!skip || !isNumber(skip)) return undefined;
  if (!limit || !isNumber(limit) || parts.length !== 2)
    throw new EngineError(28667, 'Invalid $slice syntax. The given syntax did not match the find() syntax.');
  if (readDouble(limit) <= 0)
    throw new EngineError(28724, `$slice limit must be positive, but is ${readDouble(limit)}`);
  return { skip: Math.trunc(readDouble(skip)), limit: Math.trunc(readDouble(limit)) };
}

function slicer({ skip, limit }: { skip: number; limit: number }): (value: Value) => Value {
  return (value) => {
    if (value.type !== type.array) return value;
    const members = items(value);
    const from = skip < 0 ? Math.max(0, members.length + skip) : skip;
    return arrayOf(members.slice(from, from + limit));
  };
}

function parseElementMatch(path: string, operand: Value, parsed: Parsed): void {
  if (operand.type !== type.object)
    throw new EngineError(31274, `elemMatch: Invalid argument, object required, but got ${typeNames[operand.type]}`);
  if (path.includes('.')) throw new EngineError(31275, 'Cannot use $elemMatch projection on a nested field');
  if (parsed.positional !== undefined)
    throw new EngineError(31255, 'Cannot specify positional operator and $elemMatch.');
  const filter = parseElemMatch(parsePath(path), operand);
  if (filter.kind !== 'path' || (filter.test.kind !== 'elementsMatch' && filter.test.kind !== 'elementMatches'))
    throw new EngineError(2, '$elemMatch needs an Object');
  const matches = compileElement(filter.test);
  const name = Buffer.from(path);
  parsed.elementMatch = true;
  place(parsed.root, path, {
    computed: (document) => {
      const array = readField(document.bytes, document.start, name);
      const found = array?.type === type.array ? items(array).find(matches) : undefined;
      return found && arrayOf([found]);
    },
  });
}

function parseMember(path: string, value: Value, parsed: Parsed): void {
  const members = value.type === type.object ? elements(value) : undefined;
  const first = members?.[0];
  if (first?.name === '$meta') throw unsupported('the projection operator $meta', 238);
  if (parsed.find && first?.name === '$elemMatch') {
    parseElementMatch(path, first.value, parsed);
    return;
  }
  const bounds = parsed.find && first?.name === '$slice' ? sliceBounds(first.value) : undefined;
  if (bounds) {
    parsed.slice = true;
    place(parsed.root, path, { changed: slicer(bounds) });
    return;
  }
  if (members && !first?.name.startsWith('$')) {
    if (members.length === 0)
      throw new EngineError(51270, `An empty sub-projection is not a valid value. Found empty object at path`);
    parseFields(value, `${path}.`, parsed);
    return;
  }
  if (parsed.kind === 'exclusion')
    throw new EngineError(31252, 'Cannot use expression other than $meta in exclusion projection');
  setKind(parsed, 'inclusion', path);
  place(parsed.root, path, { computed: parseExpression(value, parsed.scope) });
}

/** Where no field says so: `_id` decides, else `$slice` keeps the other fields and `$elemMatch` does not. */
function kindOf({ kind, id, slice, elementMatch }: Parsed): 'inclusion' | 'exclusion' {
  if (kind) return kind;
  if (id) return 'inclusion';
  return elementMatch && !slice ? 'inclusion' : 'exclusion';
}

/** The first array on the path keeps the element alone which made the document match. */
function keepPosition(document: Value, parts: readonly string[], position: number | undefined): Value {
  let value: Value | undefined = document;
  for (const [index, part] of parts.entries()) {
    value = value.type === type.object ? field(value, part) : undefined;
    if (!value) return document;
    if (value.type !== type.array) continue;
    const item = position === undefined ? undefined : items(value)[position];
    if (!item) {
      throw new EngineError(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    const root: Node = { fields: new Map() };
    place(root, parts.slice(0, index + 1).join('.'), { changed: () => arrayOf([item]) });
    return exclude(document, root);
  }
  return document;
}

/**
 * Parses an inclusion (with computed fields) or an exclusion; the kept fields stay in the document's order.
 * With `find` also its own operators: `.$`, `$elemMatch`, `$slice`.
 */
export function parseProjection(document: Value, scope: Scope, find?: FindProjection): Projection | undefined {
  const parsed: Parsed = { root: { fields: new Map() }, elementMatch: false, slice: false, scope, find };
  parseFields(document, '', parsed);
  const { root, positional } = parsed;
  if (root.fields.size === 0) return undefined;
  if (kindOf(parsed) === 'exclusion') return (source) => exclude(source, root);
  if (!root.fields.has('_id')) root.fields.set('_id', { fields: new Map(), included: true });
  const project: Projection = (source) => include(source, root, source);
  if (positional === undefined || !find) return project;
  const locate = compileLocator(find.filter);
  return (source) => keepPosition(project(source), positional.split('.'), locate(source).position);
}

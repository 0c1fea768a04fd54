import { type Expression, parseExpression } from '../aggregation/expression.ts';
import { EngineError, unsupported } from '../errors.ts';
import { type Element, elements, items, type, type Value } from '../values/bson.ts';
import { arrayOf, documentOf } from '../values/build.ts';
import { isNumber } from '../values/numbers.ts';
import { isTruthy } from './filter.ts';

export type Projection = (document: Value) => Value;

/** A projection as a tree of field names: leaves are kept, left out or computed. */
type Node = { fields: Map<string, Node>; included?: boolean; computed?: Expression };

const refusedOperators = new Set(['$slice', '$elemMatch', '$meta']);

function collision(path: string): EngineError {
  return new EngineError(31249, `Path collision at ${path}`);
}

function place(root: Node, path: string, leaf: Omit<Node, 'fields'>): void {
  const parts = path.split('.');
  if (parts.includes('')) throw new EngineError(40352, 'FieldPath cannot be constructed with empty string');
  let node = root;
  for (const [index, part] of parts.entries()) {
    if (part === '$' || part.startsWith('$[')) throw unsupported('the positional projection', 238);
    const existing = node.fields.get(part);
    const atEnd = index === parts.length - 1;
    if (existing && (atEnd || existing.included !== undefined || existing.computed)) throw collision(path);
    const next: Node = existing ?? { fields: new Map() };
    if (atEnd) Object.assign(next, leaf);
    node.fields.set(part, next);
    node = next;
  }
}

function isFlag(value: Value): boolean {
  return isNumber(value) || value.type === type.boolean;
}

type Parsed = { root: Node; kinds: Set<boolean>; computed: boolean; id?: boolean };

function parseFields(document: Value, prefix: string, parsed: Parsed): void {
  for (const { name, value } of elements(document)) {
    const path = prefix + name;
    if (path.startsWith('$')) throw new EngineError(16410, "FieldPath field names may not start with '$'.");
    if (isFlag(value)) {
      const included = isTruthy(value);
      if (path === '_id') parsed.id = included;
      else parsed.kinds.add(included);
      place(parsed.root, path, { included });
    } else parseMember(path, value, parsed);
  }
}

function parseMember(path: string, value: Value, parsed: Parsed): void {
  const members = value.type === type.object ? elements(value) : undefined;
  const first = members?.[0]?.name;
  if (first && refusedOperators.has(first)) throw unsupported(`the projection operator ${first}`, 238);
  if (members && !first?.startsWith('$')) {
    if (members.length === 0)
      throw new EngineError(51270, `An empty sub-projection is not a valid value. Found empty object at path`);
    parseFields(value, `${path}.`, parsed);
    return;
  }
  parsed.computed = true;
  if (path !== '_id') parsed.kinds.add(true);
  place(parsed.root, path, { computed: parseExpression(value) });
}

/** Parses an inclusion (with computed fields) or an exclusion; the kept fields stay in the document's order. */
export function parseProjection(document: Value): Projection | undefined {
  const parsed: Parsed = { root: { fields: new Map() }, kinds: new Set(), computed: false };
  parseFields(document, '', parsed);
  if (parsed.root.fields.size === 0) return undefined;
  if (parsed.kinds.size === 2) {
    throw new EngineError(31254, 'Cannot do exclusion on a field in inclusion projection');
  }
  const inclusive = parsed.kinds.size === 1 ? parsed.kinds.has(true) : (parsed.id ?? true) || parsed.computed;
  if (!inclusive) return (source) => exclude(source, parsed.root);
  if (!parsed.root.fields.has('_id')) parsed.root.fields.set('_id', { fields: new Map(), included: true });
  return (source) => include(source, parsed.root, source);
}

function exclude(source: Value, node: Node): Value {
  const kept: Element[] = [];
  for (const { name, value } of elements(source)) {
    const rule = node.fields.get(name);
    if (!rule) kept.push({ name, value });
    else if (rule.included) kept.push({ name, value });
    else if (rule.included === undefined) kept.push({ name, value: excludeWithin(value, rule) });
  }
  return documentOf(kept);
}

function excludeWithin(value: Value, node: Node): Value {
  if (value.type === type.object) return exclude(value, node);
  if (value.type === type.array) return arrayOf(items(value).map((item) => excludeWithin(item, node)));
  return value;
}

function include(source: Value, node: Node, root: Value): Value {
  const kept: Element[] = [];
  const met = new Set<string>();
  for (const { name, value } of elements(source)) {
    const rule = node.fields.get(name);
    // Computed fields come after the kept ones, even where the document has a field of that name.
    if (!rule || rule.included === false || rule.computed) continue;
    met.add(name);
    if (rule.included) kept.push({ name, value });
    else push(kept, name, includeWithin(value, rule, root));
  }
  for (const [name, rule] of node.fields) {
    if (met.has(name) || rule.included !== undefined) continue;
    if (rule.computed) push(kept, name, rule.computed(root));
    else if (hasComputed(rule)) push(kept, name, include(documentOf([]), rule, root));
  }
  return documentOf(kept);
}

function push(kept: Element[], name: string, value: Value | undefined): void {
  if (value) kept.push({ name, value });
}

function hasComputed(node: Node): boolean {
  return node.computed !== undefined || [...node.fields.values()].some(hasComputed);
}

function includeWithin(value: Value, node: Node, root: Value): Value | undefined {
  if (value.type === type.object) return include(value, node, root);
  if (value.type === type.array) {
    const kept = items(value).map((item) => includeWithin(item, node, root));
    return arrayOf(kept.filter((item) => item !== undefined));
  }
  // A scalar on the way is left out, unless something computed replaces it.
  return hasComputed(node) ? include(documentOf([]), node, root) : undefined;
}

/** `$addFields`: computed fields replace in place or are added at the end; documents on the way are merged. */
export function parseAddFields(document: Value): Projection {
  const root: Node = { fields: new Map() };
  const add = (fields: Value, prefix: string): void => {
    for (const { name, value } of elements(fields)) {
      const path = prefix + name;
      if (path.startsWith('$')) throw new EngineError(16410, "FieldPath field names may not start with '$'.");
      const members = value.type === type.object ? elements(value) : [];
      if (members.length > 0 && !members[0]?.name.startsWith('$')) add(value, `${path}.`);
      else place(root, path, { computed: parseExpression(value) });
    }
  };
  add(document, '');
  if (root.fields.size === 0)
    throw new EngineError(40177, 'Invalid $addFields :: caused by :: specification must have at least one field');
  return (source) => addWithin(source, root, source);
}

function addWithin(source: Value, node: Node, root: Value): Value {
  if (source.type === type.array) return arrayOf(items(source).map((item) => addWithin(item, node, root)));
  const kept: Element[] = [];
  const met = new Set<string>();
  for (const { name, value } of source.type === type.object ? elements(source) : []) {
    const rule = node.fields.get(name);
    met.add(name);
    if (!rule) kept.push({ name, value });
    else push(kept, name, rule.computed ? rule.computed(root) : addWithin(value, rule, root));
  }
  for (const [name, rule] of node.fields) {
    if (!met.has(name)) push(kept, name, rule.computed ? rule.computed(root) : addWithin(documentOf([]), rule, root));
  }
  return documentOf(kept);
}

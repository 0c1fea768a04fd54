import type { Expression } from '../aggregation/operator.ts';
import { EngineError } from '../errors.ts';
import { type Element, elements, items, type, type Value } from '../values/bson.ts';
import { arrayOf, documentOf } from '../values/build.ts';
import { fieldPathParts } from './path.ts';

/** A projection as a tree of field names: leaves are kept, left out, changed in place or computed. */
export type Node = {
  fields: Map<string, Node>;
  included?: boolean;
  changed?: (value: Value) => Value;
  computed?: Expression;
};

function isLeaf(node: Node): boolean {
  return node.included !== undefined || node.computed !== undefined || node.changed !== undefined;
}

/** Puts a leaf at its path; two leaves on one way collide (31249 when the new one is below, 31250 when above). */
export function place(root: Node, path: string, leaf: Omit<Node, 'fields'>): void {
  const parts = fieldPathParts(path);
  let node = root;
  for (const [index, part] of parts.entries()) {
    const existing = node.fields.get(part);
    const atEnd = index === parts.length - 1;
    if (existing && atEnd) throw new EngineError(31250, `Path collision at ${path}`);
    if (existing && isLeaf(existing))
      throw new EngineError(31249, `Path collision at ${path} remaining portion ${parts.slice(index + 1).join('.')}`);
    const next: Node = existing ?? { fields: new Map() };
    if (atEnd) Object.assign(next, leaf);
    node.fields.set(part, next);
    node = next;
  }
}

export function exclude(source: Value, node: Node): Value {
  const kept: Element[] = [];
  for (const { name, value } of elements(source)) {
    const rule = node.fields.get(name);
    if (!rule) kept.push({ name, value });
    else if (rule.included) kept.push({ name, value });
    else if (rule.changed) kept.push({ name, value: rule.changed(value) });
    else if (rule.computed) push(kept, name, rule.computed(source));
    else if (rule.included === undefined) kept.push({ name, value: excludeWithin(value, rule) });
  }
  return documentOf(kept);
}

function excludeWithin(value: Value, node: Node): Value {
  if (value.type === type.object) return exclude(value, node);
  if (value.type === type.array) return arrayOf(items(value).map((item) => excludeWithin(item, node)));
  return value;
}

export function include(source: Value, node: Node, root: Value): Value {
  const kept: Element[] = [];
  const met = new Set<string>();
  for (const { name, value } of elements(source)) {
    const rule = node.fields.get(name);
    // Computed fields come after the kept ones, even where the document has a field of that name.
    if (!rule || rule.included === false || rule.computed) continue;
    met.add(name);
    if (rule.included) kept.push({ name, value });
    else if (rule.changed) kept.push({ name, value: rule.changed(value) });
    else push(kept, name, includeWithin(value, rule, root));
  }
  for (const [name, rule] of node.fields) {
    if (met.has(name) || rule.included !== undefined || rule.changed) continue;
    if (rule.computed) push(kept, name, rule.computed(root));
    else if (hasComputed(rule)) push(kept, name, include(documentOf([]), rule, root));
  }
  return documentOf(kept);
}

export function push(kept: Element[], name: string, value: Value | undefined): void {
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

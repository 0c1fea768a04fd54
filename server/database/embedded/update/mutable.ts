import { EngineError } from '../errors.ts';
import { elements, items, type, Value } from '../values/bson.ts';
import { nullValue, Writer } from '../values/build.ts';
import { describe } from '../values/describe.ts';

/** A document or array opened for change; what is not on a changed path stays as the bytes it came in. */
export class MutableDocument {
  readonly fields = new Map<string, Node>();
}

export class MutableArray {
  readonly items: Node[] = [];
}

export type Node = Value | MutableDocument | MutableArray;

/** MongoDB's limit of nulls an update may pad an array with. */
const maximumPadding = 1_500_000;

export function openDocument(value: Value): MutableDocument {
  const document = new MutableDocument();
  for (const element of elements(value)) document.fields.set(element.name, element.value);
  return document;
}

function open(node: Node): Node {
  if (!(node instanceof Value)) return node;
  if (node.type === type.object) return openDocument(node);
  if (node.type !== type.array) return node;
  const array = new MutableArray();
  array.items.push(...items(node));
  return array;
}

function write(writer: Writer, name: string, node: Node): void {
  if (node instanceof Value) {
    writer.value(name, node);
    return;
  }
  writer.header(node instanceof MutableDocument ? type.object : type.array, name);
  writeBody(writer, node);
}

function writeBody(writer: Writer, node: MutableDocument | MutableArray): void {
  const start = writer.begin();
  if (node instanceof MutableDocument) for (const [name, member] of node.fields) write(writer, name, member);
  else for (const [index, member] of node.items.entries()) write(writer, String(index), member);
  writer.end(start);
}

export function closeNode(node: Node): Value {
  if (node instanceof Value) return node;
  const writer = new Writer(512);
  writeBody(writer, node);
  const bytes = writer.finish();
  return new Value(node instanceof MutableDocument ? type.object : type.array, bytes, 0, bytes.length);
}

export function isPosition(part: string): boolean {
  return /^(0|[1-9]\d{0,9})$/.test(part);
}

function child(node: Node, part: string): Node | undefined {
  if (node instanceof MutableDocument) return node.fields.get(part);
  if (node instanceof MutableArray) return isPosition(part) ? node.items[Number(part)] : undefined;
  return undefined;
}

function setChild(node: MutableDocument | MutableArray, part: string, value: Node): void {
  if (node instanceof MutableDocument) {
    node.fields.set(part, value);
    return;
  }
  const position = Number(part);
  if (position - node.items.length > maximumPadding) {
    throw new EngineError(2, `can't backfill more than ${maximumPadding} elements`);
  }
  while (node.items.length < position) node.items.push(nullValue);
  node.items[position] = value;
}

function element(node: Node, name: string): string {
  return `{${name}: ${describe(closeNode(node))}}`;
}

function notViable(node: Node, name: string, part: string): EngineError {
  return new EngineError(28, `Cannot create field '${part}' in element ${element(node, name)}`);
}

function notTraversable(node: Node, parts: readonly string[], index: number): EngineError {
  const [name, part] = [parts[index - 1] ?? '', parts[index] ?? ''];
  return new EngineError(
    28,
    `Cannot use the part (${part}) of (${parts.join('.')}) to traverse the element (${element(node, name)})`,
  );
}

/** The value at a path, and whether an array stands on the way to it. */
export function valueAt(root: MutableDocument, parts: readonly string[]): { value?: Value; arrayAt?: string } {
  let node: Node = root;
  for (const [index, part] of parts.entries()) {
    const found: Node | undefined = child(node, part);
    if (found === undefined) return {};
    node = open(found);
    if (node instanceof MutableArray && index < parts.length - 1) return { arrayAt: part };
  }
  return { value: closeNode(node) };
}

/** The array at a path, opened in its place; undefined where there is something else or nothing. */
export function openArrayAt(root: MutableDocument, parts: readonly string[]): Node | undefined {
  let node: Node = root;
  for (const part of parts) {
    const found: Node | undefined = child(node, part);
    if (found === undefined || node instanceof Value) return undefined;
    const next = open(found);
    if (!(next instanceof Value)) setChild(node, part, next);
    node = next;
  }
  return node;
}

/** What an operator does with the value at its path: a new value, nothing (`undefined`), or its removal. */
export type Change = Value | 'removed' | undefined;

/** What happens where a path leads nowhere: it is made, nothing is done, or nothing unless a scalar stands there. */
export type Missing = 'create' | 'ignore' | 'viable';

/** Changes the value at a path; 28 PathNotViable where a scalar or an array stands in the way and `missing` forbids it. */
export function changeAt(
  root: MutableDocument,
  parts: readonly string[],
  missing: Missing,
  change: (current: Value | undefined) => Change,
): void {
  let node: MutableDocument | MutableArray = root;
  for (const [index, part] of parts.entries()) {
    const atEnd = index === parts.length - 1;
    if (node instanceof MutableArray && !isPosition(part)) {
      if (missing === 'create') throw notViable(node, parts[index - 1] ?? '', part);
      if (missing === 'viable') throw notTraversable(node, parts, index);
      return;
    }
    const found = child(node, part);
    if (atEnd) {
      applyChange(node, part, found, change);
      return;
    }
    const next: Node = found === undefined ? new MutableDocument() : open(found);
    if (found === undefined && missing !== 'create') return;
    if (next instanceof Value) {
      if (missing === 'create') throw notViable(next, part, parts[index + 1] ?? '');
      if (missing === 'viable') throw notTraversable(next, parts, index + 1);
      return;
    }
    if (found === undefined) {
      // Made but not attached before the change is certain.
      const value = missingBranch(parts.slice(index + 1), change(undefined));
      if (value) setChild(node, part, value);
      return;
    }
    setChild(node, part, next);
    node = next;
  }
}

function missingBranch(parts: readonly string[], change: Change): Node | undefined {
  if (change === undefined || change === 'removed') return undefined;
  return parts.reduceRight<Node>((inner, part) => {
    const document = new MutableDocument();
    document.fields.set(part, inner);
    return document;
  }, change);
}

function applyChange(
  node: MutableDocument | MutableArray,
  part: string,
  found: Node | undefined,
  change: (current: Value | undefined) => Change,
): void {
  const result = change(found && closeNode(found));
  if (result === undefined) return;
  if (result !== 'removed') {
    setChild(node, part, result);
    return;
  }
  if (found === undefined) return;
  if (node instanceof MutableDocument) node.fields.delete(part);
  else node.items[Number(part)] = nullValue;
}

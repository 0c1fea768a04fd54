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

function notViable(node: Node, name: string, part: string): EngineError {
  return new EngineError(28, `Cannot create field '${part}' in element {${name}: ${describe(closeNode(node))}}`);
}

/** What an operator does with the value at its path: a new value, nothing (`undefined`), or its removal. */
export type Change = Value | 'removed' | undefined;

/**
 * Changes the value at a path. With `create` missing documents on the way are made (28 PathNotViable where a scalar
 * or an array stands in the way); without it a path that leads nowhere changes nothing.
 */
export function changeAt(
  root: MutableDocument,
  parts: readonly string[],
  create: boolean,
  change: (current: Value | undefined) => Change,
): void {
  let node: MutableDocument | MutableArray = root;
  for (const [index, part] of parts.entries()) {
    const atEnd = index === parts.length - 1;
    if (node instanceof MutableArray && !isPosition(part)) {
      if (create) throw notViable(node, parts[index - 1] ?? '', part);
      return;
    }
    const found = child(node, part);
    if (atEnd) {
      applyChange(node, part, found, change);
      return;
    }
    const next: Node = found === undefined ? new MutableDocument() : open(found);
    if (found === undefined && !create) return;
    if (next instanceof Value) {
      if (create) throw notViable(next, part, parts[index + 1] ?? '');
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

import { EngineError, unsupported } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { type Element, elements, field, sameBytes, type, type Value } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';
import { equalValues } from '../values/compare.ts';
import { describe } from '../values/describe.ts';
import { newObjectId } from '../values/object-id.ts';
import { changeAt, closeNode, isPosition, MutableDocument, openDocument } from './mutable.ts';
import {
  type Context,
  type Modification,
  nextTimestamp,
  refusedUpdateOperators,
  updateOperators,
} from './operators.ts';

type Step = { parts: string[]; modification: Modification };

/** A parsed update: a replacement, or modifications in the order MongoDB applies them. */
export type Update = { kind: 'replacement'; document: Value } | { kind: 'modifications'; steps: Step[] };

function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < left.length && index < right.length; index++) {
    const a = left[index] as string;
    const b = right[index] as string;
    if (a === b) continue;
    if (isPosition(a) && isPosition(b)) return Number(a) - Number(b);
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return left.length - right.length;
}

function parsePathParts(path: string): string[] {
  const parts = path.split('.');
  if (parts.includes('')) {
    throw new EngineError(
      56,
      path === ''
        ? 'An empty update path is not valid.'
        : `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const positional = parts.find((part) => part === '$' || /^\$\[.*\]$/.test(part));
  if (positional) throw unsupported(`the positional operator ${positional} in updates`);
  const dollar = parts.find((part) => part.startsWith('$'));
  if (dollar)
    throw new EngineError(
      52,
      `The dollar ($) prefixed field '${dollar}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  return parts;
}

function checkConflicts(steps: readonly Step[]): void {
  for (const [index, { parts }] of steps.entries()) {
    const previous = steps[index - 1]?.parts;
    if (previous && previous.length <= parts.length && previous.every((part, at) => part === parts[at])) {
      throw new EngineError(
        40,
        `Updating the path '${parts.join('.')}' would create a conflict at '${previous.join('.')}'`,
      );
    }
  }
}

function parseModifications(members: readonly Element[]): Update {
  const steps: Step[] = [];
  for (const { name: operator, value } of members) {
    const parser = updateOperators[operator];
    if (!parser) {
      if (refusedUpdateOperators.has(operator)) throw unsupported(`the update operator ${operator}`);
      throw new EngineError(
        9,
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (value.type !== type.object) {
      throw new EngineError(
        9,
        `Modifiers operate on fields but we found type ${value.type} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${describe(value)}}`,
      );
    }
    for (const { name, value: operand } of elements(value)) {
      steps.push({ parts: parsePathParts(name), modification: parser(operand, name) });
    }
  }
  steps.sort((left, right) => comparePaths(left.parts, right.parts));
  checkConflicts(steps);
  return { kind: 'modifications', steps };
}

export function parseUpdate(value: Value): Update {
  if (value.type === type.array) throw unsupported('updates by an aggregation pipeline');
  if (value.type !== type.object) throw new EngineError(9, 'Update argument must be either an object or an array');
  const members = elements(value);
  if (members[0]?.name.startsWith('$')) return parseModifications(members);
  const dollar = members.find(({ name }) => name.startsWith('$'));
  if (dollar)
    throw new EngineError(
      52,
      `The dollar ($) prefixed field '${dollar.name}' in '${dollar.name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  return { kind: 'replacement', document: value };
}

function withIdFirst(id: Value, members: readonly Element[]): Value {
  return documentOf([{ name: '_id', value: id }, ...members.filter(({ name }) => name !== '_id')]);
}

/** A zero timestamp at the top level stands for «now», as on insert. */
export function fillTimestamps(document: Value, now: number): Value {
  const isZero = ({ value }: Element): boolean =>
    value.type === type.timestamp && value.bytes.readBigUInt64LE(value.start) === 0n;
  const members = elements(document);
  if (!members.some((member) => member.name !== '_id' && isZero(member))) return document;
  return documentOf(
    members.map((member) =>
      member.name !== '_id' && isZero(member) ? { ...member, value: nextTimestamp(now) } : member,
    ),
  );
}

function replace(document: Value, replacement: Value, now: number): Value {
  const id = field(document, '_id');
  const given = field(replacement, '_id');
  if (id && given && !equalValues(id, given)) {
    throw new EngineError(
      66,
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describe(given)}`,
    );
  }
  if (!id) return replacement;
  return fillTimestamps(withIdFirst(given ?? id, elements(replacement)), now);
}

function modify(document: Value, steps: readonly Step[], inserting: boolean, context: Context): Value {
  const root = openDocument(document);
  for (const { parts, modification } of steps) {
    if (modification.operator === '$setOnInsert' && !inserting) continue;
    changeAt(root, parts, modification.creates, (current) => modification.change(current, context));
  }
  return closeNode(root);
}

/** The document after the update; the same object when nothing changes. Throws MongoDB's codes. */
export function applyUpdate(update: Update, document: Value, now: number): Value {
  const id = field(document, '_id');
  const changed =
    update.kind === 'replacement'
      ? replace(document, update.document, now)
      : modify(document, update.steps, false, { id, now });
  const after = field(changed, '_id');
  if (id && (!after || !equalValues(id, after))) {
    throw new EngineError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  checkSize(changed);
  return sameBytes(document, changed) ? document : changed;
}

export const maximumDocumentSize = 16 * 1024 * 1024;

export function checkSize(document: Value): void {
  const size = document.end - document.start;
  if (size <= maximumDocumentSize) return;
  throw new EngineError(
    10334,
    `BSONObj size: ${size} (0x${size.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB)`,
  );
}

function equalities(filter: Filter): { parts: string[]; operand: Value }[] {
  if (filter.kind === 'and') return filter.filters.flatMap(equalities);
  if (filter.kind === 'or' && filter.filters.length === 1) return filter.filters.flatMap(equalities);
  if (filter.kind !== 'path' || filter.test.kind !== 'compare' || filter.test.operator !== '$eq') return [];
  return [{ parts: filter.path.parts, operand: filter.test.operand }];
}

/** The document an upsert inserts: the query's equalities, then the update, `_id` first. */
export function upsertDocument(update: Update, filter: Filter, now: number): Value {
  const given = equalities(filter);
  const root = new MutableDocument();
  const taken = new Set<string>();
  for (const { parts, operand } of given) {
    const path = parts.join('.');
    if (update.kind === 'replacement' && path !== '_id') continue;
    const clash = [...taken].find(
      (other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
    );
    if (clash !== undefined)
      throw new EngineError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    taken.add(path);
    changeAt(root, parts, true, () => operand);
  }
  const base = closeNode(root);
  const queryId = field(base, '_id');
  const built =
    update.kind === 'replacement'
      ? fillTimestamps(update.document, now)
      : modify(base, update.steps, true, { id: queryId, now });
  const id = field(built, '_id') ?? queryId ?? newObjectId();
  if (queryId && !equalValues(queryId, id)) {
    throw new EngineError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const document = withIdFirst(id, elements(built));
  checkSize(document);
  return document;
}

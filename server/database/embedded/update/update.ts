import { emptyScope, type Scope } from '../aggregation/scope.ts';
import { EngineError } from '../errors.ts';
import { maximumDocumentSize } from '../limits.ts';
import { type Element, elements, field, items, sameBytes, type, type Value } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';
import { equalValues } from '../values/compare.ts';
import { describe } from '../values/describe.ts';
import { type ArrayFilters, parseArrayFilters } from './array-filters.ts';
import { expandPath } from './expand.ts';
import type { Context, Modification } from './modification.ts';
import { changeAt, closeNode, type MutableDocument, openDocument } from './mutable.ts';
import { updateOperators } from './operators.ts';
import { checkConflicts, comparePaths, type Part, parseUpdatePath } from './path.ts';
import { parsePipelineUpdate } from './pipeline-update.ts';
import { applyRename, parseRename, type Rename } from './rename.ts';
import { nextTimestamp } from './timestamp.ts';

type Step = { parts: Part[]; names: string[]; action: Modification | Rename };

/** A parsed update: a replacement, a pipeline, or modifications in the order MongoDB applies them. */
export type Update =
  | { kind: 'replacement'; document: Value }
  | { kind: 'pipeline'; change: (document: Value) => Value }
  | {
      kind: 'modifications';
      steps: Step[];
      filters: ArrayFilters;
      /** Whether some path has a `$`, for which the element must be known by which the query matched. */
      positional: boolean;
      /** Whether paths differ from document to document. */
      dynamic: boolean;
      /** The top-level fields which are set. */
      fields: Set<string>;
    };

export type UpdateOptions = { scope?: Scope; arrayFilters?: readonly Value[] | undefined };

function parseOperator(operator: string, value: Value): Step[] {
  const parser = Object.hasOwn(updateOperators, operator) ? updateOperators[operator] : undefined;
  if (!parser && operator !== '$rename') {
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
  return elements(value).map(({ name, value: operand }): Step => {
    if (parser) {
      const parts = parseUpdatePath(name);
      return { parts, names: name.split('.'), action: parser(operand, name) };
    }
    const rename = parseRename(name, operand);
    return { parts: parseUpdatePath(rename.to.join('.')), names: rename.to, action: rename };
  });
}

/** Every path an update changes, in order; throws 40 where two of them meet. */
function checkPaths(steps: readonly Step[]): void {
  const paths = steps.flatMap(({ names, action }) => ('from' in action ? [names, action.from] : [names]));
  checkConflicts(paths.sort(comparePaths));
}

function checkFilters(steps: readonly Step[], filters: ArrayFilters, members: readonly Element[]): void {
  const used = new Set<string>();
  for (const { parts, names } of steps) {
    for (const { kind, name } of parts) {
      if (kind !== 'filtered') continue;
      used.add(name);
      if (!filters.has(name))
        throw new EngineError(2, `No array filter found for identifier '${name}' in path '${names.join('.')}'`);
    }
  }
  for (const identifier of filters.keys()) {
    if (used.has(identifier)) continue;
    const update = `{ ${members.map(({ name, value }) => `${name}: ${describe(value)}`).join(', ')} }`;
    throw new EngineError(9, `The array filter for identifier '${identifier}' was not used in the update ${update}`);
  }
}

function isRemoval(action: Step['action']): boolean {
  return 'operator' in action && action.operator === '$unset';
}

function parseModifications(members: readonly Element[], arrayFilters: readonly Value[]): Update {
  const steps = members.flatMap(({ name, value }) => parseOperator(name, value));
  steps.sort((left, right) => comparePaths(left.names, right.names));
  checkPaths(steps);
  const filters = parseArrayFilters(arrayFilters);
  checkFilters(steps, filters, members);
  const has = (test: (part: Part) => boolean): boolean => steps.some(({ parts }) => parts.some(test));
  return {
    kind: 'modifications',
    steps,
    filters,
    positional: has(({ kind }) => kind === 'matched'),
    dynamic: has(({ kind }) => kind !== 'name'),
    fields: new Set(steps.filter(({ action }) => !isRemoval(action)).map(({ names }) => names[0] as string)),
  };
}

export function parseUpdate(value: Value, { scope = emptyScope, arrayFilters }: UpdateOptions = {}): Update {
  if (value.type === type.array) {
    if (arrayFilters) throw new EngineError(9, 'arrayFilters may not be specified for pipeline-syle updates');
    return { kind: 'pipeline', change: parsePipelineUpdate(items(value), scope) };
  }
  if (value.type !== type.object) throw new EngineError(9, 'Update argument must be either an object or an array');
  const members = elements(value);
  if (members[0]?.name.startsWith('$')) return parseModifications(members, arrayFilters ?? []);
  if (arrayFilters) throw new EngineError(9, 'arrayFilters may not be specified for replacement-style updates');
  return { kind: 'replacement', document: value };
}

export function withIdFirst(id: Value, members: readonly Element[]): Value {
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

/** Below the top level and in inserted documents a name may begin with `$`; an update cannot reach such a field. */
function checkNames(names: Iterable<string>): void {
  for (const name of names) {
    if (!name.startsWith('$')) continue;
    throw new EngineError(
      52,
      `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
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

type Modifications = Extract<Update, { kind: 'modifications' }>;

function applyStep(root: MutableDocument, path: readonly string[], action: Step['action'], context: Context): void {
  if ('from' in action) applyRename(root, action, context);
  else changeAt(root, path, action.missing, (current) => action.change(current, context));
}

function modify(
  document: Value,
  update: Modifications,
  inserting: boolean,
  context: Context & { matched?: number | undefined },
): Value {
  const root = openDocument(document);
  const touched: string[][] = [];
  if (!inserting) checkNames(update.fields);
  for (const { parts, names, action } of update.steps) {
    if ('operator' in action && action.operator === '$setOnInsert' && !inserting) continue;
    if (!update.dynamic) {
      applyStep(root, names, action, context);
      continue;
    }
    const paths = expandPath(root, parts, { matched: context.matched, filters: update.filters });
    touched.push(...paths);
    for (const path of paths) applyStep(root, path, action, context);
  }
  checkConflicts(touched.sort(comparePaths));
  return closeNode(root);
}

function changedBy(update: Update, document: Value, context: Context & { matched?: number | undefined }): Value {
  if (update.kind === 'replacement') {
    checkNames(elements(update.document).map(({ name }) => name));
    return replace(document, update.document, context.now);
  }
  if (update.kind === 'modifications') return modify(document, update, false, context);
  return replace(document, update.change(document), context.now);
}

/**
 * The document after the update; the same object when nothing changes. `matched` is the position a `$` stands for.
 * Throws MongoDB's codes.
 */
export function applyUpdate(update: Update, document: Value, now: number, matched?: number): Value {
  const id = field(document, '_id');
  const changed = changedBy(update, document, { id, now, matched });
  const after = field(changed, '_id');
  if (id && (!after || !equalValues(id, after))) {
    throw new EngineError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  checkSize(changed);
  return sameBytes(document, changed) ? document : changed;
}

export function checkSize(document: Value): void {
  const size = document.end - document.start;
  if (size <= maximumDocumentSize) return;
  throw new EngineError(
    10334,
    `BSONObj size: ${size} (0x${size.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB)`,
  );
}

/** What an upsert makes of the fields it takes from its query. */
export function insertedBy(update: Update, base: Value, now: number): Value {
  if (update.kind === 'replacement') return fillTimestamps(update.document, now);
  if (update.kind === 'pipeline') return fillTimestamps(update.change(base), now);
  return modify(base, update, true, { id: field(base, '_id'), now });
}

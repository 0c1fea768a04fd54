import { EngineError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { elements, field, type Value } from '../values/bson.ts';
import { equalValues } from '../values/compare.ts';
import { newObjectId } from '../values/object-id.ts';
import { changeAt, closeNode, MutableDocument } from './mutable.ts';
import { checkSize, insertedBy, type Update, withIdFirst } from './update.ts';

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
    if (update.kind === 'replacement' && parts[0] === '_id' && parts.length > 1)
      throw new EngineError(111, `field at '_id' must be exactly specified, field at sub-path '${path}' found`);
    if (update.kind === 'replacement' && path !== '_id') continue;
    const clash = [...taken].find(
      (other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
    );
    if (clash !== undefined)
      throw new EngineError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    taken.add(path);
    changeAt(root, parts, 'create', () => operand);
  }
  const base = closeNode(root);
  const queryId = field(base, '_id');
  const built = insertedBy(update, base, now);
  const id = field(built, '_id') ?? queryId ?? newObjectId();
  if (queryId && !equalValues(queryId, id)) {
    throw new EngineError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  const document = withIdFirst(id, elements(built));
  checkSize(document);
  return document;
}

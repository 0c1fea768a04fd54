import type { Collection, Index } from '../storage/catalog.ts';
import { readDocument } from '../storage/documents.ts';
import { scanRange, successor, type View } from '../storage/view.ts';
import { documentValue, type Value } from '../values/bson.ts';
import { encodeKey } from '../values/key.ts';
import { type Path, visitPath } from './path.ts';
import { conjunctsOf } from './plan.ts';
import { planOf, type Query } from './run.ts';
import type { IndexPlan } from './scan.ts';

/** The plan by which the query's documents can be counted without reading them, if there is one. */
export function countingPlan(collection: Collection, query: Query): IndexPlan | undefined {
  const plan = planOf(collection, query);
  return plan.kind === 'index' && plan.isExact() ? plan : undefined;
}

/** Counts the keys in a plan's ranges, up to `most`; yields now and then, so that others get their turn. */
export function* countKeys(view: View, { index, ranges }: IndexPlan, most: number): Generator<undefined, number> {
  let count = 0;
  for (const range of ranges) {
    for (const _entry of scanRange(view, index.space, range)) {
      if (count >= most) return count;
      count++;
      yield undefined;
    }
  }
  return count;
}

/** An index whose first field holds all values of the path, one for each document. */
export function distinctIndex(collection: Collection, path: Path, query: Query): Index | undefined {
  if (query.hint || conjunctsOf(query.filter).length > 0 || path.numeric.includes(true)) return undefined;
  return collection.indexes.find(
    ({ fields, ready, sparse, partial, shortened, arrays }) =>
      fields[0]?.path.text === path.text &&
      ready &&
      !sparse &&
      !partial &&
      !shortened &&
      arrays.every((prefixes) => prefixes.size === 0),
  );
}

function valueAt(document: Value, path: Path): Value | undefined {
  let found: Value | undefined;
  visitPath(document.bytes, document.start, path, false, (value) => {
    found = value;
    return true;
  });
  return found;
}

/** The different values of the index's first field, from key to key; undefined where it only moved on. */
export function* distinctValues(view: View, collection: Collection, index: Index): Generator<Value | undefined> {
  const [field] = index.fields;
  if (!field) return;
  let low: Buffer | undefined;
  for (;;) {
    let next: Buffer | undefined;
    for (const entry of scanRange(view, index.space, low ? { low } : {})) {
      const document = index.clustered ? documentValue(entry.value) : readDocument(view, collection, entry.value);
      const value = document && valueAt(document, field.path);
      yield value;
      // Missing fields stand among the nulls and are no value: look on for a null that is one.
      next = value ? successor(encodeKey(value, field.descending)) : Buffer.concat([entry.key, Buffer.from([0])]);
      break;
    }
    if (!next) return;
    low = next;
  }
}

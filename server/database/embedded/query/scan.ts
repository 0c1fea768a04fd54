import { EngineError } from '../errors.ts';
import type { Collection, Index } from '../storage/catalog.ts';
import { readDocument, type Stored } from '../storage/documents.ts';
import { type Entry, scanRange, type View } from '../storage/view.ts';
import { documentValue } from '../values/bson.ts';
import { maximumKeyLength, maximumRecordKeyLength } from '../values/key.ts';
import { isPoints } from './bounds.ts';
import type { Plan } from './plan.ts';

export type IndexPlan = Extract<Plan, { kind: 'index' }>;

/** What a scan has looked at, for each part of its plan. */
export type Examined = { keys: number; documents: number };
export type Tally = Map<Plan, Examined>;

function examinedBy(plan: Plan, tally: Tally | undefined): Examined {
  const examined = { keys: 0, documents: 0 };
  tally?.set(plan, examined);
  return examined;
}

/** Whether each range is one whole key of a unique index: then one look-up serves, which costs far less than a scan. */
function isPointed({ index, bounds, ranges }: IndexPlan): boolean {
  const longest = index.clustered ? maximumRecordKeyLength : maximumKeyLength;
  return (
    index.unique &&
    bounds.length === index.fields.length &&
    bounds.every(isPoints) &&
    ranges.every(({ low }) => low !== undefined && low.length < longest)
  );
}

/** A scan whose index or collection has gone away meanwhile has not found all: it ends with an error, as in MongoDB. */
function requireThere(collection: Collection, index?: Index): void {
  const isGone = index && !collection.indexes.includes(index);
  const gone = collection.dropped ? 'collection dropped' : isGone ? `index '${index.name}' dropped` : undefined;
  if (gone) throw new EngineError(175, `query plan killed :: caused by :: ${gone}`);
}

function entryAt(view: View, space: number, key: Buffer | undefined): Entry[] {
  const value = key && view.get(space, key);
  return value ? [{ key, value }] : [];
}

function* scanIndex(view: View, collection: Collection, plan: IndexPlan, tally?: Tally): Generator<Stored> {
  const { index, reverse } = plan;
  const examined = examinedBy(plan, tally);
  // A document stands several times in an index over arrays, and lists of ranges may meet it twice.
  const seen = index.arrays.some((prefixes) => prefixes.size > 0) ? new Set<string>() : undefined;
  const points = isPointed(plan);
  for (const range of plan.ranges) {
    const entries = points
      ? entryAt(view, index.space, range.low)
      : scanRange(view, index.space, { ...range, reverse });
    for (const entry of entries) {
      examined.keys++;
      if (index.clustered) {
        examined.documents++;
        yield { key: entry.key, document: documentValue(entry.value) };
        continue;
      }
      if (seen) {
        const record = entry.value.toString('latin1');
        if (seen.has(record)) continue;
        seen.add(record);
      }
      examined.documents++;
      const document = readDocument(view, collection, entry.value);
      if (document) yield { key: entry.value, document };
    }
  }
  requireThere(collection, index);
}

function* scanUnion(view: View, collection: Collection, plans: readonly Plan[], tally?: Tally): Generator<Stored> {
  const seen = new Set<string>();
  for (const plan of plans) {
    for (const stored of scanPlan(view, collection, plan, tally)) {
      const record = stored.key.toString('latin1');
      if (seen.has(record)) continue;
      seen.add(record);
      yield stored;
    }
  }
}

/** The documents a plan leads to, not yet checked against the query. */
export function* scanPlan(view: View, collection: Collection, plan: Plan, tally?: Tally): Generator<Stored> {
  if (plan.kind === 'union') return yield* scanUnion(view, collection, plan.plans, tally);
  if (plan.kind === 'index') return yield* scanIndex(view, collection, plan, tally);
  const examined = examinedBy(plan, tally);
  for (const entry of scanRange(view, collection.space, { reverse: plan.reverse })) {
    examined.documents++;
    yield { key: entry.key, document: documentValue(entry.value) };
  }
  requireThere(collection);
}

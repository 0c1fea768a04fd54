import { EngineError } from '../errors.ts';
import type { Collection } from '../storage/catalog.ts';
import type { Stored } from '../storage/documents.ts';
import { type IndexField, sortKey } from '../storage/index-keys.ts';
import type { View } from '../storage/view.ts';
import { elements, ownBytes, readString, sameBytes, type, type Value } from '../values/bson.ts';
import { readDouble } from '../values/numbers.ts';
import type { Filter } from './filter.ts';
import type { Matcher } from './match.ts';
import { choosePlan, type Plan, planHinted } from './plan.ts';
import { scanPlan, type Tally } from './scan.ts';

/** MongoDB's limit for sorting in memory. */
const maximumSortBytes = 100 * 1024 * 1024;

export type Query = {
  filter: Filter;
  matches: Matcher;
  sort?: IndexField[];
  hint?: Value;
  skip?: number;
  limit?: number;
};

function hintedPlan(collection: Collection, query: Query, hint: Value): Plan {
  if (hint.type !== type.object && hint.type !== type.string)
    throw new EngineError(9, 'Hint must be a string or an object');
  const natural = hint.type === type.object ? elements(hint).find(({ name }) => name === '$natural') : undefined;
  if (natural) {
    return { kind: 'collection', reverse: readDouble(natural.value) < 0, sorted: (query.sort?.length ?? 0) === 0 };
  }
  const byName = hint.type === type.string ? readString(hint) : undefined;
  const index = collection.indexes.find((candidate) =>
    byName === undefined
      ? sameBytes(candidate.pattern, hint) || samePattern(candidate.fields, hint)
      : candidate.name === byName,
  );
  if (!index?.ready) {
    throw new EngineError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return planHinted(index, query.filter, query.sort);
}

function samePattern(fields: readonly IndexField[], hint: Value): boolean {
  const wanted = elements(hint);
  return (
    wanted.length === fields.length &&
    wanted.every(
      ({ name, value }, at) => fields[at]?.path.text === name && readDouble(value) < 0 === fields[at].descending,
    )
  );
}

/** Undefined stands for «looked at, not found»: the consumer may pause there. */
type Step = Stored | undefined;

function* matching(
  view: View,
  collection: Collection,
  plan: Plan,
  matches: Matcher,
  tally: Tally | undefined,
): Generator<Step> {
  for (const stored of scanPlan(view, collection, plan, tally)) yield matches(stored.document) ? stored : undefined;
}

type Keyed = { key: Buffer; stored: Stored; order: number };

function compareKeyed(left: Keyed, right: Keyed): number {
  return Buffer.compare(left.key, right.key) || left.order - right.order;
}

/** In bytes of its own: the few that are kept must not keep what was read beside them. */
function detached({ key, stored, order }: Keyed): Keyed {
  return { key: ownBytes(key), stored: { key: ownBytes(stored.key), document: stored.document.detached() }, order };
}

/** Sorts in memory; when only the first are wanted, keeps not many more than those. */
function* sorted(steps: Iterable<Step>, sort: readonly IndexField[], wanted: number): Generator<Step> {
  let kept: Keyed[] = [];
  let bytes = 0;
  let order = 0;
  let newest = 0;
  const cut = (): void => {
    kept.sort(compareKeyed);
    kept = kept.slice(0, wanted).map((keyed) => (keyed.order < newest ? keyed : detached(keyed)));
    newest = order;
    bytes = kept.reduce((sum, { stored }) => sum + stored.document.end - stored.document.start, 0);
  };
  for (const stored of steps) {
    yield undefined;
    if (!stored) continue;
    kept.push({ key: sortKey(sort, stored.document), stored, order: order++ });
    bytes += stored.document.end - stored.document.start;
    if (kept.length > wanted * 2 + 1000) cut();
    if (bytes <= maximumSortBytes) continue;
    cut();
    if (bytes > maximumSortBytes) {
      throw new EngineError(
        292,
        'Executor error during find command :: caused by :: Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting.',
      );
    }
  }
  kept.sort(compareKeyed);
  for (const { stored } of kept) yield stored;
}

function* window(steps: Iterable<Step>, skip: number, limit: number): Generator<Step> {
  let passed = 0;
  if (limit === 0) return;
  for (const stored of steps) {
    if (!stored) yield undefined;
    else if (passed++ >= skip) {
      yield stored;
      if (passed - skip >= limit) return;
    }
  }
}

/** How the query's documents will be found. */
export function planOf(collection: Collection, query: Query): Plan {
  const sort = query.sort && query.sort.length > 0 ? query.sort : undefined;
  return query.hint ? hintedPlan(collection, query, query.hint) : choosePlan(collection, query.filter, sort);
}

/** The stored documents a query finds, in the order asked for; `tally` is told what was examined. */
export function runQuery(
  view: View,
  collection: Collection,
  query: Query,
  plan: Plan = planOf(collection, query),
  tally?: Tally,
): Iterable<Step> {
  const { skip = 0, limit = Number.POSITIVE_INFINITY } = query;
  const sort = query.sort && query.sort.length > 0 ? query.sort : undefined;
  let steps: Iterable<Step> = matching(view, collection, plan, query.matches, tally);
  if (sort && !plan.sorted) steps = sorted(steps, sort, skip + limit);
  return skip === 0 && limit === Number.POSITIVE_INFINITY ? steps : window(steps, skip, limit);
}

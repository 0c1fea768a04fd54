import { type Collection, type Index, namespaceOf } from '../storage/catalog.ts';
import { type as types, type Value } from '../values/bson.ts';
import type { Plain } from '../values/build.ts';
import { describe } from '../values/describe.ts';
import type { Bound, Interval } from './bounds.ts';
import type { Plan } from './plan.ts';
import type { Query } from './run.ts';
import type { Examined, IndexPlan, Tally } from './scan.ts';

export type ExplainedStage = { [name: string]: Plain };

/** The ends of a type's values, as MongoDB shows them: below all, above all, and whether the upper one is included. */
const typeEnds: { readonly [type: number]: { low: string; high: string; open?: true } } = {
  [types.string]: { low: '""', high: '{}', open: true },
  [types.symbol]: { low: '""', high: '{}', open: true },
  [types.object]: { low: '{}', high: '[]', open: true },
  [types.binary]: { low: 'BinData(0, )', high: "ObjectId('000000000000000000000000')", open: true },
  [types.objectId]: { low: "ObjectId('000000000000000000000000')", high: "ObjectId('ffffffffffffffffffffffff')" },
  [types.boolean]: { low: 'false', high: 'true' },
  [types.date]: { low: 'new Date(-9223372036854775808)', high: 'new Date(9223372036854775807)' },
  [types.timestamp]: { low: 'Timestamp(0, 0)', high: 'Timestamp(4294967295, 4294967295)' },
};
const numberEnds = { low: '-inf.0', high: 'inf.0' };

function boundText(bound: Bound, side: 'low' | 'high'): { text: string; included: boolean } {
  if (bound.shown) return bound.shown;
  const included = side === 'low' ? !bound.after : bound.after;
  if (bound.value) return { text: describe(bound.value), included };
  const ends = typeEnds[bound.end ?? types.double] ?? numberEnds;
  return { text: ends[side], included: !('open' in ends && side === 'high') };
}

function intervalText(interval: Interval, backwards: boolean): string {
  const [low, high] = [boundText(interval.low, 'low'), boundText(interval.high, 'high')];
  const [first, last] = backwards ? [high, low] : [low, high];
  return `${first.included ? '[' : '('}${first.text}, ${last.text}${last.included ? ']' : ')'}`;
}

function indexBounds({ index, bounds, reverse }: IndexPlan): ExplainedStage {
  return Object.fromEntries(
    index.fields.map(({ path, descending }, at) => {
      const backwards = descending !== reverse;
      const intervals = bounds[at]?.intervals.map((interval) => intervalText(interval, backwards));
      if (backwards) intervals?.reverse();
      return [path.text, intervals ?? [backwards ? '[MaxKey, MinKey]' : '[MinKey, MaxKey]']];
    }),
  );
}

function multiKeyPaths(index: Index): ExplainedStage {
  return Object.fromEntries(index.fields.map(({ path }, at) => [path.text, [...(index.arrays[at] ?? [])]]));
}

function indexStage(plan: IndexPlan, stage: string, examined: Examined | undefined): ExplainedStage {
  const { index } = plan;
  return {
    stage,
    ...(examined ? { nReturned: examined.keys, keysExamined: examined.keys } : {}),
    keyPattern: index.pattern,
    indexName: index.name,
    isMultiKey: index.arrays.some((prefixes) => prefixes.size > 0),
    multiKeyPaths: multiKeyPaths(index),
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    indexVersion: 2,
    direction: plan.reverse ? 'backward' : 'forward',
    indexBounds: indexBounds(plan),
  };
}

/** What is shown of a query as it was given. */
export type Shown = { filter: Value; returned?: number };

function isIdEquality(plan: IndexPlan, query: Query): boolean {
  const { filter } = query;
  return (
    plan.index.fields.length === 1 &&
    plan.index.fields[0]?.path.text === '_id' &&
    plan.isExact() &&
    filter.kind === 'path' &&
    filter.test.kind === 'compare' &&
    filter.test.operator === '$eq'
  );
}

function accessStage(plan: Plan, query: Query, shown: Shown, tally: Tally | undefined): ExplainedStage {
  const examined = tally?.get(plan);
  const returned = shown.returned === undefined ? {} : { nReturned: shown.returned };
  if (plan.kind === 'collection') {
    return {
      stage: 'COLLSCAN',
      filter: shown.filter,
      ...returned,
      ...(examined ? { docsExamined: examined.documents } : {}),
      direction: plan.reverse ? 'backward' : 'forward',
    };
  }
  if (plan.kind === 'union') {
    const branches = plan.plans.map((branch): ExplainedStage => {
      const stage = branch.kind === 'index' ? indexStage(branch, 'IXSCAN', tally?.get(branch)) : { stage: 'COLLSCAN' };
      return stage;
    });
    return { stage: 'FETCH', filter: shown.filter, ...returned, inputStage: { stage: 'OR', inputStages: branches } };
  }
  if (isIdEquality(plan, query) && !query.sort && !query.hint) {
    return {
      stage: plan.index.clustered ? 'EXPRESS_CLUSTERED_IXSCAN' : 'EXPRESS_IXSCAN',
      keyPattern: plan.index.pattern,
      indexName: plan.index.name,
      ...returned,
      ...(examined ? { keysExamined: examined.keys, docsExamined: examined.documents } : {}),
    };
  }
  return {
    stage: 'FETCH',
    ...(plan.isExact() ? {} : { filter: shown.filter }),
    ...returned,
    ...(examined ? { docsExamined: examined.documents } : {}),
    inputStage: indexStage(plan, plan.index.clustered ? 'CLUSTERED_IXSCAN' : 'IXSCAN', examined),
  };
}

/** The tree of stages a query's plan stands for, outermost first, with what was examined if it has run. */
export function explainPlan(
  plan: Plan,
  query: Query,
  sort: Value | undefined,
  shown: Shown,
  tally?: Tally,
): ExplainedStage {
  const returned = shown.returned === undefined ? {} : { nReturned: shown.returned };
  let stage = accessStage(plan, query, shown, tally);
  const sorts = sort && query.sort && query.sort.length > 0 && !plan.sorted;
  if (sorts) {
    const limitAmount = query.limit === undefined ? undefined : BigInt(query.limit + (query.skip ?? 0));
    stage = {
      stage: 'SORT',
      sortPattern: sort,
      memLimit: 104857600n,
      limitAmount,
      type: 'simple',
      ...returned,
      inputStage: stage,
    };
  }
  if (query.skip) stage = { stage: 'SKIP', skipAmount: BigInt(query.skip), ...returned, inputStage: stage };
  if (query.limit !== undefined && !sorts) {
    stage = { stage: 'LIMIT', limitAmount: BigInt(query.limit), ...returned, inputStage: stage };
  }
  return stage;
}

/** A count from an index's keys alone. */
export function explainCountScan(plan: IndexPlan, counted: number | undefined): ExplainedStage {
  const examined = counted === undefined ? undefined : { keys: counted, documents: 0 };
  return {
    stage: 'COUNT',
    ...(counted === undefined ? {} : { nCounted: counted }),
    inputStage: indexStage(plan, 'COUNT_SCAN', examined),
  };
}

/** The values of an index's first field, from key to key. */
export function explainDistinctScan(index: Index): ExplainedStage {
  const plan: IndexPlan = {
    kind: 'index',
    index,
    ranges: [{}],
    bounds: [],
    isExact: () => true,
    reverse: false,
    sorted: false,
  };
  return indexStage(plan, 'DISTINCT_SCAN', undefined);
}

/** The part of an explanation that says what will be done. */
export function queryPlanner(collection: Collection, filter: Value, winningPlan: ExplainedStage): ExplainedStage {
  return {
    namespace: namespaceOf(collection),
    parsedQuery: filter,
    indexFilterSet: false,
    winningPlan,
    rejectedPlans: [],
  };
}

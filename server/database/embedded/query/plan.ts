import type { Collection, Index } from '../storage/catalog.ts';
import type { IndexField } from '../storage/index-keys.ts';
import { successor } from '../storage/view.ts';
import { documentOf } from '../values/build.ts';
import { maximumKeyLength, maximumRecordKeyLength } from '../values/key.ts';
import {
  type Bound,
  type Bounds,
  descendingIntervals,
  type Interval,
  isExact,
  isPoints,
  pathBounds,
} from './bounds.ts';
import type { Filter } from './filter.ts';
import { impliesPartial } from './implication.ts';

export type KeyRange = { low?: Buffer; high?: Buffer };

export type Plan =
  | { kind: 'collection'; reverse: boolean; sorted: boolean }
  | {
      kind: 'index';
      index: Index;
      ranges: KeyRange[];
      /** The bounds of the leading fields that have some. */
      bounds: Bounds[];
      /** Whether every entry in the ranges is a document that matches the whole query, and each but once. */
      isExact: () => boolean;
      reverse: boolean;
      sorted: boolean;
    }
  | { kind: 'union'; plans: Plan[]; sorted: false };

type IndexPlan = Extract<Plan, { kind: 'index' }>;
type Candidate = { plan: IndexPlan; score: number };

/** More combined ranges than this are not worth their seeks. */
const maximumRanges = 20_000;

const noDocument = documentOf([]);

/** The tests which must all hold; of an expression also what it asks of fields, as its variables are now. */
export function conjunctsOf(filter: Filter): Filter[] {
  if (filter.kind === 'and') return filter.filters.flatMap(conjunctsOf);
  if (filter.kind !== 'expression') return [filter];
  const asked = filter.equalities.map(
    ({ path, value }): Filter => ({ kind: 'path', path, test: { kind: 'same', operand: value(noDocument) } }),
  );
  return [filter, ...asked];
}

/** Two index fields whose bounds may be met by different elements of one array. */
function shareArray(index: Index, left: number, right: number): boolean {
  const prefixes = index.arrays[left];
  return [...(index.arrays[right] ?? [])].some((prefix) => prefixes?.has(prefix));
}

function hasArrays(index: Index, at: number): boolean {
  return (index.arrays[at]?.size ?? 0) > 0;
}

type Prefixes = { ranges: KeyRange[]; fixed: Bounds[]; range: Bounds | undefined; excludesNull: boolean };

function concatenated(prefix: Buffer, bound: Bound): Buffer | undefined {
  const bytes = Buffer.concat([prefix, bound.bytes]);
  return bound.after ? successor(bytes) : bytes;
}

/** Bounds of over-long keys are cut as the keys are; what lies between is checked against the document. */
function keyRange(index: Index, prefix: Buffer, interval: Interval): KeyRange {
  const longest = index.clustered ? maximumRecordKeyLength : maximumKeyLength;
  const low = concatenated(prefix, interval.low);
  const high = concatenated(prefix, interval.high);
  const cutHigh = high && high.length > longest ? successor(high.subarray(0, longest)) : high;
  return { ...(low ? { low: low.subarray(0, longest) } : {}), ...(cutHigh ? { high: cutHigh } : {}) };
}

/** Equality (or a list of points) on leading fields, then one range. */
function buildPrefixes(index: Index, conjuncts: readonly Filter[]): Prefixes {
  let prefixes = [Buffer.alloc(0)];
  const fixed: Bounds[] = [];
  const used: number[] = [];
  let excludesNull = false;
  for (const [at, { path, descending }] of index.fields.entries()) {
    const shared = used.some((earlier) => shareArray(index, earlier, at));
    const bounds = shared ? undefined : pathBounds(conjuncts, path.text, hasArrays(index, at));
    if (!bounds || prefixes.length * bounds.intervals.length > maximumRanges) break;
    used.push(at);
    if (!bounds.nullable) excludesNull = true;
    const intervals = descending ? descendingIntervals(bounds.intervals) : bounds.intervals;
    if (!intervals.every((interval) => interval.point)) {
      const ranges = prefixes.flatMap((prefix) => intervals.map((interval) => keyRange(index, prefix, interval)));
      return { ranges, fixed, range: bounds, excludesNull };
    }
    fixed.push(bounds);
    prefixes = prefixes.flatMap((prefix) =>
      intervals.map(({ low, high }) => Buffer.concat([prefix, low.after ? high.bytes : low.bytes])),
    );
  }
  const ranges = prefixes.map((prefix): KeyRange => {
    const whole: Bound = { bytes: Buffer.alloc(0), after: false };
    if (prefix.length === 0) return {};
    return keyRange(index, prefix, { low: whole, high: { ...whole, after: true }, point: false });
  });
  return { ranges, fixed, range: undefined, excludesNull };
}

/** Whether the index delivers the order asked for, and from which end. */
function providesSort(
  index: Index,
  sort: readonly IndexField[],
  fixed: readonly Bounds[],
): 'forward' | 'reverse' | undefined {
  if (index.shortened) return undefined;
  let at = 0;
  let reverse: boolean | undefined;
  const isConstant = (position: number): boolean => fixed[position]?.intervals.length === 1;
  for (const { path, descending } of sort) {
    const constantAt = index.fields.findIndex((field) => field.path.text === path.text);
    if (constantAt >= 0 && isConstant(constantAt) && !hasArrays(index, constantAt)) {
      // `null` stands for missing and empty arrays, which order apart only where there are arrays.
      if (constantAt === at) at++;
      continue;
    }
    while (isConstant(at) && index.fields[at]?.path.text !== path.text) at++;
    const field = index.fields[at];
    if (field?.path.text !== path.text || hasArrays(index, at)) return undefined;
    const against = field.descending !== descending;
    if (reverse !== undefined && reverse !== against) return undefined;
    reverse = against;
    at++;
  }
  // A list of points which the sort does not follow would come list by list.
  for (let position = at; position < fixed.length; position++) if (!isConstant(position)) return undefined;
  return reverse ? 'reverse' : 'forward';
}

function planIndex(
  index: Index,
  conjuncts: readonly Filter[],
  sort: readonly IndexField[] | undefined,
): Candidate | undefined {
  if (!index.ready || (index.partial && !impliesPartial(conjuncts, index.partial.filter))) return undefined;
  const { ranges, fixed, range, excludesNull } = buildPrefixes(index, conjuncts);
  const bounded = fixed.length > 0 || range !== undefined;
  if (index.sparse && !excludesNull) return undefined;
  const direction = sort && sort.length > 0 ? providesSort(index, sort, fixed) : undefined;
  if (!bounded && (!direction || index.partial)) return undefined;
  const unique = index.unique && fixed.length === index.fields.length;
  const score = fixed.length * 10 + (range ? 4 : 0) + (direction ? 5 : 0) + (unique ? 100 : 0);
  const reverse = direction === 'reverse';
  const ordered = reverse ? [...ranges].reverse() : ranges;
  const bounds = range ? [...fixed, range] : fixed;
  const isExact = (): boolean => isExactPlan(index, conjuncts, bounds.length, ranges);
  const sorted = direction !== undefined;
  return { plan: { kind: 'index', index, ranges: ordered, bounds, isExact, reverse, sorted }, score };
}

function isExactPlan(
  index: Index,
  conjuncts: readonly Filter[],
  bounded: number,
  ranges: readonly KeyRange[],
): boolean {
  const longest = index.clustered ? maximumRecordKeyLength : maximumKeyLength;
  const isCut = ({ low, high }: KeyRange): boolean => (low?.length ?? 0) >= longest || (high?.length ?? 0) >= longest;
  if (index.shortened || index.arrays.some((prefixes) => prefixes.size > 0) || ranges.some(isCut)) return false;
  const paths = new Set(index.fields.slice(0, bounded).map(({ path }) => path.text));
  return conjuncts.every(
    (conjunct) => conjunct.kind === 'path' && paths.has(conjunct.path.text) && isExact(conjunct.test),
  );
}

function planUnion(collection: Collection, conjuncts: readonly Filter[]): Plan | undefined {
  for (const conjunct of conjuncts) {
    if (conjunct.kind !== 'or') continue;
    const others = conjuncts.filter((other) => other !== conjunct);
    const plans = conjunct.filters.map((branch) => bestIndex(collection, [...conjunctsOf(branch), ...others]));
    const found = plans.flatMap((plan) => (plan ? [plan.plan] : []));
    if (found.length === plans.length) return { kind: 'union', plans: found, sorted: false };
  }
  return undefined;
}

/** Whether it leads to one document at most: no other plan need be looked for. */
function isPoint({ index, bounds, ranges }: IndexPlan): boolean {
  return index.unique && ranges.length === 1 && bounds.length === index.fields.length && bounds.every(isPoints);
}

function bestIndex(
  collection: Collection,
  conjuncts: readonly Filter[],
  sort?: readonly IndexField[],
): Candidate | undefined {
  let best: Candidate | undefined;
  for (const index of collection.indexes) {
    const candidate = planIndex(index, conjuncts, sort);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
    if (candidate && isPoint(candidate.plan)) return candidate;
  }
  return best;
}

/**
 * Chooses how to find a query's documents: the index with the longest equality prefix, the order asked for and a
 * range, in this weight; else a union of indexes for `$or`; else the whole collection. Whatever is found is checked
 * against the whole query.
 */
export function choosePlan(collection: Collection, filter: Filter, sort?: readonly IndexField[]): Plan {
  const conjuncts = conjunctsOf(filter);
  const best = bestIndex(collection, conjuncts, sort);
  if (best) return best.plan;
  const unsorted = sort === undefined || sort.length === 0;
  return planUnion(collection, conjuncts) ?? { kind: 'collection', reverse: false, sorted: unsorted };
}

/** The plan of a hint: this index and no other, bounded where the query bounds it. */
export function planHinted(index: Index, filter: Filter, sort?: readonly IndexField[]): Plan {
  const conjuncts = conjunctsOf(filter);
  const candidate = planIndex({ ...index, sparse: false }, conjuncts, sort);
  return candidate
    ? { ...candidate.plan, index }
    : {
        kind: 'index',
        index,
        ranges: [{}],
        bounds: [],
        isExact: () => isExactPlan(index, conjuncts, 0, []),
        reverse: false,
        sorted: false,
      };
}

import { successor } from '../storage/view.ts';
import { items, type, type Value } from '../values/bson.ts';
import { nullValue, plainValue, undefinedValue } from '../values/build.ts';
import { encodeKey, encodeStringPrefix } from '../values/key.ts';
import { tagRange } from '../values/key-tags.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import type { Filter, Test } from './filter.ts';
import type { Pattern } from './regex.ts';

/** A place between keys: before, or after, all keys which begin with these bytes. */
export type Bound = {
  bytes: Buffer;
  after: boolean;
  /** The value it stands at; without one it is an end of a type's values. */
  value?: Value;
  /** The type whose end it is. */
  end?: number;
  /** How it is shown, where that is neither a value nor a type's end. */
  shown?: { text: string; included: boolean };
};
export type Interval = { low: Bound; high: Bound; point: boolean };
/** The intervals an indexed value must lie in, in order; `nullable` when missing fields may match. */
export type Bounds = { intervals: Interval[]; nullable: boolean };

function pointOf(value: Value): Interval {
  const bytes = encodeKey(value);
  return { low: { bytes, after: false, value }, high: { bytes, after: true, value }, point: true };
}

function equalityIntervals(operand: Value): Interval[] {
  if (operand.type !== type.array) return [pointOf(operand)];
  // An array is found by its first element, or as an element of an array of arrays.
  return [pointOf(items(operand)[0] ?? undefinedValue), pointOf(operand)];
}

function rangeIntervals(operator: '$gt' | '$gte' | '$lt' | '$lte', operand: Value): Interval[] | undefined {
  if (operand.type === type.minKey || operand.type === type.maxKey || operand.type === type.array) return undefined;
  const orEqual = operator === '$gte' || operator === '$lte';
  const nothing = operand.type === type.null || (isNumber(operand) && Number.isNaN(readDouble(operand)));
  if (nothing) return orEqual ? equalityIntervals(operand) : [];
  const bytes = encodeKey(operand);
  const [firstTag, lastTag] = tagRange(operand.type);
  if (operator === '$gt' || operator === '$gte') {
    const high = { bytes: Buffer.from([lastTag]), after: true, end: operand.type };
    return [{ low: { bytes, after: !orEqual, value: operand }, high, point: false }];
  }
  // NaN is the first number and below nothing.
  const low = { bytes: Buffer.from([isNumber(operand) ? firstTag + 1 : firstTag]), after: false, end: operand.type };
  return [{ low, high: { bytes, after: orEqual, value: operand }, point: false }];
}

function patternIntervals(pattern: Pattern): Interval[] | undefined {
  if (pattern.prefix === undefined) return undefined;
  const bytes = encodeStringPrefix(pattern.prefix);
  const regexes = Buffer.from([tagRange(type.regex)[0]]);
  const value = plainValue(pattern.prefix);
  const last = pattern.prefix.charCodeAt(pattern.prefix.length - 1);
  const next = JSON.stringify(pattern.prefix.slice(0, -1) + String.fromCharCode(last + 1));
  const itself = { text: `/${pattern.source}/${pattern.options}`, included: true };
  return [
    {
      low: { bytes, after: false, value },
      high: { bytes, after: true, shown: { text: next, included: false } },
      point: false,
    },
    {
      low: { bytes: regexes, after: false, shown: itself },
      high: { bytes: regexes, after: true, shown: itself },
      point: false,
    },
  ];
}

function position(bound: Bound): Buffer {
  return (bound.after ? successor(bound.bytes) : bound.bytes) ?? Buffer.from([0xff]);
}

function inOrder(intervals: Interval[]): Interval[] {
  const sorted = intervals
    .map((interval) => ({ interval, low: position(interval.low), high: position(interval.high) }))
    .sort((left, right) => Buffer.compare(left.low, right.low));
  const kept: typeof sorted = [];
  for (const next of sorted) {
    const previous = kept.at(-1);
    if (!previous || Buffer.compare(next.low, previous.high) >= 0) kept.push(next);
    else if (Buffer.compare(next.high, previous.high) > 0) {
      previous.interval = { low: previous.interval.low, high: next.interval.high, point: false };
      previous.high = next.high;
    }
  }
  return kept.map(({ interval }) => interval);
}

/** The bounds one test puts on an index over its path; undefined when it puts none. */
export function testBounds(test: Test): Bounds | undefined {
  switch (test.kind) {
    case 'compare': {
      const { operator, operand } = test;
      const intervals = operator === '$eq' ? equalityIntervals(operand) : rangeIntervals(operator, operand);
      return intervals && { intervals: inOrder(intervals), nullable: operand.type === type.null };
    }
    case 'same':
      return { intervals: [pointOf(test.operand ?? nullValue)], nullable: test.operand === undefined };
    case 'in': {
      const patterns = test.patterns.map(patternIntervals);
      if (patterns.includes(undefined)) return undefined;
      const intervals = [...test.operands.flatMap(equalityIntervals), ...patterns.flatMap((found) => found ?? [])];
      return { intervals: inOrder(intervals), nullable: test.operands.some((operand) => operand.type === type.null) };
    }
    case 'regex': {
      const intervals = patternIntervals(test.pattern);
      return intervals && { intervals: inOrder(intervals), nullable: false };
    }
    default:
      return undefined;
  }
}

/** Whether the bounds of a test hold exactly the values that pass it, where no document has an array. */
export function isExact(test: Test): boolean {
  const noArray = (operand: Value): boolean => operand.type !== type.array;
  if (test.kind === 'compare') return noArray(test.operand) && testBounds(test) !== undefined;
  return test.kind === 'in' && test.patterns.length === 0 && test.operands.every(noArray);
}

function intersect(left: Interval[], right: Interval[]): Interval[] {
  const both: Interval[] = [];
  for (const a of left) {
    for (const b of right) {
      const low = Buffer.compare(position(a.low), position(b.low)) >= 0 ? a.low : b.low;
      const high = Buffer.compare(position(a.high), position(b.high)) <= 0 ? a.high : b.high;
      if (Buffer.compare(position(low), position(high)) < 0) both.push({ low, high, point: a.point || b.point });
    }
  }
  return both;
}

export function isPoints(bounds: Bounds): boolean {
  return bounds.intervals.every((interval) => interval.point);
}

/**
 * All bounds a query puts on a path. On a path where documents have arrays different elements may satisfy different
 * tests, so that only one of them may bound the index.
 */
export function pathBounds(conjuncts: readonly Filter[], path: string, hasArrays: boolean): Bounds | undefined {
  let found: Bounds | undefined;
  for (const conjunct of conjuncts) {
    if (conjunct.kind !== 'path' || conjunct.path.text !== path) continue;
    // An index over arrays holds their elements, which an expression does not look at.
    const bounds = hasArrays && conjunct.test.kind === 'same' ? undefined : testBounds(conjunct.test);
    if (!bounds) continue;
    if (!found) found = bounds;
    else if (hasArrays) found = isPoints(bounds) && !isPoints(found) ? bounds : found;
    else {
      found = { intervals: intersect(found.intervals, bounds.intervals), nullable: found.nullable && bounds.nullable };
    }
  }
  return found;
}

function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => 0xff ^ byte));
}

/** The same intervals for a descending index field, in its order. */
export function descendingIntervals(intervals: readonly Interval[]): Interval[] {
  return intervals
    .map((interval) => ({
      low: { bytes: inverted(interval.high.bytes), after: !interval.high.after },
      high: { bytes: inverted(interval.low.bytes), after: !interval.low.after },
      point: interval.point,
    }))
    .reverse();
}

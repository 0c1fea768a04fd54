import { compareExpressions } from '../aggregation/operator.ts';
import { items, readRegex, readString, type, type Value } from '../values/bson.ts';
import { nullValue } from '../values/build.ts';
import { compareValues, equalValues, typeClass } from '../values/compare.ts';
import { keyText } from '../values/key.ts';
import { isNumber, readDouble, readInteger } from '../values/numbers.ts';
import type { Filter, Test } from './filter.ts';
import { binaryBits, isTruthy } from './leaf-tests.ts';
import { visitPath } from './path.ts';
import type { Pattern } from './regex.ts';

/** Whether a document's value matches; built once for a query. */
export type Matcher = (document: Value) => boolean;
type ValueTest = (value: Value | undefined) => boolean;

/** Since MongoDB 8.0 the deprecated undefined is not equal to null. */
function isNullish(value: Value | undefined): boolean {
  return value === undefined || value.type === type.null;
}

function isNaNValue(value: Value): boolean {
  return isNumber(value) && Number.isNaN(readDouble(value));
}

function compileEquality(operand: Value): ValueTest {
  if (operand.type === type.null) return isNullish;
  return (value) => value !== undefined && equalValues(value, operand);
}

function compileCompare(test: Extract<Test, { kind: 'compare' }>): ValueTest {
  const { operator, operand } = test;
  if (operator === '$eq') return compileEquality(operand);
  const orEqual = operator === '$gte' || operator === '$lte';
  if (operand.type === type.null) return orEqual ? isNullish : () => false;
  if (isNaNValue(operand)) return orEqual ? (value) => value !== undefined && isNaNValue(value) : () => false;
  const sign = operator === '$gt' || operator === '$gte' ? 1 : -1;
  const acrossTypes = operand.type === type.minKey || operand.type === type.maxKey;
  const operandClass = typeClass(operand.type);
  const numeric = isNumber(operand);
  return (value) => {
    if (value === undefined) return acrossTypes && compareValues(nullValue, operand) * sign > 0;
    if (!acrossTypes && typeClass(value.type) !== operandClass) return false;
    const order = compareValues(value, operand);
    if (order === 0) return orEqual;
    return order * sign > 0 && !(numeric && isNaNValue(value));
  };
}

function compilePatternTest(pattern: Pattern): ValueTest {
  const { expression } = pattern;
  return (value) => {
    if (value === undefined) return false;
    if (value.type === type.string || value.type === type.symbol) return expression.test(readString(value));
    if (value.type !== type.regex) return false;
    const own = readRegex(value);
    return own.source === pattern.source && own.options === pattern.options;
  };
}

function compileIn(test: Extract<Test, { kind: 'in' }>): ValueTest {
  const patterns = test.patterns.map(compilePatternTest);
  const withNull = test.operands.some((operand) => operand.type === type.null);
  const few = test.operands.length <= 8;
  const keys = new Set(few ? [] : test.operands.map((operand) => keyText(operand)));
  const among: ValueTest = few
    ? (value) => value !== undefined && test.operands.some((operand) => equalValues(value, operand))
    : (value) => value !== undefined && keys.has(keyText(value));
  return (value) =>
    (withNull && isNullish(value)) || among(value) || patterns.some((matchesPattern) => matchesPattern(value));
}

function compileModulo(divisor: bigint, remainder: bigint): ValueTest {
  return (value) => {
    if (value === undefined || !isNumber(value)) return false;
    const number = readDouble(value);
    if (!Number.isFinite(number)) return false;
    const whole = value.type === type.int64 ? value.bytes.readBigInt64LE(value.start) : BigInt(Math.trunc(number));
    if (BigInt.asIntN(64, whole) !== whole) return false;
    return whole % divisor === remainder;
  };
}

function compileBits({ positions, set, all }: Extract<Test, { kind: 'bits' }>): ValueTest {
  const asked = set ? 1n : 0n;
  return (value) => {
    if (value === undefined) return false;
    const bits = value.type === type.binary ? binaryBits(value) : isNumber(value) ? readInteger(value) : undefined;
    if (bits === undefined || (value.type !== type.binary && BigInt.asIntN(64, bits) !== bits)) return false;
    const holds = (position: bigint): boolean => ((bits >> position) & 1n) === asked;
    return all ? positions.every(holds) : positions.some(holds);
  };
}

export function compileTest(test: Test): ValueTest {
  switch (test.kind) {
    case 'compare':
      return compileCompare(test);
    case 'same':
      return (value) => compareExpressions(value, test.operand) === 0;
    case 'in':
      return compileIn(test);
    case 'exists':
      return (value) => value !== undefined;
    case 'regex':
      return compilePatternTest(test.pattern);
    case 'type':
      return (value) => value !== undefined && test.types.has(value.type);
    case 'size':
      return (value) => value?.type === type.array && items(value).length === test.size;
    case 'modulo':
      return compileModulo(test.divisor, test.remainder);
    case 'bits':
      return compileBits(test);
    case 'elementsMatch':
    case 'elementMatches': {
      const matches = compileElement(test);
      return (value) => value?.type === type.array && items(value).some(matches);
    }
  }
}

/** What one element of an array is asked by `$elemMatch`. */
export function compileElement(
  test: Extract<Test, { kind: 'elementsMatch' | 'elementMatches' }>,
): (item: Value) => boolean {
  if (test.kind === 'elementsMatch') {
    const matches = compileFilter(test.filter);
    return (item) => (item.type === type.object || item.type === type.array) && matches(item);
  }
  const matchers = test.tests.map(compileElementFilter);
  return (item) => matchers.every((matches) => matches(item));
}

/** The tests of `$elemMatch: { $gt: 1 }`, asked of each element itself. */
function compileElementFilter(filter: Filter): ValueTest {
  if (filter.kind === 'path') return compileTest(filter.test);
  if (filter.kind === 'not') {
    const matches = compileElementFilter(filter.filter);
    return (value) => !matches(value);
  }
  if (filter.kind === 'expression') throw new Error('an expression cannot stand in a value $elemMatch');
  return combine(filter.kind, filter.filters.map(compileElementFilter));
}

function combine<Input>(kind: 'and' | 'or' | 'nor', tests: ((input: Input) => boolean)[]): (input: Input) => boolean {
  const [first, second] = tests;
  if (kind === 'and' && first && tests.length === 1) return first;
  if (kind === 'and' && first && second && tests.length === 2) return (input) => first(input) && second(input);
  if (kind === 'and') return (input) => tests.every((matches) => matches(input));
  if (kind === 'or') return (input) => tests.some((matches) => matches(input));
  return (input) => !tests.some((matches) => matches(input));
}

/** Whether a test is asked of an array's elements, and not of the array alone. */
export function asksElements({ kind }: Test): boolean {
  return kind !== 'size' && kind !== 'same' && kind !== 'elementsMatch' && kind !== 'elementMatches';
}

function compilePath(filter: Extract<Filter, { kind: 'path' }>): Matcher {
  const { path, test } = filter;
  const matches = compileTest(test);
  const intoLeafArrays = asksElements(test);
  return (document) => visitPath(document.bytes, document.start, path, intoLeafArrays, matches);
}

export function compileFilter(filter: Filter): Matcher {
  switch (filter.kind) {
    case 'path':
      return compilePath(filter);
    case 'not': {
      const matches = compileFilter(filter.filter);
      return (document) => !matches(document);
    }
    case 'expression':
      return (document) => {
        const value = filter.expression(document);
        return value !== undefined && isTruthy(value);
      };
    default:
      return combine(filter.kind, filter.filters.map(compileFilter));
  }
}

import { EngineError } from '../../errors.ts';
import { parseSort } from '../../query/sort.ts';
import { sortKey } from '../../storage/index-keys.ts';
import { items, type, type Value } from '../../values/bson.ts';
import { arrayOf, boolean, documentOf, int32, nullValue } from '../../values/build.ts';
import { compareValues } from '../../values/compare.ts';
import { isNumber, readDouble, readInteger } from '../../values/numbers.ts';
import {
  allPresent,
  compareExpressions,
  isPresent,
  listed,
  type Operator,
  type Operators,
  ofValues,
  parameters,
  typeName,
  variadic,
} from '../operator.ts';

/** The members of an array; undefined for null and missing. */
function membersOf(value: Value | undefined, code: number, message: (found: string) => string): Value[] | undefined {
  if (!isPresent(value)) return undefined;
  if (value.type !== type.array) throw new EngineError(code, message(typeName(value)));
  return items(value);
}

/** A whole number of 32 bits, for positions and counts. */
function position(value: Value, code: number, what: string): number {
  if (!isNumber(value)) throw new EngineError(code, `${what} must be a numeric value, but is ${typeName(value)}`);
  const whole = readInteger(value);
  if (whole === undefined || BigInt.asIntN(32, whole) !== whole)
    throw new EngineError(code + 1, `${what} must be representable as a 32-bit integer: ${readDouble(value)}`);
  return Number(whole);
}

const elementAt = ofValues(2, ([array, index]) => {
  if (!isPresent(array) || !isPresent(index)) return nullValue;
  const members = membersOf(array, 28689, (found) => `$arrayElemAt's first argument must be an array, but is ${found}`);
  const at = position(index, 28690, "$arrayElemAt's second argument");
  return members?.at(at);
});

function atEnd(name: '$first' | '$last'): Operator {
  return ofValues(1, ([array]) => {
    const members = membersOf(array, 28689, (found) => `${name}'s argument must be an array, but is ${found}`);
    return members ? members.at(name === '$first' ? 0 : -1) : nullValue;
  });
}

const slice = listed(2, 3, (operands, document) => {
  const [array, first, second] = operands.map((operand) => operand(document));
  if (!isPresent(array) || !isPresent(first) || (operands.length === 3 && !isPresent(second))) return nullValue;
  const members =
    membersOf(array, 28724, (found) => `First argument to $slice must be an array, but is of type: ${found}`) ?? [];
  const start = position(first, 28725, 'Second argument to $slice');
  if (!second) return arrayOf(start < 0 ? members.slice(start) : members.slice(0, start));
  const count = position(second, 28727, 'Third argument to $slice');
  if (count <= 0) throw new EngineError(28729, `Third argument to $slice must be positive: ${count}`);
  const from = start < 0 ? Math.max(0, members.length + start) : start;
  return arrayOf(members.slice(from, from + count));
});

const range = listed(2, 3, (operands, document) => {
  const [first, end, step] = operands.map((operand) => operand(document));
  const whole = (value: Value | undefined, code: number, what: string): number => {
    if (!value || !isNumber(value))
      throw new EngineError(code, `$range requires a numeric ${what} value, found value of type: ${typeName(value)}`);
    const number = readInteger(value);
    if (number === undefined || BigInt.asIntN(32, number) !== number)
      throw new EngineError(code + 1, `$range requires a ${what} value that can be represented as a 32-bit integer`);
    return Number(number);
  };
  const [from, to] = [whole(first, 34443, 'starting'), whole(end, 34445, 'ending')];
  const by = operands.length === 3 ? whole(step, 34447, 'step') : 1;
  if (by === 0) throw new EngineError(34449, '$range requires a non-zero step value');
  const numbers: Value[] = [];
  for (let at = from; by > 0 ? at < to : at > to; at += by) numbers.push(int32(at));
  return arrayOf(numbers);
});

const indexOf = listed(2, 4, (operands, document) => {
  const [array, wanted, start, end] = operands.map((operand) => operand(document));
  if (!isPresent(array)) return nullValue;
  const members =
    membersOf(array, 40090, (found) => `$indexOfArray requires an array as a first argument, found: ${found}`) ?? [];
  const bound = (value: Value | undefined, fallback: number): number => {
    if (!value) return fallback;
    const at = position(value, 40096, '$indexOfArray index');
    if (at < 0) throw new EngineError(40097, `$indexOfArray requires a nonnegative index, found: ${at}`);
    return at;
  };
  const to = Math.min(bound(end, members.length), members.length);
  for (let at = bound(start, 0); at < to; at++) if (compareExpressions(members[at], wanted) === 0) return int32(at);
  return int32(-1);
});

const sortArray: Operator = (operand, scope, build) => {
  const given = parameters('$sortArray', operand, ['input', 'sortBy'], ['input', 'sortBy'], 2942500);
  const input = build(given.get('input') as Value, scope);
  const by = given.get('sortBy') as Value;
  const sign = isNumber(by) ? readDouble(by) : 0;
  const fields = by.type === type.object ? parseSort(by) : undefined;
  if (!fields && sign !== 1 && sign !== -1)
    throw new EngineError(2942507, 'The $sortArray sortBy value must be 1, -1 or a sort pattern');
  return (document) => {
    const members = membersOf(
      input(document),
      2942504,
      (found) => `The input argument to $sortArray must be an array, but was of type: ${found}`,
    );
    if (!members) return nullValue;
    if (!fields) return arrayOf(members.sort((left, right) => compareValues(left, right) * sign));
    // Elements that are no documents have none of the fields.
    const keyed = members.map((member) => ({
      member,
      key: sortKey(fields, member.type === type.object ? member : emptyObject),
    }));
    return arrayOf(keyed.sort((left, right) => Buffer.compare(left.key, right.key)).map(({ member }) => member));
  };
};

const emptyObject = documentOf([]);

function allTrue(name: '$allElementsTrue' | '$anyElementTrue', code: number): Operator {
  return ofValues(1, ([value]) => {
    if (value?.type !== type.array)
      throw new EngineError(code, `${name}'s argument must be an array, but is ${typeName(value)}`);
    const truths = items(value).map(
      (item) =>
        isPresent(item) &&
        (item.type === type.boolean ? item.bytes[item.start] !== 0 : !isNumber(item) || readDouble(item) !== 0),
    );
    return boolean(name === '$allElementsTrue' ? truths.every(Boolean) : truths.some(Boolean));
  });
}

export const arrayOperators: Operators = {
  $size: ofValues(1, ([value]) => {
    if (value?.type === type.array) return int32(items(value).length);
    throw new EngineError(17124, `The argument to $size must be an array, but was of type: ${typeName(value)}`);
  }),
  $in: ofValues(2, ([needle, list]) => {
    if (list?.type !== type.array) {
      throw new EngineError(40081, `$in requires an array as a second argument, found: ${typeName(list)}`);
    }
    return boolean(items(list).some((item) => compareExpressions(item, needle) === 0));
  }),
  $isArray: ofValues(1, ([value]) => boolean(value?.type === type.array)),
  $arrayElemAt: elementAt,
  $first: atEnd('$first'),
  $last: atEnd('$last'),
  $slice: slice,
  $range: range,
  $indexOfArray: indexOf,
  $sortArray: sortArray,
  $allElementsTrue: allTrue('$allElementsTrue', 17040),
  $anyElementTrue: allTrue('$anyElementTrue', 17041),
  $concatArrays: variadic((operands, document) => {
    const values = allPresent(operands, document);
    if (!values) return nullValue;
    return arrayOf(
      values.flatMap(
        (value) => membersOf(value, 28664, (found) => `$concatArrays only supports arrays, not ${found}`) ?? [],
      ),
    );
  }),
  $reverseArray: ofValues(1, ([value]) => {
    const members = membersOf(
      value,
      34435,
      (found) => `The argument to $reverseArray must be an array, but was of type: ${found}`,
    );
    return members ? arrayOf(members.reverse()) : nullValue;
  }),
};

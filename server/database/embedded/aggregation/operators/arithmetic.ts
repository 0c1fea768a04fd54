import { EngineError, unsupported } from '../../errors.ts';
import { type, type Value } from '../../values/bson.ts';
import { date, double, int32, int64, nullValue } from '../../values/build.ts';
import {
  addNumbers,
  divideAsDecimals,
  isNumber,
  multiplyNumbers,
  negateNumber,
  readDouble,
} from '../../values/numbers.ts';
import { NumberSum } from '../number-sum.ts';
import {
  allPresent,
  isPresent,
  listed,
  type Operator,
  type Operators,
  ofValues,
  typeName,
  variadic,
} from '../operator.ts';
import { roundNumber } from './rounding.ts';

function milliseconds(value: Value): bigint {
  return value.bytes.readBigInt64LE(value.start);
}

function requireNumbers(name: string, code: number, values: readonly Value[], dates: boolean): void {
  for (const value of values) {
    if (isNumber(value) || (dates && value.type === type.date)) continue;
    const kinds = dates ? 'numeric or date types' : 'numeric types';
    throw new EngineError(code, `${name} only supports ${kinds}, not ${typeName(value)}`);
  }
}

function shiftDate(when: Value, amount: Value): Value {
  return date(milliseconds(when) + BigInt(Math.round(readDouble(amount))));
}

const addition = variadic((operands, document) => {
  const values = allPresent(operands, document);
  if (!values) return nullValue;
  requireNumbers('$add', 16554, values, true);
  const dates = values.filter((value) => value.type === type.date);
  if (dates.length > 1) throw new EngineError(16612, 'only one date allowed in an $add expression');
  const sum = new NumberSum();
  for (const value of values) sum.add(value);
  return dates[0] ? shiftDate(dates[0], sum.sum()) : sum.sum();
});

const subtraction = listed(2, 2, (operands, document) => {
  const [left, right] = allPresent(operands, document) ?? [];
  if (!left || !right) return nullValue;
  if (left.type === type.date && right.type === type.date) return int64(milliseconds(left) - milliseconds(right));
  if (right.type === type.date || !isNumber(right) || (!isNumber(left) && left.type !== type.date)) {
    throw new EngineError(16556, `can't $subtract ${typeName(right)} from ${typeName(left)}`);
  }
  const negated = negateNumber(right);
  if (left.type === type.date) return shiftDate(left, negated);
  return addNumbers(left, negated) ?? double(readDouble(left) - readDouble(right));
});

const multiplication = variadic((operands, document) => {
  const values = allPresent(operands, document);
  if (!values) return nullValue;
  requireNumbers('$multiply', 16555, values, false);
  return values.reduce(
    (left, right) => multiplyNumbers(left, right) ?? double(readDouble(left) * readDouble(right)),
    int32(1),
  );
});

function isDecimal(...values: (Value | undefined)[]): boolean {
  return values.some((value) => value?.type === type.decimal);
}

const division = listed(2, 2, (operands, document) => {
  const [left, right] = allPresent(operands, document) ?? [];
  if (!left || !right) return nullValue;
  if (!isNumber(left) || !isNumber(right)) {
    throw new EngineError(16609, `$divide only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
  }
  if (readDouble(right) === 0) throw new EngineError(2, "can't $divide by zero");
  if (isDecimal(left, right)) return divideAsDecimals(left, right);
  return double(readDouble(left) / readDouble(right));
});

function integer(value: Value): bigint | undefined {
  if (value.type === type.int32) return BigInt(value.bytes.readInt32LE(value.start));
  return value.type === type.int64 ? value.bytes.readBigInt64LE(value.start) : undefined;
}

const modulo = listed(2, 2, (operands, document) => {
  const [left, right] = allPresent(operands, document) ?? [];
  if (!left || !right) return nullValue;
  if (!isNumber(left) || !isNumber(right))
    throw new EngineError(16611, `$mod only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
  if (isDecimal(left, right)) throw unsupported('$mod of Decimal128');
  if (readDouble(right) === 0) throw new EngineError(16610, "can't $mod by zero");
  const [a, b] = [integer(left), integer(right)];
  if (a === undefined || b === undefined) return double(readDouble(left) % readDouble(right));
  return left.type === type.int32 && right.type === type.int32 ? int32(Number(a % b)) : int64(a % b);
});

const absolute = ofValues(1, ([value]) => {
  if (!isPresent(value)) return nullValue;
  requireNumbers('$abs', 28765, [value], false);
  if (value.type === type.int64 && value.bytes.readBigInt64LE(value.start) === -(2n ** 63n))
    throw new EngineError(28680, "can't take $abs of long long min");
  return readDouble(value) < 0 || Object.is(readDouble(value), -0) ? negateNumber(value) : value;
});

/** A function of doubles; its domain is checked before. */
function ofDouble(compute: (number: number) => number, check: (number: number) => void = () => undefined): Operator {
  return ofValues(1, ([value], name) => {
    if (!isPresent(value)) return nullValue;
    requireNumbers(name, 28765, [value], false);
    if (isDecimal(value)) throw unsupported(`${name} of Decimal128`);
    const number = readDouble(value);
    check(number);
    return double(compute(number));
  });
}

function positive(name: string, code: number): (number: number) => void {
  return (number) => {
    if (number <= 0) throw new EngineError(code, `${name}'s argument must be a positive number, but is ${number}`);
  };
}

const power = listed(2, 2, (operands, document) => {
  const [base, exponent] = allPresent(operands, document) ?? [];
  if (!base || !exponent) return nullValue;
  if (!isNumber(base)) throw new EngineError(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumber(exponent)) throw new EngineError(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (isDecimal(base, exponent)) throw unsupported('$pow of Decimal128');
  if (readDouble(base) === 0 && readDouble(exponent) < 0)
    throw new EngineError(28764, '$pow cannot take a base of 0 and a negative exponent');
  const [a, b] = [integer(base), integer(exponent)];
  if (a === undefined || b === undefined || b < 0n) return double(readDouble(base) ** readDouble(exponent));
  const small = a === 0n || a === 1n || a === -1n ? (b % 2n) + 2n : b;
  const exact = small < 64n ? a ** small : undefined;
  if (exact === undefined || BigInt.asIntN(64, exact) !== exact) return double(Number(a) ** Number(b));
  const narrow = base.type === type.int32 && exponent.type === type.int32 && BigInt.asIntN(32, exact) === exact;
  return narrow ? int32(Number(exact)) : int64(exact);
});

const logarithm = listed(2, 2, (operands, document) => {
  const [number, base] = allPresent(operands, document) ?? [];
  if (!number || !base) return nullValue;
  if (!isNumber(number)) throw new EngineError(28756, `$log's argument must be numeric, not ${typeName(number)}`);
  if (!isNumber(base)) throw new EngineError(28757, `$log's base must be numeric, not ${typeName(base)}`);
  if (isDecimal(number, base)) throw unsupported('$log of Decimal128');
  if (readDouble(number) <= 0)
    throw new EngineError(28758, `$log's argument must be a positive number, but is ${readDouble(number)}`);
  if (readDouble(base) <= 0 || readDouble(base) === 1)
    throw new EngineError(28759, `$log's base must be a positive number not equal to 1, but is ${readDouble(base)}`);
  return double(Math.log(readDouble(number)) / Math.log(readDouble(base)));
});

function rounding(mode: 'floor' | 'ceiling'): Operator {
  return ofValues(1, ([value], name) => {
    if (!isPresent(value)) return nullValue;
    requireNumbers(name, 28765, [value], false);
    return roundNumber(value, 0, mode);
  });
}

function toPlace(mode: 'halfEven' | 'truncate'): Operator {
  return listed(1, 2, (operands, document) => {
    const name = mode === 'halfEven' ? '$round' : '$trunc';
    const [value, place] = operands.map((each) => each(document));
    if (!isPresent(value) || (operands.length === 2 && !isPresent(place))) return nullValue;
    if (!isNumber(value)) throw new EngineError(51081, `${name} only supports numeric types, not ${typeName(value)}`);
    const digits = place ? readDouble(place) : 0;
    if (!Number.isInteger(digits))
      throw new EngineError(51082, `precision argument to ${name} must be a integral value`);
    if (digits < -20 || digits > 100)
      throw new EngineError(51083, `cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`);
    return roundNumber(value, digits, mode);
  });
}

/** Arithmetic with BSON's types: int32 widens to int64, int64 to double, anything with a decimal is decimal. */
export const arithmeticOperators: Operators = {
  $add: addition,
  $subtract: subtraction,
  $multiply: multiplication,
  $divide: division,
  $mod: modulo,
  $abs: absolute,
  $floor: rounding('floor'),
  $ceil: rounding('ceiling'),
  $round: toPlace('halfEven'),
  $trunc: toPlace('truncate'),
  $pow: power,
  $log: logarithm,
  $sqrt: ofDouble(Math.sqrt, (number) => {
    if (number < 0) throw new EngineError(28714, "$sqrt's argument must be greater than or equal to 0");
  }),
  $exp: ofDouble(Math.exp),
  $ln: ofDouble(Math.log, positive('$ln', 28766)),
  $log10: ofDouble(Math.log10, positive('$log10', 28761)),
};

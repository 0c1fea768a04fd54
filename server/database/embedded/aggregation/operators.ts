import { EngineError, unsupported } from '../errors.ts';
import { items, readBoolean, readString, type, typeNames, type Value } from '../values/bson.ts';
import { boolean, date, double, int32, int64, nullValue, plainValue } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { addNumbers, isNumber, multiplyNumbers, negateNumber, readDouble } from '../values/numbers.ts';
import type { Expression } from './expression.ts';

export type Operator = {
  minimum: number;
  maximum: number;
  evaluate(operands: Expression[], document: Value): Value | undefined;
};

/** Neither missing nor null (nor the deprecated undefined). */
export function isPresent(value: Value | undefined): value is Value {
  return value !== undefined && value.type !== type.null && value.type !== type.undefined;
}

/** Truth in expressions: missing, null, undefined, false and zero are false. */
export function expressionTruth(value: Value | undefined): boolean {
  if (!isPresent(value)) return false;
  if (value.type === type.boolean) return readBoolean(value);
  return !isNumber(value) || readDouble(value) !== 0;
}

/** Order across types; a missing value comes before null. */
export function compareExpressions(left: Value | undefined, right: Value | undefined): number {
  if (left === undefined || right === undefined) {
    if (left === right) return 0;
    // Missing sorts as undefined: after MinKey, before null.
    const present = left ?? right;
    const order = present?.type === type.minKey ? 1 : -1;
    return left === undefined ? order : -order;
  }
  return compareValues(left, right);
}

function comparison(accept: (order: number) => boolean): Operator {
  return {
    minimum: 2,
    maximum: 2,
    evaluate: ([left, right], document) => boolean(accept(compareExpressions(left?.(document), right?.(document)))),
  };
}

function typeName(value: Value): string {
  return typeNames[value.type] ?? 'unknown';
}

function milliseconds(value: Value): bigint {
  return value.bytes.readBigInt64LE(value.start);
}

function add(left: Value, right: Value): Value {
  if (left.type === type.date || right.type === type.date) {
    const [when, amount] = left.type === type.date ? [left, right] : [right, left];
    if (amount.type === type.date) throw new EngineError(16612, 'only one date allowed in an $add expression');
    return date(milliseconds(when) + BigInt(Math.round(readDouble(amount))));
  }
  return addNumbers(left, right) ?? double(readDouble(left) + readDouble(right));
}

function requireNumbers(name: string, code: number, values: Value[], dates: boolean): void {
  for (const value of values) {
    if (isNumber(value) || (dates && value.type === type.date)) continue;
    const kinds = dates ? 'numeric or date types' : 'numeric types';
    throw new EngineError(code, `${name} only supports ${kinds}, not ${typeName(value)}`);
  }
}

/** Evaluates all operands; undefined when one is null or missing, so that the result is null. */
function allPresent(operands: Expression[], document: Value): Value[] | undefined {
  const values: Value[] = [];
  let nullish = false;
  for (const operand of operands) {
    const value = operand(document);
    if (isPresent(value)) values.push(value);
    else nullish = true;
  }
  return nullish ? undefined : values;
}

const addition: Operator = {
  minimum: 0,
  maximum: Number.POSITIVE_INFINITY,
  evaluate(operands, document) {
    const values = allPresent(operands, document);
    if (!values) return nullValue;
    requireNumbers('$add', 16554, values, true);
    return values.reduce(add, int32(0));
  },
};

const subtraction: Operator = {
  minimum: 2,
  maximum: 2,
  evaluate(operands, document) {
    const [left, right] = allPresent(operands, document) ?? [];
    if (!left || !right) return nullValue;
    if (left.type === type.date && right.type === type.date) return int64(milliseconds(left) - milliseconds(right));
    if (right.type === type.date || !isNumber(right) || (!isNumber(left) && left.type !== type.date)) {
      throw new EngineError(16556, `can't $subtract ${typeName(right)} from ${typeName(left)}`);
    }
    return add(left, negateNumber(right));
  },
};

const multiplication: Operator = {
  minimum: 0,
  maximum: Number.POSITIVE_INFINITY,
  evaluate(operands, document) {
    const values = allPresent(operands, document);
    if (!values) return nullValue;
    requireNumbers('$multiply', 16555, values, false);
    return values.reduce(
      (left, right) => multiplyNumbers(left, right) ?? double(readDouble(left) * readDouble(right)),
      int32(1),
    );
  },
};

const division: Operator = {
  minimum: 2,
  maximum: 2,
  evaluate(operands, document) {
    const [left, right] = allPresent(operands, document) ?? [];
    if (!left || !right) return nullValue;
    if (!isNumber(left) || !isNumber(right)) {
      throw new EngineError(16609, `$divide only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
    }
    if (left.type === type.decimal || right.type === type.decimal) throw unsupported('$divide of Decimal128');
    if (readDouble(right) === 0) throw new EngineError(2, "can't $divide by zero");
    return double(readDouble(left) / readDouble(right));
  },
};

const concatenation: Operator = {
  minimum: 0,
  maximum: Number.POSITIVE_INFINITY,
  evaluate(operands, document) {
    let text = '';
    for (const operand of operands) {
      const value = operand(document);
      if (!isPresent(value)) return nullValue;
      if (value.type !== type.string) {
        throw new EngineError(16702, `$concat only supports strings, not ${typeName(value)}`);
      }
      text += readString(value);
    }
    return plainValue(text);
  },
};

const any = { minimum: 0, maximum: Number.POSITIVE_INFINITY };

/** The expressions on the allow-list; `$cond` and `$literal`, which do not evaluate all operands, are parsed apart. */
export const operators: Record<string, Operator | undefined> = {
  $add: addition,
  $subtract: subtraction,
  $multiply: multiplication,
  $divide: division,
  $concat: concatenation,
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: {
    minimum: 2,
    maximum: 2,
    evaluate: ([left, right], document) => int32(Math.sign(compareExpressions(left?.(document), right?.(document)))),
  },
  $and: {
    ...any,
    evaluate: (operands, document) => boolean(operands.every((operand) => expressionTruth(operand(document)))),
  },
  $or: {
    ...any,
    evaluate: (operands, document) => boolean(operands.some((operand) => expressionTruth(operand(document)))),
  },
  $not: {
    minimum: 1,
    maximum: 1,
    evaluate: ([operand], document) => boolean(!expressionTruth(operand?.(document))),
  },
  $ifNull: {
    minimum: 2,
    maximum: Number.POSITIVE_INFINITY,
    evaluate(operands, document) {
      let value: Value | undefined;
      for (const operand of operands) {
        value = operand(document);
        if (isPresent(value)) return value;
      }
      return value;
    },
  },
  $size: {
    minimum: 1,
    maximum: 1,
    evaluate([operand], document) {
      const value = operand?.(document);
      if (value?.type === type.array) return int32(items(value).length);
      const found = value ? typeName(value) : 'missing';
      throw new EngineError(17124, `The argument to $size must be an array, but was of type: ${found}`);
    },
  },
  $in: {
    minimum: 2,
    maximum: 2,
    evaluate([needle, haystack], document) {
      const list = haystack?.(document);
      if (list?.type !== type.array) {
        const found = list ? typeName(list) : 'missing';
        throw new EngineError(40081, `$in requires an array as a second argument, found: ${found}`);
      }
      const wanted = needle?.(document);
      return boolean(items(list).some((item) => compareExpressions(item, wanted) === 0));
    },
  },
};

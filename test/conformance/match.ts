import mongoose from 'mongoose';
import type { Document } from './format.ts';

const { BSON } = mongoose.mongo;
const { EJSON, Long, Int32, Double, ObjectId } = BSON;

export interface MatchContext {
  entity(name: string): unknown;
  lsid(session: string): unknown;
}

const typeNames: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number' || value instanceof Double,
  string: (value) => typeof value === 'string',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  binData: (value) => value instanceof BSON.Binary,
  objectId: (value) => value instanceof ObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp || value instanceof BSON.BSONRegExp,
  int: (value) => value instanceof Int32 || Number.isInteger(value),
  long: (value) => value instanceof Long || typeof value === 'bigint' || Number.isInteger(value),
  decimal: (value) => value instanceof BSON.Decimal128,
  timestamp: (value) => value instanceof BSON.Timestamp,
  number: (value) => numberOf(value) !== undefined || value instanceof BSON.Decimal128,
  minKey: (value) => value instanceof BSON.MinKey,
  maxKey: (value) => value instanceof BSON.MaxKey,
};

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Int32 || value instanceof Double) return value.valueOf();
  return undefined;
}

export function isPlain(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  );
}

/** An `_id` of null that the driver does not take for a missing one. */
export const explicitNull = { toBSON: () => null };

/** Maps of results by index are compared as documents. */
function asDocument(value: unknown): unknown {
  if (value === explicitNull) return null;
  return value instanceof Map ? Object.fromEntries([...value].map(([key, each]) => [String(key), each])) : value;
}

/** What differs, or undefined where `actual` matches. At the root (and in events' documents) further fields are allowed. */
export function mismatch(
  expected: unknown,
  given: unknown,
  context: MatchContext,
  root = true,
  at = '',
): string | undefined {
  const actual = asDocument(given);
  if (isPlain(expected)) {
    const [operator] = Object.keys(expected);
    if (operator?.startsWith('$$') && Object.keys(expected).length === 1)
      return special(operator, expected[operator], actual, context, at, root);
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return differs(expected, actual, at);
    return documentMismatch(expected, actual as Document, context, root, at);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return differs(expected, actual, at);
    for (const [index, each] of expected.entries()) {
      const found = mismatch(each, actual[index], context, root, `${at}[${index}]`);
      if (found) return found;
    }
    return undefined;
  }
  const [left, right] = [numberOf(expected), numberOf(actual)];
  if (left !== undefined && right !== undefined)
    return Object.is(left, right) || left === right ? undefined : differs(expected, actual, at);
  return EJSON.stringify({ v: expected }) === EJSON.stringify({ v: actual })
    ? undefined
    : differs(expected, actual, at);
}

function documentMismatch(expected: Document, actual: Document, context: MatchContext, root: boolean, at: string) {
  for (const [name, value] of Object.entries(expected)) {
    const where = `${at}.${name}`;
    const present = actual[name] !== undefined;
    const [operator] = isPlain(value) ? Object.keys(value) : [];
    if (operator === '$$exists') {
      if (present !== (value as Document).$$exists) return `${where}: ${present ? 'is there' : 'is missing'}`;
      continue;
    }
    if (!present && operator !== '$$unsetOrMatches' && operator !== '$$matchAsRoot') return `${where}: is missing`;
    const found = mismatch(value, actual[name], context, false, where);
    if (found) return found;
  }
  if (root) return undefined;
  const extra = Object.keys(actual).find((name) => !(name in expected) && actual[name] !== undefined);
  return extra === undefined ? undefined : `${at}.${extra}: was not expected`;
}

function special(
  operator: string,
  operand: unknown,
  actual: unknown,
  context: MatchContext,
  at: string,
  root: boolean,
): string | undefined {
  switch (operator) {
    case '$$exists':
      return (actual !== undefined) === operand
        ? undefined
        : `${at}: ${actual === undefined ? 'is missing' : 'is there'}`;
    case '$$type': {
      const names = (Array.isArray(operand) ? operand : [operand]) as string[];
      return names.some((name) => typeNames[name]?.(actual)) ? undefined : `${at}: is not of type ${names}`;
    }
    case '$$unsetOrMatches':
      return actual === undefined || actual === null ? undefined : mismatch(operand, actual, context, root, at);
    case '$$matchesEntity':
      return mismatch(context.entity(operand as string), actual, context, false, at);
    case '$$sessionLsid':
      return mismatch(context.lsid(operand as string), actual, context, false, at);
    case '$$matchesHexBytes':
      return Buffer.from(actual as Uint8Array).toString('hex') === String(operand).toLowerCase()
        ? undefined
        : differs(operand, actual, at);
    case '$$matchAsRoot':
      return mismatch(operand, actual, context, true, at);
    case '$$matchAsDocument':
      return mismatch(operand, typeof actual === 'string' ? EJSON.parse(actual) : actual, context, false, at);
    case '$$lte':
      return (numberOf(actual) ?? Number.POSITIVE_INFINITY) <= (numberOf(operand) ?? 0)
        ? undefined
        : differs(operand, actual, at);
    default:
      return `${at}: the runner does not know ${operator}`;
  }
}

function differs(expected: unknown, actual: unknown, at: string): string {
  const text = (value: unknown) =>
    value === undefined ? 'nothing' : EJSON.stringify({ v: value }).slice(5, -1).slice(0, 200);
  return `${at || 'result'}: expected ${text(expected)}, got ${text(actual)}`;
}

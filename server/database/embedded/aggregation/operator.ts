import { EngineError } from '../errors.ts';
import { elements, items, readBoolean, type, typeNames, type Value } from '../values/bson.ts';
import { compareValues } from '../values/compare.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import type { Scope } from './scope.ts';

/** Gives a document's value, or undefined where MongoDB says «missing». */
export type Expression = (document: Value) => Value | undefined;

export type Build = (value: Value, scope: Scope) => Expression;

/** Parses an operator's operand, once for each query. */
export type Operator = (operand: Value, scope: Scope, build: Build, name: string) => Expression;

export type Operators = { readonly [name: string]: Operator };

const unlimited = Number.POSITIVE_INFINITY;

function arity(name: string, minimum: number, maximum: number, given: number): EngineError {
  const plural = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`;
  if (minimum === maximum)
    return new EngineError(16020, `Expression ${name} takes exactly ${minimum} arguments. ${given} were passed in.`);
  const range =
    maximum === unlimited ? `at least ${plural(minimum)}` : `at least ${plural(minimum)}, and at most ${maximum}`;
  return new EngineError(28667, `Expression ${name} takes ${range}, but ${given} were passed in.`);
}

/** An operator over a list of expressions: `{ $add: [a, b] }`; a single one may stand without its list. */
export function listed(
  minimum: number,
  maximum: number,
  evaluate: (operands: Expression[], document: Value) => Value | undefined,
): Operator {
  return (operand, scope, build, name) => {
    const given = operand.type === type.array ? items(operand) : [operand];
    if (given.length < minimum || given.length > maximum) throw arity(name, minimum, maximum, given.length);
    const operands = given.map((each) => build(each, scope));
    return (document) => evaluate(operands, document);
  };
}

export function variadic(evaluate: (operands: Expression[], document: Value) => Value | undefined): Operator {
  return listed(0, unlimited, evaluate);
}

/** An operator over exactly so many values. */
export function ofValues(
  count: number,
  evaluate: (values: (Value | undefined)[], name: string) => Value | undefined,
): Operator {
  return (operand, scope, build, name) =>
    listed(count, count, (operands, document) =>
      evaluate(
        operands.map((each) => each(document)),
        name,
      ),
    )(operand, scope, build, name);
}

/** The members of an operand that must be an object with some of these names: `{ $filter: { input, as, cond } }`. */
export function parameters(
  name: string,
  operand: Value,
  known: readonly string[],
  required: readonly string[],
  code: number,
): Map<string, Value> {
  if (operand.type !== type.object) {
    throw new EngineError(code, `${name} only supports an object as its argument`);
  }
  const given = new Map<string, Value>();
  for (const member of elements(operand)) {
    if (!known.includes(member.name)) throw new EngineError(code, `Unrecognized argument to ${name}: ${member.name}`);
    given.set(member.name, member.value);
  }
  for (const wanted of required) {
    if (!given.has(wanted)) throw new EngineError(code, `Missing '${wanted}' parameter to ${name}`);
  }
  return given;
}

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

export function typeName(value: Value | undefined): string {
  return value ? (typeNames[value.type] ?? 'unknown') : 'missing';
}

/** Evaluates all operands; undefined when one is null or missing, so that the result is null. */
export function allPresent(operands: readonly Expression[], document: Value): Value[] | undefined {
  const values: Value[] = [];
  let nullish = false;
  for (const operand of operands) {
    const value = operand(document);
    if (isPresent(value)) values.push(value);
    else nullish = true;
  }
  return nullish ? undefined : values;
}

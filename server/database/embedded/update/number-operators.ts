import { EngineError } from '../errors.ts';
import { elements, sameBytes, type, typeNames, type Value } from '../values/bson.ts';
import { int32, int64 } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { describe } from '../values/describe.ts';
import { addNumbers, isNumber, multiplyNumbers } from '../values/numbers.ts';
import { idText, type ModificationParser, modification } from './modification.ts';

/** `$inc` and `$mul`: the result has the wider type of the two numbers. */
function arithmetic(
  operator: '$inc' | '$mul',
  combine: (current: Value, operand: Value) => Value | undefined,
  first: (operand: Value) => Value,
): ModificationParser {
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  return (operand, name) => {
    if (!isNumber(operand)) {
      throw new EngineError(14, `Cannot ${verb} with non-numeric argument: {${name}: ${describe(operand)}}`);
    }
    return modification(operator, (current, context) => {
      if (current === undefined) return first(operand);
      if (!isNumber(current)) {
        const kind = typeNames[current.type];
        throw new EngineError(
          14,
          `Cannot apply ${operator} to a value of non-numeric type. ${idText(context)} has the field '${name.split('.').at(-1)}' of non-numeric type ${kind}`,
        );
      }
      const result = combine(current, operand);
      if (!result) {
        throw new EngineError(
          2,
          `Failed to apply ${operator} operations to current value (${describe(current)}) for document ${idText(context)}`,
        );
      }
      return sameBytes(result, current) ? undefined : result;
    });
  };
}

export const parseIncrement = arithmetic('$inc', addNumbers, (operand) => operand);

/** A missing field becomes zero of the operand's type. */
export const parseMultiply = arithmetic(
  '$mul',
  multiplyNumbers,
  (operand) => multiplyNumbers(int32(0), operand) ?? int32(0),
);

export function parseExtreme(operator: '$min' | '$max'): ModificationParser {
  const sign = operator === '$min' ? -1 : 1;
  return (operand) =>
    modification(operator, (current) =>
      current === undefined || compareValues(operand, current) * sign > 0 ? operand : undefined,
    );
}

type BitStep = { operation: 'and' | 'or' | 'xor'; operand: Value };

function integerOf(value: Value): bigint {
  return value.type === type.int32
    ? BigInt(value.bytes.readInt32LE(value.start))
    : value.bytes.readBigInt64LE(value.start);
}

function isInteger(value: Value): boolean {
  return value.type === type.int32 || value.type === type.int64;
}

function combineBits(current: Value, { operation, operand }: BitStep): Value {
  const [left, right] = [integerOf(current), integerOf(operand)];
  const bits = operation === 'and' ? left & right : operation === 'or' ? left | right : left ^ right;
  return current.type === type.int32 && operand.type === type.int32 ? int32(Number(bits)) : int64(bits);
}

export const parseBit: ModificationParser = (operand, name) => {
  if (operand.type !== type.object)
    throw new EngineError(
      2,
      `The $bit modifier is not compatible with a ${typeNames[operand.type]}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  const steps = elements(operand).map(({ name: operation, value }): BitStep => {
    if (operation !== 'and' && operation !== 'or' && operation !== 'xor')
      throw new EngineError(
        2,
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}' which is an unknown operator: {${operation}: ${describe(value)}}`,
      );
    if (!isInteger(value))
      throw new EngineError(
        2,
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeNames[value.type]}' is not supported here: {${operation}: ${describe(value)}}`,
      );
    return { operation, operand: value };
  });
  if (steps.length === 0)
    throw new EngineError(
      2,
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}`,
    );
  return modification('$bit', (current, context) => {
    if (current && !isInteger(current))
      throw new EngineError(
        2,
        `Cannot apply $bit to a value of non-integral type.${idText(context)} has the field ${name.split('.').at(-1)} of non-integer type ${typeNames[current.type]}`,
      );
    return steps.reduce(combineBits, current ?? int32(0));
  });
};

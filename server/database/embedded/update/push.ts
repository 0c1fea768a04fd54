import { EngineError } from '../errors.ts';
import { elements, field, items, type, typeNames, type Value } from '../values/bson.ts';
import { arrayOf, nullValue } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { idText, type ModificationParser, modification } from './modification.ts';

type Order = (left: Value, right: Value) => number;

/** The modifiers beside `$each`, which `$addToSet` knows, too. */
export const pushModifiers = ['$each', '$position', '$slice', '$sort'];

/** `$push` with its modifiers: insert at the position, then sort, then cut. */
type Push = { each: Value[]; position?: number; slice?: number; order?: Order };

function whole(clause: string, value: Value): number {
  const number = isNumber(value) ? readDouble(value) : Number.NaN;
  if (!isNumber(value))
    throw new EngineError(
      2,
      `The value for ${clause} must be an integer value but was given type: ${typeNames[value.type]}`,
    );
  if (!Number.isInteger(number))
    throw new EngineError(2, `The value for ${clause} must be an integer value, not of type: ${typeNames[value.type]}`);
  return number;
}

function direction(value: Value): number {
  const sign = isNumber(value) ? readDouble(value) : 0;
  if (sign === 1 || sign === -1) return sign;
  throw new EngineError(2, 'The $sort element value must be either 1 or -1');
}

/** The value at a path through documents alone; missing counts as null. */
function valueBelow(element: Value, parts: readonly string[]): Value {
  let value: Value | undefined = element;
  for (const part of parts) value = value?.type === type.object ? field(value, part) : undefined;
  return value ?? nullValue;
}

function parseOrder(pattern: Value): Order {
  if (pattern.type !== type.object) {
    if (!isNumber(pattern))
      throw new EngineError(
        2,
        'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
      );
    const sign = direction(pattern);
    return (left, right) => compareValues(left, right) * sign;
  }
  const fields = elements(pattern).map(({ name, value }) => {
    if (name === '') throw new EngineError(2, 'The $sort field cannot be empty');
    const parts = name.split('.');
    if (parts.includes(''))
      throw new EngineError(2, `The $sort field is a dotted field but has an empty part: ${name}`);
    return { parts, sign: direction(value) };
  });
  if (fields.length === 0) throw new EngineError(2, 'The $sort pattern is empty when it should be a set of fields.');
  return (left, right) => {
    for (const { parts, sign } of fields) {
      const order = compareValues(valueBelow(left, parts), valueBelow(right, parts)) * sign;
      if (order !== 0) return order;
    }
    return 0;
  };
}

function parseClauses(operand: Value): Push {
  const members = operand.type === type.object ? elements(operand) : [];
  if (!members.some(({ name }) => name === '$each')) return { each: [operand] };
  const push: Push = { each: [] };
  for (const { name, value } of members) {
    if (name === '$each') {
      if (value.type !== type.array)
        throw new EngineError(
          2,
          `The argument to $each in $push must be an array but it was of type: ${typeNames[value.type]}`,
        );
      push.each = items(value);
    } else if (name === '$position') push.position = whole('$position', value);
    else if (name === '$slice') push.slice = whole('$slice', value);
    else if (name === '$sort') push.order = parseOrder(value);
    else throw new EngineError(2, `Unrecognized clause in $push: ${name}`);
  }
  return push;
}

function pushed(before: readonly Value[], { each, position, slice, order }: Push): Value[] {
  const members = [...before];
  if (position === undefined) members.push(...each);
  else members.splice(position, 0, ...each);
  if (order) members.sort(order);
  if (slice === undefined) return members;
  return slice >= 0 ? members.slice(0, slice) : members.slice(slice);
}

export const parsePush: ModificationParser = (operand, name) => {
  const push = parseClauses(operand);
  return modification('$push', (current, context) => {
    if (current && current.type !== type.array) {
      throw new EngineError(
        2,
        `The field '${name}' must be an array but is of type ${typeNames[current.type]} in document ${idText(context)}`,
      );
    }
    return arrayOf(pushed(current ? items(current) : [], push));
  });
};

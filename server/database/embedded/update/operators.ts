import { EngineError, unsupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { elements, items, readBoolean, readString, sameBytes, type, typeNames, Value } from '../values/bson.ts';
import { arrayOf, date, documentOf, int64 } from '../values/build.ts';
import { compareValues, equalValues } from '../values/compare.ts';
import { describe } from '../values/describe.ts';
import { addNumbers, isNumber } from '../values/numbers.ts';
import type { Change } from './mutable.ts';

export type Context = {
  /** The document's `_id` for messages. */
  id: Value | undefined;
  now: number;
};

/** An update operator with its operand: what it makes of the value at its path. */
export type Modification = {
  operator: string;
  /** Whether missing documents on the way to the path are made. */
  creates: boolean;
  change(current: Value | undefined, context: Context): Change;
};

type Parser = (operand: Value, field: string) => Modification;

function idText({ id }: Context): string {
  return `{_id: ${id ? describe(id) : 'null'}}`;
}

function modification(operator: string, change: Modification['change'], creates = true): Modification {
  return { operator, creates, change };
}

const parseIncrement: Parser = (operand, name) => {
  if (!isNumber(operand)) {
    throw new EngineError(14, `Cannot increment with non-numeric argument: {${name}: ${describe(operand)}}`);
  }
  return modification('$inc', (current, context) => {
    if (current === undefined) return operand;
    if (!isNumber(current)) {
      const kind = typeNames[current.type];
      throw new EngineError(
        14,
        `Cannot apply $inc to a value of non-numeric type. ${idText(context)} has the field '${name.split('.').at(-1)}' of non-numeric type ${kind}`,
      );
    }
    const sum = addNumbers(current, operand);
    if (!sum) {
      throw new EngineError(
        2,
        `Failed to apply $inc operations to current value (${describe(current)}) for document ${idText(context)}`,
      );
    }
    return sameBytes(sum, current) ? undefined : sum;
  });
};

/** The values of `{ $each: [...] }`, or the operand alone. */
function eachOf(operator: '$push' | '$addToSet', operand: Value): Value[] {
  const members = operand.type === type.object ? elements(operand) : [];
  if (!members.some(({ name }) => name === '$each')) return [operand];
  const other = members.find(({ name }) => name !== '$each');
  if (other) {
    if (operator === '$push' && ['$slice', '$sort', '$position'].includes(other.name)) {
      throw unsupported(`the $push modifier ${other.name}`);
    }
    throw new EngineError(2, `Unrecognized clause in ${operator}: ${other.name}`);
  }
  const each = members[0]?.value;
  if (each?.type !== type.array) {
    const kind = typeNames[each?.type ?? type.null];
    throw new EngineError(
      operator === '$push' ? 2 : 14,
      `The argument to $each in ${operator} must be an array but it was of type: ${kind}`,
    );
  }
  return items(each);
}

const parsePush: Parser = (operand, name) => {
  const added = eachOf('$push', operand);
  return modification('$push', (current, context) => {
    if (current === undefined) return arrayOf(added);
    if (current.type !== type.array) {
      throw new EngineError(
        2,
        `The field '${name}' must be an array but is of type ${typeNames[current.type]} in document ${idText(context)}`,
      );
    }
    return added.length === 0 ? undefined : arrayOf([...items(current), ...added]);
  });
};

const parseAddToSet: Parser = (operand, name) => {
  const added = eachOf('$addToSet', operand);
  return modification('$addToSet', (current) => {
    if (current !== undefined && current.type !== type.array) {
      throw new EngineError(
        2,
        `Cannot apply $addToSet to non-array field. Field named '${name.split('.').at(-1)}' has non-array type ${typeNames[current.type]}`,
      );
    }
    const members = current ? items(current) : [];
    const before = members.length;
    for (const value of added) if (!members.some((member) => equalValues(member, value))) members.push(value);
    return current && members.length === before ? undefined : arrayOf(members);
  });
};

const parsePull: Parser = (operand) => {
  const first = operand.type === type.object ? elements(operand)[0]?.name : undefined;
  const byFields = operand.type === type.object && !first?.startsWith('$');
  const byCondition = operand.type === type.regex || (operand.type === type.object && !byFields);
  const matches = byFields
    ? compileFilter(parseFilter(operand))
    : compileFilter(parseFilter(documentOf([{ name: 'v', value: operand }])));
  const pulled = (item: Value): boolean => {
    if (byFields) return item.type === type.object && matches(item);
    return byCondition ? matches(documentOf([{ name: 'v', value: item }])) : equalValues(item, operand);
  };
  return modification(
    '$pull',
    (current) => {
      if (current === undefined) return undefined;
      if (current.type !== type.array) throw new EngineError(2, 'Cannot apply $pull to a non-array value');
      const members = items(current);
      const kept = members.filter((item) => !pulled(item));
      return kept.length === members.length ? undefined : arrayOf(kept);
    },
    false,
  );
};

function parseExtreme(operator: '$min' | '$max'): Parser {
  const sign = operator === '$min' ? -1 : 1;
  return (operand) =>
    modification(operator, (current) =>
      current === undefined || compareValues(operand, current) * sign > 0 ? operand : undefined,
    );
}

let timestampSecond = 0;
let timestampCounter = 0;

/** A timestamp later than any this process made before. */
export function nextTimestamp(now: number): Value {
  const second = Math.floor(now / 1000);
  timestampCounter = second > timestampSecond ? 1 : timestampCounter + 1;
  timestampSecond = Math.max(second, timestampSecond);
  const { bytes } = int64((BigInt(timestampSecond) << 32n) | BigInt(timestampCounter));
  return new Value(type.timestamp, bytes, 0, 8);
}

const parseCurrentDate: Parser = (operand) => {
  let kind = 'date';
  if (operand.type === type.object) {
    const [member] = elements(operand);
    if (member?.name !== '$type') {
      throw new EngineError(2, `Unrecognized $currentDate option: ${member?.name ?? ''}`);
    }
    kind = member.value.type === type.string ? readString(member.value) : '';
    if (kind !== 'date' && kind !== 'timestamp') {
      throw new EngineError(
        2,
        "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
      );
    }
  } else if (operand.type !== type.boolean) {
    throw new EngineError(
      2,
      `${typeNames[operand.type]} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  } else readBoolean(operand);
  return modification('$currentDate', (_current, { now }) => (kind === 'date' ? date(now) : nextTimestamp(now)));
};

const parseSet: Parser = (operand) =>
  modification('$set', (current) => (current && sameBytes(current, operand) ? undefined : operand));

/** The update operators on the allow-list. */
export const updateOperators: Record<string, Parser | undefined> = {
  $set: parseSet,
  $setOnInsert: (operand) => ({ ...parseSet(operand, ''), operator: '$setOnInsert' }),
  $unset: () => modification('$unset', () => 'removed', false),
  $inc: parseIncrement,
  $min: parseExtreme('$min'),
  $max: parseExtreme('$max'),
  $push: parsePush,
  $addToSet: parseAddToSet,
  $pull: parsePull,
  $currentDate: parseCurrentDate,
};

/** Operators MongoDB knows and this engine does not yet. */
export const refusedUpdateOperators = new Set(['$mul', '$rename', '$pop', '$pullAll', '$bit', '$pushAll']);

import { EngineError } from '../errors.ts';
import { elements, readString, sameBytes, type, typeNames } from '../values/bson.ts';
import { date } from '../values/build.ts';
import { parseAddToSet, parsePop, parsePull, parsePullAll } from './array-operators.ts';
import { type ModificationParser, modification } from './modification.ts';
import { parseBit, parseExtreme, parseIncrement, parseMultiply } from './number-operators.ts';
import { parsePush } from './push.ts';
import { nextTimestamp } from './timestamp.ts';

const parseCurrentDate: ModificationParser = (operand) => {
  let kind = 'date';
  if (operand.type === type.object) {
    const members = elements(operand);
    const [member] = members;
    const other = members.find(({ name }) => name !== '$type');
    if (!member || other) throw new EngineError(2, `Unrecognized $currentDate option: ${other?.name ?? ''}`);
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
  }
  return modification('$currentDate', (_current, { now }) => (kind === 'date' ? date(now) : nextTimestamp(now)));
};

const parseSet: ModificationParser = (operand) =>
  modification('$set', (current) => (current && sameBytes(current, operand) ? undefined : operand));

/** The update operators on the allow-list; `$rename`, which has two paths, is parsed apart. */
export const updateOperators: { readonly [name: string]: ModificationParser } = {
  $set: parseSet,
  $setOnInsert: (operand) => ({ ...parseSet(operand, ''), operator: '$setOnInsert' }),
  $unset: () => modification('$unset', () => 'removed', 'ignore'),
  $inc: parseIncrement,
  $mul: parseMultiply,
  $min: parseExtreme('$min'),
  $max: parseExtreme('$max'),
  $bit: parseBit,
  $push: parsePush,
  $addToSet: parseAddToSet,
  $pull: parsePull,
  $pullAll: parsePullAll,
  $pop: parsePop,
  $currentDate: parseCurrentDate,
};

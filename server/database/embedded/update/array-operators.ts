import { EngineError } from '../errors.ts';
import { parseFilter, queryOperators } from '../query/filter.ts';
import { compileFilter } from '../query/match.ts';
import { elements, items, type, typeNames, type Value } from '../values/bson.ts';
import { arrayOf, documentOf } from '../values/build.ts';
import { equalValues } from '../values/compare.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { type ModificationParser, modification } from './modification.ts';

/** The values of `{ $each: [...] }`, or the operand alone. */
function addedToSet(operand: Value): Value[] {
  const members = operand.type === type.object ? elements(operand) : [];
  if (members[0]?.name !== '$each') return [operand];
  const other = members[1];
  if (other) throw new EngineError(2, `Found unexpected fields after $each in $addToSet: ${other.name}`);
  const each = members[0].value;
  if (each.type !== type.array) {
    throw new EngineError(
      14,
      `The argument to $each in $addToSet must be an array but it was of type ${typeNames[each.type]}`,
    );
  }
  return items(each);
}

export const parseAddToSet: ModificationParser = (operand, name) => {
  const added = addedToSet(operand);
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

/** Removes what the test names from the array. */
function culling(operator: string, pulled: (item: Value) => boolean): ReturnType<ModificationParser> {
  return modification(
    operator,
    (current) => {
      if (current === undefined) return undefined;
      if (current.type !== type.array) throw new EngineError(2, 'Cannot apply $pull to a non-array value');
      const members = items(current);
      const kept = members.filter((item) => !pulled(item));
      return kept.length === members.length ? undefined : arrayOf(kept);
    },
    'viable',
  );
}

export const parsePull: ModificationParser = (operand) => {
  const first = operand.type === type.object ? elements(operand)[0]?.name : undefined;
  // `$or` and its like ask the whole element, as fields do.
  const byFields = operand.type === type.object && !Object.hasOwn(queryOperators, first ?? '');
  const byCondition = operand.type === type.regex || (operand.type === type.object && !byFields);
  const matches = byFields
    ? compileFilter(parseFilter(operand))
    : compileFilter(parseFilter(documentOf([{ name: 'v', value: operand }])));
  const pulled = (item: Value): boolean => {
    if (byFields) return item.type === type.object && matches(item);
    return byCondition ? matches(documentOf([{ name: 'v', value: item }])) : equalValues(item, operand);
  };
  return culling('$pull', pulled);
};

export const parsePullAll: ModificationParser = (operand) => {
  if (operand.type !== type.array)
    throw new EngineError(2, `$pullAll requires an array argument but was given a ${typeNames[operand.type]}`);
  const unwanted = items(operand);
  return culling('$pullAll', (item) => unwanted.some((value) => equalValues(item, value)));
};

export const parsePop: ModificationParser = (operand, name) => {
  const end = isNumber(operand) ? readDouble(operand) : Number.NaN;
  if (!isNumber(operand))
    throw new EngineError(9, `Expected a number in: ${name}: a value of type ${typeNames[operand.type]}`);
  if (end !== 1 && end !== -1) throw new EngineError(9, `$pop expects 1 or -1, found: ${end}`);
  return modification(
    '$pop',
    (current) => {
      if (current === undefined) return undefined;
      if (current.type !== type.array)
        throw new EngineError(14, `Path '${name}' contains an element of non-array type '${typeNames[current.type]}'`);
      const members = items(current);
      if (members.length === 0) return undefined;
      return arrayOf(end === 1 ? members.slice(0, -1) : members.slice(1));
    },
    'viable',
  );
};

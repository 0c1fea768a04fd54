import { EngineError } from '../../errors.ts';
import { type Element, elements, field, items, readString, type, typeNames, type Value } from '../../values/bson.ts';
import { arrayOf, boolean, documentOf, int32, nullValue, plainValue } from '../../values/build.ts';
import { isNumber } from '../../values/numbers.ts';
import { isPresent, type Operator, type Operators, ofValues, parameters, typeName, variadic } from '../operator.ts';

const mergeObjects = variadic((operands, document) => {
  const merged = new Map<string, Value>();
  for (const operand of operands) {
    const value = operand(document);
    if (!isPresent(value)) continue;
    if (value.type !== type.object)
      throw new EngineError(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
    for (const element of elements(value)) merged.set(element.name, element.value);
  }
  return documentOf([...merged].map(([name, value]) => ({ name, value })));
});

function pairOf(item: Value): Element {
  if (item.type === type.array) {
    const [key, value] = items(item);
    if (items(item).length !== 2 || !value)
      throw new EngineError(
        40397,
        `$arrayToObject requires an array of size 2 arrays,found array of size: ${items(item).length}`,
      );
    if (key?.type !== type.string)
      throw new EngineError(
        40395,
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`,
      );
    return { name: readString(key), value };
  }
  if (item.type !== type.object)
    throw new EngineError(40398, `Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  const members = elements(item);
  if (members.length !== 2)
    throw new EngineError(
      40392,
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${members.length}`,
    );
  const [key, value] = [field(item, 'k'), field(item, 'v')];
  if (!key || !value) throw new EngineError(40393, "$arrayToObject requires an object with keys 'k' and 'v'.");
  if (key.type !== type.string)
    throw new EngineError(
      40394,
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(key)}`,
    );
  return { name: readString(key), value };
}

const arrayToObject = ofValues(1, ([value]) => {
  if (!isPresent(value)) return nullValue;
  if (value.type !== type.array)
    throw new EngineError(40386, `$arrayToObject requires an array input, found: ${typeName(value)}`);
  const members = new Map<string, Value>();
  for (const { name, value: member } of items(value).map(pairOf)) {
    if (name.includes('\0')) throw new EngineError(4940400, 'Key field cannot contain an embedded null byte');
    members.set(name, member);
  }
  return documentOf([...members].map(([name, member]) => ({ name, value: member })));
});

const objectToArray = ofValues(1, ([value]) => {
  if (!isPresent(value)) return nullValue;
  if (value.type !== type.object)
    throw new EngineError(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
  return arrayOf(elements(value).map(({ name, value: v }) => plainValue({ k: name, v })));
});

function constantName(operator: string, given: Value | undefined, code: number): string {
  const literal = given?.type === type.object ? (field(given, '$literal') ?? field(given, '$const')) : undefined;
  const name = literal ?? given;
  if (name?.type !== type.string || (!literal && readString(name).startsWith('$')))
    throw new EngineError(code, `${operator} requires 'field' to evaluate to a constant string`);
  return readString(name);
}

const getField: Operator = (operand, scope, build) => {
  const wrapped = operand.type === type.object && elements(operand).some(({ name }) => name === 'field');
  const given = wrapped ? parameters('$getField', operand, ['field', 'input'], ['field', 'input'], 3041701) : undefined;
  const name = constantName('$getField', given?.get('field') ?? operand, 5654602);
  const inputValue = given?.get('input');
  const input = inputValue ? build(inputValue, scope) : (document: Value): Value => document;
  return (document) => {
    const value = input(document);
    if (value?.type === type.object) return field(value, name);
    return isPresent(value) || value === undefined ? undefined : nullValue;
  };
};

function settingField(operator: '$setField' | '$unsetField'): Operator {
  return (operand, scope, build) => {
    const known = operator === '$setField' ? ['field', 'input', 'value'] : ['field', 'input'];
    const given = parameters(operator, operand, known, known, 4161101);
    const name = constantName(operator, given.get('field'), 4161106);
    const input = build(given.get('input') as Value, scope);
    const valueGiven = given.get('value');
    const compute = valueGiven ? build(valueGiven, scope) : (): undefined => undefined;
    return (document) => {
      const target = input(document);
      if (!isPresent(target)) return nullValue;
      if (target.type !== type.object)
        throw new EngineError(4161105, `${operator} requires 'input' to evaluate to type Object`);
      const value = compute(document);
      const members = elements(target);
      const at = members.findIndex((member) => member.name === name);
      if (!value) return documentOf(members.filter((member) => member.name !== name));
      if (at < 0) return documentOf([...members, { name, value }]);
      return documentOf(members.map((member, index) => (index === at ? { name, value } : member)));
    };
  };
}

export const objectOperators: Operators = {
  $mergeObjects: mergeObjects,
  $arrayToObject: arrayToObject,
  $objectToArray: objectToArray,
  $getField: getField,
  $setField: settingField('$setField'),
  $unsetField: settingField('$unsetField'),
  $type: ofValues(1, ([value]) => plainValue(value ? (typeNames[value.type] ?? 'missing') : 'missing')),
  $isNumber: ofValues(1, ([value]) => boolean(isNumber(value))),
  $bsonSize: ofValues(1, ([value]) => {
    if (!isPresent(value)) return nullValue;
    if (value.type !== type.object)
      throw new EngineError(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
    return int32(value.end - value.start);
  }),
};

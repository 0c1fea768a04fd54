import { EngineError } from '../../errors.ts';
import { items, type, type Value } from '../../values/bson.ts';
import { arrayOf, boolean, nullValue } from '../../values/build.ts';
import { compareValues } from '../../values/compare.ts';
import { keyText } from '../../values/key.ts';
import { allPresent, listed, type Operators, typeName, variadic } from '../operator.ts';

type ValueSet = Map<string, Value>;

function setOf(value: Value | undefined, name: string, code: number): ValueSet {
  if (value?.type !== type.array)
    throw new EngineError(code, `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`);
  return new Map(items(value).map((item) => [keyText(item), item]));
}

function sorted(set: ValueSet): Value {
  return arrayOf([...set.values()].sort(compareValues));
}

/** Operators that take arrays as sets: order and repetition do not count. */
export const setOperators: Operators = {
  $setUnion: variadic((operands, document) => {
    const values = allPresent(operands, document);
    if (!values) return nullValue;
    return sorted(new Map(values.flatMap((value) => [...setOf(value, '$setUnion', 17043)])));
  }),
  $setIntersection: variadic((operands, document) => {
    const values = allPresent(operands, document);
    if (!values) return nullValue;
    const [first, ...others] = values.map((value) => setOf(value, '$setIntersection', 17047));
    return sorted(new Map([...(first ?? [])].filter(([key]) => others.every((other) => other.has(key)))));
  }),
  $setDifference: listed(2, 2, (operands, document) => {
    const [left, right] = allPresent(operands, document) ?? [];
    if (!left || !right) return nullValue;
    const without = setOf(right, '$setDifference', 17049);
    return arrayOf(
      [...setOf(left, '$setDifference', 17048)].flatMap(([key, value]) => (without.has(key) ? [] : [value])),
    );
  }),
  $setEquals: listed(2, Number.POSITIVE_INFINITY, (operands, document) => {
    const [first, ...others] = operands.map((operand) => setOf(operand(document), '$setEquals', 17044));
    return boolean(
      others.every((other) => other.size === first?.size && [...other.keys()].every((key) => first.has(key))),
    );
  }),
  $setIsSubset: listed(2, 2, (operands, document) => {
    const [left, right] = operands.map((operand, at) =>
      setOf(operand(document), '$setIsSubset', at === 0 ? 17046 : 17042),
    );
    return boolean([...(left?.keys() ?? [])].every((key) => right?.has(key)));
  }),
};

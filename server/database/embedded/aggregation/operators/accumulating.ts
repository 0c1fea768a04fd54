import { EngineError } from '../../errors.ts';
import { items, type, type Value } from '../../values/bson.ts';
import { arrayOf, nullValue } from '../../values/build.ts';
import { isNumber, readInteger } from '../../values/numbers.ts';
import { type Gatherer, gatherers, highest, lowest } from '../gatherers.ts';
import { isPresent, type Operator, type Operators, parameters, typeName, variadic } from '../operator.ts';

/** `$sum` and its like over a list of values, or over the members of one array. */
function over(create: () => Gatherer): Operator {
  return variadic((operands, document) => {
    const gatherer = create();
    const values = operands.map((operand) => operand(document));
    const [only] = values;
    const members = values.length === 1 && only?.type === type.array ? items(only) : values;
    for (const value of members) gatherer.add(value);
    return gatherer.result();
  });
}

function several(keep: (values: Value[], size: number) => Value[], skipsNull: boolean): Operator {
  return (operand, scope, build, name) => {
    const given = parameters(name, operand, ['input', 'n'], ['input', 'n'], 5787801);
    const [input, count] = ['input', 'n'].map((part) => build(given.get(part) as Value, scope));
    return (document) => {
      const n = count?.(document);
      const size = n && isNumber(n) ? readInteger(n) : undefined;
      if (size === undefined)
        throw new EngineError(5787902, `Value for 'n' must be of integral type, but found ${typeName(n)}`);
      if (size < 1n) throw new EngineError(5787908, `'n' must be greater than 0, found ${size}`);
      const value = input?.(document);
      if (!isPresent(value)) return nullValue;
      if (value.type !== type.array)
        throw new EngineError(5788200, `${name} requires an array input, found: ${typeName(value)}`);
      const members = skipsNull ? items(value).filter(isPresent) : items(value);
      return arrayOf(keep(members, Number(size)));
    };
  };
}

export const accumulatorOperators: Operators = {
  ...Object.fromEntries(Object.entries(gatherers).map(([name, create]) => [name, over(create)])),
  $firstN: several((values, size) => values.slice(0, size), false),
  $lastN: several((values, size) => values.slice(-size), false),
  $minN: several(lowest, true),
  $maxN: several(highest, true),
};

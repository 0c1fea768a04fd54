import type { Value } from '../values/bson.ts';
import { double, nullValue } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { NumberSum } from './number-sum.ts';
import { isPresent } from './operator.ts';

/** Gathers values, wherever they come from. */
export type Gatherer = { add(value: Value | undefined): void; result(): Value };

function summing(result: (numbers: NumberSum) => Value): () => Gatherer {
  return () => {
    const numbers = new NumberSum();
    return { add: (value) => numbers.add(value), result: () => result(numbers) };
  };
}

function extreme(sign: number): () => Gatherer {
  return () => {
    let best: Value | undefined;
    return {
      add(value) {
        if (isPresent(value) && (!best || compareValues(value, best) * sign > 0)) best = value.detached();
      },
      result: () => best ?? nullValue,
    };
  };
}

/** Welford's method: stable for large numbers close together. Anything that is no number counts nothing. */
function deviation(sample: boolean): () => Gatherer {
  return () => {
    let [count, mean, squares] = [0, 0, 0];
    return {
      add(value) {
        if (!isNumber(value) || !value) return;
        const number = readDouble(value);
        count++;
        const before = number - mean;
        mean += before / count;
        squares += before * (number - mean);
      },
      result() {
        const divisor = sample ? count - 1 : count;
        return divisor > 0 ? double(Math.sqrt(squares / divisor)) : nullValue;
      },
    };
  };
}

/** Those which also stand as expressions over arrays. */
export const gatherers: { readonly [name: string]: () => Gatherer } = {
  $sum: summing((numbers) => numbers.sum()),
  $avg: summing((numbers) => numbers.average()),
  $min: extreme(-1),
  $max: extreme(1),
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
};

export const lowest = (values: Value[], size: number): Value[] => values.sort(compareValues).slice(0, size);
export const highest = (values: Value[], size: number): Value[] =>
  values.sort((left, right) => compareValues(right, left)).slice(0, size);

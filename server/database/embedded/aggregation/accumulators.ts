import { EngineError } from '../errors.ts';
import type { Value } from '../values/bson.ts';
import { arrayOf, nullValue } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { encodeKey } from '../values/key.ts';
import { NumberSum } from './number-sum.ts';
import { isPresent } from './operator.ts';

/** Gathers the values of one group. */
export type Accumulator = { add(value: Value | undefined): void; result(): Value };

function sum(): Accumulator {
  const numbers = new NumberSum();
  return { add: (value) => numbers.add(value), result: () => numbers.sum() };
}

function average(): Accumulator {
  const numbers = new NumberSum();
  return { add: (value) => numbers.add(value), result: () => numbers.average() };
}

function extreme(sign: number): () => Accumulator {
  return () => {
    let best: Value | undefined;
    return {
      add(value) {
        if (isPresent(value) && (!best || compareValues(value, best) * sign > 0)) best = value;
      },
      result: () => best ?? nullValue,
    };
  };
}

function first(): Accumulator {
  let seen = false;
  let kept: Value | undefined;
  return {
    add(value) {
      if (!seen) kept = value;
      seen = true;
    },
    result: () => kept ?? nullValue,
  };
}

function last(): Accumulator {
  let kept: Value | undefined;
  return {
    add(value) {
      kept = value;
    },
    result: () => kept ?? nullValue,
  };
}

/** What one group may gather before the pipeline is refused, as MongoDB refuses it. */
const maximumBytes = 100 * 1024 * 1024;

function gathered(operator: string, distinct: boolean): () => Accumulator {
  return () => {
    const values: Value[] = [];
    const seen = new Set<string>();
    let bytes = 0;
    return {
      add(value) {
        if (value === undefined) return;
        if (distinct) {
          const key = encodeKey(value).toString('latin1');
          if (seen.has(key)) return;
          seen.add(key);
        }
        bytes += value.end - value.start;
        if (bytes > maximumBytes) {
          throw new EngineError(
            146,
            `${operator} used too much memory and cannot spill to disk. Memory limit: ${maximumBytes} bytes`,
          );
        }
        values.push(value);
      },
      result: () => arrayOf(values),
    };
  };
}

/** The accumulators on the allow-list. */
export const accumulators: Record<string, (() => Accumulator) | undefined> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
  $push: gathered('$push', false),
  $addToSet: gathered('$addToSet', true),
};

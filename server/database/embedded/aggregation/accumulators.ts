import { EngineError, unsupported } from '../errors.ts';
import { type as types, type Value } from '../values/bson.ts';
import { arrayOf, double, int32, int64, nullValue } from '../values/build.ts';
import { compareValues } from '../values/compare.ts';
import { encodeKey } from '../values/key.ts';
import { addNumbers, isNumber, readDouble, readNumeric } from '../values/numbers.ts';
import { isPresent } from './operators.ts';

/** Gathers the values of one group. */
export type Accumulator = { add(value: Value | undefined): void; result(): Value };

/** A sum of doubles with the lost low part kept beside it, as MongoDB sums: ten times 0.1 is 1. */
class DoubleSum {
  private high = 0;
  private low = 0;
  private plain = 0;

  add(value: number): void {
    this.plain += value;
    const sum = this.high + value;
    const back = sum - this.high;
    this.low += this.high - (sum - back) + (value - back);
    this.high = sum;
  }

  get total(): number {
    const total = this.high + this.low;
    return Number.isNaN(total) ? this.plain : total;
  }
}

/** Sums numbers of all types; anything else counts nothing. */
class NumberSum {
  count = 0;
  private integers = 0n;
  private readonly doubles = new DoubleSum();
  private decimals: Value | undefined;
  private widest = 0;

  add(value: Value | undefined): void {
    if (value === undefined || !isNumber(value)) return;
    this.count++;
    if (value.type === types.decimal) {
      this.decimals = this.decimals ? addNumbers(this.decimals, value) : value;
      return;
    }
    const number = readNumeric(value);
    if (value.type === types.double) this.doubles.add(Number(number));
    else this.integers += BigInt(number);
    this.widest = Math.max(this.widest, value.type === types.double ? 2 : value.type === types.int64 ? 1 : 0);
  }

  private withoutDecimals(): Value {
    const fits = BigInt.asIntN(64, this.integers) === this.integers;
    if (this.widest < 2 && fits) {
      const small = BigInt.asIntN(32, this.integers) === this.integers;
      return this.widest === 0 && small ? int32(Number(this.integers)) : int64(this.integers);
    }
    const sum = new DoubleSum();
    sum.add(Number(this.integers));
    sum.add(this.doubles.total);
    return double(sum.total);
  }

  sum(): Value {
    const rest = this.withoutDecimals();
    return this.decimals ? (addNumbers(this.decimals, rest) ?? rest) : rest;
  }

  average(): Value {
    if (this.count === 0) return nullValue;
    if (this.decimals) throw unsupported('$avg of Decimal128');
    return double(readDouble(this.withoutDecimals()) / this.count);
  }
}

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

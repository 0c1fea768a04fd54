import { type as types, type Value } from '../values/bson.ts';
import { double, int32, int64, nullValue } from '../values/build.ts';
import { addNumbers, divideAsDecimals, isNumber, readDouble, readNumeric } from '../values/numbers.ts';

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
export class NumberSum {
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
    if (this.decimals) return divideAsDecimals(this.sum(), int64(BigInt(this.count)));
    return double(readDouble(this.withoutDecimals()) / this.count);
  }
}

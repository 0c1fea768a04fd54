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
  /** A part of the integers that is exact as a double; bigints take ten times as long. */
  private small = 0;
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
    if (value.type === types.double) {
      this.doubles.add(value.bytes.readDoubleLE(value.start));
      this.widest = 2;
      return;
    }
    if (value.type === types.int64 && this.widest < 1) this.widest = 1;
    const number = readNumeric(value);
    if (typeof number === 'bigint') this.integers += number;
    else this.addSmall(number);
  }

  private addSmall(number: number): void {
    const sum = this.small + number;
    if (Number.isSafeInteger(sum)) this.small = sum;
    else {
      this.integers += BigInt(this.small) + BigInt(number);
      this.small = 0;
    }
  }

  private withoutDecimals(): Value {
    const integers = this.integers + BigInt(this.small);
    const fits = BigInt.asIntN(64, integers) === integers;
    if (this.widest < 2 && fits) {
      const narrow = BigInt.asIntN(32, integers) === integers;
      return this.widest === 0 && narrow ? int32(Number(integers)) : int64(integers);
    }
    const sum = new DoubleSum();
    sum.add(Number(integers));
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

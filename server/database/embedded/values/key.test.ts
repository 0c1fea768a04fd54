import { BSON as bson } from 'bson';
import { expect } from 'chai';
import { anyValue, fc, value } from '../testing-support/values.ts';
import { compareValues } from './compare.ts';
import { encodeCompoundKey, encodeKey, encodeStringPrefix } from './key.ts';

const sign = Math.sign;

describe('keys', () => {
  it('order as the values do, for random values of all types', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const [a, b] = [value(left), value(right)];
        expect(sign(Buffer.compare(encodeKey(a), encodeKey(b)))).to.equal(sign(compareValues(a, b)));
      }),
      { numRuns: 4000 },
    );
  });

  it('order in reverse when descending', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const [a, b] = [value(left), value(right)];
        expect(sign(Buffer.compare(encodeKey(a, true), encodeKey(b, true)))).to.equal(-sign(compareValues(a, b)) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('never begin another key, not even where a zero byte follows in a string', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (left, right) => {
        const [a, b] = [encodeKey(value(left)), encodeKey(value(right))];
        expect(a.equals(b) || !b.subarray(0, a.length).equals(a)).to.equal(true);
      }),
      { numRuns: 2000, examples: [['a', 'a\u0000b']] },
    );
  });

  it('of several values order by the first that differs', () => {
    fc.assert(
      fc.property(anyValue, anyValue, anyValue, anyValue, (a1, a2, b1, b2) => {
        const a = [value(a1), value(a2)] as const;
        const b = [value(b1), value(b2)] as const;
        const expected = sign(compareValues(a[0], b[0])) || -sign(compareValues(a[1], b[1]));
        const found = Buffer.compare(encodeCompoundKey(a, [false, true]), encodeCompoundKey(b, [false, true]));
        expect(sign(found)).to.equal(expected + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('of strings begin with the key of their prefix', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (prefix, rest) => {
        const start = encodeStringPrefix(prefix);
        expect(
          encodeKey(value(prefix + rest))
            .subarray(0, start.length)
            .equals(start),
        ).to.equal(true);
      }),
    );
  });

  it('of numbers of equal value are the same whatever their type', () => {
    const { Double, Int32, Long, Decimal128 } = bson;
    const keys = [new Double(5), new Int32(5), Long.fromNumber(5), Decimal128.fromString('5.00')].map((number) =>
      encodeKey(value(number)).toString('hex'),
    );
    expect(new Set(keys).size).to.equal(1);
  });
});

import { expect } from 'chai';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { keeps, roundedTo } from './rounding.ts';

describe('rounding by GB/T 8170', () => {
  for (const [value, interval, expected] of [
    ['12.1498', '0.1', '12.1'],
    ['1268', '100', '1300'],
    ['10.5002', '1', '11'],
    ['1.050', '0.1', '1'],
    ['0.35', '0.1', '0.4'],
    ['2500', '1000', '2000'],
    ['3500', '1000', '4000'],
    ['-0.0365', '0.001', '-0.036'],
    ['15.4546', '1', '15'],
    ['16.5203', '1', '17'],
    ['8.53459', '0.01', '8.53'],
    ['2.675', '0.01', '2.68'],
    ['60.28', '0.5', '60.5'],
    ['830', '20', '840'],
    ['-930', '20', '-920'],
  ] as const)
    it(`gives ${value} to ${interval} as ${expected}`, () => {
      expect(roundedTo(new Decimal(value), new Decimal(interval)).toFixed()).to.equal(expected);
    });

  it('moves a number by half an interval at most, and one that is rounded not at all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.constantFrom('0.001', '0.02', '0.5', '1', '20'),
        (n, by) => {
          const [value, interval] = [new Decimal(n).div(10_000), new Decimal(by)];
          const rounded = roundedTo(value, interval);
          expect(rounded.minus(value).abs().times(2).lte(interval)).to.equal(true);
          expect(roundedTo(rounded, interval).eq(rounded)).to.equal(true);
        },
      ),
    );
  });

  it('is asked before the comparison only where the standard says so, to the digits of the limit', () => {
    const value = (text: string) => new Decimal(text);
    expect([keeps(value('0.501'), '0.5'), keeps(value('0.501'), '0.5', 'rounded-value')]).to.deep.equal([false, true]);
    expect(keeps(value('0.501'), '0.500', 'rounded-value')).to.equal(false);
    expect([keeps(value('0.55'), '0.5', 'rounded-value'), keeps(value('0.45'), '0.4', 'rounded-value')]).to.deep.equal([
      false,
      true,
    ]);
  });
});

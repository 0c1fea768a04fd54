import { expect } from 'chai';
import fc from 'fast-check';
import { decimal, decimalText, keepsLimit, readReported } from './decimal.ts';
import { convert } from './units.ts';

const number = (text: string) => {
  const read = decimal(text);
  if (!read) throw new Error(`${text} is not a decimal number`);
  return read;
};
const decimals = fc
  .tuple(fc.nat(9999), fc.stringMatching(/^\d{1,20}$/))
  .map(([whole, fraction]) => `${whole}.${fraction}`);

describe('decimal comparison', () => {
  it('knows 0.10 as 0.1', () => {
    expect(keepsLimit(number('0.10'), number('0.1'))).to.equal(true);
  });

  it('does not round 0.30000000000000004 down to 0.3', () => {
    expect(keepsLimit(number('0.30000000000000004'), number('0.3'))).to.equal(false);
  });

  it('agrees with whole numbers of the smallest digit', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(10 ** 9), (a, b) => {
        const text = (n: number) => `${Math.floor(n / 10 ** 6)}.${String(n % 10 ** 6).padStart(6, '0')}`;
        expect(keepsLimit(number(text(a)), number(text(b)))).to.equal(a <= b);
      }),
    );
  });

  it('counts any excess, however small', () => {
    fc.assert(
      fc.property(decimals, (limit) => {
        expect(keepsLimit(number(`${limit}0`), number(limit))).to.equal(true);
        expect(keepsLimit(number(`${limit}0000000000000000000001`), number(limit))).to.equal(false);
      }),
    );
  });

  it('writes a JSON number without exponent', () => {
    expect([decimalText(1e-7), decimalText(0.1), decimalText(5)]).to.deep.equal(['0.0000001', '0.1', '5']);
  });
});

describe('a reported value', () => {
  for (const text of ['<LOQ', '< loq', '＜ＬＯＤ'])
    it(`reads ${text} as below an unknown bound`, () => {
      expect(readReported(text)).to.deep.equal({ kind: 'below', bound: null });
    });

  it('reads <0.01 as below a bound, in full width too', () => {
    for (const text of ['<0.01', '＜０.０１'])
      expect(readReported(text)).to.satisfy(
        (read: ReturnType<typeof readReported>) => read?.kind === 'below' && read.bound?.toFixed() === '0.01',
      );
  });

  for (const text of ['', 'ND', '-1', '1e3', '0,1', '> 5', 'NaN'])
    it(`does not guess what "${text}" means`, () => {
      expect(readReported(text)).to.equal(null);
    });
});

describe('conversion of units', () => {
  for (const [value, from, to, expected] of [
    ['500', 'ug/kg', 'mg/kg', '0.5'],
    ['500', 'µg/kg', 'mg/kg', '0.5'],
    ['500', 'μg/kg', 'mg/kg', '0.5'],
    ['0.0005', 'g/kg', 'mg/kg', '0.5'],
    ['0.0005', 'mg/g', 'mg/kg', '0.5'],
    ['0.00005', '%', 'mg/kg', '0.5'],
    ['0.5', 'μg/g', 'mg/kg', '0.5'],
  ] as const)
    it(`${value} ${from} is ${expected} ${to}`, () => {
      expect(convert(number(value), from, to)?.toFixed()).to.equal(expected);
    });

  for (const unit of ['mg/L', 'ppm', 'CFU/g', 'Mg/kg', 'mg', ''])
    it(`never assumes what ${unit || 'no unit'} is in mg/kg`, () => {
      expect(convert(number('1'), unit, 'mg/kg')).to.equal(null);
    });

  it('comes back to the same number', () => {
    const units = fc.constantFrom('mg/kg', 'ug/kg', 'g/kg', 'mg/g', '%', 'ng/g');
    fc.assert(
      fc.property(decimals, units, units, (text, from, to) => {
        const there = convert(number(text), from, to);
        expect(there && convert(there, to, from)?.eq(number(text))).to.equal(true);
      }),
    );
  });
});

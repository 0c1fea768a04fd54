import { expect } from 'chai';
import fc from 'fast-check';
import rapidData from '../data/rapid-methods.json' with { type: 'json' };
import { isPositive, rapidKey } from './rapid.ts';
import { sampleNumber } from './sample-number.ts';
import { sampleVerdict, type VerdictWord } from './sample-verdict.ts';

const results = (...words: VerdictWord[]) =>
  words.map((verdict, index) => ({ analyteKey: `${index}`, verdict: { verdict } }));
const test = (analyteKey: string, state: 'open' | 'done' | 'rejected') => ({ analyteKey, state });

describe('the verdict of a sample', () => {
  it('is that of its worst result', () => {
    expect(sampleVerdict([])).to.equal('pending');
    expect(sampleVerdict(results('pass', 'pass'))).to.equal('pass');
    expect(sampleVerdict(results('pass', 'no-limit'))).to.equal('no-limit');
    expect(sampleVerdict(results('not-comparable', 'no-limit', 'pass'))).to.equal('not-comparable');
    expect(sampleVerdict(results('pass', 'fail', 'not-comparable'))).to.equal('fail');
  });

  it('is not known while a test is open, but fails at once', () => {
    expect(sampleVerdict(results('pass'), [test('9', 'open')])).to.equal('pending');
    expect(sampleVerdict(results('fail'), [test('9', 'open')])).to.equal('fail');
    expect(sampleVerdict(results('pass'), [test('0', 'done')])).to.equal('pass');
  });

  it('is never a pass when a test was given up and no result took its place', () => {
    expect(sampleVerdict(results('pass'), [test('9', 'rejected')])).to.equal('not-comparable');
    expect(sampleVerdict(results('pass'), [test('0', 'rejected')])).to.equal('pass');
    expect(sampleVerdict(results('no-limit'), [test('9', 'rejected')])).to.equal('no-limit');
  });

  it('is a pass only when every result is', () => {
    const word = fc.constantFrom<VerdictWord>('pass', 'fail', 'no-limit', 'not-comparable');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(sampleVerdict(results(...words)) === 'pass').to.equal(words.every((one) => one === 'pass'));
      }),
    );
  });
});

describe('a rapid test', () => {
  const inhibition = (value: string, method = 'GB/T 5009.199-2003', unit = '%') =>
    isPositive({ value, unit, method }, rapidData.methods);

  it('by GB/T 5009.199 is positive from 50 % inhibition on', () => {
    expect([inhibition('50'), inhibition('50.0'), inhibition('100')]).to.deep.equal([true, true, true]);
    expect([inhibition('49.99999999999999999'), inhibition('0'), inhibition('-3.2')]).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('is the same method however it is written', () => {
    for (const method of ['GB/T 5009.199', 'gb/t5009.199-2003', 'ＧＢ／Ｔ 5009.199—2003'])
      expect(inhibition('60', method), method).to.equal(true);
  });

  it('is neither positive nor negative without a rule', () => {
    expect(inhibition('60', 'GB/T 5009.1990')).to.equal(null);
    expect(isPositive({ value: '60', unit: '%' }, rapidData.methods)).to.equal(null);
    expect(inhibition('60', 'GB/T 5009.199', 'mg/kg')).to.equal(null);
    expect(inhibition('<LOQ')).to.equal(null);
  });

  it('that is not valid is neither positive nor negative, whatever it measured', () => {
    const method = 'GB/T 5009.199';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.string(), (percent, invalid) => {
        expect(isPositive({ value: `${percent}`, unit: '%', method, invalid }, rapidData.methods)).to.equal(null);
      }),
    );
  });

  it('has a key that no other result has', () => {
    const part = fc.constantFrom('a', 'b', '|', '%', 'a|', '|b', '%7C');
    const result = fc.record({
      device: part,
      sample: part,
      analyte: part,
      at: fc.constantFrom(new Date(0), new Date(1)),
    });
    fc.assert(
      fc.property(result, result, (one, other) => {
        expect(rapidKey(one) === rapidKey(other)).to.equal(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe('a sample number', () => {
  it('names the day in China', () => {
    const random = Uint8Array.from([0, 1, 2, 30, 31, 255]);
    expect(sampleNumber(new Date('2026-11-23T16:00:00Z'), random)).to.equal('S20261124-234YZZ');
  });
});

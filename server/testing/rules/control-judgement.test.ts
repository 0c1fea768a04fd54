import { expect } from 'chai';
import fc from 'fast-check';
import {
  type ControlFinding,
  type ControlLimits,
  isGood,
  judgeControl,
  relativeDifference,
} from './control-judgement.ts';

describe('judging quality control samples', () => {
  const spike = { kind: 'spike', added: '0.1', native: '0.02' } as const;
  const recovery = { recoveryFrom: '70', recoveryTo: '120' };
  const table: [string, ControlFinding, ControlLimits | undefined, string, string | undefined][] = [
    ['a blank below its bound', { kind: 'blank', value: '<0.003' }, { atMost: '0.003' }, 'in-control', undefined],
    [
      'a blank that holds too much',
      { kind: 'blank', value: '0.004' },
      { atMost: '0.003' },
      'out-of-control',
      undefined,
    ],
    ['a bound above what is good', { kind: 'blank', value: '<0.01' }, { atMost: '0.003' }, 'undecided', undefined],
    ['recovery on its lower limit', { ...spike, value: '0.09' }, recovery, 'in-control', '70.0'],
    ['recovery below', { ...spike, value: '0.0899' }, recovery, 'out-of-control', '69.9'],
    ['recovery on its upper limit', { ...spike, value: '0.14' }, recovery, 'in-control', '120.0'],
    ['recovery above', { ...spike, value: '0.1401' }, recovery, 'out-of-control', '120.1'],
    ['two alike', { kind: 'duplicate', value: '1.1', second: '0.9' }, { differenceAtMost: '20' }, 'in-control', '20.0'],
    [
      'two apart',
      { kind: 'duplicate', value: '1.11', second: '0.9' },
      { differenceAtMost: '20' },
      'out-of-control',
      '20.9',
    ],
    [
      'two of nothing',
      { kind: 'duplicate', value: '0', second: '0' },
      { differenceAtMost: '20' },
      'undecided',
      undefined,
    ],
    ['beyond 2 s', { kind: 'material', value: '0.121' }, { mean: '0.1', sd: '0.01' }, 'warning', '2.100'],
    ['beyond 3 s', { kind: 'material', value: '0.131' }, { mean: '0.1', sd: '0.01' }, 'out-of-control', '3.100'],
    ['no criterion', { kind: 'material', value: '0.1' }, undefined, 'undecided', undefined],
    [
      'a criterion of another kind',
      { kind: 'spike', value: '0.1', added: '0.1' },
      { atMost: '1' },
      'undecided',
      undefined,
    ],
  ];
  for (const [name, finding, limits, state, measure] of table)
    it(`${name}: ${state}`, () => {
      const judged = judgeControl(finding, limits);
      expect(judged.state).to.equal(state);
      expect(judged.measure).to.equal(measure);
    });

  it('is never good without a criterion', () => {
    const kind = fc.constantFrom('blank', 'duplicate', 'spike', 'material' as const);
    fc.assert(
      fc.property(kind, fc.nat(1000), (of, value) => {
        const finding = { kind: of, value: String(value), second: '1', added: '1' } as ControlFinding;
        expect(isGood(judgeControl(finding, undefined))).to.equal(false);
        expect(isGood(judgeControl(finding, {}))).to.equal(false);
      }),
    );
  });

  it('finds the same difference whichever determination came first, between 0 and 200 %', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 }).map((each) => String(each / 1000));
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const difference = Number(relativeDifference(one, other));
        expect(difference).to.equal(Number(relativeDifference(other, one)));
        expect(difference).to.be.within(0, 200);
      }),
    );
  });
});

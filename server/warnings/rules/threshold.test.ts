import { expect } from 'chai';
import fc from 'fast-check';
import { celsius, inOrder, run as runReadings } from '../testing-support/streams.ts';
import { quietState, type StreamReading, type StreamState } from './stream-state.ts';
import { evaluateThreshold, type ThresholdRule } from './threshold.ts';

const coldRoom: ThresholdRule = { unit: 'Cel', comparison: 'above', limit: 8, clearAt: 7, durationSeconds: 600 };

function run(rule: ThresholdRule, readings: StreamReading[], start: StreamState = quietState) {
  const { state, told } = runReadings(evaluateThreshold, rule, readings, start);
  return { state, effects: told.map(({ effect }) => effect) };
}

const rule: fc.Arbitrary<ThresholdRule> = fc
  .record({
    comparison: fc.constantFrom('above' as const, 'below' as const),
    limit: fc.integer({ min: -20, max: 40 }),
    deadBand: fc.integer({ min: 0, max: 5 }),
    durationSeconds: fc.constantFrom(0, 60, 600),
  })
  .map(({ comparison, limit, deadBand, durationSeconds }) => ({
    unit: 'Cel',
    comparison,
    limit,
    clearAt: comparison === 'above' ? limit - deadBand : limit + deadBand,
    durationSeconds,
  }));

describe('warnings: threshold', () => {
  it('raises once the value has been above the limit for the duration, by the time of the readings', () => {
    const { effects } = run(coldRoom, celsius([0, 9], [5, 9], [10, 9], [11, 9]));
    expect(effects).to.deep.equal(['none', 'none', 'raise', 'repeat']);
  });

  it('raises at the first reading when the duration is 0', () => {
    expect(run({ ...coldRoom, durationSeconds: 0 }, celsius([0, 8.1])).effects).to.deep.equal(['raise']);
  });

  it('does not take the limit itself for a value beyond it', () => {
    expect(run({ ...coldRoom, durationSeconds: 0 }, celsius([0, 8])).effects).to.deep.equal(['none']);
  });

  it('starts the duration anew when a door opening ends in between', () => {
    const { effects } = run(coldRoom, celsius([0, 9], [5, 7.5], [6, 9], [12, 9], [16, 9]));
    expect(effects).to.deep.equal(['none', 'none', 'none', 'none', 'raise']);
  });

  it('clears at the clearing value, not in the dead band', () => {
    const { effects } = run({ ...coldRoom, durationSeconds: 0 }, celsius([0, 9], [1, 7.5], [2, 7], [3, 9]));
    expect(effects).to.deep.equal(['raise', 'none', 'clear', 'raise']);
  });

  it('leaves the live state alone when a late reading comes', () => {
    const before = run({ ...coldRoom, durationSeconds: 0 }, celsius([0, 9], [10, 9])).state;
    for (const value of [5, 30])
      expect(evaluateThreshold(coldRoom, before, { value, unit: 'Cel', at: 60_000 })).to.deep.equal({
        state: before,
        effect: 'none',
      });
  });

  it('does not compare another unit, nor what is not a number', () => {
    const instant = { ...coldRoom, durationSeconds: 0 };
    expect(evaluateThreshold(instant, quietState, { value: 48, unit: '[degF]', at: 0 }).effect).to.equal('none');
    expect(evaluateThreshold(instant, quietState, { value: Number.NaN, unit: 'Cel', at: 0 }).effect).to.equal('none');
  });

  it('never raises while all values are on the safe side', () => {
    fc.assert(
      fc.property(rule, inOrder(fc.nat(30)), (rule, readings) => {
        const safe = readings.map((reading) => ({
          ...reading,
          value: rule.comparison === 'above' ? rule.limit - reading.value : rule.limit + reading.value,
        }));
        expect(new Set(run(rule, safe).effects)).to.not.include.members(['raise']);
        expect(run(rule, safe).state.raised).to.equal(false);
      }),
    );
  });

  it('never raises twice without a clear between, and clears only what it raised', () => {
    fc.assert(
      fc.property(rule, inOrder(), (rule, readings) => {
        const turns = run(rule, readings).effects.filter((effect) => effect === 'raise' || effect === 'clear');
        turns.forEach((effect, index) => {
          expect(effect).to.equal(index % 2 === 0 ? 'raise' : 'clear');
        });
      }),
    );
  });

  it('does not flap while the value swings between the limit and the clearing value', () => {
    fc.assert(
      fc.property(rule, inOrder(fc.double({ min: 0, max: 1, noNaN: true })), (rule, readings) => {
        fc.pre(rule.limit !== rule.clearAt);
        const swinging = readings.map((reading) => {
          const span = rule.limit - rule.clearAt;
          return { ...reading, value: rule.clearAt + span * (0.01 + 0.99 * reading.value) };
        });
        for (const raised of [true, false])
          expect(new Set(run(rule, swinging, { raised }).effects)).to.satisfy(
            (effects: Set<string>) => effects.size === 0 || (effects.size === 1 && effects.has('none')),
          );
      }),
    );
  });

  it('gives the same result however the readings are batched', () => {
    const late = fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 5 });
    fc.assert(
      fc.property(rule, inOrder(), late, fc.nat(60), (rule, inOrder, repeated, cut) => {
        const readings = [...inOrder, ...repeated.flatMap((index) => inOrder[index] ?? [])];
        const whole = run(rule, readings);
        const first = run(rule, readings.slice(0, cut));
        const second = run(rule, readings.slice(cut), first.state);
        expect({ state: second.state, effects: [...first.effects, ...second.effects] }).to.deep.equal(whole);
      }),
    );
  });

  it('raises only when no reading of the last duration was on the safe side', () => {
    fc.assert(
      fc.property(rule, inOrder(), (rule, readings) => {
        const { effects } = run(rule, readings);
        effects.forEach((effect, index) => {
          if (effect !== 'raise') return;
          const at = readings[index]?.at ?? 0;
          const recent = readings
            .slice(0, index + 1)
            .filter((reading) => reading.at > at - rule.durationSeconds * 1000);
          for (const { value } of recent)
            expect(rule.comparison === 'above' ? value > rule.limit : value < rule.limit).to.equal(true);
        });
      }),
    );
  });
});

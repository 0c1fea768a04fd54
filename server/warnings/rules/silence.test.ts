import { expect } from 'chai';
import fc from 'fast-check';
import { celsius, inOrder, run, type Told } from '../testing-support/streams.ts';
import { evaluateClock, evaluateSilence, type SilenceRule } from './silence.ts';
import { quietState, type StreamReading, type StreamState } from './stream-state.ts';

const quarter: SilenceRule = { silentSeconds: 900 };
const minute = 60_000;

/** As it would have gone live: the clock is looked at before each reading arrives, and at any time in between. */
function live(rule: SilenceRule, readings: readonly StreamReading[], looks: readonly number[]): Told[] {
  let state: StreamState = quietState;
  const told: Told[] = [];
  const note = (evaluated: ReturnType<typeof evaluateClock>, at: number) => {
    state = evaluated.state;
    if (evaluated.effect !== 'none') told.push({ effect: evaluated.effect, at: evaluated.at ?? at });
  };
  const times = [...new Set([...looks, ...readings.map(({ at }) => at)])].sort((left, right) => left - right);
  for (const now of times) {
    note(evaluateClock(rule, state, now), now);
    for (const reading of readings.filter(({ at }) => at === now)) note(evaluateSilence(rule, state, reading), now);
  }
  return told;
}

describe('warnings: silence', () => {
  it('raises by the clock when a device has sent nothing for too long, and clears at its next reading', () => {
    const { state } = run(evaluateSilence, quarter, celsius([0, 4]));
    expect(evaluateClock(quarter, state, 15 * minute).effect).to.equal('none');
    const silent = evaluateClock(quarter, state, 16 * minute);
    expect(silent).to.include({ effect: 'raise', at: 15 * minute });
    expect(evaluateClock(quarter, silent.state, 17 * minute).effect).to.equal('none');
    expect(evaluateSilence(quarter, silent.state, { value: 4, unit: 'Cel', at: 20 * minute }).effect).to.equal('clear');
  });

  it('says nothing of a device that has never been heard', () => {
    expect(evaluateClock(quarter, quietState, Number.MAX_SAFE_INTEGER).effect).to.equal('none');
  });

  it("does not take the platform's own outage for the device's silence", () => {
    const { state } = run(evaluateSilence, quarter, celsius([0, 4]));
    expect(evaluateClock(quarter, state, 60 * minute, 50 * minute).effect).to.equal('none');
    expect(evaluateClock(quarter, state, 66 * minute, 50 * minute)).to.include({ effect: 'raise', at: 65 * minute });
  });

  it('raises the same warnings when readings are replayed after an outage as when they came live', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(60, 300, 600),
        inOrder(),
        fc.array(fc.integer({ min: 0, max: 40_000_000 })),
        (silentSeconds, readings, looks) => {
          const end = readings.at(-1)?.at ?? 0;
          const replayed = run(evaluateSilence, { silentSeconds }, readings).told.filter(
            ({ effect }) => effect !== 'none',
          );
          expect(
            live(
              { silentSeconds },
              readings,
              looks.filter((look) => look <= end),
            ),
          ).to.deep.equal(replayed);
        },
      ),
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { celsius, inOrder, run } from '../testing-support/streams.ts';
import { type DryRun, dryRunStart, dryRunStep, isFlapping, tellsOf } from './dry-run.ts';
import type { StreamRule } from './stream-rule.ts';
import { evaluateThreshold } from './threshold.ts';

const minute = 60_000;
const rule = {
  kind: 'threshold',
  unit: 'Cel',
  comparison: 'above',
  limit: 8,
  clearAt: 7,
  durationSeconds: 600,
} as const satisfies StreamRule;
const folded = (readings: Parameters<typeof run>[2]): DryRun => {
  const dry = dryRunStart();
  for (const reading of readings) dryRunStep(rule, dry, reading);
  return dry;
};

describe('a dry run', () => {
  it('finds when the condition would have begun and ended', () => {
    expect(folded(celsius([0, 9], [10, 9], [20, 5], [30, 9], [40, 9])).episodes).to.deep.equal([
      { from: 10 * minute, to: 20 * minute },
      { from: 40 * minute },
    ]);
  });

  it('raises and clears as live evaluation does', () => {
    fc.assert(
      fc.property(inOrder(), (readings) => {
        const { told } = run(evaluateThreshold, rule, readings);
        const { episodes } = folded(readings);
        const times = (effect: string) => told.filter((each) => each.effect === effect).map(({ at }) => at);
        expect(episodes.map(({ from }) => from)).to.deep.equal(times('raise'));
        expect(episodes.flatMap(({ to }) => (to === undefined ? [] : [to]))).to.deep.equal(times('clear'));
      }),
    );
  });

  it('tells of a silence that goes on to the end, and of one that has ended', () => {
    const silence = { kind: 'silence', silentSeconds: 600 } as const;
    const dry = dryRunStart();
    for (const reading of celsius([0, 4], [60, 4])) dryRunStep(silence, dry, reading);
    dryRunStep(silence, dry, { at: 120 * minute, listeningSince: Number.NEGATIVE_INFINITY });
    expect(dry.episodes).to.deep.equal([{ from: 10 * minute, to: 60 * minute }, { from: 70 * minute }]);
  });

  it('knows what flaps, and what would have been told or missed', () => {
    const at = (...minutes: number[]) => minutes.map((from) => ({ from: from * minute, to: (from + 5) * minute }));
    expect(isFlapping(at(0, 20, 60))).to.equal(true);
    expect(isFlapping(at(0, 20, 61))).to.equal(false);
    const happened = { from: 100 * minute, to: 110 * minute };
    expect(tellsOf(at(35), happened)).to.equal(true);
    expect(tellsOf(at(34), happened)).to.equal(false);
    expect(tellsOf(at(170), happened)).to.equal(true);
    expect(tellsOf(at(171), happened)).to.equal(false);
    expect(tellsOf([{ from: 0 }], happened)).to.equal(true);
    expect(tellsOf([], happened)).to.equal(false);
  });
});

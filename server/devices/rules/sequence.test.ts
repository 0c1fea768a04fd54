import { expect } from 'chai';
import fc from 'fast-check';
import { noteSequence, type SequenceState } from './sequence.ts';

const follow = (numbers: { sequence: number; at: number }[], clockless = false) => {
  let state: SequenceState | undefined;
  let missing = 0;
  for (const number of numbers) {
    const noted = noteSequence(state, { ...number, clockless });
    state = noted.state;
    missing += noted.missing;
  }
  return { state, missing };
};
const inTime = (sequences: number[]) => sequences.map((sequence) => ({ sequence, at: sequence * 1000 }));

describe('the numbers of a device’s messages', () => {
  it('are missing where one is skipped, until it comes after all', () => {
    expect(follow(inTime([1, 2, 5])).missing).to.equal(2);
    expect(follow(inTime([1, 2, 5, 3])).missing).to.equal(1);
    expect(follow(inTime([1, 2, 5, 3, 4])).missing).to.equal(0);
  });

  it('count the same in whatever order they come, and however often', () => {
    const sent = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(sent, fc.infiniteStream(fc.nat()), (arrived, random) => {
        const rest = [...arrived, ...arrived].map((sequence) => ({ sequence, order: random.next().value }));
        const shuffled = rest.sort((a, b) => a.order - b.order).map(({ sequence }) => sequence);
        const first = Math.min(...arrived);
        const { missing } = follow(inTime([first, ...shuffled]));
        expect(missing).to.equal(Math.max(...arrived) - first + 1 - arrived.length);
      }),
    );
  });

  it('begin anew when a smaller one is measured later, and are only late without a clock', () => {
    const restarted = [
      { sequence: 50, at: 50_000 },
      { sequence: 0, at: 51_000 },
      { sequence: 1, at: 52_000 },
    ];
    expect(follow(restarted)).to.deep.include({ missing: 0 });
    expect(follow(restarted).state?.highest).to.equal(1);
    expect(follow(restarted, true).state?.highest).to.equal(50);
  });

  it('begin anew after a jump that no loss explains', () => {
    expect(follow(inTime([1, 1_000_000, 1_000_002])).missing).to.equal(1);
  });

  it('keep a bounded memory of what is missing', () => {
    const { state } = follow(inTime(Array.from({ length: 1000 }, (_, index) => index * 2)));
    expect(state?.open.length).to.be.at.most(100);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { shareWithin, type Turnaround, turnaroundFigures } from './turnaround.ts';

const begin = Date.UTC(2026, 10, 2);
const hours = (count: number): Date => new Date(begin + count * 3_600_000);
const report = (whole: number, from?: number, to?: number): Turnaround => ({
  receivedAt: hours(0),
  ...(from !== undefined && { testedFrom: hours(from) }),
  ...(to !== undefined && { testedTo: hours(to) }),
  issuedAt: hours(whole),
});

describe('turnaround', () => {
  it('is told as median, nine of ten and longest, whole and by part', () => {
    const reports = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((whole) => report(whole, whole / 10, whole / 2));
    expect(turnaroundFigures(reports)).to.deep.equal({
      reports: 10,
      whole: { median: 50, p90: 90, longest: 100 },
      waiting: { median: 5, p90: 9, longest: 10 },
      testing: { median: 20, p90: 36, longest: 40 },
      verification: { median: 25, p90: 45, longest: 50 },
    });
    expect(shareWithin(reports, 40)).to.equal(40);
    expect(turnaroundFigures([])).to.equal(null);
    expect(shareWithin([], 40)).to.equal(0);
  });

  it('leaves parts out of which nothing is known', () => {
    expect(turnaroundFigures([report(8)])).to.deep.equal({ reports: 1, whole: { median: 8, p90: 8, longest: 8 } });
  });

  it('never has a median above the ninth of ten, nor that above the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1 }), (wholes) => {
        const { whole, reports } = turnaroundFigures(wholes.map((each) => report(each))) ?? expect.fail('no figures');
        expect(reports).to.equal(wholes.length);
        expect(whole.median).to.be.at.most(whole.p90);
        expect(whole.p90).to.be.at.most(whole.longest);
        expect(whole.longest).to.equal(Math.max(...wholes));
      }),
    );
  });
});

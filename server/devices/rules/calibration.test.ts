import { expect } from 'chai';
import fc from 'fast-check';
import { type Calibration, calibrationOn, dueOn } from './calibration.ts';

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
const day = fc.integer({ min: 0, max: 400 });
const records = fc.array(
  fc
    .record({ on: day, good: fc.integer({ min: 0, max: 200 }), conforms: fc.boolean() })
    .map(({ on, good, conforms }): Calibration => ({ calibratedOn: dayOf(on), dueOn: dayOf(on + good), conforms })),
  { maxLength: 6 },
);

describe('the calibration of a device', () => {
  it('is what its newest calibration up to that day says, whatever comes later', () => {
    fc.assert(
      fc.property(records, day, (history, asked) => {
        const today = dayOf(asked);
        const known = history.filter(({ calibratedOn }) => calibratedOn <= today);
        const latest = known
          .map(({ calibratedOn }) => calibratedOn)
          .sort()
          .at(-1);
        const newest = known.filter(({ calibratedOn }) => calibratedOn === latest).at(-1);
        const standing = calibrationOn(history, today);
        expect(standing === 'none').to.equal(newest === undefined);
        expect(standing === 'failed').to.equal(newest?.conforms === false);
        expect(standing === 'valid').to.equal(newest?.conforms === true && today <= newest.dueOn);
        expect(calibrationOn(known, today)).to.equal(standing);
      }),
    );
  });

  it('is due when it ends to be valid', () => {
    fc.assert(
      fc.property(records, day, (history, asked) => {
        const [today, due] = [dayOf(asked), dueOn(history, dayOf(asked))];
        const standing = calibrationOn(history, today);
        expect(due === undefined).to.equal(standing === 'none');
        if (due !== undefined && standing !== 'failed') expect(standing === 'valid').to.equal(today <= due);
        if (due !== undefined && standing === 'failed') expect(due <= today).to.equal(true);
      }),
    );
  });

  it('is good on the day it is due, and no longer', () => {
    const one = [{ calibratedOn: '2026-05-03', dueOn: '2027-05-02', conforms: true }];
    const days = ['2026-05-02', '2026-05-03', '2027-05-02', '2027-05-03'];
    expect(days.map((each) => calibrationOn(one, each))).to.deep.equal(['none', 'valid', 'valid', 'overdue']);
  });
});

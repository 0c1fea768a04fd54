import { expect } from 'chai';
import fc from 'fast-check';
import { readingKey, readingKeyRange } from './rules.ts';

const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{1,8}$/);
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('the key of a reading', () => {
  it('sorts a series by time', () => {
    fc.assert(
      fc.property(name, name, time, time, (device, metric, a, b) => {
        expect(readingKey(device, metric, a) < readingKey(device, metric, b)).to.equal(a < b);
      }),
    );
  });

  it('lies in the range of its own device, metric and period alone', () => {
    fc.assert(
      fc.property(name, name, name, name, time, time, time, (device, other, metric, otherMetric, at, from, to) => {
        const inside = ({ $gte, $lt }: { $gte: string; $lt: string }, key: string) => key >= $gte && key < $lt;
        expect(inside(readingKeyRange(other), readingKey(device, metric, at))).to.equal(device === other);
        expect(inside(readingKeyRange(device, otherMetric), readingKey(device, metric, at))).to.equal(
          metric === otherMetric,
        );
        expect(inside(readingKeyRange(device, metric, from, to), readingKey(device, metric, at))).to.equal(
          at >= from && at < to,
        );
      }),
    );
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { writtenMoment } from './written-moment.ts';

describe('a moment as a table has it', () => {
  it('is of the clock in China', () => {
    for (const text of ['2026-11-24 9:05', '2026/11/24 09:05:00', '２０２６-11-24 09:05', '2026.11.24T09:05'])
      expect(writtenMoment(text), text).to.equal('2026-11-24T09:05:00+08:00');
  });

  it('stays as it is where it has its zone, no time, or is none', () => {
    for (const text of ['2026-11-24T01:05:00Z', '2026-11-24', 'yesterday', ''])
      expect(writtenMoment(text), text).to.equal(text);
  });

  it('is read as it was written, whenever it was', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const wall = date.toISOString().slice(0, 19);
        const read = new Date(writtenMoment(wall.replace('T', ' ')));
        expect(read.getTime()).to.equal(Date.parse(`${wall}Z`) - 8 * 3_600_000);
      }),
    );
  });
});

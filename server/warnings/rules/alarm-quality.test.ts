import { expect } from 'chai';
import fc from 'fast-check';
import { type Alarm, alarmQuality, chatteringOf, intervalsOf } from './alarm-quality.ts';

const minute = 60_000;
const alarm = (at: number, conditionKey = 'a', source = 'rule', level: Alarm['level'] = 'blue'): Alarm => ({
  at,
  conditionKey,
  source,
  level,
});
const burst = (count: number, at: number) =>
  Array.from({ length: count }, (_, index) => alarm(at + index, `c${index}`));

describe('the quality of the alarms', () => {
  it('is acceptable to one an officer in ten minutes, manageable to two', () => {
    const burden = (count: number, officers: number) =>
      alarmQuality({ alarms: burst(count, 0), standingSince: [], knownSince: 0, from: 0, to: 10 * minute, officers })
        .burden;
    expect([burden(1, 1), burden(2, 1), burden(3, 1), burden(3, 3)]).to.deep.equal([
      'acceptable',
      'manageable',
      'too-many',
      'acceptable',
    ]);
  });

  it('has a flood from more than ten in ten minutes until fewer than five', () => {
    const counts = [10, 11, 5, 4, 11, 0];
    const alarms = counts.flatMap((count, index) => burst(count, index * 10 * minute));
    const found = intervalsOf({ alarms, from: 0, to: 60 * minute, officers: 1 });
    expect(found.map(({ flood }) => flood)).to.deep.equal([false, true, true, false, true, false]);
    expect(
      alarmQuality({ alarms, standingSince: [], knownSince: 0, from: 0, to: 60 * minute, officers: 1 }),
    ).to.include({
      floodShare: 0.5,
      busiestTenMinutes: 11,
    });
  });

  it('knows what chatters: three times within a minute', () => {
    expect(chatteringOf([0, 30_000, 60_000].map((at) => alarm(at)))).to.deep.equal(['a']);
    expect(chatteringOf([0, 30_000, 60_001].map((at) => alarm(at)))).to.deep.equal([]);
    expect(chatteringOf([alarm(0), alarm(1), alarm(2, 'b')])).to.deep.equal([]);
  });

  it('counts what has stood for more than a day, and gives no verdict on less than thirty days', () => {
    const day = 24 * 60 * minute;
    const facts = { alarms: [], from: 0, knownSince: 0, officers: 1 };
    const quality = alarmQuality({ ...facts, standingSince: [0, 28 * day, 29 * day], to: 30 * day });
    expect(quality).to.include({ stale: 2, enoughDays: true, alarms: 0, perOfficerTenMinutes: 0 });
    expect(alarmQuality({ ...facts, standingSince: [], to: 30 * day - 1 }).enoughDays).to.equal(false);
  });

  it('is measured from when alarms were first written down: a new platform has no quiet past', () => {
    const day = 24 * 60 * minute;
    const facts = { alarms: burst(2, 29 * day), standingSince: [], from: 0, to: 29 * day + 10 * minute, officers: 1 };
    expect(alarmQuality({ ...facts, to: 30 * day, knownSince: 29 * day }).enoughDays).to.equal(false);
    expect(alarmQuality({ ...facts, knownSince: 29 * day }).perOfficerTenMinutes).to.equal(2);
    expect(alarmQuality({ ...facts, knownSince: 40 * day }).enoughDays).to.equal(false);
  });

  it('gives shares that add up, and names the worst first', () => {
    const some = fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 600 * minute }),
        conditionKey: fc.constantFrom('a', 'b', 'c'),
        source: fc.constantFrom(...Array.from({ length: 12 }, (_, index) => `rule ${index}`)),
        level: fc.constantFrom<Alarm['level']>('blue', 'yellow', 'orange', 'red'),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(some, (alarms) => {
        const found = alarmQuality({
          alarms,
          standingSince: [],
          knownSince: 0,
          from: 0,
          to: 600 * minute + 1,
          officers: 2,
        });
        expect(found.levels.reduce((sum, { count }) => sum + count, 0)).to.equal(alarms.length);
        expect(found.worst.length).to.be.at.most(10);
        const counts = found.worst.map(({ count }) => count);
        expect(counts).to.deep.equal(counts.toSorted((a, b) => b - a));
        expect(found.worst.reduce((sum, { share }) => sum + share, 0)).to.be.at.most(1 + 1e-9);
      }),
    );
  });
});

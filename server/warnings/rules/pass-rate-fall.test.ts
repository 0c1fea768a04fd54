import { expect } from 'chai';
import data from '../data/pass-rate.json' with { type: 'json' };
import type { Baseline } from './pass-rate.ts';
import { fallOf, type JudgedSample } from './pass-rate-fall.ts';

const from = new Date('2025-12-31T16:00:00Z');
const day = 86_400_000;
const until = new Date(from.getTime() + 364 * day);
const baseline = (passRate: number, samples = 1_000): Baseline => ({
  ...{ passRate, samples, from: '2025-01-01', to: '2025-12-31' },
});
/** Some samples each day, of which every so many-th fails. */
const samples = (aDay: number, everyThatFails: number, days = 364): JudgedSample[] =>
  Array.from({ length: aDay * days }, (_, index) => ({
    at: new Date(from.getTime() + Math.floor(index / aDay) * day),
    passed: (index + 1) % everyThatFails !== 0,
  }));
const find = (base: Baseline, judged: JudgedSample[], bounds = { from, until }) => fallOf(data, base, judged, bounds);

describe('the watch on pass rates', () => {
  it('finds a rate that has fallen, week by week, and says what was counted until then', () => {
    expect(find(baseline(0.9), samples(10, 10))).to.equal(null);
    expect(find(baseline(0.9), samples(10, 20))).to.equal(null);
    const fall = find(baseline(0.9), samples(10, 5)) ?? expect.fail('not found');
    expect((fall.at.getTime() - from.getTime()) % (7 * day)).to.equal(0);
    expect(fall.samples).to.equal(((fall.at.getTime() - from.getTime()) / day) * 10);
    expect(fall.passed).to.equal(fall.samples * 0.8);
  });

  it('finds failures that are more than rare, sample by sample', () => {
    expect(find(baseline(0.99), samples(2, 100))).to.equal(null);
    const fall = find(baseline(0.99), samples(2, 20)) ?? expect.fail('not found');
    expect(fall.samples).to.be.within(40, 400);
    expect(find(baseline(1), samples(2, 20)), 'a baseline without failures').to.not.equal(null);
  });

  it('looks at no week before it has ended, and at nothing before its beginning', () => {
    const first = find(baseline(0.9), samples(10, 2)) ?? expect.fail('not found');
    const before = new Date(first.at.getTime() - 1);
    expect(find(baseline(0.9), samples(10, 2), { from, until: before })).to.equal(null);
    expect(find(baseline(0.9), samples(10, 2), { from, until: first.at })).to.deep.equal(first);
    expect(find(baseline(0.9), samples(10, 2), { from: until, until })).to.equal(null);
  });

  it('says nothing while nobody knows what is usual', () => {
    expect(find(baseline(0.9, data.fewestInBaseline - 1), samples(10, 2))).to.equal(null);
    expect(find(baseline(0.9, data.fewestInBaseline), samples(10, 2))).to.not.equal(null);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { clusterLikelihood, daysBetweenByChance, isCluster, poissonTail } from './complaint-cluster.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => `1380000${index}`);

describe('a cluster of complaints', () => {
  it('is as likely as published', () => {
    expect(clusterLikelihood(10, 3, 100)).to.be.closeTo(5.2986, 0.00005);
    expect(clusterLikelihood(5, 1, 50)).to.be.closeTo(4.2151, 0.00005);
    expect(clusterLikelihood(3, 3, 100)).to.equal(0);
    expect(clusterLikelihood(1, 3, 100)).to.equal(0);
    expect(poissonTail(5, 1)).to.be.closeTo(0.00366, 0.000005);
    expect(poissonTail(3, 0.5)).to.be.closeTo(0.0144, 0.00005);
    expect(poissonTail(10, 4)).to.be.closeTo(0.00813, 0.000005);
  });

  it('is less likely the more complain, and by chance more often the more places are looked at', () => {
    const expected = fc.double({ min: 0.01, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), expected, (observed, mean) => {
        expect(poissonTail(observed + 1, mean)).to.be.at.most(poissonTail(observed, mean));
        expect(poissonTail(0, mean)).to.equal(1);
        const facts = { complainants: people(observed), expected: mean };
        expect(daysBetweenByChance({ ...facts, looksPerDay: 100 })).to.be.at.most(
          daysBetweenByChance({ ...facts, looksPerDay: 1 }),
        );
      }),
    );
  });

  it('is never made by one complainant, however often he calls', () => {
    const rule = { onceInDays: 180, complainants: 3 };
    const calls = Array.from({ length: 50 }, () => '13800000001');
    expect(isCluster(rule, { complainants: calls, expected: 0.1, looksPerDay: 1 })).to.equal(false);
    expect(isCluster(rule, { complainants: people(6), expected: 0.5, looksPerDay: 7 })).to.equal(true);
    expect(isCluster(rule, { complainants: people(3), expected: 0.5, looksPerDay: 7 })).to.equal(false);
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { farPlaces, isCopied, kilometersBetween, type Scan } from './scan-anomaly.ts';

const shangluo = { longitude: 109.94, latitude: 33.87 };
const xian = { longitude: 108.94, latitude: 34.34 };
const beijing = { longitude: 116.41, latitude: 39.9 };
const guangzhou = { longitude: 113.26, latitude: 23.13 };
const rule = { places: 3, kilometers: 100, windowSeconds: 86_400 };
const hour = 3_600_000;
const scans = (...places: { longitude: number; latitude: number }[]): Scan[] =>
  places.map((place, index) => ({ ...place, at: index * hour }));

describe('one code scanned in many places', () => {
  it('knows how far places are', () => {
    expect(kilometersBetween(beijing, guangzhou)).to.be.within(1_880, 1_900);
    expect(kilometersBetween(shangluo, shangluo)).to.equal(0);
    const pole = { longitude: 0, latitude: 90 };
    expect(kilometersBetween(pole, { longitude: 180, latitude: -90 })).to.be.closeTo(Math.PI * 6371.0088, 1e-6);
  });

  it('is copied when they are far and many, within the window', () => {
    expect(isCopied(rule, scans(shangluo, beijing, guangzhou))).to.equal(true);
    expect(isCopied(rule, scans(shangluo, beijing, beijing, shangluo, beijing))).to.equal(false);
    const slow = scans(shangluo, beijing, guangzhou).map((scan, index) => ({ ...scan, at: index * 13 * hour }));
    expect(isCopied(rule, slow)).to.equal(false);
    expect(farPlaces(rule, scans(shangluo, xian, beijing))).to.have.length(3);
    expect(farPlaces({ ...rule, kilometers: 200 }, scans(shangluo, xian, beijing))).to.have.length(2);
    expect(isCopied(rule, [])).to.equal(false);
  });

  it('counts places that are pairwise far, never more than there are scans', () => {
    const scan = fc.record({
      at: fc.integer({ min: 0, max: 86_400_000 }),
      longitude: fc.double({ min: 105, max: 120, noNaN: true }),
      latitude: fc.double({ min: 22, max: 41, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(scan, { minLength: 1, maxLength: 30 }), (given) => {
        const found = farPlaces(rule, given);
        expect(found.length).to.be.within(1, given.length);
        for (const [index, place] of found.entries())
          for (const other of found.slice(index + 1)) expect(kilometersBetween(place, other)).to.be.at.least(100);
        for (const one of given)
          expect(found.some((place) => kilometersBetween(place, one) < 100 || place === one)).to.equal(true);
      }),
    );
  });
});

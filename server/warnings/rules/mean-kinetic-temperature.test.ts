import { expect } from 'chai';
import fc from 'fast-check';
import { meanKineticTemperature } from './mean-kinetic-temperature.ts';

const hours = (...pairs: [celsius: number, weight: number][]) =>
  pairs.map(([celsius, weight]) => ({ celsius, weight }));

describe('the mean kinetic temperature', () => {
  it('is as computed by hand', () => {
    expect(meanKineticTemperature(hours([2, 1], [8, 1]))).to.be.closeTo(5.536, 0.0005);
    expect(meanKineticTemperature(hours([4, 22], [15, 2]))).to.be.closeTo(5.706, 0.0005);
    expect(meanKineticTemperature(hours([4, 23], [25, 1]))).to.be.closeTo(7.084, 0.0005);
  });

  it('lies between the mean and the warmest, also for a freezer, and does not depend on the unit of time', () => {
    const held = fc.record({
      celsius: fc.double({ min: -80, max: 60, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 30 }), (all) => {
        const total = all.reduce((sum, { weight }) => sum + weight, 0);
        const mean = all.reduce((sum, { celsius, weight }) => sum + (celsius * weight) / total, 0);
        const kinetic = meanKineticTemperature(all);
        expect(kinetic).to.be.at.least(mean - 1e-6);
        expect(kinetic).to.be.at.most(Math.max(...all.map(({ celsius }) => celsius)) + 1e-6);
        const inMinutes = all.map(({ celsius, weight }) => ({ celsius, weight: weight * 60 }));
        expect(meanKineticTemperature(inMinutes)).to.be.closeTo(kinetic, 1e-6);
      }),
    );
  });

  it('is none of nothing, and of nothing impossible', () => {
    expect(() => meanKineticTemperature([])).to.throw(RangeError);
    expect(() => meanKineticTemperature(hours([4, 0]))).to.throw(RangeError);
    expect(() => meanKineticTemperature(hours([-274, 1]))).to.throw(RangeError);
  });
});

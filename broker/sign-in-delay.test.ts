import { expect } from 'chai';
import { SignInDelay } from './sign-in-delay.ts';

describe('the delay of sign-ins', () => {
  const limits = {
    firstSignInDelayMs: 100,
    longestSignInDelayMs: 1000,
    failuresBeforeLock: 10,
    firstLockMs: 30_000,
    longestLockMs: 600_000,
  };
  const failing = (times: number, username = 'd1') => {
    const delay = new SignInDelay(limits);
    for (let count = 0; count < times; count += 1) delay.failed('10.0.0.1', username, 0);
    return delay;
  };

  it('doubles with each failure of a name, up to a limit', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 7, 30].map((times) => failing(times).before('10.0.0.1', 'd1', 1));
    expect(delays).to.deep.equal([0, 0, 0, 100, 200, 400, 800, 1000, 1000]);
  });

  it('spares the neighbors behind the same router', () => {
    expect(failing(10).before('10.0.0.1', 'd2', 1)).to.equal(0);
  });

  it('meets whoever tries many names', () => {
    const delay = new SignInDelay(limits);
    for (let count = 0; count < 22; count += 1) delay.failed('10.0.0.1', `d${count}`, 0);
    expect(delay.before('10.0.0.1', 'another', 1)).to.equal(200);
    expect(delay.before('10.0.0.2', 'another', 1)).to.equal(0);
  });

  it('ends with a success, and with time', () => {
    const delay = failing(5);
    expect(delay.before('10.0.0.1', 'd1', 31 * 60_000)).to.equal(0);
    delay.succeeded('10.0.0.1', 'd1');
    expect(delay.before('10.0.0.1', 'd1', 1)).to.equal(0);
  });

  it('becomes a lock after many failures, twice as long with each further one', () => {
    const locks = [9, 10, 11, 12, 30].map((times) => failing(times).lockedFor('10.0.0.1', 'd1', 0));
    expect(locks).to.deep.equal([0, 30_000, 60_000, 120_000, 600_000]);
    const locked = failing(10);
    expect(locked.lockedFor('10.0.0.1', 'd1', 29_999)).to.equal(1);
    expect(locked.lockedFor('10.0.0.1', 'd1', 30_000)).to.equal(0);
    expect(locked.lockedFor('10.0.0.2', 'd1', 1), 'the device itself, from its own address').to.equal(0);
    expect(locked.lockedFor('10.0.0.1', 'd2', 1), 'its neighbor').to.equal(0);
  });
});

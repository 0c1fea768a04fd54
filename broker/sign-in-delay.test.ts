import { expect } from 'chai';
import { SignInDelay } from './sign-in-delay.ts';

describe('the delay of sign-ins', () => {
  const failing = (times: number, username = 'd1') => {
    const delay = new SignInDelay(100, 1000);
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
    const delay = new SignInDelay(100, 1000);
    for (let count = 0; count < 22; count += 1) delay.failed('10.0.0.1', `d${count}`, 0);
    expect(delay.before('10.0.0.1', 'another', 1)).to.equal(200);
    expect(delay.before('10.0.0.2', 'another', 1)).to.equal(0);
  });

  it('ends with a success, and with time', () => {
    const delay = failing(5);
    expect(delay.before('10.0.0.1', 'd1', 11 * 60_000)).to.equal(0);
    delay.succeeded('10.0.0.1', 'd1');
    expect(delay.before('10.0.0.1', 'd1', 1)).to.equal(0);
  });
});

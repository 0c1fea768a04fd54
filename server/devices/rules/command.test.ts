import { expect } from 'chai';
import fc from 'fast-check';
import { parameterFault, stateAt } from './command.ts';

const interval = { name: 'set-interval', parameters: [{ name: 'seconds', minimum: 10, maximum: 86_400 }] };

describe('a command to a device', () => {
  it('takes exactly the whole numbers of its range', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -100, max: 100_000 }), fc.double(), fc.string()), (seconds) => {
        const right = Number.isInteger(seconds) && Number(seconds) >= 10 && Number(seconds) <= 86_400;
        expect(parameterFault(interval, { seconds }) === null).to.equal(right);
      }),
    );
    expect(parameterFault(interval, {})?.name).to.equal('seconds');
    expect(parameterFault(interval, { seconds: 60, minutes: 1 })?.name).to.equal('minutes');
  });

  it('is over at its time unless it was answered', () => {
    const expiresAt = new Date(1000);
    const at = (state: 'queued' | 'sent' | 'acknowledged' | 'refused', now: number) =>
      stateAt({ state, expiresAt }, new Date(now));
    expect([at('queued', 999), at('sent', 999)]).to.deep.equal(['queued', 'sent']);
    expect([at('queued', 1000), at('sent', 1000)]).to.deep.equal(['expired', 'expired']);
    expect([at('acknowledged', 2000), at('refused', 2000)]).to.deep.equal(['acknowledged', 'refused']);
  });
});

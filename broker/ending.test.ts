import { expect } from 'chai';
import type { Principal } from './ports.ts';
import { closed, useBroker } from './testing-support/use-broker.ts';

describe('broker, when a device is cut off', () => {
  const at = useBroker();

  it('closes all its connections and no other, and takes no last will', async () => {
    const will = { topic: 'agritrace/v1/cold-room-1/status', payload: Buffer.from('offline'), qos: 1 as const };
    const own = await Promise.all([at.connect('cold-room-1', { will }), at.connect('cold-room-1')]);
    const other = await at.connect('cold-room-2');
    const ended = Promise.all(own.map(closed));
    at.broker.endDevice('cold-room-1');
    await ended;
    await other.publishAsync('agritrace/v1/cold-room-2/status', 'online', { qos: 1 });
    expect(at.ports.statuses.map(({ device }) => device)).to.deep.equal(['cold-room-2']);
  });

  it('closes the connection of a gateway by the same name', async () => {
    at.ports.addIntegration('gateway-1');
    const gateway = await at.connect('app:gateway-1');
    const ended = closed(gateway);
    at.broker.endDevice('gateway-1');
    await ended;
  });

  it('judges a sign-in again that was under way meanwhile', async () => {
    const principal: Principal = { kind: 'device', deviceId: 'cold-room-1' };
    const answers = [principal, null];
    at.ports.authenticate = async () => {
      const answer = answers.shift() ?? null;
      if (answer) at.broker.endDevice('cold-room-1');
      return answer;
    };
    expect(await at.refusal('cold-room-1', {})).to.equal(5);
    expect(answers).to.deep.equal([]);
  });

  it('closes a connection when the secret it came with ends', async () => {
    at.ports.secrets.set('cold-room-1', {
      secret: 'old',
      principal: { kind: 'device', deviceId: 'cold-room-1', until: new Date('2026-07-01T08:00:00.200Z') },
    });
    await closed(await at.connect('cold-room-1', { password: 'old' }));
  });
});

import { expect } from 'chai';
import { connect as connectNow, type IClientOptions } from 'mqtt';
import { eventually } from './testing-support/memory-ports.ts';
import { closed, useBroker } from './testing-support/use-broker.ts';

describe('broker', () => {
  const at = useBroker();

  describe('warnings', () => {
    beforeEach(() => at.ports.addUser('county', '611024'));

    it('reach the subscribers of the division', async () => {
      const client = await at.connect('user:county');
      await client.subscribeAsync('agritrace/v1/warnings/611024', { qos: 1 });
      const received = new Promise<string>((resolve) =>
        client.once('message', (_, payload) => resolve(payload.toString())),
      );
      await at.broker.publishWarning(['611024', '611000'], { id: 'w1', level: 'red' });
      expect(JSON.parse(await received)).to.deep.equal({ id: 'w1', level: 'red' });
    });

    it('are refused outside of the own division, and by wildcard', async () => {
      const client = await at.connect('user:county');
      for (const filter of [
        'agritrace/v1/warnings/611000',
        'agritrace/v1/warnings/+',
        '#',
        'agritrace/v1/cold-room-1/commands',
      ])
        await client.subscribeAsync(filter, { qos: 1 }).then(
          () => expect.fail(`${filter} was allowed`),
          () => {},
        );
    });

    it('are not kept for a filter that was refused beside an allowed one', async () => {
      // Room for one: a foreign warning would take the place of the own one.
      await at.restart({ keptMessagesPerSession: 1 });
      const session: IClientOptions = { clean: false, clientId: 'desk' };
      const first = await at.connect('user:county', session);
      await first
        .subscribeAsync(['agritrace/v1/warnings/611024', 'agritrace/v1/warnings/611000'], { qos: 1 })
        .catch(() => {});
      await first.endAsync();
      await at.broker.publishWarning(['611000'], { id: 'foreign' });
      await at.broker.publishWarning(['611024'], { id: 'own' });
      const received: string[] = [];
      const second = await at.connect('user:county', session);
      second.on('message', (_, payload) => received.push(JSON.parse(payload.toString()).id));
      await eventually(() => received.length > 0, 'the kept warning arrives');
      expect(received).to.deep.equal(['own']);
    });

    it('are kept for an absent client up to the limit', async () => {
      await at.restart({ keptMessagesPerSession: 3 });
      const client = await at.connect('user:county', { clean: false, clientId: 'desk' });
      await client.subscribeAsync('agritrace/v1/warnings/611024', { qos: 1 });
      await client.endAsync();
      await eventually(() => at.broker.metrics().connections === 0, 'the broker sees the end');
      for (let count = 0; count < 5; count += 1) await at.broker.publishWarning(['611024'], { count });
      expect(at.broker.metrics().undelivered).to.equal(2);
    });

    function hasSession(clientId: string): Promise<boolean> {
      const url = `mqtt://127.0.0.1:${at.broker.mqttPort}`;
      const client = connectNow(url, { username: 'user:county', password: 'token', clean: false, clientId });
      return new Promise((resolve) =>
        client.once('connect', ({ sessionPresent }) => client.end(true, () => resolve(sessionPresent))),
      );
    }

    it('are kept for the last sessions of a user alone', async () => {
      await at.restart({ keptSessionsPerPrincipal: 2 });
      for (const clientId of ['first', 'second', 'third']) {
        const client = await at.connect('user:county', { clean: false, clientId });
        await client.subscribeAsync('agritrace/v1/warnings/611024', { qos: 1 });
        await client.endAsync();
        await eventually(() => at.broker.metrics().connections === 0, 'the broker sees the end');
      }
      await at.broker.publishWarning(['611024'], { id: 'w1' });
      const present: [string, boolean][] = [];
      for (const clientId of ['third', 'second', 'first']) present.push([clientId, await hasSession(clientId)]);
      expect(present).to.deep.equal([
        ['third', true],
        ['second', true],
        ['first', false],
      ]);
    });

    it('are read-only: a user who publishes is disconnected', async () => {
      const client = await at.connect('user:county');
      const gone = closed(client);
      client.publish('agritrace/v1/warnings/611024', '{}', { qos: 1 });
      await gone;
    });
  });
});

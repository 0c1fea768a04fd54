import { expect } from 'chai';
import { eventually } from './testing-support/memory-ports.ts';
import { closed, useBroker } from './testing-support/use-broker.ts';

const readingAt = (at: string, value = 4.2) => JSON.stringify({ metric: 'temperature', value, unit: 'Cel', at });
const noon = readingAt('2026-07-01T12:00:00+08:00');
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('broker', () => {
  const at = useBroker();

  describe('storing before acknowledging', () => {
    for (const qos of [1, 2] as const)
      it(`acknowledges QoS ${qos} only when the reading is stored`, async () => {
        const client = await at.connect('cold-room-1');
        at.ports.holdStorage();
        let acknowledged = false;
        const publish = client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos });
        void publish.then(() => {
          acknowledged = true;
        });
        await eventually(() => at.broker.metrics().queueLength === 1, 'the reading waits for storage');
        await client.subscribeAsync('agritrace/v1/cold-room-1/commands').catch(() => {});
        expect(acknowledged).to.equal(false);
        at.ports.releaseStorage();
        await publish;
        expect(at.ports.readings.size).to.equal(1);
      });

    it('withholds PUBACK while the storage fails, and stores the repeat', async () => {
      const client = await at.connect('cold-room-1', { reconnectPeriod: 20, clean: false, clientId: 'probe' });
      at.ports.storageFails = true;
      let acknowledged = false;
      const publish = client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      void publish.then(() => {
        acknowledged = true;
      });
      await closed(client);
      expect(acknowledged).to.equal(false);
      at.ports.storageFails = false;
      await publish;
      expect(at.ports.readings.size).to.equal(1);
      expect(at.broker.metrics().storageFailures).to.be.greaterThan(0);
    });

    it('gathers what arrives during a write into the next', async () => {
      const client = await at.connect('cold-room-1');
      at.ports.holdStorage();
      const published = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((minute) =>
        client.publishAsync('agritrace/v1/cold-room-1/readings', readingAt(`2026-07-01T00:0${minute}:00Z`), { qos: 1 }),
      );
      await eventually(() => at.broker.metrics().queueLength === 10, 'all are read');
      at.ports.releaseStorage();
      await Promise.all(published);
      expect(at.ports.writes.length).to.be.lessThan(4);
      expect(at.ports.readings.size).to.equal(10);
    });

    it('sheds QoS 0, and says so, when the queue is full', async () => {
      await at.restart({ queuedReadings: 1 });
      const client = await at.connect('cold-room-1');
      at.ports.holdStorage();
      client.publish('agritrace/v1/cold-room-1/readings', noon, { qos: 0 });
      await eventually(() => at.broker.metrics().queueLength === 1, 'the queue is full');
      const other = await at.connect('cold-room-2');
      other.publish('agritrace/v1/cold-room-2/readings', noon, { qos: 0 });
      await eventually(() => at.broker.metrics().qos0Shed === 1, 'the message is shed');
    });

    it('gives up at the time limit when the storage never answers', async () => {
      await at.restart({ stopTimeoutMs: 50 });
      const client = await at.connect('cold-room-1');
      at.ports.holdStorage();
      let acknowledged = false;
      void client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 }).then(
        () => {
          acknowledged = true;
        },
        () => {},
      );
      await eventually(() => at.broker.metrics().queueLength === 1, 'the reading waits for storage');
      await at.broker.stop();
      expect(acknowledged).to.equal(false);
    });

    it('finishes and acknowledges what is in flight when it stops', async () => {
      const client = await at.connect('cold-room-1');
      at.ports.holdStorage();
      const publish = client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      await eventually(() => at.broker.metrics().queueLength === 1, 'the reading waits for storage');
      const stopped = at.broker.stop();
      expect(at.broker.connected).to.equal(false);
      await pause(50);
      at.ports.releaseStorage();
      await Promise.all([publish, stopped]);
      expect(at.ports.readings.size).to.equal(1);
    });
  });

  describe('repeats', () => {
    it('stores a reading once that comes twice in one message', async () => {
      const client = await at.connect('cold-room-1');
      await client.publishAsync('agritrace/v1/cold-room-1/readings', `[${noon},${noon}]`, { qos: 1 });
      expect(at.broker.metrics()).to.include({ readingsStored: 1, readingsDuplicate: 1 });
    });

    it('stores a reading once that comes in two messages', async () => {
      const client = await at.connect('cold-room-1');
      await client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      await client.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      expect(at.broker.metrics()).to.include({ readingsStored: 1, readingsDuplicate: 1 });
    });

    it('keeps apart readings without a time that arrive together', async () => {
      const client = await at.connect('cold-room-1');
      await Promise.all(
        [4.1, 4.2, 4.3].map((value) =>
          client.publishAsync('agritrace/v1/cold-room-1/readings', JSON.stringify({ metric: 'temperature', value }), {
            qos: 1,
          }),
        ),
      );
      expect(at.ports.readings.size).to.equal(3);
      expect([...at.ports.readings.values()].every((reading) => reading.timeSource === 'received')).to.equal(true);
    });
  });

  it('records the status that a device reports, and its last will', async () => {
    const topic = 'agritrace/v1/cold-room-1/status';
    const will = { topic, payload: Buffer.from('offline'), qos: 1 as const, retain: true };
    const client = await at.connect('cold-room-1', { will });
    await client.publishAsync(topic, 'online', { qos: 1, retain: true });
    client.stream.destroy();
    await eventually(() => at.ports.statuses.length === 2, 'the will arrives');
    expect(at.ports.statuses.map(({ status }) => status)).to.deep.equal(['online', 'offline']);
  });
});

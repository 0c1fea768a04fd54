import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import { type Broker, startBroker } from '../broker.ts';
import type { BrokerLimits } from '../limits.ts';
import { eventually, MemoryPorts, silent } from '../testing-support/memory-ports.ts';
import { useDirectory } from '../testing-support/use-directory.ts';

const readingAt = (minute: number) =>
  JSON.stringify({ metric: 'temperature', value: minute, at: new Date(Date.UTC(2026, 6, 1, 0, minute)).toISOString() });

describe('broker while the database is away', () => {
  const directory = useDirectory();
  let ports: MemoryPorts;
  let broker: Broker;
  let client: MqttClient;

  const start = async (limits: Partial<BrokerLimits> = {}) => {
    broker = await startBroker({
      ports,
      mqttPort: 0,
      host: '127.0.0.1',
      clock: () => new Date('2026-07-01T08:00:00Z'),
      log: silent,
      limits: { storageDeadlineMs: 30, storageRetryMs: 10, stopTimeoutMs: 200, ...limits },
      spoolDirectory: directory.path,
    });
    client = await connectAsync(`mqtt://127.0.0.1:${broker.mqttPort}`, {
      username: 'cold-room-1',
      password: 'secret of cold-room-1',
      reconnectPeriod: 0,
    });
    client.on('error', () => {});
  };
  const stop = async () => {
    client.end(true);
    await broker.stop();
  };
  const publish = (minute: number, qos: 0 | 1 = 1) =>
    client.publishAsync('agritrace/v1/cold-room-1/readings', readingAt(minute), { qos });
  const storedMinutes = () => [...ports.readings.values()].map(({ value }) => value);

  beforeEach(async () => {
    ports = new MemoryPorts('cold-room-1');
    await start();
  });
  afterEach(() => {
    ports.storageFails = false;
    ports.releaseStorage();
    return stop();
  });

  for (const [how, leave, comeBack] of [
    [
      'refuses connections',
      () => {
        ports.storageFails = true;
      },
      () => {
        ports.storageFails = false;
      },
    ],
    ['does not answer', () => ports.holdStorage(), () => ports.releaseStorage()],
  ] as const)
    it(`acknowledges from disk when it ${how}, and replays in order when it is back`, async () => {
      leave();
      for (let minute = 0; minute < 5; minute += 1) await publish(minute);
      expect(ports.readings.size).to.equal(0);
      expect(broker.metrics()).to.include({ readingsSpooled: 5 });
      expect(broker.metrics().spoolBytes).to.be.greaterThan(0);
      comeBack();
      await eventually(() => broker.metrics().spoolBytes === 0, 'the spool is replayed');
      expect(storedMinutes()).to.deep.equal([0, 1, 2, 3, 4]);
      await publish(5);
      await eventually(() => ports.readings.size === 6, 'the next one is stored');
    });

  it('leaves no listener behind, however many records it replays', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => void warnings.push(warning.name);
    process.on('warning', note);
    for (let round = 0; round < 15; round += 1) {
      ports.storageFails = true;
      await publish(round);
      ports.storageFails = false;
      await eventually(() => broker.metrics().spoolBytes === 0, 'the spool is replayed');
    }
    process.off('warning', note);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps what it has acknowledged over a restart', async () => {
    ports.storageFails = true;
    for (const minute of [0, 1, 2]) await publish(minute);
    await stop();
    ports.storageFails = false;
    await start();
    await eventually(() => broker.metrics().spoolBytes === 0, 'the spool is replayed');
    expect(storedMinutes()).to.deep.equal([0, 1, 2]);
    expect([...ports.readings.values()][0]?.at).to.deep.equal(new Date('2026-07-01T00:00:00Z'));
  });

  it('withholds acknowledgements when the spool is full, sheds QoS 0 with a count, and loses nothing that it acknowledged', async () => {
    await stop();
    await start({ spoolBytes: 400, queuedReadings: 3 });
    ports.storageFails = true;
    let acknowledged = 0;
    const publications = Array.from({ length: 8 }, (_, minute) =>
      publish(minute).then(() => {
        acknowledged += 1;
      }),
    );
    await eventually(() => broker.spoolFilling && broker.metrics().queueLength >= 3, 'spool and queue are full');
    expect(acknowledged).to.be.lessThan(8);
    const other = await connectAsync(`mqtt://127.0.0.1:${broker.mqttPort}`, {
      username: 'cold-room-1',
      password: 'secret of cold-room-1',
    });
    other.publish('agritrace/v1/cold-room-1/readings', readingAt(30), { qos: 0 });
    await eventually(() => broker.metrics().qos0Shed === 1, 'QoS 0 is shed');
    await other.endAsync();
    ports.storageFails = false;
    await Promise.all(publications);
    await eventually(() => broker.metrics().spoolBytes === 0, 'the spool is replayed');
    expect(storedMinutes()).to.have.members([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(broker.spoolFilling).to.equal(false);
  });
});

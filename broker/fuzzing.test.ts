import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { chance } from '../devices-sim/random.ts';
import { useBroker } from './testing-support/use-broker.ts';

const text = (value: string) => Buffer.concat([Buffer.from([0, Buffer.byteLength(value)]), Buffer.from(value)]);
const packet = (head: number, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([head, content.length]), content]);
};

/** Well-formed packets of every kind that a client sends, to be damaged. */
const wellFormed = [
  packet(0x32, text('agritrace/v1/cold-room-1/readings'), Buffer.from([0, 7]), Buffer.from('{"metric":"t"}')),
  packet(0x34, text('agritrace/v1/cold-room-1/status'), Buffer.from([0, 8]), Buffer.from('online')),
  packet(0x82, Buffer.from([0, 9]), text('agritrace/v1/cold-room-1/commands'), Buffer.from([1])),
  packet(0xa2, Buffer.from([0, 10]), text('agritrace/v1/cold-room-1/commands')),
  ...[0x40, 0x50, 0x62, 0x70].map((head) => packet(head, Buffer.from([0, 11]))),
  packet(0xc0),
];
const connectPacket = packet(
  0x10,
  text('MQTT'),
  Buffer.from([4, 0xc2, 0, 60]),
  ...['fuzz', 'cold-room-1', 'secret of cold-room-1'].map(text),
);

const happened = (socket: Socket, event: string) => new Promise<void>((resolve) => socket.once(event, () => resolve()));

/** So many packets; the whole run of the fault tests sends 100 000. */
const packets = Number(process.env.FUZZED_PACKETS ?? 1000);
const packetsAConnection = 5;
const seed = Number(process.env.FUZZ_SEED ?? 20_260_503);

describe(`broker under malformed packets (seed ${seed})`, function () {
  this.timeout(1_800_000);
  const at = useBroker();

  it('goes on for everybody else, and keeps nothing of whoever sent them', async () => {
    await at.restart({ connectionsPerSecond: 1_000_000, connectionsAtOnce: 1_000_000, connectTimeoutMs: 200 });
    let turn = 0;
    const random = () => {
      turn += 1;
      return chance(seed, turn);
    };
    const below = (most: number) => Math.floor(random() * most);
    const damaged = (): Buffer => {
      const bytes = Buffer.from(wellFormed[below(wellFormed.length)] ?? []);
      for (let damage = below(4); damage >= 0; damage -= 1) bytes[below(bytes.length)] = below(256);
      return random() < 0.3 ? bytes.subarray(0, below(bytes.length)) : bytes;
    };
    // All of a connection is drawn before any of it is sent, so that a seed gives the same packets again.
    const draw = () => ({
      signsIn: random() < 0.7,
      first: damaged(),
      others: Array.from({ length: packetsAConnection }, damaged),
    });
    const sendOne = async ({ signsIn, first, others }: ReturnType<typeof draw>) => {
      const socket = connect(at.broker.mqttPort, '127.0.0.1');
      socket.on('error', () => {});
      const closed = happened(socket, 'close');
      socket.write(signsIn ? connectPacket : first);
      if (signsIn) await Promise.race([happened(socket, 'data'), closed]);
      for (const bytes of others) socket.write(bytes);
      socket.end();
      socket.resume();
      await closed;
    };
    const batches = Math.ceil(packets / packetsAConnection / 10);
    const send = async (count: number) => {
      for (let batch = 0; batch < count; batch += 1) await Promise.all(Array.from({ length: 10 }, draw).map(sendOne));
    };
    await send(Math.ceil(batches / 4));
    globalThis.gc?.();
    const early = process.memoryUsage().heapUsed;
    await send(batches - Math.ceil(batches / 4));
    globalThis.gc?.();
    const grown = process.memoryUsage().heapUsed - early;
    const good = await at.connect('cold-room-2');
    await good.publishAsync('agritrace/v1/cold-room-2/readings', '{"metric":"temperature","value":4}', { qos: 1 });
    expect([...at.ports.readings.values()].filter(({ device }) => device === 'cold-room-2')).to.have.length(1);
    expect(at.broker.metrics().protocolErrors).to.be.greaterThan(0);
    expect(at.broker.metrics().connections).to.equal(1);
    expect(grown).to.be.lessThan(64 * 1024 * 1024);
  });
});

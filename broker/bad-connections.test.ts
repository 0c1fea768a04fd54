import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { eventually } from './testing-support/memory-ports.ts';
import { useBroker } from './testing-support/use-broker.ts';

const text = (value: string) => Buffer.concat([Buffer.from([0, Buffer.byteLength(value)]), Buffer.from(value)]);
const packet = (head: number, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([head, content.length]), content]);
};
const connectAs = (name: string, keepAlive: number) =>
  packet(0x10, text('MQTT'), Buffer.from([4, 0xc2, 0, keepAlive]), ...[name, name, `secret of ${name}`].map(text));
const publish = (name: string, id: number, value: number) =>
  packet(
    0x32,
    text(`agritrace/v1/${name}/readings`),
    Buffer.from([id >> 8, id & 255]),
    Buffer.from(`{"metric":"weight","unit":"kg","value":${value}}`),
  );

describe('connections that do not behave', function () {
  this.timeout(30_000);
  const at = useBroker();
  let sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
  });

  const open = async (first: Buffer): Promise<Socket> => {
    const socket = connect(at.broker.mqttPort, '127.0.0.1');
    socket.on('error', () => {});
    sockets.push(socket);
    socket.write(first);
    await once(socket, 'connect');
    return socket;
  };
  const served = async () => {
    const good = await at.connect('cold-room-2');
    await good.publishAsync('agritrace/v1/cold-room-2/readings', '{"metric":"temperature","value":4}', { qos: 1 });
    await good.endAsync();
  };
  const nobodyIsConnected = () => eventually(() => at.broker.metrics().connections === 0, 'freed', 20_000);

  it('are freed when nothing comes of a sign-in that was begun', async () => {
    await at.restart({ connectTimeoutMs: 200 });
    for (let half = 0; half < 20; half += 1) await open(connectAs('cold-room-1', 60).subarray(0, 10));
    await served();
    await nobodyIsConnected();
  });

  it('are freed when the other end is gone without a word', async () => {
    await at.restart({ connectionsPerPrincipal: 100 });
    const gone = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const name = 'cold-room-1';
        const hello = packet(
          0x10,
          text('MQTT'),
          Buffer.from([4, 0xc2, 0, 1]),
          ...[`${name}-${index}`, name, `secret of ${name}`].map(text),
        );
        const socket = await open(hello);
        const [answer] = await once(socket, 'data');
        expect([...(answer as Buffer)]).to.deep.equal([0x20, 2, 0, 0]);
        return socket;
      }),
    );
    expect(at.broker.metrics().connections).to.equal(gone.length);
    await served();
    await nobodyIsConnected();
  });

  it('are freed when they ask for no keep alive at all and stay silent', async () => {
    await at.restart({ keepAliveSeconds: 1 });
    const socket = await open(connectAs('cold-room-1', 0));
    await once(socket, 'data');
    await served();
    await nobodyIsConnected();
  });

  it('stay while they publish, though they never ping', async () => {
    const socket = await open(connectAs('cold-room-1', 1));
    await once(socket, 'data');
    socket.on('data', () => {});
    let closed = false;
    socket.once('close', () => {
      closed = true;
    });
    const ends = Date.now() + 2500;
    for (let id = 1; Date.now() < ends; id += 1) {
      socket.write(publish('cold-room-1', id, id));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(closed).to.equal(false);
  });

  it('hold up nobody and lose nothing when they send a byte at a time', async () => {
    const socket = await open(connectAs('cold-room-1', 60));
    await once(socket, 'data');
    const bytes = publish('cold-room-1', 7, 42);
    for (const [index] of bytes.entries()) {
      if (index === Math.floor(bytes.length / 2)) await served();
      socket.write(bytes.subarray(index, index + 1));
      await new Promise((resolve) => setImmediate(resolve));
    }
    const [answer] = await once(socket, 'data');
    expect([...(answer as Buffer)]).to.deep.equal([0x40, 2, 0, 7]);
    expect([...at.ports.readings.values()].map(({ value }) => value)).to.include(42);
  });

  it('hold up nobody when they publish and never read what they are answered', async () => {
    await at.restart({ messagesPerSecond: 1_000_000, messagesAtOnce: 1_000_000 });
    const socket = await open(connectAs('cold-room-1', 0));
    await once(socket, 'data');
    socket.pause();
    const published = 5000;
    for (let id = 1; id <= published; id += 1) socket.write(publish('cold-room-1', id, id));
    await served();
    const all = () => at.broker.metrics().messagesReceived === published + 1;
    await eventually(all, 'all of its messages are taken in', 20_000);
    socket.destroy();
    await nobodyIsConnected();
  });
});

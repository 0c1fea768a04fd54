import { BSON } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { MongoClient, type Running, startWithClient } from '../testing-support/engine.ts';
import { message, nextMessage, open, rawCommand } from '../testing-support/socket.ts';
import { crc32c } from './checksum.ts';

describe('a connection', () => {
  let running: Running;
  before(async () => {
    running = await startWithClient();
  });
  after(() => running.stop());

  const ping = { ping: 1, $db: 'admin' };

  it('answers the legacy handshake', async () => {
    const query = BSON.serialize({ ismaster: 1, helloOk: true, backpressure: '2', client: {}, compression: ['none'] });
    const head = Buffer.alloc(16 + 4 + 'admin.$cmd\0'.length + 8);
    head.writeInt32LE(head.length + query.length, 0);
    head.writeInt32LE(77, 4);
    head.writeInt32LE(2004, 12);
    head.write('admin.$cmd\0', 20);
    head.writeInt32LE(-1, head.length - 4);
    const socket = open(running.engine.uri);
    socket.write(Buffer.concat([head, query]));
    const reply = (await nextMessage(socket)) ?? Buffer.alloc(0);
    expect([reply.readInt32LE(8), reply.readInt32LE(12), reply.readInt32LE(16), reply.readInt32LE(32)]).to.deep.equal([
      77, 1, 8, 1,
    ]);
    expect(BSON.deserialize(reply.subarray(36))).to.include({ ismaster: true, helloOk: true, ok: 1 });
    socket.destroy();
  });

  it('is answered in order, also when messages come in pieces or together', async () => {
    const socket = open(running.engine.uri);
    const bytes = message(ping);
    for (const byte of bytes) socket.write(Buffer.from([byte]));
    expect(BSON.deserialize(((await nextMessage(socket)) as Buffer).subarray(21))).to.include({ ok: 1 });
    socket.destroy();
  });

  it('gets no answer to a message which says that more is to come', async () => {
    const socket = open(running.engine.uri);
    socket.write(Buffer.concat([message({ nonsense: 1, $db: 'admin' }, 2), message(ping)]));
    expect(BSON.deserialize(((await nextMessage(socket)) as Buffer).subarray(21))).to.include({ ok: 1 });
    socket.destroy();
  });

  it('takes documents in a sequence beside the body', async () => {
    const reply = await running.client
      .db('agritrace')
      .collection('sequence')
      .insertMany([{ a: 1 }, { a: 2 }]);
    expect(reply.insertedCount).to.equal(2);
  });

  function withSequences(names: readonly string[]): Buffer {
    const sections = names.map((name) => {
      const document = BSON.serialize({ _id: 1 });
      const head = Buffer.alloc(5);
      head[0] = 1;
      head.writeInt32LE(4 + name.length + 1 + document.length, 1);
      return Buffer.concat([head, Buffer.from(`${name}\0`), document]);
    });
    const bytes = Buffer.concat([message({ insert: 'sequences', $db: 'agritrace' }), ...sections]);
    bytes.writeInt32LE(bytes.length, 0);
    return bytes;
  }

  const malformed: Record<string, Buffer> = {
    'a length below the header': Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]),
    'a length beyond the limit': Buffer.from([255, 255, 255, 127, 0, 0, 0, 0]),
    'an unknown operation': Buffer.concat([Buffer.from([16, 0, 0, 0]), Buffer.alloc(8), Buffer.from([9, 9, 0, 0])]),
    'an unknown required flag': message(ping, 4),
    'a checksum that does not fit': message(ping, 1),
    'a repeated document sequence': withSequences(['documents', 'documents']),
    'an unknown section': (() => {
      const bytes = message(ping);
      bytes[20] = 7;
      return bytes;
    })(),
  };
  for (const [name, bytes] of Object.entries(malformed)) {
    it(`is closed, and it alone, after ${name}`, async () => {
      const socket = open(running.engine.uri);
      socket.write(bytes);
      expect(await nextMessage(socket)).to.equal(undefined);
      expect(await rawCommand(running.engine.uri, ping)).to.include({ ok: 1 });
    });
  }

  const invalid: Record<string, Buffer> = {
    'is longer than the message': (() => {
      const bytes = message(ping);
      bytes.writeInt32LE(9999, 21);
      return bytes;
    })(),
    'holds text that is not UTF-8': (() => {
      const bytes = message({ ping: 'é', $db: 'admin' });
      bytes[bytes.indexOf(0xc3)] = 0xff;
      return bytes;
    })(),
  };
  for (const [name, bytes] of Object.entries(invalid)) {
    it(`is told of a document that ${name}, and closed`, async () => {
      const socket = open(running.engine.uri);
      socket.write(bytes);
      const reply = BSON.deserialize(((await nextMessage(socket)) as Buffer).subarray(21));
      expect(reply).to.include({ ok: 0, code: 22, codeName: 'InvalidBSON' });
      expect(await nextMessage(socket)).to.equal(undefined);
      expect(await rawCommand(running.engine.uri, ping)).to.include({ ok: 1 });
    });
  }

  it('takes a message with its checksum', async () => {
    const bytes = Buffer.concat([message(ping, 1), Buffer.alloc(4)]);
    bytes.writeInt32LE(bytes.length, 0);
    bytes.writeUInt32LE(crc32c(bytes.subarray(0, -4)), bytes.length - 4);
    const socket = open(running.engine.uri);
    socket.write(bytes);
    expect(BSON.deserialize(((await nextMessage(socket)) as Buffer).subarray(21))).to.include({ ok: 1 });
    socket.destroy();
  });

  it('may be lost to damaged bytes, and it alone: its neighbors are answered', async function () {
    this.timeout(60_000);
    const find = { find: 'x', filter: { a: 1, b: ['c', { d: null }] }, $db: 'agritrace' };
    const commands = [
      message(find),
      message({ ...find, sort: { a: -1 }, projection: { a: 1 } }),
      message({ aggregate: 'x', pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$a' } }], cursor: {}, $db: 'a' }),
      withSequences(['documents']),
      message(
        { hello: 1, topologyVersion: { processId: new BSON.ObjectId(), counter: BSON.Long.ZERO }, $db: 'a' },
        65536,
      ),
    ];
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
    const damage = fc.record({
      command: fc.constantFrom(...commands),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      cut: fc.option(fc.nat(), { freq: 4 }),
      keepsLength: fc.boolean(),
    });
    const neighbor = open(running.engine.uri);
    // A failure prints the seed and the path that repeat it.
    await fc.assert(
      fc.asyncProperty(damage, async ({ command, changes, cut, keepsLength }) => {
        const bytes = Buffer.from(command);
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        const sent = cut === null ? bytes : bytes.subarray(0, cut % bytes.length);
        if (keepsLength && sent.length >= 4) sent.writeInt32LE(sent.length);
        const socket = open(running.engine.uri);
        socket.end(sent);
        await nextMessage(socket);
        socket.destroy();
        neighbor.write(message(ping));
        const answer = (await nextMessage(neighbor)) ?? Buffer.alloc(0);
        expect(BSON.deserialize(answer.subarray(21))).to.include({ ok: 1 });
      }),
      { numRuns: 300 },
    );
    neighbor.destroy();
  });

  describe('waits for news', () => {
    const known = async () => (await rawCommand(running.engine.uri, { hello: 1, $db: 'admin' })).topologyVersion;
    const exhaustAllowed = 0x10000;

    it('and is answered again and again when it lets the server stream', async () => {
      const socket = open(running.engine.uri);
      const hello = { hello: 1, topologyVersion: await known(), maxAwaitTimeMS: 20, $db: 'admin' };
      socket.write(message(hello, exhaustAllowed));
      let answered = 1;
      for (let turn = 0; turn < 4; turn++) {
        const reply = (await nextMessage(socket)) as Buffer;
        expect(reply.readInt32LE(8)).to.equal(answered);
        expect(reply.readUInt32LE(16)).to.equal(2);
        expect(BSON.deserialize(reply.subarray(21))).to.include({ ok: 1, isWritablePrimary: true });
        answered = reply.readInt32LE(4);
      }
      socket.destroy();
    });

    it('and is answered at once when it knows another topology, once unless it lets the server stream', async () => {
      const topologyVersion = { processId: new BSON.ObjectId(), counter: BSON.Long.ZERO };
      const hello = { hello: 1, topologyVersion, maxAwaitTimeMS: 3_600_000, $db: 'admin' };
      const reply = await rawCommand(running.engine.uri, hello);
      expect(reply).to.include({ ok: 1 });
      expect(reply.topologyVersion).to.deep.equal(await known());
    });

    const long = (value: number) => BSON.Long.fromNumber(value);
    const wrong: [number, (version: object) => object][] = [
      [31368, (topologyVersion) => ({ topologyVersion })],
      [31368, () => ({ maxAwaitTimeMS: 1 })],
      [31372, (version) => ({ topologyVersion: { ...version, counter: long(-1) }, maxAwaitTimeMS: 1 })],
      [31373, (topologyVersion) => ({ topologyVersion, maxAwaitTimeMS: -1 })],
      [14, () => ({ topologyVersion: { processId: 1, counter: long(0) }, maxAwaitTimeMS: 1 })],
    ];
    for (const [code, fields] of wrong) {
      it(`and is refused with ${code} for ${JSON.stringify(fields({}))}`, async () => {
        const version = (await known()) as object;
        expect(await rawCommand(running.engine.uri, { hello: 1, ...fields(version), $db: 'admin' })).to.include({
          ok: 0,
          code,
        });
      });
    }

    it('in the driver, which the engine leaves when it stops', async () => {
      const own = await startWithClient();
      const monitored = new MongoClient(own.engine.uri, { heartbeatFrequencyMS: 500 });
      const streaming = new Promise((resolve) => {
        monitored.on('serverHeartbeatSucceeded', ({ awaited }) => awaited && resolve(awaited));
      });
      await monitored.connect();
      expect(await streaming).to.equal(true);
      await own.engine.stop();
      expect(await own.engine.exited).to.deep.equal({ code: 0, signal: null });
      await monitored.close();
      await own.stop();
    });
  });
});

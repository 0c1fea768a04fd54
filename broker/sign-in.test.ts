import { connect as connectTcp } from 'node:net';
import { expect } from 'chai';
import type { MqttClient } from 'mqtt';
import { eventually } from './testing-support/memory-ports.ts';
import { closed, useBroker } from './testing-support/use-broker.ts';

const readingAt = (at: string, value = 4.2) => JSON.stringify({ metric: 'temperature', value, unit: 'Cel', at });
const noon = readingAt('2026-07-01T12:00:00+08:00');

describe('broker', () => {
  const at = useBroker();

  describe('sign-in', () => {
    it('refuses a wrong password with CONNACK 5', async () => {
      expect(await at.refusal('cold-room-1', { password: 'wrong' })).to.equal(5);
      expect(at.broker.metrics().signInsRefused).to.equal(1);
    });

    it('refuses an empty user name with CONNACK 4', async () => {
      expect(await at.refusal('', { username: '', password: undefined })).to.equal(4);
    });

    it('answers "server unavailable" when nobody can be looked up', async () => {
      at.ports.authenticate = async () => {
        throw new Error('the database is away');
      };
      expect(await at.refusal('cold-room-1', {})).to.equal(3);
    });

    it('refuses a last will on the topic of another device', async () => {
      const will = { topic: 'agritrace/v1/cold-room-2/status', payload: Buffer.from('offline'), qos: 1 as const };
      expect(await at.refusal('cold-room-1', { will })).to.equal(5);
    });

    it('takes a client id of any usual length, and refuses one beyond the limit', async () => {
      await at.connect('cold-room-1', { clientId: 'x'.repeat(128) });
      expect(await at.refusal('cold-room-1', { clientId: 'x'.repeat(129) })).to.equal(2);
    });

    it('bounds the connections of one device', async () => {
      for (let count = 0; count < 5; count += 1) await at.connect('cold-room-1');
      expect(await at.refusal('cold-room-1', {})).to.equal(3);
      await at.connect('cold-room-2');
    });

    it('lets a freed place be taken again', async () => {
      const held: MqttClient[] = [];
      for (let count = 0; count < 5; count += 1) held.push(await at.connect('cold-room-1'));
      await held[0]?.endAsync();
      await eventually(() => at.broker.metrics().connections === 4, 'the broker sees the end');
      await at.connect('cold-room-1');
    });

    it('bounds the connections of all', async () => {
      await at.restart({ connections: 1 });
      await at.connect('cold-room-1');
      const socket = connectTcp(at.broker.mqttPort, '127.0.0.1');
      await new Promise((resolve) => socket.once('close', resolve));
      expect(at.broker.metrics().connections).to.equal(1);
    });

    it('reads no large packet before sign-in', async () => {
      const socket = connectTcp(at.broker.mqttPort, '127.0.0.1');
      socket.on('error', () => {});
      const ended = new Promise((resolve) => socket.once('close', resolve));
      // CONNECT with a remaining length of 20 000 bytes.
      socket.write(Buffer.from([0x10, 0xa0, 0x9c, 0x01]));
      await ended;
    });

    it('refuses a kept session without a client id', async () => {
      const field = (text: string) => Buffer.concat([Buffer.from([0, text.length]), Buffer.from(text)]);
      const flags = Buffer.from([4, 0b1100_0000, 0, 60]);
      const body = Buffer.concat([
        field('MQTT'),
        flags,
        field(''),
        field('cold-room-1'),
        field('secret of cold-room-1'),
      ]);
      const socket = connectTcp(at.broker.mqttPort, '127.0.0.1');
      socket.write(Buffer.concat([Buffer.from([0x10, body.length]), body]));
      const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
      expect([...answer]).to.deep.equal([0x20, 2, 0, 2]);
    });

    it('closes a connection that never says who it is', async () => {
      await at.restart({ connectTimeoutMs: 50 });
      const socket = connectTcp(at.broker.mqttPort, '127.0.0.1');
      await new Promise((resolve) => socket.once('close', resolve));
    });

    it('hands the session of a client id to the same device that comes again', async () => {
      const first = await at.connect('cold-room-1', { clientId: 'probe' });
      const gone = closed(first);
      const second = await at.connect('cold-room-1', { clientId: 'probe' });
      await gone;
      await second.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      expect(at.ports.readings.size).to.equal(1);
    });

    it('does not let a device take over the session of another by using its client id', async () => {
      const victim = await at.connect('cold-room-1', { clientId: 'probe' });
      const attacker = await at.connect('cold-room-2', { clientId: 'probe' });
      await attacker.publishAsync('agritrace/v1/cold-room-2/readings', noon, { qos: 1 });
      await victim.publishAsync('agritrace/v1/cold-room-1/readings', noon, { qos: 1 });
      expect([...at.ports.readings.values()].map((reading) => reading.device)).to.have.members([
        'cold-room-1',
        'cold-room-2',
      ]);
    });
  });
});

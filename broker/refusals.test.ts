import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { eventually } from './testing-support/memory-ports.ts';
import { closed, useBroker } from './testing-support/use-broker.ts';

describe('broker', () => {
  const test = useBroker();
  const topic = 'agritrace/v1/cold-room-1/readings';
  const reading = (index: number) =>
    JSON.stringify({
      metric: 'temperature',
      value: 4,
      at: new Date(Date.UTC(2026, 6, 1) + index * 1000).toISOString(),
    });

  describe('against floods', () => {
    it('lets a device that is too fast wait, and loses nothing of it', async () => {
      await test.restart({ messagesPerSecond: 200, messagesAtOnce: 10 });
      const client = await test.connect('cold-room-1');
      const sent = Array.from({ length: 40 }, (_, index) => client.publishAsync(topic, reading(index), { qos: 1 }));
      await Promise.all(sent);
      expect(test.ports.readings.size).to.equal(40);
      expect(test.broker.metrics().messagesDelayed).to.be.at.least(25);
    });

    it('does not let one device’s flood delay another', async () => {
      await test.restart({ messagesPerSecond: 1, messagesAtOnce: 1 });
      const flood = await test.connect('cold-room-1');
      for (let index = 0; index < 50; index++) flood.publish(topic, reading(index), { qos: 1 });
      await eventually(() => test.broker.metrics().messagesDelayed > 40, 'the flood waits');
      const calm = await test.connect('cold-room-2');
      await calm.publishAsync('agritrace/v1/cold-room-2/readings', reading(0), { qos: 1 });
      expect([...test.ports.readings.keys()].filter((key) => key.startsWith('cold-room-2'))).to.have.length(1);
    });

    it('closes connections that one address opens too fast', async () => {
      await test.restart({ connectionsPerSecond: 1, connectionsAtOnce: 3 });
      for (let count = 0; count < 3; count++) await test.connect('cold-room-1', { clientId: `c${count}` });
      const socket = connect(test.broker.mqttPort, '127.0.0.1');
      socket.resume();
      await once(socket, 'close');
      expect(test.broker.metrics()).to.include({ connectionsTooFast: 1, connections: 3 });
    });
  });

  describe('against guessing', () => {
    it('shuts a name out at that address after many failures, without looking at its secret', async () => {
      await test.restart({ failuresBeforeLock: 3 });
      for (let count = 0; count < 3; count++)
        expect(await test.refusal('cold-room-1', { password: 'wrong' })).to.equal(5);
      expect(await test.refusal('cold-room-1', {}), 'with the right secret').to.equal(5);
      expect(test.broker.metrics()).to.include({ signInsRefused: 4, signInsLocked: 1 });
      await test.connect('cold-room-2');
    });
  });

  describe('against what is not MQTT', () => {
    for (const [name, bytes] of Object.entries({
      'a web request': 'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
      'a reserved packet type': '\xf0\x00',
      'a CONNECT of another protocol': '\x10\x0c\x00\x04XXXX\x04\x02\x00\x3c\x00\x00',
      'a length without end': '\x10\xff\xff\xff\xff\xff',
      'a PUBLISH before CONNECT': '\x30\x05\x00\x01aXX',
    }))
      it(`closes the connection at ${name}`, async () => {
        const socket = connect(test.broker.mqttPort, '127.0.0.1');
        socket.resume();
        socket.write(Buffer.from(bytes, 'latin1'));
        await once(socket, 'close');
        const { protocolErrors, packetsOversized } = test.broker.metrics();
        expect(protocolErrors + packetsOversized).to.be.at.least(1);
        await (await test.connect('cold-room-1')).publishAsync(topic, reading(0), { qos: 1 });
      });

    it('closes the connection at a wildcard or an endless topic in a PUBLISH, and keeps neither', async () => {
      for (const wrong of [`agritrace/v1/cold-room-1/${'x'.repeat(300)}`, `agritrace/v1/${'/'.repeat(9)}`]) {
        const client = await test.connect('cold-room-1');
        const gone = closed(client);
        client.publish(wrong, reading(0), { qos: 1 });
        await gone;
      }
      expect(test.ports.readings.size).to.equal(0);
      expect(test.broker.metrics().publishesRefused).to.be.at.least(1);
    });

    it('refuses an endless filter and counts it', async () => {
      const client = await test.connect('cold-room-1');
      const [granted] = await client.subscribeAsync(`agritrace/v1/${'x'.repeat(300)}`).catch(() => [{ qos: 128 }]);
      expect(granted?.qos).to.equal(128);
      expect(test.broker.metrics().subscriptionsRefused).to.equal(1);
    });
  });
});

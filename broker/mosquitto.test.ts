import { spawn, spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { type Broker, startBroker } from './broker.ts';
import { eventually, MemoryPorts, silent } from './testing-support/memory-ports.ts';

/** Runs one of mosquitto's clients to its end. */
function mosquitto(command: 'mosquitto_pub' | 'mosquitto_sub', broker: Broker, ...args: string[]) {
  const child = spawn(command, ['-h', '127.0.0.1', '-p', String(broker.mqttPort), '-V', 'mqttv311', ...args]);
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe('broker with mosquitto clients', () => {
  let ports: MemoryPorts;
  let broker: Broker;
  const device = ['-u', 'probe', '-P', 'secret of probe', '-i', 'probe'];
  const reading = '{"metric":"temperature","value":4.2,"at":"2026-07-01T12:00:00+08:00"}';

  before(function () {
    if (spawnSync('mosquitto_pub', ['--help']).error) this.skip();
  });

  beforeEach(async () => {
    ports = new MemoryPorts('probe');
    ports.addUser('city', '611000');
    broker = await startBroker({
      ports,
      mqttPort: 0,
      host: '127.0.0.1',
      clock: () => new Date('2026-07-01T08:00:00Z'),
      log: silent,
    });
  });

  afterEach(() => broker.stop());

  for (const qos of ['0', '1', '2'])
    it(`takes a reading with QoS ${qos}`, async () => {
      const args = [...device, '-q', qos, '-t', 'agritrace/v1/probe/readings', '-m', reading];
      expect(await mosquitto('mosquitto_pub', broker, ...args)).to.deep.include({ code: 0 });
      await eventually(() => ports.readings.size === 1, 'the reading is stored');
    });

  it('refuses a wrong password and an unknown name', async () => {
    for (const name of ['probe', 'nobody']) {
      const args = ['-u', name, '-P', 'wrong', '-q', '1', '-t', 'agritrace/v1/probe/readings', '-m', reading];
      const { code, output } = await mosquitto('mosquitto_pub', broker, ...args);
      expect(code).to.not.equal(0);
      expect(output).to.match(/not authorised/i);
    }
  });

  it('brings a warning to a subscriber of the division', async () => {
    const args = [
      '-u',
      'user:city',
      '-P',
      'token',
      '-q',
      '1',
      '-C',
      '1',
      '-W',
      '10',
      '-t',
      'agritrace/v1/warnings/611024',
    ];
    const subscriber = mosquitto('mosquitto_sub', broker, ...args);
    let heard: { code: number | null; output: string } | undefined;
    void subscriber.then((result) => {
      heard = result;
    });
    // The client does not say when it is subscribed, so the warning is repeated until it is heard.
    while (!heard) {
      await broker.publishWarning(['611024'], { id: 'w1' });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(heard).to.deep.equal({ code: 0, output: '{"id":"w1"}\n' });
  });

  it('tells a subscriber that a filter is refused', async () => {
    const args = ['-u', 'user:city', '-P', 'token', '-W', '2', '-t', 'agritrace/v1/#'];
    expect((await mosquitto('mosquitto_sub', broker, ...args)).output).to.match(/denied|refused|rejected/i);
  });
});

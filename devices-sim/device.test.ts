import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Broker, startBroker } from '../broker/broker.ts';
import { eventually, MemoryPorts, silent } from '../broker/testing-support/memory-ports.ts';
import { type ProfileName, SimulatedDevice, usualFault } from './index.ts';

describe('simulated devices on a real broker', () => {
  let now: Date;
  let ports: MemoryPorts;
  let broker: Broker;
  let devices: SimulatedDevice[];
  const url = () => `mqtt://127.0.0.1:${broker.mqttPort}`;

  async function start(profile: ProfileName, id = 'd1', secret = `secret of ${id}`): Promise<SimulatedDevice> {
    const device = new SimulatedDevice({ id, secret, profile, url: url(), seed: 1, clock: () => now });
    devices.push(device);
    await device.start();
    return device;
  }

  beforeEach(async () => {
    now = new Date('2026-07-01T04:00:00Z');
    devices = [];
    ports = new MemoryPorts('d1', 'd2');
    broker = await startBroker({ ports, mqttPort: 0, host: '127.0.0.1', clock: () => now, log: silent });
  });

  afterEach(async () => {
    await Promise.all(devices.map((device) => device.stop()));
    await broker.stop();
  });

  it('publish all metrics of their profile, acknowledged when stored', async () => {
    const device = await start('greenhouse');
    expect(await device.publishNow()).to.equal(1);
    const metrics = [...ports.readings.values()].map(({ metric }) => metric);
    expect(metrics).to.have.members(['temperature', 'humidity', 'illuminance', 'soil-moisture', 'co2']);
    expect(ports.rejected).to.deep.equal([]);
  });

  for (const profile of ['cold-room', 'field', 'vehicle'] as const)
    it(`of profile ${profile} send nothing that the platform would refuse`, async () => {
      const device = await start(profile);
      for (let minute = 0; minute < 30; minute += 1) {
        now = new Date(now.getTime() + 47 * 60_000);
        await device.publishNow();
      }
      expect(ports.rejected).to.deep.equal([]);
    });

  it('that test send results of the standard method', async () => {
    const device = await start('rapid-tester');
    await device.publishNow();
    expect(ports.results[0]).to.deep.include({
      device: 'd1',
      sample: 'd1-20260701-0001',
      analyte: '有机磷和氨基甲酸酯类农药',
      unit: '%',
      method: 'GB/T 5009.199',
      at: now,
    });
  });

  it('show an excursion from the moment it is injected', async () => {
    const device = await start('cold-room');
    device.injectFault(usualFault('excursion', now));
    now = new Date(now.getTime() + 3_600_000);
    await device.publishNow();
    const temperature = [...ports.readings.values()].find(({ metric }) => metric === 'temperature');
    expect(temperature?.value).to.be.greaterThan(11);
  });

  it('that repeat a message are stored once', async () => {
    const device = await start('cold-room');
    device.injectFault(usualFault('duplicate', now));
    expect(await device.publishNow()).to.equal(2);
    expect(broker.metrics()).to.include({ readingsStored: 3, readingsDuplicate: 3 });
  });

  it('with a wrong clock are refused with the reason', async () => {
    const device = await start('cold-room');
    device.injectFault(usualFault('skew', now));
    await device.publishNow();
    expect(ports.readings.size).to.equal(0);
    expect(ports.rejected[0]?.reason).to.match(/48\.0 h ahead/);
  });

  it('tell that they come and go', async () => {
    const device = await start('cold-room');
    await device.stop();
    expect(ports.statuses.map(({ status }) => status)).to.deep.equal(['online', 'offline']);
  });

  it('say when they cannot sign in', async () => {
    const error = await start('cold-room', 'd1', 'wrong').catch((reason: Error) => reason);
    expect(error).to.be.instanceOf(Error);
    expect((error as Error).message).to.match(/^d1 cannot sign in .*Not authorized/);
  });

  describe('the command', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sim-'));
    });

    afterEach(() => rm(folder, { recursive: true }));

    function run(...args: string[]) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'devices-sim/command.ts', ...args]);
      const output = { text: '' };
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => {
          output.text += data;
        });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      return { child, output, ended };
    }

    async function credentials(secret: string): Promise<string> {
      const path = join(folder, 'credentials.json');
      const entry = (id: string) => ({ id, secret: secret || `secret of ${id}`, kind: 'sensor', site: 'cold-room' });
      await writeFile(path, JSON.stringify([entry('d1'), entry('d2')]));
      return path;
    }

    it('runs its devices until it is told to stop', async () => {
      now = new Date();
      const args = ['--devices', '2', '--rate', '50', '--url', url(), '--credentials', await credentials('')];
      const { child, output, ended } = run(...args);
      await eventually(() => ports.readings.size > 10, 'readings arrive', 15_000);
      child.kill('SIGTERM');
      expect(await ended).to.equal(0);
      expect(output.text).to.match(/2 of 2 connected, \d+ messages acknowledged/);
      expect(ports.statuses.filter(({ status }) => status === 'offline')).to.have.length(2);
    });

    it('ends with one line when it cannot sign in', async () => {
      const { output, ended } = run('--url', url(), '--credentials', await credentials('wrong'));
      expect(await ended).to.equal(1);
      expect(output.text).to.match(/^sim: d\d cannot sign in at .*\n$/);
    });

    it('ends with one line when an option is wrong', async () => {
      const { output, ended } = run('--fault', 'fire');
      expect(await ended).to.equal(2);
      expect(output.text).to.equal('sim: --fault must be one of excursion, silence, skew, duplicate\n');
    });
  });
});

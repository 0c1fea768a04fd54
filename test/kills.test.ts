import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { Api } from './support/api.ts';
import { eventually } from './support/eventually.ts';
import { freePort } from './support/free-port.ts';
import { type Credentials, type PublishingDevices, publishNumbered } from './support/publishing-devices.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const password = 'a long administrator password';
/** The whole run of the fault tests: 50 times each, and a database that is frozen for a minute. */
const killedTimes = Number(process.env.KILLED_TIMES ?? 1);
const frozenSeconds = Number(process.env.FROZEN_SECONDS ?? 1);
const devicesAtOnce = 4;
/** Acknowledged between two kills. */
const leastBetweenKills = 40;

describe('what devices publish without a pause', function () {
  this.timeout(120_000 + killedTimes * 20_000 + frozenSeconds * 5_000);
  let directory: TemporaryDirectory;
  let service: ServiceProcess;
  let port: number;
  let devices: Credentials[];
  let publishing: PublishingDevices;

  const start = async () => {
    service = await startService({ DATA_DIR: directory.path, MQTT_PORT: String(port), ADMIN_PASSWORD: password });
  };
  /** The engine is the service's only child. */
  const engine = () => Number(execFileSync('pgrep', ['-P', String(service.process.pid)], { encoding: 'utf8' }));
  const moreIsAcknowledged = async (more: number) => {
    const wanted = publishing.total + more;
    await eventually(async () => publishing.total >= wanted);
  };
  const stored = async (id: string): Promise<number[]> => {
    const api = await Api.signIn(service.url, 'admin', password);
    const values: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/api/v1/readings?device=${id}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const { body } = await api.get<Page>(path);
      values.push(...body.items.map(({ value }) => value));
      cursor = body.nextCursor;
    }
    return values;
  };
  /** Each once that was acknowledged, none twice, and none that was not published. */
  const nothingLostNorDoubled = async () => {
    await publishing.finish();
    for (const { id } of devices) {
      const acknowledged = [...publishing.acknowledged(id)].sort((a, b) => a - b);
      expect(await stored(id), id).to.deep.equal(acknowledged);
    }
  };

  beforeEach(async () => {
    directory = await temporaryDirectory();
    port = await freePort();
    await start();
    const api = await Api.signIn(service.url, 'admin', password);
    devices = [];
    for (let number = 0; number < devicesAtOnce; number += 1) {
      const device = await api.create('/api/v1/devices', { id: `kill-${number}`, name: `${number}`, kind: 'sensor' });
      devices.push({ id: String(device.id), secret: String(device.secret) });
    }
  });
  afterEach(async () => {
    publishing.cut();
    await service.stop();
    await directory.remove();
  });

  it(`is there once, however often the service is killed (${killedTimes})`, async () => {
    publishing = publishNumbered(port, devices, 5);
    for (let round = 0; round < killedTimes; round += 1) {
      await moreIsAcknowledged(leastBetweenKills);
      await service.kill();
      await start();
    }
    await moreIsAcknowledged(leastBetweenKills);
    await nothingLostNorDoubled();
  });

  it(`is there once, however often the database is killed (${killedTimes})`, async () => {
    publishing = publishNumbered(port, devices, 5);
    for (let round = 0; round < killedTimes; round += 1) {
      await moreIsAcknowledged(leastBetweenKills);
      const ended = once(service.process, 'exit');
      process.kill(engine(), 'SIGKILL');
      await ended;
      await start();
    }
    await moreIsAcknowledged(leastBetweenKills);
    await nothingLostNorDoubled();
  });

  it(`is acknowledged from the disk while the database is frozen for ${frozenSeconds} s, and is there once`, async () => {
    publishing = publishNumbered(port, devices, 50);
    await moreIsAcknowledged(leastBetweenKills);
    const frozen = engine();
    const before = residentBytes(service);
    process.kill(frozen, 'SIGSTOP');
    await wait(frozenSeconds * 1000);
    await moreIsAcknowledged(leastBetweenKills);
    const grown = residentBytes(service) - before;
    process.kill(frozen, 'SIGCONT');
    await moreIsAcknowledged(leastBetweenKills);
    await publishing.finish();
    await eventually(async () => (await fetch(`${service.url}/readyz`)).ok);
    await eventually(async () => (await metric(service, 'mqtt_spool_bytes')) === 0);
    await nothingLostNorDoubled();
    expect(await metric(service, 'mqtt_readings_spooled_total')).to.be.greaterThan(0);
    expect(grown).to.be.lessThan(128 * 1024 * 1024);
  });
});

interface Page {
  items: { value: number }[];
  nextCursor: string | null;
}

function residentBytes(service: ServiceProcess): number {
  return Number(readFileSync(`/proc/${service.process.pid}/statm`, 'utf8').split(' ')[1]) * 4096;
}

async function metric(service: ServiceProcess, name: string): Promise<number> {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  return Number(new RegExp(`^agritrace_${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

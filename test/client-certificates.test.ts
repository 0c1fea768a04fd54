import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

const message = JSON.stringify({ metric: 'temperature', value: 4 });

describe('client certificates of devices', function () {
  this.timeout(120_000);
  let folder: string;
  let test: TestPlatform;

  const file = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = (name: string) =>
    openssl(
      'req',
      '-x509',
      ...key,
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      file(`${name}.key`),
      '-out',
      file(`${name}.pem`),
    );
  const signed = (
    name: string,
    by: string,
    subject = `/O=AgriTrace/CN=${name}`,
    extension = 'extendedKeyUsage=clientAuth',
  ) => {
    openssl('req', ...key, '-subj', subject, '-keyout', file(`${name}.key`), '-out', file(`${name}.csr`));
    writeFileSync(file(`${name}.ext`), extension);
    const signing = ['-CA', file(`${by}.pem`), '-CAkey', file(`${by}.key`), '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      file(`${name}.csr`),
      ...signing,
      '-days',
      '2',
      '-extfile',
      file(`${name}.ext`),
      '-out',
      file(`${name}.pem`),
    );
  };

  before(async function () {
    if (spawnSync('openssl', ['version']).error) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'certificates-'));
    authority('authority');
    authority('stranger');
    signed('server', 'authority', '/CN=localhost', 'subjectAltName=IP:127.0.0.1');
    for (const device of ['cold-1', 'cold-2', 'unbound']) signed(device, 'authority');
    signed('forged', 'stranger', '/O=AgriTrace/CN=cold-1');
    test = await startTestPlatform(undefined, {
      mqtts: {
        port: 0,
        key: readFileSync(file('server.key')),
        cert: readFileSync(file('server.pem')),
        clientCa: readFileSync(file('authority.pem')),
      },
    });
    for (const id of ['cold-1', 'cold-2']) {
      await test.admin.create('/api/v1/devices', { id, name: id, kind: 'sensor' });
      expect((await bind(id, id)).status).to.equal(200);
    }
  });
  after(async () => {
    await test?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  const bind = (id: string, certificate: string) =>
    test.admin.post(`/api/v1/devices/${id}/bind-certificate`, {
      certificate: readFileSync(file(`${certificate}.pem`), 'utf8'),
      reason: '发证',
    });
  /** The exit code of mosquitto_pub with that certificate. */
  const publish = async (certificate: string | null, id: string, words: string[] = []): Promise<number> => {
    const address = [
      '-V',
      'mqttv311',
      '-h',
      '127.0.0.1',
      '-p',
      String(test.platform.mqtts),
      '--cafile',
      file('authority.pem'),
    ];
    const own = certificate ? ['--cert', file(`${certificate}.pem`), '--key', file(`${certificate}.key`)] : [];
    const what = ['-q', '1', '-t', `agritrace/v1/${id}/readings`, '-m', message];
    const child = spawn('mosquitto_pub', [...address, ...own, ...words, ...what], { stdio: 'ignore' });
    const [code] = await once(child, 'close');
    return code as number;
  };
  const count = async (id: string) => (await test.admin.list(`/api/v1/readings?device=${id}`)).length;
  const act = (id: string, verb: string, body: object = {}) =>
    test.admin.post(`/api/v1/devices/${id}/${verb}`, { reason: '检修', ...body });

  it('sign a device in without a password, with or without its name', async () => {
    expect(await publish('cold-1', 'cold-1')).to.equal(0);
    expect(await publish('cold-1', 'cold-1', ['-u', 'cold-1'])).to.equal(0);
    expect(await count('cold-1')).to.equal(2);
    const { certificates, state } = (await test.admin.get('/api/v1/devices/cold-1')).body;
    expect(state).to.equal('active');
    expect((certificates as { subject: string }[]).map(({ subject }) => subject)).to.deep.equal([
      'O=AgriTrace, CN=cold-1',
    ]);
  });

  it('sign nobody in as another device, when not bound, when another authority made it, or when there is none', async () => {
    expect(await publish('cold-1', 'cold-2', ['-u', 'cold-2'])).to.not.equal(0);
    expect(await publish('unbound', 'cold-1', ['-u', 'cold-1'])).to.not.equal(0);
    expect(await publish('forged', 'cold-1', ['-u', 'cold-1'])).to.not.equal(0);
    expect(await publish(null, 'cold-1', ['-u', 'cold-1'])).to.not.equal(0);
    expect(await count('cold-2')).to.equal(0);
  });

  it('leave devices with a secret as they were', async () => {
    const { secret } = await test.admin.create('/api/v1/devices', { id: 'plain-1', name: 'plain', kind: 'sensor' });
    expect(await publish(null, 'plain-1', ['-u', 'plain-1', '-P', String(secret)])).to.equal(0);
  });

  it('do not let two devices with the same client id take over each other’s session', async () => {
    const connect = (id: string) =>
      connectAsync(`mqtts://127.0.0.1:${test.platform.mqtts}`, {
        clientId: 'same',
        ca: readFileSync(file('authority.pem')),
        cert: readFileSync(file(`${id}.pem`)),
        key: readFileSync(file(`${id}.key`)),
        reconnectPeriod: 0,
      });
    const [one, two] = [await connect('cold-1'), await connect('cold-2')];
    await one.publishAsync('agritrace/v1/cold-1/readings', message, { qos: 1 });
    await two.publishAsync('agritrace/v1/cold-2/readings', message, { qos: 1 });
    await Promise.all([one.endAsync(), two.endAsync()]);
  });

  it('are bound to one device alone, and to no authority', async () => {
    expect((await bind('cold-2', 'cold-1')).status).to.equal(409);
    expect((await bind('cold-2', 'authority')).status).to.equal(400);
    const nothing = { certificate: 'not a certificate', reason: '发证' };
    expect((await test.admin.post('/api/v1/devices/cold-2/bind-certificate', nothing)).status).to.equal(400);
  });

  it('end with their binding, and for good when the device is retired', async () => {
    const { certificates } = (await test.admin.get('/api/v1/devices/cold-2')).body;
    const [bound] = certificates as { fingerprint: string }[];
    expect((await act('cold-2', 'unbind-certificate', { fingerprint: bound?.fingerprint })).status).to.equal(200);
    expect(await publish('cold-2', 'cold-2')).to.not.equal(0);
    expect((await bind('cold-2', 'cold-2')).status).to.equal(200);
    expect(await publish('cold-2', 'cold-2')).to.equal(0);
    expect((await act('cold-2', 'retire')).status).to.equal(200);
    expect(await publish('cold-2', 'cold-2')).to.not.equal(0);
    expect((await bind('cold-1', 'cold-2')).status, 'nor for another device').to.equal(409);
  });
});

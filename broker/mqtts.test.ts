import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { type Broker, startBroker } from './broker.ts';
import { MemoryPorts, silent } from './testing-support/memory-ports.ts';

type Certificate = { key: Buffer; cert: Buffer };

function selfSigned(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'mqtts-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const read = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return read;
}

describe('broker over TLS', () => {
  before(function () {
    if (spawnSync('openssl', ['version']).error) this.skip();
  });

  let ports: MemoryPorts;
  let broker: Broker;
  let certificate: Certificate;

  beforeEach(async () => {
    ports = new MemoryPorts('d1');
    certificate = selfSigned();
    const mqtts = { port: 0, key: certificate.key, cert: certificate.cert };
    broker = await startBroker({ ports, mqttPort: 0, mqtts, host: '127.0.0.1', clock: () => new Date(), log: silent });
  });
  afterEach(() => broker.stop());

  const port = () => broker.mqttsPort ?? 0;
  const handshake = (options: ConnectionOptions) =>
    new Promise<{ cipher: string; protocol: string | null }>((resolve, reject) => {
      const socket = connect({ port: port(), host: '127.0.0.1', ca: certificate.cert, ...options });
      socket.once('secureConnect', () => {
        resolve({ cipher: socket.getCipher().name, protocol: socket.getProtocol() });
        socket.destroy();
      });
      socket.once('error', reject);
    });

  it('takes readings on its second port', async () => {
    const options = { username: 'd1', password: 'secret of d1', ca: certificate.cert, reconnectPeriod: 0 };
    const client = await connectAsync(`mqtts://127.0.0.1:${port()}`, options);
    await client.publishAsync('agritrace/v1/d1/readings', '{"metric":"temperature","value":4}', { qos: 1 });
    expect(ports.readings.size).to.equal(1);
    client.end(true);
  });

  it('takes readings of mosquitto_pub, which checks the certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mqtts-'));
    const file = join(folder, 'cert.pem');
    writeFileSync(file, certificate.cert);
    const words = [
      '-V',
      'mqttv311',
      '-h',
      '127.0.0.1',
      '-p',
      String(port()),
      '-u',
      'd1',
      '-P',
      'secret of d1',
      '-q',
      '1',
    ];
    const message = ['-t', 'agritrace/v1/d1/readings', '-m', '{"metric":"temperature","value":4}'];
    const child = spawn('mosquitto_pub', [...words, ...message, '--cafile', file], { stdio: 'ignore' });
    const [code] = await once(child, 'close');
    rmSync(folder, { recursive: true });
    expect(code).to.equal(0);
    expect(ports.readings.size).to.equal(1);
  });

  it('speaks TLS 1.2 and 1.3, and nothing older', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const agreed = await handshake({ minVersion: version, maxVersion: version });
      expect(agreed.cipher).to.match(/GCM|POLY1305/);
    }
    const ciphers = 'DEFAULT:@SECLEVEL=0';
    const old = await handshake({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers }).catch((error: Error) => error);
    expect(old).to.be.instanceOf(Error);
  });

  it('takes no cipher without forward secrecy and authentication', async () => {
    for (const ciphers of ['AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384']) {
      const refused = await handshake({ maxVersion: 'TLSv1.2', ciphers }).catch((error: Error) => error);
      expect(refused, ciphers).to.be.instanceOf(Error);
    }
  });

  it('changes its certificate without a restart', async () => {
    const fresh = selfSigned();
    await handshake({});
    broker.renewCertificate(fresh);
    expect(await handshake({}).catch((error: Error) => error), 'the old one').to.be.instanceOf(Error);
    expect((await handshake({ ca: fresh.cert })).protocol).to.equal('TLSv1.3');
  });
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { connectAsync } from 'mqtt';
import { startBroker } from './broker.ts';
import { MemoryPorts, silent } from './testing-support/memory-ports.ts';

function selfSigned(): { key: Buffer; cert: Buffer } {
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

  it('takes readings on its second port', async () => {
    const ports = new MemoryPorts('d1');
    const certificate = selfSigned();
    const broker = await startBroker({
      ports,
      mqttPort: 0,
      mqtts: { port: 0, ...certificate },
      host: '127.0.0.1',
      clock: () => new Date(),
      log: silent,
    });
    try {
      const options = { username: 'd1', password: 'secret of d1', ca: certificate.cert, reconnectPeriod: 0 };
      const client = await connectAsync(`mqtts://127.0.0.1:${broker.mqttsPort}`, options);
      await client.publishAsync('agritrace/v1/d1/readings', '{"metric":"temperature","value":4}', { qos: 1 });
      expect(ports.readings.size).to.equal(1);
      client.end(true);
    } finally {
      await broker.stop();
    }
  });
});

import { expect } from 'chai';
import { runToEnd, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

describe('starting the service', function () {
  this.timeout(60_000);
  let directory: TemporaryDirectory;

  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(() => directory.remove());

  for (const [variable, value] of [
    ['HTTP_PORT', '80a'],
    ['MQTT_PORT', '70000'],
    ['MONGODB_URI', 'postgres://localhost'],
    ['PUBLIC_URL', 'not an address'],
    ['LOG_LEVEL', 'loud'],
    ['ADMIN_PASSWORD', 'short'],
    ['TRUST_PROXY', 'everybody'],
    ['RATE_LIMITS', '/nowhere/limits.json'],
    ['MQTT_LIMITS', '/nowhere/limits.json'],
    ['MQTTS_PORT', '8883'],
  ] as const)
    it(`stops with one line that names ${variable} when it is ${value}`, async () => {
      const ended = await runToEnd({ DATA_DIR: directory.path, [variable]: value });
      expect(ended.code).to.equal(1);
      expect(ended.stdout).to.equal('');
      const expected = variable === 'MQTTS_PORT' ? 'MQTT_TLS_KEY' : variable;
      expect(ended.stderr).to.match(new RegExp(`^agritrace: ${expected} [^\\n]+\\n$`));
    });

  it('prints a one-time administrator password on an empty database, and not again', async () => {
    const first = await startService({ DATA_DIR: directory.path });
    const printed = /"oneTimePassword":"([^"]+)"/.exec(first.output())?.[1];
    const answer = await fetch(`${first.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: printed }),
    });
    expect(answer.status).to.equal(200);
    expect(await first.stop()).to.equal(0);
    const second = await startService({ DATA_DIR: directory.path });
    expect(second.output()).to.not.include('oneTimePassword');
    await second.stop();
  });

  it('refuses a data folder that another process owns, and names it', async () => {
    const owner = await startService({ DATA_DIR: directory.path });
    const ended = await runToEnd({ DATA_DIR: directory.path });
    expect(ended.code).to.equal(1);
    expect(ended.stderr)
      .to.include(directory.path)
      .and.match(/^agritrace: [^\n]+\n$/);
    await owner.stop();
  });

  it('takes over a data folder whose owner was killed', async () => {
    const killed = await startService({ DATA_DIR: directory.path });
    await killed.kill();
    const next = await startService({ DATA_DIR: directory.path });
    expect(await next.stop()).to.equal(0);
  });

  it('says which port is taken', async () => {
    const owner = await startService({ DATA_DIR: directory.path });
    const other = await temporaryDirectory();
    const ended = await runToEnd({ DATA_DIR: other.path, HTTP_PORT: String(owner.http) });
    expect(ended.code).to.equal(1);
    expect(ended.stderr).to.include(String(owner.http));
    await other.remove();
    await owner.stop();
  });
});

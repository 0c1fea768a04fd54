import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { runToEnd, type ServiceProcess, startService } from './support/service-process.ts';

const password = 'a long administrator password';

describe('npm run audit:verify', function () {
  this.timeout(120_000);
  let place: TemporaryDatabase;
  let service: ServiceProcess;
  let api: Api;
  const verify = (...words: string[]) => runToEnd(place.environment, 'dist/server/audit/verify/command.js', words);
  const published = () => join(place.dataDirectory, 'audit', 'checkpoint');

  before(async () => {
    place = await temporaryDatabase();
    service = await startService({ ...place.environment, ADMIN_PASSWORD: password });
    api = await Api.signIn(service.url, 'admin', password);
    await registerBatch(api, await registerFarm(api));
  });
  after(async () => {
    await service.stop();
    await place.remove();
  });

  it('agrees beside a platform that goes on writing', async () => {
    let writing = true;
    const writer = (async () => {
      const farm = await registerFarm(api, '611002105');
      while (writing) await registerBatch(api, farm);
    })();
    const { code, stdout, stderr } = await verify();
    writing = false;
    await writer;
    expect(stdout, stderr).to.match(
      /^✓ \d+ 条记录与审计日志的 \d+ 条目一致.*\n✓ \d+ records agree with the \d+ entries/,
    );
    expect(code).to.equal(0);
  });

  it('agrees on a platform that has stopped, and says which checkpoints it went by', async () => {
    await service.stop();
    const { code, stdout } = await verify();
    const [, records, entries] = /^✓ (\d+) records agree with the (\d+) entries/m.exec(stdout) ?? [];
    expect(Number(records)).to.be.greaterThan(0);
    expect(stdout).to.include(`checkpoint in the database: ${entries}; checkpoint kept outside it: ${entries} `);
    expect(code).to.equal(0);
  });

  it('goes on under a new signing key, and a published checkpoint stays valid', async () => {
    const before = join(place.dataDirectory, 'kept-by-an-auditor');
    await copyFile(published(), before);
    const rotated = await verify('--rotate-key');
    const key = rotated.stdout.trim().split('\n').at(-1) as string;
    expect((await verify()).code).to.equal(0);
    service = await startService(place.environment);
    api = await Api.signIn(service.url, 'admin', password);
    expect((await api.get('/api/v1/audit-log/key')).body.text).to.include(`${key}\n`);
    await registerFarm(api, '611002106');
    const keys: string[] = String((await api.get('/api/v1/audit-log/key')).body.text)
      .trim()
      .split('\n');
    await service.stop();
    expect((await verify()).code).to.equal(0);
    const held = await verify(...keys.flatMap((each) => ['--key', each]), '--checkpoint', before);
    expect(held.stdout).to.include('✓');
    expect(held.code).to.equal(0);
    const wrong = await verify('--key', key, '--checkpoint', before);
    expect(wrong).to.include({ code: 2, stdout: '' });
    expect(wrong.stderr).to.include('is no checkpoint that was signed with the given key');
  });

  it('names a published checkpoint that was altered, and a key that is gone', async () => {
    const original = await readFile(published(), 'utf8');
    await writeFile(published(), original.replace(/\n\d+\n/, '\n1\n'));
    const altered = await verify();
    expect(altered.code).to.equal(1);
    expect(altered.stdout).to.match(/^✗ published .*\n✗ published is no checkpoint that this log has signed/);
    await writeFile(published(), original);
    const elsewhere = await runToEnd(
      { ...place.environment, DATA_DIR: join(place.dataDirectory, 'none') },
      'dist/server/audit/verify/command.js',
    );
    expect(elsewhere.code).to.equal(2);
    expect(elsewhere.stderr).to.match(/signing-key\.json is missing[^\n]+\n$/);
  });
});

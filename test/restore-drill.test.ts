import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { runToEnd, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const password = 'a long administrator password';

describe('the restore drill', function () {
  this.timeout(120_000);
  let here: TemporaryDatabase;
  let folder: TemporaryDirectory;
  let dump: string;
  let batch: string;
  const places: TemporaryDatabase[] = [];

  const run = (place: TemporaryDatabase, command: string, ...words: string[]) =>
    runToEnd(place.environment, `dist/server/${command}/command.js`, words);

  /** An empty place that has what a backup does not hold: the keys, and the log's published checkpoint. */
  const emptyPlace = async () => {
    const place = await temporaryDatabase();
    places.push(place);
    for (const kept of ['audit', 'keys'])
      await cp(join(here.dataDirectory, kept), join(place.dataDirectory, kept), { recursive: true });
    return place;
  };

  before(async () => {
    [here, folder] = await Promise.all([temporaryDatabase(), temporaryDirectory()]);
    dump = join(folder.path, 'dump');
    const service = await startService({ ...here.environment, ADMIN_PASSWORD: password });
    const api = await Api.signIn(service.url, 'admin', password);
    batch = await registerBatch(api, await registerFarm(api));
    await service.stop();
    expect(await run(here, 'database/backup', 'backup', dump)).to.include({ code: 0 });
  });
  after(() => Promise.all([folder.remove(), ...[here, ...places].map((place) => place.remove())]));

  it('brings all records into an empty place, where they agree with the log', async () => {
    const there = await emptyPlace();
    expect(await run(there, 'database/backup', 'restore', dump)).to.include({ code: 0, stderr: '' });
    const verified = await run(there, 'audit/verify');
    expect(verified.stdout).to.include('✓');
    expect(verified.code).to.equal(0);
    const service = await startService(there.environment);
    const api = await Api.signIn(service.url, 'admin', password);
    expect((await api.get(`/api/v1/batches/${batch}`)).body.code).to.equal(batch);
    await registerFarm(api, '611002105');
    await service.stop();
    expect((await run(there, 'audit/verify')).code).to.equal(0);
  });

  it('shows one byte flipped in the dump: restore names the file, audit:verify the record and its field', async () => {
    const [database = ''] = await readdir(dump).then((names) => names.filter((name) => !name.endsWith('.json')));
    const flipped = join(folder.path, 'flipped');
    await cp(dump, flipped, { recursive: true });
    const file = join(flipped, database, 'batches.bson');
    const bytes = await readFile(file);
    const at = bytes.indexOf('celery');
    expect(at).to.be.greaterThan(0);
    bytes[at] = (bytes[at] as number) ^ 1;
    await writeFile(file, bytes);

    const there = await emptyPlace();
    const refused = await run(there, 'database/backup', 'restore', flipped);
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.include('batches.bson');

    await rm(join(flipped, 'manifest.json'));
    expect(await run(there, 'database/backup', 'restore', flipped, '--unverified')).to.include({ code: 0 });
    const { code, stdout } = await run(there, 'audit/verify');
    expect(code).to.equal(1);
    expect(stdout).to.match(
      /^✗ batches [0-9a-f]{24} 字段 productName （审计日志第 \d+ 条） 与审计日志最后一次所记不符\n✗ batches [0-9a-f]{24} field productName \(audit log entry \d+\) is not as the audit log last recorded it\n$/,
    );
  });
});

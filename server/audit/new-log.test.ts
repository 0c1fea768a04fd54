import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { prepareCollections } from '../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../database/testing-support/open-database.ts';
import { createEventBus } from '../events.ts';
import type { Caller } from '../identity/caller.ts';
import { createServices, type Services } from '../services.ts';
import { beginNewLog, NoNewLog } from './new-log.ts';
import { readSeal } from './seal.ts';
import { verifyLog } from './verify/verify.ts';

const city: Caller = { userId: '0'.repeat(24), username: 'admin', roles: ['administrator'], divisionCode: '611000' };
const names = ['audit-log', 'audit-tree', 'audit-head', 'audit-checkpoints', 'products'];

describe('a new log after an old backup', function () {
  this.timeout(60_000);
  let database: OpenedDatabase;
  let services: Services;
  const rows = (name: string) => database.connection.collection(name);
  const verify = () => verifyLog(database.connection, readSeal(database.dataDirectory));
  const begin = () =>
    beginNewLog(database.connection, database.dataDirectory, { reason: '磁盘损坏，恢复旧备份', now: new Date() });
  const product = (name: string) => services.standards.createProduct(city, { name, categoryCode: 'celery' });
  const openServices = () => {
    const { connection, dataDirectory } = database;
    const context: Context = {
      connection,
      bus: createEventBus(),
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
    };
    return createServices(context, { traceUrl: (code) => code, dataDirectory });
  };

  before(async () => {
    database = await openTemporaryDatabase();
    services = openServices();
    await prepareCollections(database.connection);
  });
  after(() => database.close());

  it('begins nowhere but where the database lies behind what was published', async () => {
    await product('早芹');
    await services.audit.flush();
    const refused = await begin().catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(NoNewLog);
  });

  it('goes on under a new name, and its next entry names the old log with the root that was published', async () => {
    const backup = new Map<string, never[]>();
    for (const name of names) backup.set(name, (await rows(name).find().toArray()) as never[]);
    await product('晚芹');
    await services.audit.flush();
    const old = readSeal(database.dataDirectory);
    const published = old.published();
    for (const [name, documents] of backup) {
      await rows(name).deleteMany({});
      await rows(name).insertMany(documents);
    }
    expect(await verify(), 'entries are missing').to.have.property('kind');
    const begun = await begin();
    expect(begun.origin).to.not.equal(old.origin);

    services = openServices();
    await services.audit.flush();
    const { items } = await services.audit.listEntries(
      { ...city, roles: ['auditor'] },
      { limit: 5, resource: 'audit-log' },
    );
    expect(items[0]).to.deep.include({ action: 'begin', recordId: begun.origin, reason: '磁盘损坏，恢复旧备份' });
    expect(items[0]?.changes[0]?.before).to.deep.equal({
      origin: old.origin,
      size: published?.size,
      root: published?.root.toString('base64'),
    });
    const checkpoint = await services.audit.checkpoint();
    expect(checkpoint.split('\n')[0]).to.equal(begun.origin);
    expect(await verify()).to.have.property('records');
    await product('冬芹');
    await services.audit.flush();
    expect(await verify()).to.include({ entries: begun.size + 2 });
  });

  it('keeps the checkpoint that was published before beside the new one', () => {
    const folder = join(database.dataDirectory, 'audit');
    const [, mark] = /agritrace\/log\/(\w+)/.exec(readSeal(database.dataDirectory).verifiers.at(-1)?.name ?? '') ?? [];
    expect(existsSync(join(folder, `checkpoint-${mark}`))).to.equal(true);
    expect(readFileSync(join(folder, `checkpoint-${mark}`), 'utf8')).to.include(`agritrace/log/${mark}`);
  });
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { openSeal, verifyLog } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { prepareCollections } from '../database/prepare.ts';
import { temporaryDatabaseUri } from '../database/testing-support/temporary-database.ts';
import { NotFound } from '../errors.ts';
import { createEventBus } from '../events.ts';
import type { Caller } from '../identity/caller.ts';
import { isAllowed } from '../identity/permissions.ts';
import { roles } from '../identity/roles.ts';
import { createServices, type Services } from '../services.ts';
import { dataKeyOf } from './data-keys.ts';

const officer: Caller = {
  userId: '0'.repeat(24),
  username: 'officer',
  roles: ['officer'],
  divisionCode: '611000',
  address: '192.0.2.7',
};

describe('showing personal data in the clear', () => {
  let directory: string;
  let database: Database;
  let services: Services;
  let id: string;
  const entries = async () =>
    (await services.audit.listEntries({ ...officer, roles: ['auditor'] }, { limit: 50, resource: 'producers' })).items;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'agritrace-reveal-'));
    const log = pino({ level: 'silent' });
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory, log });
    const context: Context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(), log };
    const dataKeys = [dataKeyOf(randomBytes(32))];
    services = createServices(context, { traceUrl: (code) => code, dataDirectory: directory, dataKeys });
    await prepareCollections(database.connection);
    const body = { name: '张守田', kind: 'smallholder', divisionCode: '611002', phone: '13800001234' } as const;
    const created = await services.producers.createProducer({ ...officer, roles: ['supervisor'] }, body);
    expect(created).to.include({ name: '张**', phone: '138****1234' });
    id = created.id;
  });
  after(async () => {
    await database.connection.dropDatabase();
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('is an act of its own, which the log keeps with who, where from, which fields and why', async () => {
    const shown = await services.producers.revealProducer(officer, id, '通知召回');
    expect(shown).to.include({ name: '张守田', phone: '13800001234' });
    const [newest] = await entries();
    expect(newest).to.deep.include({
      action: 'reveal',
      recordId: id,
      reason: '通知召回',
      actor: { kind: 'user', id: officer.userId, name: 'officer', address: '192.0.2.7' },
      changes: [{ field: 'name' }, { field: 'phone' }],
    });
    await services.audit.flush();
    expect(await verifyLog(database.connection, openSeal(directory))).to.have.property('records');
  });

  it('keeps to the own division, and leaves no trace where nothing was shown', async () => {
    const before = (await entries()).length;
    const elsewhere = { ...officer, divisionCode: '611026' };
    const outcome = await services.producers.revealProducer(elsewhere, id, '通知召回').catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(NotFound);
    expect(await entries()).to.have.length(before);
  });

  it('is the right of those alone who act towards producers, and of a producer for its own', () => {
    const allowed = roles.filter((role) => isAllowed([role], 'producers:reveal'));
    expect(allowed).to.have.members(['administrator', 'supervisor', 'officer', 'producer']);
  });
});

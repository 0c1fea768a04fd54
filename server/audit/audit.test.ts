import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { unscoped } from '../database/guard.ts';
import { prepareCollections } from '../database/prepare.ts';
import { temporaryDatabaseUri } from '../database/testing-support/temporary-database.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import { createEventBus } from '../events.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { createServices, type Services } from '../services.ts';
import { openSeal, verifyLog } from './index.ts';
import { readCheckpoint } from './merkle/checkpoint.ts';
import { openNote, readVerifier } from './merkle/signed-note.ts';
import { provesConsistency, provesInclusion } from './merkle/verify.ts';

const officer: Caller = {
  userId: '0'.repeat(24),
  username: 'officer',
  roles: ['administrator'],
  divisionCode: '611000',
  address: '192.0.2.7',
};
const auditor: Caller = { ...officer, username: 'auditor', roles: ['auditor'] };

describe('the audit log', () => {
  let directory: string;
  let database: Database;
  let context: Context;
  let services: Services;
  let batch: string;
  const rows = (name: string) => database.connection.collection(name);
  const verify = () => verifyLog(database.connection, openSeal(directory));
  const buffers = (hashes: string[]) => hashes.map((hash) => Buffer.from(hash, 'base64'));
  const signed = async () => {
    const note = await services.audit.checkpoint();
    const text = openNote(note, services.audit.verifierKeys().map(readVerifier));
    const checkpoint = readCheckpoint(text ?? '');
    if (!checkpoint) throw new Error('no signed checkpoint');
    return checkpoint;
  };

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'agritrace-audit-'));
    const log = pino({ level: 'silent' });
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory, log });
    context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(), log };
    services = createServices(context, { traceUrl: (code) => code, dataDirectory: directory });
    await prepareCollections(database.connection);
    const producer = await services.producers.createProducer(officer, {
      name: '试验合作社',
      kind: 'cooperative',
      divisionCode: '611002',
      phone: '13800001234',
    });
    const product = await services.standards.createProduct(officer, { name: '芹菜', categoryCode: 'celery' });
    const created = await services.batches.createBatch(officer, {
      producerId: producer.id,
      productId: product.id,
      quantity: { value: 10, unit: 'kg' },
    });
    batch = created.code;
    await services.batches.holdBatch(officer, batch, '现场发现异味');
    await services.audit.flush();
  });
  after(async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('holds who changed what, when, from where and from which to which value', async () => {
    const { items } = await services.audit.listEntries(auditor, { limit: 50, resource: 'batches' });
    expect(items.map(({ action }) => action)).to.include.members(['create', 'update']);
    const held = items.find(({ changes }) => changes.some(({ field }) => field === 'status') && changes.length < 5);
    expect(held?.actor).to.deep.equal({ kind: 'user', id: officer.userId, name: 'officer', address: '192.0.2.7' });
    expect(held?.changes.find(({ field }) => field === 'status')).to.deep.equal({
      field: 'status',
      before: 'normal',
      after: 'held',
    });
  });

  it('shows personal data masked', async () => {
    const { items } = await services.audit.listEntries(auditor, { limit: 50, resource: 'producers' });
    expect(JSON.stringify(items)).to.include('***').and.not.include('13800001234');
  });

  it('shows an auditor the own division only, and what is no division’s to the city alone', async () => {
    const elsewhere = await services.audit.listEntries({ ...auditor, divisionCode: '611026' }, { limit: 50 });
    expect(elsewhere.items).to.deep.equal([]);
    const ofTheCity = { ...auditor, divisionCode: '611000' };
    const { items } = await services.audit.listEntries(ofTheCity, { limit: 50, resource: 'products' });
    expect(items).to.not.be.empty;
  });

  it('proves each entry under a signed checkpoint, and that it only grew', async () => {
    const before = await signed();
    for (let index = 0; index < before.size; index++) {
      const { leafHash, hashes } = await services.audit.inclusion(index);
      const leaf = { hash: Buffer.from(leafHash, 'base64'), index };
      expect(provesInclusion(leaf, buffers(hashes), before), `entry ${index}`).to.equal(true);
    }
    await services.batches.releaseBatch(officer, batch, '复查正常');
    await services.audit.flush();
    const after = await signed();
    expect(after.size).to.be.greaterThan(before.size);
    const { hashes } = await services.audit.consistency(before.size);
    expect(provesConsistency(before, buffers(hashes), after)).to.equal(true);
    expect(await verify()).to.include({ entries: after.size });
  });

  it('refuses changes outside a transaction, and deletions', async () => {
    const { Batch } = database.connection.models;
    if (!Batch) throw new Error('no model');
    const refusals = [
      Batch.updateOne({ code: batch }, { $set: { status: 'normal' } }),
      Batch.create({ code: 'X' }),
      Batch.deleteOne({ code: batch }),
      Batch.bulkWrite([{ deleteOne: { filter: { code: batch } } }]),
      Batch.insertMany([{ code: 'Y' }]),
    ];
    for (const [index, attempt] of refusals.entries()) {
      const outcome = await Promise.resolve(attempt).then(
        () => 'done',
        () => 'refused',
      );
      expect(outcome, String(index)).to.equal('refused');
    }
    expect(await verify()).to.have.property('records');
  });

  it('refuses a record that names no division, because nobody could say who may read of it', async () => {
    const { Batch } = database.connection.models;
    if (!Batch) throw new Error('no model');
    const outcome = await inTransaction(context, actorOf(officer), ({ session }) =>
      Batch.updateOne({ code: batch }, { $unset: { divisionCode: 1 } }, { session, ...unscoped('a test') }),
    ).catch((error: Error) => error.message);
    expect(outcome).to.match(/names no division/);
    expect(await verify()).to.have.property('records');
  });

  it('writes nothing of a change that is rolled back', async () => {
    const { Batch } = database.connection.models;
    if (!Batch) throw new Error('no model');
    const before = await rows('audit-log').countDocuments();
    const outcome = await createRecord(context, actorOf(officer), Batch, { code: batch }).catch(() => 'refused');
    expect(outcome).to.equal('refused');
    expect(await rows('audit-log').countDocuments()).to.equal(before);
  });

  it('will not sign again below what it published', async () => {
    for (const name of ['audit-log', 'audit-tree', 'audit-head']) await rows(name).deleteMany({});
    await services.standards.createProduct(officer, { name: '番茄', categoryCode: 'tomato' });
    const error = await services.audit.flush().then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error?.message).to.include('the database is older than its log');
  });
});

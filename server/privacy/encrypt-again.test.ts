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
import { createEventBus } from '../events.ts';
import type { Caller } from '../identity/caller.ts';
import { createServices, type Services } from '../services.ts';
import { type DataKey, dataKeyOf } from './data-keys.ts';
import { encryptAgain } from './encrypt-again.ts';
import { giveDataKeys } from './keeper.ts';
import { keysInUse, requireDataKeys } from './keys-in-use.ts';

const officer: Caller = {
  userId: '0'.repeat(24),
  username: 'officer',
  roles: ['administrator'],
  divisionCode: '611000',
};

describe('encrypting again with a new key', () => {
  const [first, second]: [DataKey, DataKey] = [dataKeyOf(randomBytes(32)), dataKeyOf(randomBytes(32))];
  const phones = ['13800000001', '13800000002', '13800000003'];
  let directory: string;
  let database: Database;
  let context: Context;
  let services: Services;
  const stored = () => database.connection.collection('producers').find().sort({ _id: 1 }).toArray();
  const listed = async () => (await services.producers.listProducers(officer, { limit: 10 })).items;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'agritrace-keys-'));
    const log = pino({ level: 'silent' });
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory, log });
    context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(), log };
    services = createServices(context, { traceUrl: (code) => code, dataDirectory: directory, dataKeys: [first] });
    await prepareCollections(database.connection);
    await requireDataKeys(database.connection, [first], new Date());
    for (const phone of phones)
      await services.producers.createProducer(officer, {
        name: '张守田',
        kind: 'smallholder',
        divisionCode: '611002',
        phone,
      });
  });
  after(async () => {
    await database.connection.dropDatabase();
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('has nothing to do while one key is in use', async () => {
    expect(await encryptAgain(context, [first], () => true)).to.equal(0);
    const inUse = await keysInUse(database.connection).findOne({ _id: first.id });
    expect(inUse?.encrypted).to.include.members(['producers.phone', 'event_subscriptions.signatureToken']);
  });

  it('goes on where it was broken off, and leaves nothing that needs the old key', async () => {
    const keys = [second, first];
    await requireDataKeys(database.connection, keys, new Date());
    giveDataKeys(database.connection, () => keys);
    let turns = 2;
    expect(await encryptAgain(context, keys, () => turns-- > 0)).to.equal(2);
    expect((await listed()).map(({ name }) => name)).to.deep.equal(['张**', '张**', '张**']);
    expect(await encryptAgain(context, keys, () => true)).to.equal(1);
    expect(await encryptAgain(context, keys, () => true)).to.equal(0);
    expect(JSON.stringify(await stored())).to.not.include(first.id);
    expect((await keysInUse(database.connection).find().toArray()).map(({ _id }) => _id)).to.deep.equal([second.id]);
    giveDataKeys(database.connection, () => [second]);
    expect((await listed()).map(({ phone }) => phone?.slice(-1))).to.have.members(['1', '2', '3']);
  });

  it('finds a smallholder by name under the new key', async () => {
    const found = await services.producers.listProducers(officer, { limit: 10, name: '张守田' });
    expect(found.items).to.have.length(3);
  });

  it('encrypts a field that an older version did not know to be personal', async () => {
    const [, record] = await stored();
    await database.connection
      .collection('producers')
      .updateOne({ _id: record?._id }, { $set: { phone: '13900000008' } });
    await keysInUse(database.connection).updateOne({ _id: second.id }, { $pull: { encrypted: 'producers.phone' } });
    expect(await encryptAgain(context, [second], () => true)).to.equal(1);
    expect(JSON.stringify(await stored())).to.not.include('13900000008');
    expect((await keysInUse(database.connection).findOne({ _id: second.id }))?.encrypted).to.include('producers.phone');
  });

  it('encrypts what an older version left in the clear, and the log follows', async () => {
    const [record] = await stored();
    const clear = { name: '李四', phone: '13900000009' };
    await database.connection.collection('producers').updateOne({ _id: record?._id }, { $set: clear });
    await keysInUse(database.connection).deleteMany({});
    await requireDataKeys(database.connection, [second], new Date());
    expect(await encryptAgain(context, [second], () => true)).to.equal(1);
    expect(JSON.stringify(await stored())).to.not.match(/李四|13900000009/);
    expect((await listed()).at(-1)).to.include({ name: '李*', phone: '139****0009' });
    await services.audit.flush();
    expect(await verifyLog(database.connection, openSeal(directory))).to.have.property('records');
  });
});

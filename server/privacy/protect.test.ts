import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose, { type Model } from 'mongoose';
import { pino } from 'pino';
import { type Database, openDatabase } from '../database/connection.ts';
import { temporaryDatabaseUri } from '../database/testing-support/temporary-database.ts';
import { isSealed } from './cipher.ts';
import { type DataKey, dataKeyOf } from './data-keys.ts';
import {
  findsBy,
  giveDataKeys,
  inTheClear,
  masked,
  openDataKeys,
  personal,
  personalIn,
  protectPersonal,
} from './index.ts';
import { requireDataKeys } from './keys-in-use.ts';

interface Person {
  _id: mongoose.Types.ObjectId;
  kind: string;
  name?: string;
  nameLookup?: string;
  contact?: { phone?: string; city?: string };
  note?: string;
}

const personSchema = new mongoose.Schema<Person>(
  {
    kind: { type: String, required: true },
    name: personal('name', { onlyWhen: { field: 'kind', equals: 'smallholder' }, lookup: 'nameLookup' }),
    nameLookup: String,
    contact: { phone: personal('phone'), city: String },
    note: personal('text'),
  },
  { collection: 'people' },
);
protectPersonal(personSchema);

describe('personal data in records', () => {
  const log = pino({ level: 'silent' });
  const keys: DataKey[] = [dataKeyOf(randomBytes(32))];
  let directory: string;
  let database: Database;
  let Person: Model<Person>;
  const smallholder = {
    kind: 'smallholder',
    name: '张守田',
    contact: { phone: '13800001234', city: '商洛' },
    note: '左撇子',
  };
  const stored = async (id: unknown) => (await Person.collection.findOne({ _id: id as never })) as unknown as Person;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'agritrace-privacy-'));
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: directory, log });
    Person = database.connection.model<Person>('Person', personSchema);
    giveDataKeys(database.connection, () => keys);
    await Person.createCollection();
  });
  after(async () => {
    await Person.collection.drop();
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('are encrypted in the database, and only they', async () => {
    const { _id } = await Person.create(smallholder);
    const record = await stored(_id);
    expect([record.name, record.contact?.phone, record.note].map(isSealed)).to.deep.equal([true, true, true]);
    expect(record.contact?.city).to.equal('商洛');
    expect(JSON.stringify(record)).not.to.match(/张守田|13800001234|左撇子/);
    const company = await Person.create({ kind: 'enterprise', name: '某某公司' });
    expect((await stored(company._id)).name).to.equal('某某公司');
  });

  it('leave masked, or in the clear for who asks for that', async () => {
    const { _id } = await Person.create(smallholder);
    const record = await stored(_id);
    expect(masked(Person, record)).to.deep.include({ name: '张**', note: '***' });
    expect(masked(Person, record).contact).to.deep.equal({ phone: '138****1234', city: '商洛' });
    expect(inTheClear(Person, record)).to.deep.include(smallholder);
    expect(personalIn(Person, record)).to.have.members(['name', 'contact.phone', 'note']);
  });

  it('are encrypted whatever they look like, and once however often a document is saved', async () => {
    const pretended = (await stored((await Person.create(smallholder))._id)).note as string;
    const document = await Person.create({ ...smallholder, note: pretended });
    document.markModified('note');
    await document.save();
    expect(inTheClear(Person, await stored(document._id)).note).to.equal(pretended);
  });

  it('are encrypted by an update that names the record, and every other update is refused', async () => {
    const { _id } = await Person.create(smallholder);
    await Person.updateOne({ _id }, { $set: { note: 'x' }, $unset: { name: 1 } });
    expect(inTheClear(Person, await stored(_id)).note).to.equal('x');
    expect(await stored(_id)).not.to.have.any.keys('name', 'nameLookup');
    const attempts: (() => PromiseLike<unknown>)[] = [
      () => Person.updateMany({}, { $set: { note: 'y' } }),
      () => Person.updateOne({ _id }, { note: 'y' }),
      () => Person.updateOne({ _id }, { $set: { contact: { phone: '1' } } }),
      () => Person.updateOne({ _id }, { $set: { name: 'y' } }),
      () => Person.updateOne({ _id: { $gt: _id } }, { $set: { note: 'y' } }),
      () => Person.updateOne({ _id }, [{ $set: { note: 'y' } }], { updatePipeline: true }),
      () => Person.updateOne({ _id }, { $rename: { note: 'other' } }),
      () => Person.replaceOne({ _id }, { kind: 'x', note: 'y' }),
      () => Person.insertMany([smallholder]),
      () => Person.bulkWrite([{ insertOne: { document: smallholder as never } }]),
    ];
    for (const [index, attempt] of attempts.entries()) {
      const outcome = await Promise.resolve()
        .then(attempt)
        .then(
          () => 'done',
          () => 'refused',
        );
      expect(outcome, String(index)).to.equal('refused');
    }
  });

  it('are found by a keyed hash', async () => {
    const name = '独一无二';
    const { _id } = await Person.create({ ...smallholder, name });
    const company = await Person.create({ kind: 'enterprise', name });
    const found = await Person.find(findsBy(Person, 'name', name)).lean();
    expect(found.map(({ _id: id }) => String(id))).to.have.members([String(_id), String(company._id)]);
  });

  it('do not open in another record', async () => {
    const [one, other] = [await Person.create(smallholder), await Person.create(smallholder)];
    const swapped = { ...(await stored(one._id)), note: (await stored(other._id)).note };
    expect(() => inTheClear(Person, swapped)).to.throw('altered or moved');
  });

  it('need a key that is made once, for the owner of the folder alone', async () => {
    const dataDirectory = join(directory, 'fresh');
    const made = openDataKeys({ dataDirectory, log });
    expect(openDataKeys({ dataDirectory, log })).to.deep.equal(made);
    const file = join(dataDirectory, 'keys', 'data-keys');
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await readFile(file, 'utf8')).to.match(/^[A-Za-z0-9+/]{43}=\n$/);
  });

  it('stop a start without the keys that they need', async () => {
    const now = new Date();
    await requireDataKeys(database.connection, keys, now);
    await requireDataKeys(database.connection, keys, now);
    const outcome = await requireDataKeys(database.connection, [dataKeyOf(randomBytes(32))], now).catch(String);
    expect(outcome).to.include(`DATA_KEYS lacks the key ${keys[0]?.id}`);
  });
});

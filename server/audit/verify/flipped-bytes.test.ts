import { expect } from 'chai';
import mongoose from 'mongoose';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { auditedAs, vouchedFor } from '../../database/change-log/audited.ts';
import { canonical } from '../../database/change-log/digest.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
import { createEventBus } from '../../events.ts';
import { createServices, type Services } from '../../services.ts';
import { readSeal } from '../seal.ts';
import { auditedModels, fillCollections } from '../testing-support/fill-collections.ts';
import { seeded } from '../testing-support/seeded.ts';
import { verifyLog } from './verify.ts';

const { BSON } = mongoose.mongo;
const own = ['audit-log', 'audit-tree', 'audit-head', 'audit-checkpoints'];
const flipsPerCollection = 2;

type Stored = { _id: unknown } & Record<string, unknown>;

describe('a byte flipped in a stored document', function () {
  this.timeout(120_000);
  const random = seeded(20_260_503);
  let database: OpenedDatabase;
  let services: Services;
  let collections: string[];

  const verify = () => verifyLog(database.connection, readSeal(database.dataDirectory));
  const rows = (name: string) => database.connection.collection<Stored>(name);
  const rawOf = async (name: string): Promise<Buffer[]> =>
    (await rows(name).find({}, { raw: true }).sort({ _id: 1 }).toArray()) as unknown as Buffer[];
  const exact = (bytes: Uint8Array) => BSON.deserialize(bytes, { promoteValues: false }) as Stored;

  /** What the log says nothing about: what devices report, and what is no other value. */
  const vouched = (name: string, bytes: Uint8Array): string => {
    const model = auditedModels(database.connection).find(({ collection }) => collection.name === name);
    const how = model && auditedAs(model.schema as never);
    return how ? canonical(vouchedFor(BSON.deserialize(bytes), how)) : Buffer.from(bytes).toString('hex');
  };

  before(async () => {
    database = await openTemporaryDatabase();
    const log = pino({ level: 'silent' });
    const { connection, dataDirectory } = database;
    const context: Context = { connection, bus: createEventBus(), clock: () => new Date(), log };
    services = createServices(context, { traceUrl: (code) => code, dataDirectory });
    await prepareCollections(connection);
    await fillCollections(context);
    await services.audit.flush();
    collections = [...auditedModels(connection).map(({ collection }) => collection.name), ...own];
  });
  after(() => database.close());

  it('is no matter while there is none', async () => {
    const outcome = await verify();
    expect(outcome).to.have.property('entries').that.is.greaterThan(30);
    for (const name of collections) expect(await rawOf(name), name).to.not.have.length(0);
  });

  /** Puts other bytes in a document's place, as whoever holds the database could. False when no driver would send them. */
  const replaced = async (name: string, document: Buffer, flipped: Buffer): Promise<boolean> => {
    let changed: Stored;
    try {
      changed = exact(flipped);
      const sendable = flipped.equals(BSON.serialize(changed, { ignoreUndefined: false })) && '_id' in changed;
      if (!sendable) return false;
      await rows(name).deleteOne({ _id: exact(document)._id as never });
      await rows(name).insertOne(changed as never, { ignoreUndefined: false, forceServerObjectId: true });
      return true;
    } catch {
      await putBack(name, document);
      return false;
    }
  };

  const putBack = async (name: string, document: Buffer, other?: Buffer) => {
    if (other) await rows(name).deleteOne({ _id: exact(other)._id as never });
    const original = exact(document);
    await rows(name).replaceOne({ _id: original._id as never }, original as never, { upsert: true });
  };

  it('is named in every collection under the log, and in the log itself', async () => {
    let named = 0;
    for (const name of collections)
      for (let flip = 0; flip < flipsPerCollection; flip++) {
        const documents = await rawOf(name);
        const document = documents[random(documents.length)] as Buffer;
        const position = 4 + random(document.length - 5);
        const flipped = Buffer.from(document);
        flipped[position] = (flipped[position] as number) ^ (1 << random(8));
        if (!(await replaced(name, document, flipped))) continue;
        const outcome = await verify();
        const where = `${name}: byte ${position} of ${document.toString('latin1')}`;
        if (vouched(name, flipped) !== vouched(name, document)) {
          expect(outcome, where).to.have.property('kind');
          named++;
        }
        await putBack(name, document, flipped);
      }
    expect(named).to.be.greaterThan(collections.length);
    expect(await verify()).to.have.property('records');
  });

  it('is named by field in a record', async () => {
    for (const model of auditedModels(database.connection)) {
      const { name } = model.collection;
      const { telemetry = [], resource } = auditedAs(model.schema as never) ?? {};
      const [document] = await rawOf(name);
      const original = exact(document as Buffer);
      const fields = Object.keys(original).filter((field) => field !== '_id' && !telemetry.includes(field));
      const field = fields[random(fields.length)] as string;
      await rows(name).updateOne({ _id: original._id as never }, { $set: { [field]: 'altered' } });
      const outcome = await verify();
      expect(outcome, `${name}.${field}`).to.include({
        kind: 'record-altered',
        collection: name,
        id: String(original._id),
      });
      const said = (outcome as { field?: string; sequence?: number }).field?.split(' | ');
      expect(said, `${name}.${field}`).to.include(field);
      const { sequence } = outcome as { sequence?: number };
      expect(await rows('audit-log').findOne({ sequence }), `${name}.${field}`).to.deep.include({
        resource,
        recordId: String(original._id),
      });
      await putBack(name, document as Buffer);
    }
    expect(await verify()).to.have.property('records');
  });

  it('names a record that was removed, and one that was slipped in', async () => {
    for (const model of auditedModels(database.connection)) {
      const { name } = model.collection;
      const [document] = await rawOf(name);
      const original = exact(document as Buffer);
      await rows(name).deleteOne({ _id: original._id as never });
      expect(await verify()).to.include({ kind: 'record-gone', collection: name, id: String(original._id) });
      const copy = { ...original, _id: typeof original._id === 'string' ? 'copy' : new mongoose.Types.ObjectId() };
      await rows(name).insertOne(copy as never);
      await rows(name).deleteOne({ _id: copy._id as never });
      await putBack(name, document as Buffer);
      await rows(name).dropIndexes();
      await rows(name).insertOne(copy as never);
      expect(await verify()).to.include({ kind: 'record-unlogged', collection: name, id: String(copy._id) });
      await rows(name).deleteOne({ _id: copy._id as never });
    }
    expect(await verify()).to.have.property('records');
  });
});

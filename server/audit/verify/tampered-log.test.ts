import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
import { createEventBus } from '../../events.ts';
import { createServices, type Services } from '../../services.ts';
import { readSeal } from '../seal.ts';
import { auditedModels, fillCollections } from '../testing-support/fill-collections.ts';
import { describe as words } from './disagreement.ts';
import { verifyLog } from './verify.ts';

type Stored = { _id: never } & Record<string, unknown>;
type Tampering = () => Promise<unknown>;

describe('a log that somebody tampered with', function () {
  this.timeout(60_000);
  let database: OpenedDatabase;
  let services: Services;
  let context: Context;
  const rows = (name: string) => database.connection.collection<Stored>(name);
  const verify = () => verifyLog(database.connection, readSeal(database.dataDirectory));
  const checkpointFile = () => join(database.dataDirectory, 'audit', 'checkpoint');

  before(async () => {
    database = await openTemporaryDatabase();
    const log = pino({ level: 'silent' });
    const { connection, dataDirectory } = database;
    context = { connection, bus: createEventBus(), clock: () => new Date(), log };
    services = createServices(context, { traceUrl: (code) => code, dataDirectory });
    await prepareCollections(connection);
    await fillCollections(context);
    await services.audit.flush();
  });
  after(() => database.close());

  /** All that the log consists of, to be put back as it was. */
  const kept = async () => {
    const names = ['audit-log', 'audit-tree', 'audit-head', 'audit-checkpoints'];
    const documents = new Map<string, Stored[]>();
    for (const name of names) documents.set(name, await rows(name).find().toArray());
    const published = await readFile(checkpointFile(), 'utf8');
    return async () => {
      for (const [name, stored] of documents) {
        await rows(name).deleteMany({});
        await rows(name).insertMany(stored as never);
      }
      await writeFile(checkpointFile(), published);
    };
  };

  const entry = (sequence: number) => rows('audit-log').findOne({ sequence });
  const swap = async (one: number, other: number) => {
    await rows('audit-log').updateOne({ sequence: one }, { $set: { sequence: 1_000_000 } });
    await rows('audit-log').updateOne({ sequence: other }, { $set: { sequence: one } });
    await rows('audit-log').updateOne({ sequence: 1_000_000 }, { $set: { sequence: other } });
  };

  const tamperings: { [name: string]: [Tampering, object] } = {
    'another actor': [
      () => rows('audit-log').updateOne({ sequence: 3 }, { $set: { 'actor.name': 'somebody else' } }),
      { kind: 'entry-altered', collection: 'audit-log', sequence: 3 },
    ],
    'another reason': [
      () => rows('audit-log').updateOne({ sequence: 3 }, { $set: { reason: 'forged' } }),
      { kind: 'entry-altered', sequence: 3 },
    ],
    'another salt': [
      () => rows('audit-log').updateOne({ sequence: 0 }, { $set: { salt: 'AAAAAAAAAAAAAAAAAAAAAA' } }),
      { kind: 'entry-altered', sequence: 0 },
    ],
    'a field that entries lack': [
      () => rows('audit-log').updateOne({ sequence: 4 }, { $set: { note: 'x' } }),
      { kind: 'malformed', collection: 'audit-log', field: 'note' },
    ],
    'an entry removed': [
      () => rows('audit-log').deleteOne({ sequence: 5 }),
      { kind: 'entry-missing', collection: 'audit-log', sequence: 5 },
    ],
    'two entries in each other’s place': [() => swap(2, 3), { kind: 'entry-altered', sequence: 2 }],
    'an entry moved beyond the end': [
      () => rows('audit-log').updateOne({ sequence: 6 }, { $set: { sequence: 999 } }),
      { kind: 'entry-missing', sequence: 6 },
    ],
    'an entry without a place': [
      () => rows('audit-log').updateOne({ sequence: 6 }, { $set: { sequence: -1 } }),
      { kind: 'entry-missing', sequence: 6 },
    ],
    'a forged entry appended': [
      async () => {
        const { _id, ...rest } = (await entry(0)) as Stored;
        const sequence = await rows('audit-log').countDocuments();
        await rows('audit-log').insertOne({ ...rest, action: 'reveal', sequence } as never);
      },
      { kind: 'entry-misplaced', collection: 'audit-log' },
    ],
    'a leaf hash altered': [
      () => rows('audit-tree').updateOne({ _id: '0/7' as never }, { $set: { hash: 'AAAA' } }),
      { kind: 'entry-altered', sequence: 7 },
    ],
    'a node altered': [
      () => rows('audit-tree').updateOne({ _id: '1/0' as never }, { $set: { hash: 'AAAA' } }),
      { kind: 'node-altered', collection: 'audit-tree', id: '1/0' },
    ],
    'a node removed': [
      () => rows('audit-tree').deleteOne({ _id: '2/0' as never }),
      { kind: 'node-missing', id: '2/0' },
    ],
    'a node added': [
      () => rows('audit-tree').insertOne({ _id: '9/9', hash: 'AAAA' } as never),
      { kind: 'node-surplus', id: '9/9' },
    ],
    'a head that says more': [
      () => rows('audit-head').updateOne({}, { $set: { size: 1000 } }),
      { kind: 'checkpoint-missing' },
    ],
    'a head that says less': [
      () => rows('audit-head').updateOne({}, { $set: { size: 1 } }),
      { kind: 'head-wrong', collection: 'audit-head' },
    ],
    'a checkpoint that is none': [
      () => rows('audit-checkpoints').updateOne({}, { $set: { note: 'nonsense' } }),
      { kind: 'checkpoint-unsigned', collection: 'audit-checkpoints' },
    ],
    'all checkpoints removed': [() => rows('audit-checkpoints').deleteMany({}), { kind: 'entry-missing', sequence: 0 }],
    'the published checkpoint removed': [
      () => rm(checkpointFile()),
      { kind: 'checkpoint-missing', collection: 'published' },
    ],
    'the published checkpoint altered': [
      async () => {
        const note = await readFile(checkpointFile(), 'utf8');
        await writeFile(checkpointFile(), note.replace(/\n\d+\n/, '\n1\n'));
      },
      { kind: 'checkpoint-unsigned', collection: 'published' },
    ],
    'the whole log cut back': [
      async () => {
        const size = (await rows('audit-head').findOne({}))?.size as number;
        await rows('audit-log').deleteOne({ sequence: size - 1 });
        await rows('audit-head').updateOne({}, { $set: { size: size - 1 } });
        await rows('audit-tree').deleteMany({ _id: { $in: [`0/${size - 1}`, `1/${(size - 2) / 2}`] } } as never);
        await rows('audit-checkpoints').deleteMany({});
      },
      { kind: 'entry-missing' },
    ],
  };

  for (const [name, [tamper, expected]] of Object.entries(tamperings))
    it(`shows: ${name}`, async () => {
      const putBack = await kept();
      await tamper();
      const found = await verify();
      expect(found).to.have.property('kind');
      expect(found).to.include(expected);
      if ('kind' in found)
        for (const language of ['zh', 'en'] as const) expect(words(found, language)).to.not.equal('');
      await putBack();
      expect(await verify()).to.have.property('records');
    });

  it('shows although somebody built the whole tree anew: the checkpoint kept outside differs', async () => {
    const putBack = await kept();
    const [model] = auditedModels(database.connection);
    await rows('audit-log').updateOne({ sequence: 1 }, { $set: { reason: 'forged' } });
    await rows('audit-tree').deleteMany({});
    await rows('audit-head').deleteMany({});
    await rows('audit-checkpoints').deleteMany({});
    await rows('audit-log').updateMany({}, { $unset: { sequence: 1 }, $set: { pending: true } });
    const forged = createServices(context, { traceUrl: (code) => code, dataDirectory: database.dataDirectory });
    const published = await readFile(checkpointFile(), 'utf8');
    await rm(checkpointFile());
    await forged.audit.flush();
    await writeFile(checkpointFile(), published);
    expect(await verify(), model?.modelName).to.include({ kind: 'checkpoint-differs', collection: 'published' });
    await putBack();
    expect(await verify()).to.have.property('records');
  });
});

import { expect } from 'chai';
import { pino } from 'pino';
import { type Database, openDatabase } from '../connection.ts';
import { temporaryDatabase } from '../testing-support/temporary-database.ts';
import { migrations } from './index.ts';

describe('changes of stored data', function () {
  this.timeout(60_000);
  const log = pino({ level: 'silent' });
  let folder: Awaited<ReturnType<typeof temporaryDatabase>>;
  let database: Database;

  before(async () => {
    folder = await temporaryDatabase();
    database = await openDatabase({ uri: folder.mongodbUri, dataDirectory: folder.dataDirectory, log });
  });
  after(async () => {
    await database?.close();
    await folder?.remove();
  });

  const run = async (number: number) => {
    const migration = migrations.find((each) => each.number === number);
    if (!migration) throw new Error(`there is no migration ${number}`);
    const work = { connection: database.connection, log, lost: new AbortController().signal, reached: undefined };
    await migration.run({ ...work, reach: async () => {} });
  };

  it('rename the role of lots that an event yields, again and again to the same', async () => {
    const lineage = database.connection.collection('lineage');
    await lineage.insertMany(['in', 'out', 'packed', 'void', 'out'].map((role, lot) => ({ lot, role })));
    const roles = async () => (await lineage.find().sort({ lot: 1 }).toArray()).map(({ role }) => role);
    for (const _ of ['once', 'twice']) {
      await run(2);
      expect(await roles()).to.deep.equal(['in', 'yielded', 'packed', 'void', 'yielded']);
    }
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { type Database, openDatabase } from '../connection.ts';
import { temporaryDatabaseUri } from '../testing-support/temporary-database.ts';
import type { Migration, MigrationWork } from './migration.ts';
import { migrate, NewerDatabase } from './run.ts';

describe('migrations', function () {
  this.timeout(60_000);
  const log = pino({ level: 'silent' });
  let folder: string;
  let database: Database;
  let ran: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'agritrace-migrations-'));
    database = await openDatabase({ uri: temporaryDatabaseUri(), dataDirectory: folder, log });
  });
  beforeEach(async () => {
    ran = [];
    for (const name of ['migrations', 'leases', 'things']) await database.connection.collection(name).deleteMany({});
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const step = (number: number, run: (work: MigrationWork) => Promise<void> = async () => {}): Migration => ({
    number,
    name: `step ${number}`,
    async run(work) {
      ran.push(`${number}`);
      await run(work);
    },
  });
  const options = (migrations: Migration[], holder = 'one') => ({
    connection: database.connection,
    migrations,
    holder,
    clock: () => new Date(),
    log,
    leaseTimes: { leaseMs: 300, pollMs: 10 },
  });
  const run = (migrations: Migration[], holder?: string) => migrate(options(migrations, holder));
  const refused = async (attempt: Promise<void>): Promise<Error> => {
    const error = await attempt.then(
      () => undefined,
      (reason: Error) => reason,
    );
    if (!error) throw new Error('was not refused');
    return error;
  };

  it('run in order, each once, and are recorded', async () => {
    await run([step(1), step(2)]);
    await run([step(1), step(2), step(3)]);
    expect(ran).to.deep.equal(['1', '2', '3']);
    const records = await database.connection.collection('migrations').find().sort({ _id: 1 }).toArray();
    expect(records.map(({ _id, name }) => [_id, name])).to.deep.equal([
      [1, 'step 1'],
      [2, 'step 2'],
      [3, 'step 3'],
    ]);
    for (const record of records) expect(record.finishedAt).to.be.instanceOf(Date);
  });

  it('of a newer program stop an older one before it touches anything', async () => {
    await run([step(1), step(2)]);
    expect(await refused(run([step(1)]))).to.be.instanceOf(NewerDatabase);
    expect(ran).to.deep.equal(['1', '2']);
  });

  it('that fail hold up the later ones, and go on where they had come to', async () => {
    const things = database.connection.collection('things');
    let interrupted = true;
    const copying = step(1, async ({ reached, reach }) => {
      for (const thing of ['a', 'b', 'c', 'd'].filter((each) => reached === undefined || each > reached)) {
        if (interrupted && thing === 'c') throw new Error('power cut');
        await things.insertOne({ thing });
        await reach(thing);
      }
    });
    expect((await refused(run([copying, step(2)]))).message).to.equal('power cut');
    expect(ran).to.deep.equal(['1']);
    interrupted = false;
    await run([copying, step(2)]);
    expect(ran).to.deep.equal(['1', '1', '2']);
    expect((await things.find().toArray()).map(({ thing }) => thing)).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('are run by one of several instances, while the others wait for the end', async () => {
    let finished = false;
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = step(1, async () => {
      begin();
      await held;
      finished = true;
    });
    const first = run([slow], 'one');
    await begun;
    const others = ['two', 'three'].map((holder) =>
      run([slow], holder).then(() => expect(finished, holder).to.equal(true)),
    );
    release();
    await Promise.all([first, ...others]);
    expect(ran).to.deep.equal(['1']);
    expect(await database.connection.collection('leases').countDocuments()).to.equal(0);
  });

  it('of an instance that died are taken over when its lease is over', async () => {
    const lease = { _id: 'migrations', holder: 'dead', until: new Date(Date.now() + 200) };
    await database.connection.collection<typeof lease>('leases').insertOne(lease);
    await run([step(1)]);
    expect(ran).to.deep.equal(['1']);
    expect(Date.now()).to.be.at.least(lease.until.getTime());
  });

  it('stop when their lease went to another instance', async () => {
    const robbed = step(1, async ({ lost }) => {
      await database.connection
        .collection<{ _id: string }>('leases')
        .updateOne({ _id: 'migrations' }, { $set: { holder: 'thief', until: new Date(Date.now() + 60_000) } });
      await new Promise<void>((resolve) => lost.addEventListener('abort', () => resolve()));
    });
    expect((await refused(run([robbed, step(2)]))).message).to.include('lost');
    expect(ran).to.deep.equal(['1']);
  });
});

import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../../database/testing-support/open-database.ts';
import { createEventBus } from '../../events.ts';
import { csvOf } from '../../http/tables/csv.ts';
import type { Caller } from '../../identity/index.ts';
import { dataKeyOf } from '../../privacy/data-keys.ts';
import { giveDataKeys } from '../../privacy/index.ts';
import { producerModels } from '../../producers/index.ts';
import { createProducerLoader } from '../../producers/load-producer.ts';
import { registerImportModels } from './model.ts';
import { createRegisterImports, type RegisterLoaders } from './service.ts';

const caller: Caller = { userId: 'c'.repeat(24), username: 'county', roles: ['supervisor'], divisionCode: '611002' };
const all = unscoped('a test looks at what is there');
const goesOn = () => true;
const names = ['赵家农场', '钱家农场', '孙家农场', '李家农场', '周家农场'];
const tableOf = (farms: readonly string[]) =>
  Buffer.from(csvOf([['name', 'kind', 'division'], ...farms.map((farm) => [farm, 'family-farm', '611002'])]));

describe('a table of several parts', () => {
  let database: OpenedDatabase;
  let context: Context;
  let now: Date;
  /** Of another instance each time, two rows a part. */
  const imports = () => {
    const producers = createProducerLoader(context, (code) => code === '611002');
    return createRegisterImports(context, { producers } as unknown as RegisterLoaders, 2);
  };
  const stored = async () =>
    (await producerModels(context.connection).Producer.find({}, null, all).lean()).map(({ name }) => name).sort();
  const contents = async () =>
    (await registerImportModels(context.connection).Part.find({}, null, all).lean()).map(({ content }) => content);
  const tried = async (farms: readonly string[] = names) => {
    const { id } = await imports().create(caller, 'producers', tableOf(farms));
    for (let part = 0; part * 2 < farms.length; part += 1) await imports().doDue(goesOn);
    return id;
  };

  beforeEach(async () => {
    database = await openTemporaryDatabase();
    const { connection } = database;
    const keys = [dataKeyOf(randomBytes(32))];
    giveDataKeys(connection, () => keys);
    now = new Date('2026-11-25T08:00:00Z');
    context = { connection, bus: createEventBus(), clock: () => now, log: pino({ level: 'silent' }) };
    imports();
    producerModels(connection);
    await prepareCollections(connection);
  });
  afterEach(() => database.close());

  it('is stored part by part, and gone on with by whichever instance is there', async () => {
    const id = await tried();
    expect(await stored()).to.deep.equal([]);
    expect(await imports().store(caller, id)).to.include({ state: 'storing', done: 0 });
    await imports().doDue(goesOn);
    expect(await imports().get(caller, id)).to.include({ state: 'storing', done: 2 });
    expect(await stored()).to.have.length(2);
    for (let round = 0; round < 2; round += 1) await imports().doDue(goesOn);
    expect(await imports().get(caller, id)).to.include({ state: 'stored', done: 5 });
    expect(await stored()).to.deep.equal([...names].sort());
    expect(await imports().doDue(goesOn), 'nothing is left to do').to.equal(null);
  });

  it('is cancelled between two parts: rows tell which of them are stored', async () => {
    const id = await tried();
    await imports().store(caller, id);
    await imports().doDue(goesOn);
    expect(await imports().cancel(caller, id)).to.include({ state: 'cancelled', done: 2 });
    await imports().doDue(goesOn);
    expect(await stored()).to.have.length(2);
    const first = await imports().listRows(caller, id, { limit: 3 });
    expect(first.items.map((row) => row.stored)).to.deep.equal([true, true, false]);
    const rest = await imports().listRows(caller, id, { limit: 3, cursor: String(first.nextCursor) });
    expect(rest.items.map(({ line }) => line)).to.deep.equal([5, 6]);
    expect(rest.nextCursor).to.equal(null);
  });

  it('halts before a part that the register no longer takes', async () => {
    const id = await tried();
    await imports().store(caller, await tried(names.slice(3, 4)));
    await imports().doDue(goesOn);
    await imports().store(caller, id);
    for (let round = 0; round < 3; round += 1) await imports().doDue(goesOn);
    expect(await imports().get(caller, id)).to.deep.include({
      ...{ state: 'halted', done: 2, counts: { created: 2, updated: 0, unchanged: 0, refused: 1 } },
    });
    expect(await stored()).to.have.length(3);
    const { items } = await imports().listRows(caller, id, { limit: 9, outcome: 'refused' });
    expect(items.map(({ line, stored }) => ({ line, stored }))).to.deep.equal([{ line: 5, stored: false }]);
  });

  it('keeps what it holds encrypted, and no longer than it takes, or seven days', async () => {
    const id = await tried();
    for (const content of await contents()) expect(content).to.be.a('string').and.not.contain('农场');
    now = new Date('2026-12-02T08:00:01Z');
    await imports().doDue(goesOn);
    expect(await imports().get(caller, id)).to.include({ state: 'cancelled' });
    expect(await contents()).to.deep.equal([undefined, undefined, undefined]);
    const next = await tried();
    await imports().store(caller, next);
    for (let round = 0; round < 3; round += 1) await imports().doDue(goesOn);
    expect((await contents()).filter(Boolean)).to.deep.equal([]);
  });
});

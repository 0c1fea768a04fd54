import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { openSeal, verifyLog } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { prepareCollections } from '../database/prepare.ts';
import { type OpenedDatabase, openTemporaryDatabase } from '../database/testing-support/open-database.ts';
import { IllegalTransition, NotFound } from '../errors.ts';
import { createEventBus } from '../events.ts';
import type { Caller } from '../identity/caller.ts';
import { dataKeyOf } from '../privacy/data-keys.ts';
import { createServices, type Services } from '../services.ts';

const supervisor: Caller = {
  userId: '0'.repeat(24),
  username: 'supervisor',
  roles: ['supervisor'],
  divisionCode: '611002',
};
const administrator: Caller = { ...supervisor, username: 'administrator', roles: ['administrator'] };

describe('the personal data of a producer', () => {
  let directory: string;
  let database: OpenedDatabase;
  let services: Services;
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: unknown) => error,
    );
  const stored = async (id: string) =>
    JSON.stringify(
      (await database.connection.collection('producers').find().toArray()).find(({ _id }) => String(_id) === id),
    );
  const logOf = async (record: string) =>
    (
      await services.audit.listEntries(
        { ...supervisor, roles: ['auditor'] },
        { limit: 50, resource: 'producers', record },
      )
    ).items;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'agritrace-personal-'));
    database = await openTemporaryDatabase();
    const log = pino({ level: 'silent' });
    const context: Context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(), log };
    services = createServices(context, {
      traceUrl: (code) => code,
      dataDirectory: directory,
      dataKeys: [dataKeyOf(randomBytes(32))],
    });
    await prepareCollections(database.connection);
  });
  after(async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  });

  const smallholder = () =>
    services.producers.createProducer(supervisor, {
      name: '张守田',
      kind: 'smallholder',
      divisionCode: '611002',
      contactName: '李小满',
      phone: '13800001234',
    });

  it('are corrected one by one, encrypted as before, and found by the new name alone', async () => {
    const { id } = await smallholder();
    const corrected = await services.producers.correctProducer(supervisor, id, { name: '章守田', reason: '姓名有误' });
    expect(corrected).to.include({ name: '章**', phone: '138****1234', contactName: '李**' });
    expect(await services.producers.revealProducer(supervisor, id, '核对更正')).to.include({ name: '章守田' });
    expect(await stored(id))
      .to.not.include('章守田')
      .and.not.include('13800001234');
    const found = async (name: string) =>
      (await services.producers.listProducers(supervisor, { limit: 9, name })).items;
    expect((await found('章守田')).map((each) => each.id)).to.deep.equal([id]);
    expect(await found('张守田')).to.deep.equal([]);
    const [entry] = (await logOf(id)).filter(({ action }) => action === 'update');
    expect(entry).to.include({ reason: '姓名有误' });
    expect(JSON.stringify(await logOf(id))).to.not.include('守田');
  });

  it('are taken away value by value', async () => {
    const { id } = await smallholder();
    const corrected = await services.producers.correctProducer(supervisor, id, { phone: null, reason: '本人要求' });
    expect(corrected).to.not.have.property('phone');
    expect(corrected).to.include({ contactName: '李**' });
  });

  it('are erased for good, and the log still agrees with the record', async () => {
    const { id } = await smallholder();
    expect(await refusal(services.producers.eraseProducer(supervisor, id, '无权'))).to.be.instanceOf(NotFound);
    const erased = await services.producers.eraseProducer(administrator, id, '依据个人信息保护法第四十七条');
    expect(erased).to.include({ name: '（姓名已删除）' }).and.not.have.any.keys('phone', 'contactName');
    expect(await stored(id)).to.not.match(/"(name|nameLookup|phone|contactName)"/);
    const again = services.producers.eraseProducer(administrator, id, '再次');
    expect(await refusal(again)).to.be.instanceOf(IllegalTransition);
    const correcting = services.producers.correctProducer(supervisor, id, { phone: '13900005678', reason: '补录' });
    expect(await refusal(correcting)).to.be.instanceOf(IllegalTransition);
    expect((await logOf(id))[0]).to.include({ action: 'update', reason: '依据个人信息保护法第四十七条' });
    await services.audit.flush();
    expect(await verifyLog(database.connection, openSeal(directory))).to.have.property('records');
  });

  it('of a company leave it its name', async () => {
    const company = { name: '秦岭农业公司', kind: 'enterprise', divisionCode: '611002', phone: '13800001234' } as const;
    const { id } = await services.producers.createProducer(supervisor, company);
    const erased = await services.producers.eraseProducer(administrator, id, '联系人离职');
    expect(erased).to.include({ name: '秦岭农业公司' }).and.not.have.property('phone');
  });

  it('are nobody else’s to correct', async () => {
    const { id } = await smallholder();
    const neighbour: Caller = { ...supervisor, divisionCode: '611021' };
    const producer: Caller = { ...supervisor, roles: ['producer'], producerId: '1'.repeat(24) };
    for (const caller of [neighbour, producer]) {
      const attempt = services.producers.correctProducer(caller, id, { phone: null, reason: '越权' });
      expect(await refusal(attempt)).to.be.instanceOf(NotFound);
    }
    const own: Caller = { ...producer, producerId: id };
    expect(await services.producers.correctProducer(own, id, { phone: null, reason: '本人更正' })).to.include({ id });
    expect(await refusal(services.producers.eraseProducer(own, id, '本人'))).to.be.instanceOf(NotFound);
  });
});

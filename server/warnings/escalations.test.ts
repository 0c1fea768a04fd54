import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Happening } from './happenings.ts';
import type { NewWarning } from './raise.ts';
import { warningSchema } from './schema.ts';
import type { WarningsService } from './service.ts';
import { finding, openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';

const minute = 60_000;

describe('warnings that nobody acknowledges', () => {
  let platform: TestPlatform;
  let service: WarningsService;
  let told: Happening[];

  const raise = (changes?: Partial<NewWarning>) =>
    inTransaction(platform.context, system('test'), (work) =>
      service.raise(work, finding({ level: 'red', ...changes })),
    );
  const pass = async (minutes: number) => {
    platform.pass(minutes * minute);
    await service.lookAtDue();
  };
  const escalatedTo = async (id: string) => (await service.get(people.city, id)).escalatedTo;
  const newService = () => {
    service = platform.newService();
    told = [];
    service.follow(async (_, __, happening) => {
      told.push(happening);
    });
  };

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    newService();
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('go from town to county to city, each step with its cause in the history and told as it happens', async () => {
    const id = await raise();
    await pass(14);
    expect(await escalatedTo(id)).to.equal(undefined);
    await pass(1);
    expect(await escalatedTo(id)).to.equal('611002');
    await pass(30);
    const warning = await service.get(people.city, id);
    expect(() => warningSchema.strict().parse(warning)).to.not.throw();
    expect(warning).to.include({ escalatedTo: '611000', state: 'open' });
    expect(warning).to.not.have.property('escalateAt');
    expect(warning.history.slice(1).map(({ verb, by, divisions }) => [verb, by, divisions])).to.deep.equal([
      ['escalate', 'system', { from: '611002001', to: '611002' }],
      ['escalate', 'system', { from: '611002', to: '611000' }],
    ]);
    expect(warning.history[1]?.cause?.zh).to.equal('15 分钟内乡镇无人确认');
    expect(told).to.deep.equal(['opened', 'escalated', 'escalated']);
    await pass(600);
    expect(told).to.have.length(3);
    const { items } = await service.list(people.city, { limit: 50, escalated: 'true' });
    expect(items.map((item) => item.id)).to.deep.equal([id]);
  });

  it('stay where they are once somebody has acknowledged them; taken back, the time begins anew', async () => {
    const id = await raise();
    platform.pass(14 * minute);
    await service.acknowledge(people.officer1, id);
    await pass(4);
    expect(await escalatedTo(id)).to.equal(undefined);
    await service.take(people.officer1, id, 'withdraw-acknowledgement');
    await pass(14);
    expect(await escalatedTo(id)).to.equal(undefined);
    await pass(1);
    expect(await escalatedTo(id)).to.equal('611002');
    await service.resolve(people.county, id, '已处置');
    await pass(600);
    expect(await escalatedTo(id)).to.equal('611002');
  });

  it('go on to the division above when they are acknowledged and then nobody handles them', async () => {
    const id = await raise();
    await service.acknowledge(people.officer1, id);
    await pass(59);
    expect(await escalatedTo(id)).to.equal(undefined);
    await pass(1);
    const warning = await service.get(people.city, id);
    expect(warning).to.include({ escalatedTo: '611002', state: 'acknowledged' });
    expect(warning.history.at(-1)?.cause?.zh).to.contain('未开始处理');
    await service.take(people.county, id, 'handle');
    expect(await service.get(people.city, id)).to.not.have.property('escalateAt');
    await pass(600);
    expect(await escalatedTo(id)).to.equal('611002');
    expect(told.filter((happening) => happening === 'escalated')).to.have.length(1);
  });

  it('are passed on after a restart as if there had been none, one step after the other', async () => {
    const id = await raise();
    await service.stop();
    newService();
    await pass(46);
    expect(await escalatedTo(id)).to.equal('611000');
    expect(told).to.deep.equal(['escalated', 'escalated']);
  });

  it('wait less from the moment their level rises', async () => {
    const id = await raise({ level: 'yellow' });
    platform.pass(60 * minute);
    await raise({ level: 'red' });
    await pass(15);
    expect(await escalatedTo(id)).to.equal('611002');
  });

  it('are passed on once by two instances that look at the same time', async () => {
    const id = await raise();
    platform.pass(15 * minute);
    const other = platform.newService();
    await Promise.all([service.lookAtDue(), other.lookAtDue()]);
    await other.stop();
    expect((await service.get(people.city, id)).history.map(({ verb }) => verb)).to.deep.equal(['raise', 'escalate']);
  });

  it('wait for working days when they are blue', async () => {
    // 3 May 2026 is a Sunday in the Labor Day holiday, which ends on the 5th.
    const id = await raise({ level: 'blue' });
    expect((await service.get(people.city, id)).escalateAt).to.equal('2026-05-06T16:00:00.000Z');
  });
});

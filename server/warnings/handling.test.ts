import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, NotFound } from '../errors.ts';
import type { Happening } from './happenings.ts';
import type { NewWarning } from './raise.ts';
import { warningSchema } from './schema.ts';
import type { WarningsService } from './service.ts';
import { coldRoomRule, finding, openTestPlatform, people, type TestPlatform } from './testing-support/platform.ts';
import { refusal } from './testing-support/refusal.ts';

const start = Date.parse('2026-05-03T06:00:00Z');
const minute = 60_000;

describe('warnings: handling', () => {
  let platform: TestPlatform;
  let service: WarningsService;
  let told: [happening: Happening, state: string][];

  const raise = (changes?: Partial<NewWarning>) =>
    inTransaction(platform.context, system('test'), (work) => service.raise(work, finding(changes)));
  const read = (...pairs: [minute: number, value: number][]) =>
    service.evaluateReadings(
      pairs.map(([at, value]) => ({
        device: 'd1',
        metric: 'temperature',
        unit: 'Cel',
        value,
        at: new Date(start + at * minute),
      })),
    );
  const warnings = async () => (await service.list(people.city, { limit: 50 })).items;
  const newest = async () => (await warnings())[0]?.id ?? '';

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    platform.devices.set('d1', { divisionCode: '611002001', deviceName: '探头1' });
    service = platform.newService();
    told = [];
    service.follow(async (_, { state }, happening) => {
      told.push([happening, state]);
    });
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('goes from open to closed, each step told in its transaction and kept with who took it', async () => {
    const id = await raise();
    await service.take(people.officer1, id, 'acknowledge', '前往查看');
    await service.take(people.officer1, id, 'handle', '已到现场');
    await service.take(people.officer1, id, 'resolve', '已封存');
    const closed = await service.take(people.county, id, 'close');
    expect(() => warningSchema.strict().parse(closed)).to.not.throw();
    expect(closed.history.map(({ verb, by, note }) => [verb, by, note ?? ''])).to.deep.equal([
      ['raise', 'system', ''],
      ['acknowledge', 'officer1', '前往查看'],
      ['handle', 'officer1', '已到现场'],
      ['resolve', 'officer1', '已封存'],
      ['close', 'county', ''],
    ]);
    expect(told).to.deep.equal([
      ['opened', 'open'],
      ['changed', 'acknowledged'],
      ['changed', 'handling'],
      ['resolved', 'resolved'],
      ['closed', 'closed'],
    ]);
    expect(closed.allowed).to.deep.equal([]);
  });

  it('leaves the closing to whoever supervises', async () => {
    const id = await raise();
    await service.resolve(people.officer1, id, '已封存');
    expect(await refusal(service.take(people.officer1, id, 'close'))).to.be.instanceOf(Forbidden);
    expect((await service.get(people.county, id)).allowed).to.deep.equal(['close']);
  });

  it('lets an acknowledgement be taken back while that is allowed, and no longer', async () => {
    const id = await raise();
    await service.acknowledge(people.officer1, id);
    expect(await refusal(service.take(people.officer2, id, 'withdraw-acknowledgement'))).to.be.instanceOf(
      IllegalTransition,
    );
    expect((await service.take(people.officer1, id, 'withdraw-acknowledgement')).state).to.equal('open');
    await service.acknowledge(people.officer1, id);
    platform.pass(6 * minute);
    const { allowed, refused } = await service.get(people.officer1, id);
    expect(allowed).to.not.include('withdraw-acknowledgement');
    expect(refused.find(({ verb }) => verb === 'withdraw-acknowledgement')?.reason.zh).to.include('5 分钟');
    expect(await refusal(service.take(people.officer1, id, 'withdraw-acknowledgement'))).to.be.instanceOf(
      IllegalTransition,
    );
  });

  it('tells a rise of the level, and keeps it in the history', async () => {
    const id = await raise({ level: 'yellow' });
    await raise({ level: 'red' });
    await raise({ level: 'blue' });
    expect(told.map(([happening]) => happening)).to.deep.equal(['opened', 'level-raised', 'changed']);
    expect((await service.get(people.city, id)).history.at(-1)).to.deep.include({
      verb: 'raise-level',
      by: 'system',
      level: { from: 'yellow', to: 'red' },
    });
  });

  it('undoes what happened when a follower fails', async () => {
    service.follow(async () => {
      throw new Error('the follower cannot write');
    });
    await refusal(raise());
    expect(await warnings()).to.deep.equal([]);
  });

  it('opens anew, as a warning of its own, when it is closed while its condition holds', async () => {
    await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    await read([0, 9]);
    const first = await newest();
    await service.resolve(people.officer1, first, '已报修');
    await service.take(people.county, first, 'close');
    const [second, closed, ...others] = await warnings();
    expect(others).to.deep.equal([]);
    expect(closed).to.include({ id: first, state: 'closed', active: true });
    expect(second).to.deep.include({ state: 'open', active: true, reopens: first, occurrences: 1 });
    expect(second?.history[0]).to.include({ verb: 'reopen', by: 'system' });
    expect(second?.history[0]?.cause?.zh).to.include('仍然存在');
    await read([10, 6]);
    expect((await warnings()).map(({ active }) => active)).to.deep.equal([false, false]);
  });

  it('stays closed when its condition has ended, and as a finding ends with the measure', async () => {
    const id = await raise();
    await service.resolve(people.officer1, id, '已销毁');
    expect(await service.take(people.county, id, 'close')).to.include({ active: false, state: 'closed' });
    expect(await warnings()).to.have.length(1);
  });

  it('does not ring again for a false alarm that goes on, also after a restart; only once it has ended', async () => {
    await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    await read([0, 9]);
    const first = await newest();
    await service.take(people.officer1, first, 'dismiss', '探头放错位置');
    expect(told.at(-1)).to.deep.equal(['dismissed', 'false-alarm']);
    await read([10, 9]);
    await service.stop();
    service = platform.newService();
    await service.start();
    await read([20, 9]);
    expect((await warnings()).map(({ id, state, occurrences }) => [id, state, occurrences])).to.deep.equal([
      [first, 'false-alarm', 1],
    ]);
    await read([30, 6], [40, 9]);
    expect((await warnings()).map(({ state, active }) => [state, active])).to.deep.equal([
      ['open', true],
      ['false-alarm', false],
    ]);
  });

  it('takes the next finding after a false alarm for a new warning', async () => {
    const id = await raise();
    await service.take(people.officer1, id, 'dismiss', '录入错误');
    expect(await service.get(people.city, id)).to.include({ active: false, state: 'false-alarm' });
    expect(await raise()).to.not.equal(id);
  });

  it('acknowledges many at once, and says of each other why not', async () => {
    const [one, two] = [await raise(), await raise({ conditionKey: 'two' })];
    const elsewhere = await raise({ conditionKey: 'three', divisionCode: '611021001' });
    await service.acknowledge(people.officer2, two);
    const answer = await service.acknowledgeAll(people.officer1, [one, two, elsewhere, one], '巡查中');
    expect(answer.map(({ id, acknowledged }) => [id, acknowledged])).to.deep.equal([
      [one, true],
      [two, false],
      [elsewhere, false],
    ]);
    expect(answer[1]?.reason?.zh).to.include('已被确认');
    expect(answer[2]?.reason?.zh).to.include('没有这条预警');
    expect((await service.get(people.city, one)).history.at(-1)).to.include({ by: 'officer1', note: '巡查中' });
    expect((await service.get(people.city, elsewhere)).state).to.equal('open');
  });

  it('tells nothing of warnings out of reach or of rights that are missing when many are asked for', async () => {
    const id = await raise();
    expect(await refusal(service.acknowledgeAll(people.otherCounty, [id]))).to.be.instanceOf(NotFound);
    expect(await refusal(service.acknowledgeAll(people.auditor, [id]))).to.be.instanceOf(Forbidden);
  });
});

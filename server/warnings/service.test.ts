import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import { warningVerbs } from './lifecycle.ts';
import type { NewWarning } from './raise.ts';
import { createRuleBody, warningSchema } from './schema.ts';
import type { WarningsService } from './service.ts';
import { finding, openTestPlatform, people, producerId, type TestPlatform } from './testing-support/platform.ts';
import { refusal } from './testing-support/refusal.ts';

const everything = { limit: 50 };

describe('warnings: service', function () {
  this.timeout(60_000);
  let platform: TestPlatform;
  let service: WarningsService;
  const raise = (changes?: Partial<NewWarning>) =>
    inTransaction(platform.context, system('test'), (work) => service.raise(work, finding(changes)));

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    service = platform.newService();
  });
  after(() => platform.close());

  it('makes one warning with 20 occurrences of 20 tellings at once', async () => {
    const told: string[] = [];
    platform.context.bus.on('warning.changed', ({ warningId }) => told.push(warningId));
    const ids = await Promise.all(Array.from({ length: 20 }, () => raise()));
    expect(new Set(ids).size).to.equal(1);
    expect(told).to.have.length(20);
    const { items } = await service.list(people.city, everything);
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ occurrences: 20, state: 'open', active: true });
    expect(() => warningSchema.strict().parse(items[0])).to.not.throw();
  });

  it('keeps the highest level and the newest text of a condition', async () => {
    const id = await raise({ level: 'orange' });
    await raise({ level: 'red', title: { zh: '二', en: 'second' } });
    await raise({ level: 'blue' });
    expect(await service.get(people.city, id)).to.deep.include({ level: 'red', occurrences: 3 });
  });

  it('opens a new warning once the last one of the condition is resolved', async () => {
    const first = await raise();
    await service.resolve(people.officer1, first, '已下架');
    const second = await raise();
    expect(second).to.not.equal(first);
    expect(await service.get(people.city, first)).to.include({ state: 'resolved', active: false });
    expect(await service.get(people.city, second)).to.include({ state: 'open', occurrences: 1 });
  });

  it('rolls a warning back with the work it was raised in, and tells nobody', async () => {
    const told: string[] = [];
    platform.context.bus.on('warning.changed', ({ warningId }) => told.push(warningId));
    await refusal(
      inTransaction(platform.context, system('test'), async (work) => {
        await service.raise(work, finding());
        throw new Error('the caller’s own trouble');
      }),
    );
    expect((await service.list(people.city, everything)).items).to.deep.equal([]);
    expect(told).to.deep.equal([]);
  });

  it('lets one of two officers acknowledge and tells the other that it is done', async () => {
    const id = await raise();
    const attempts = await Promise.allSettled([
      service.acknowledge(people.officer1, id, '前往查看'),
      service.acknowledge(people.officer2, id),
    ]);
    const lost = attempts.filter((attempt) => attempt.status === 'rejected');
    expect(lost).to.have.length(1);
    expect(lost[0]?.reason).to.be.instanceOf(IllegalTransition);
    const { history, state } = await service.get(people.city, id);
    expect(state).to.equal('acknowledged');
    expect(history.map(({ verb }) => verb)).to.deep.equal(['raise', 'acknowledge']);
  });

  it('keeps who resolved it and by what measure', async () => {
    const id = await raise();
    const view = await service.resolve(people.officer1, id, '已封存');
    expect(view.history.at(-1)).to.include({ verb: 'resolve', by: 'officer1', note: '已封存' });
    expect(view.allowed).to.deep.equal([]);
    expect(await refusal(service.acknowledge(people.officer1, id))).to.be.instanceOf(IllegalTransition);
  });

  it('says what each caller may do, and why not the rest', async () => {
    const id = await raise();
    expect((await service.get(people.officer1, id)).allowed).to.deep.equal([
      'acknowledge',
      'handle',
      'resolve',
      'dismiss',
    ]);
    const { allowed, refused } = await service.get(people.auditor, id);
    expect(allowed).to.deep.equal([]);
    expect(refused.map(({ verb }) => verb)).to.deep.equal([...warningVerbs]);
    expect(await refusal(service.resolve(people.auditor, id, 'x'))).to.be.instanceOf(Forbidden);
  });

  it('hides a county’s warnings from another county', async () => {
    const id = await raise();
    expect((await service.list(people.otherCounty, everything)).items).to.deep.equal([]);
    expect(await refusal(service.get(people.otherCounty, id))).to.be.instanceOf(NotFound);
    expect(await refusal(service.acknowledge(people.otherCounty, id))).to.be.instanceOf(NotFound);
    expect((await service.list(people.county, everything)).items).to.have.length(1);
  });

  it('shows a producer the own warnings alone', async () => {
    await raise();
    const own = await raise({ conditionKey: 'own', producerId });
    const seen = (await service.list(people.producer, everything)).items;
    expect(seen.map(({ id }) => id)).to.deep.equal([own]);
    expect((await service.list(people.producerOfNobody, everything)).items).to.deep.equal([]);
  });

  it('filters by state, level, batch and device', async () => {
    const id = await raise({ level: 'red', deviceId: 'd1' });
    await raise({ conditionKey: 'other', batchCode: 'SL-2' });
    for (const filter of [{ level: 'red' as const }, { batch: 'SL-1' }, { device: 'd1' }])
      expect(
        (await service.list(people.city, { ...everything, ...filter })).items.map((item) => item.id),
      ).to.deep.equal([id]);
    expect((await service.list(people.city, { ...everything, state: 'resolved' })).items).to.deep.equal([]);
  });

  it('gives traces the unresolved warnings of their batches', async () => {
    const id = await raise();
    await raise({ conditionKey: 'other', batchCode: 'SL-2' });
    expect(await service.openForBatches(['SL-1', 'SL-9'])).to.deep.include.members([
      {
        id,
        level: 'orange',
        state: 'open',
        title: { zh: '超标', en: 'Above the limit' },
        detail: { zh: '毒死蜱', en: 'chlorpyrifos' },
        batchCode: 'SL-1',
        openedAt: '2026-05-03T07:59:00.000Z',
      },
    ]);
    await service.resolve(people.officer1, id, '已销毁');
    expect(await service.openForBatches(['SL-1'])).to.deep.equal([]);
  });

  it('gives back what changed since an event, in order, over several pages, each warning at least once', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      platform.pass(1);
      const raised = await inTransaction(platform.context, system('test'), async (work) => {
        const inTurn: string[] = [];
        for (let index = 0; index < 23; index += 1)
          inTurn.push(await service.raise(work, finding({ conditionKey: `condition ${round} ${index}` })));
        return inTurn;
      });
      ids.push(...raised);
    }
    const since: string[] = [];
    let before = '';
    for await (const view of service.changesSince(people.county, `${Date.parse('2026-05-03T08:00:00Z')}-${ids[0]}`)) {
      expect(view.updatedAt >= before).to.equal(true);
      before = view.updatedAt;
      since.push(view.id);
    }
    expect(new Set(since)).to.deep.equal(new Set(ids));
    for await (const _ of service.changesSince(people.otherCounty, `0-${ids[0]}`)) expect.fail('out of scope');
  });

  describe('rules', () => {
    const body = (changes: object = {}) =>
      createRuleBody.parse({
        name: '冷库',
        kind: 'threshold',
        level: 'orange',
        metric: 'temperature',
        unit: 'Cel',
        comparison: 'above',
        limit: 8,
        clearAt: 7,
        ...changes,
      });

    it('come with the platform once, each fit for the interface and each with its source and reason', async () => {
      await service.ensureDefaultRules();
      await service.ensureDefaultRules();
      const { items } = await service.listRules(people.county, everything);
      expect(items).to.have.length(8);
      for (const { source, sourceEn, reason, reasonEn, ...rule } of items) {
        const fields = Object.keys(createRuleBody.in.shape);
        const body = Object.fromEntries(Object.entries(rule).filter(([field]) => fields.includes(field)));
        expect(createRuleBody.safeParse(body).success, rule.name).to.equal(true);
        expect([source, sourceEn].map((text) => /非法定|not law/.exec(text ?? '')?.[0])).to.deep.equal([
          '非法定',
          'not law',
        ]);
        for (const words of [reason, reasonEn, rule.nameEn]) expect(words).to.be.a('string').that.is.not.empty;
      }
    });

    it('are made in the caller’s own division unless it names one inside it', async () => {
      expect((await service.createRule(people.county, body())).divisionCode).to.equal('611002');
      expect((await service.createRule(people.city, body({ divisionCode: '611021' }))).divisionCode).to.equal('611021');
      expect(await refusal(service.createRule(people.county, body({ divisionCode: '611000' })))).to.be.instanceOf(
        Forbidden,
      );
    });

    it('name only devices of the caller’s division', async () => {
      platform.devices.set('far', { divisionCode: '611021', deviceName: 'far' });
      for (const deviceId of ['far', 'unknown'])
        expect(await refusal(service.createRule(people.county, body({ deviceId })))).to.be.instanceOf(InvalidInput);
    });

    it('are seen where they hold, not in another county', async () => {
      const { id } = await service.createRule(people.county, body());
      expect((await service.getRule(people.city, id)).id).to.equal(id);
      expect(await refusal(service.getRule(people.otherCounty, id))).to.be.instanceOf(NotFound);
    });
  });
});

import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import type { Happening } from './happenings.ts';
import type { NewWarning } from './raise.ts';
import { warningSchema } from './schema.ts';
import type { WarningsService } from './service.ts';
import { finding, openTestPlatform, people, producerId, type TestPlatform } from './testing-support/platform.ts';
import { refusal } from './testing-support/refusal.ts';

const hour = 3_600_000;

describe('warnings: follow-ups and tasks', () => {
  let platform: TestPlatform;
  let service: WarningsService;
  let told: Happening[];
  const raise = (changes?: Partial<NewWarning>) =>
    inTransaction(platform.context, system('test'), (work) => service.raise(work, finding(changes)));
  const levelOf = async (id: string) => (await service.get(people.city, id)).level;

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    service = platform.newService();
    told = [];
    service.follow(async (_, __, happening) => {
      told.push(happening);
    });
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('add what became known later, numbered, also what went by telephone', async () => {
    const id = await raise();
    await service.followUp(people.officer1, id, { text: '电话告知经销商', knownAt: '2026-05-03T07:59:30Z' });
    const warning = await service.followUp(people.county, id, { text: '已追回 40 kg' });
    expect(() => warningSchema.strict().parse(warning)).to.not.throw();
    expect(warning.followUps.map(({ number, by, knownAt }) => [number, by, knownAt])).to.deep.equal([
      [1, 'officer1', '2026-05-03T07:59:30.000Z'],
      [2, 'county', undefined],
    ]);
    expect(
      await refusal(service.followUp(people.county, id, { text: '明日', knownAt: '2026-05-04T07:59:30Z' })),
    ).to.be.instanceOf(InvalidInput);
    expect(await refusal(service.followUp(people.auditor, id, { text: '…' }))).to.be.instanceOf(Forbidden);
    expect(await refusal(service.followUp(people.otherCounty, id, { text: '…' }))).to.be.instanceOf(NotFound);
  });

  it('reclassify down, and the rules do not raise it again until they tell of something graver', async () => {
    const id = await raise({ level: 'orange' });
    await service.followUp(people.county, id, { text: '仅一箱', level: 'blue' });
    expect(told.at(-1)).to.equal('level-lowered');
    await raise({ level: 'orange' });
    expect(await levelOf(id)).to.equal('blue');
    await raise({ level: 'red' });
    expect(await levelOf(id)).to.equal('red');
    expect(told.at(-1)).to.equal('level-raised');
  });

  it('reclassify up, which gives less time; not once it is resolved', async () => {
    const id = await raise({ level: 'yellow' });
    const warning = await service.followUp(people.county, id, { text: '儿童食品', level: 'red' });
    expect(warning.escalateAt).to.equal('2026-05-03T08:15:00.000Z');
    expect(told.at(-1)).to.equal('level-raised');
    await service.resolve(people.county, id, '已下架');
    expect(await refusal(service.followUp(people.county, id, { text: '轻微', level: 'blue' }))).to.be.instanceOf(
      IllegalTransition,
    );
    expect((await service.followUp(people.county, id, { text: '复检合格' })).followUps).to.have.length(2);
  });

  it('show what happened before with the same producer, hazard and origin, and nothing else', async () => {
    const facts = { producerId, hazard: '毒死蜱' };
    const first = await raise({ ...facts, conditionKey: 'a' });
    await raise({ ...facts, conditionKey: 'b', hazard: '克百威' });
    await raise({ conditionKey: 'c', hazard: '毒死蜱' });
    await raise({ ...facts, conditionKey: 'd', divisionCode: '611002002' });
    const nothing = await raise({ ...facts, conditionKey: 'e' });
    await service.take(people.officer1, nothing, 'dismiss', '录入错误');
    const last = await raise({ ...facts, conditionKey: 'f' });
    const { count, items } = await service.recurrences(people.county, last);
    expect([count, items.map(({ id }) => id)]).to.deep.equal([1, [first]]);
    expect((await service.recurrences(people.county, first)).count).to.equal(0);
    expect(await refusal(service.recurrences(people.otherCounty, last))).to.be.instanceOf(NotFound);
  });

  describe('tasks', () => {
    const dueAt = '2026-05-03T10:00:00Z';
    const task = { what: '核查库存', dueAt };

    it('say who must do what by when, and end with what came of it', async () => {
      const id = await raise();
      const given = await service.tasks.createTask(people.county, { ...task, warningId: id, assignee: 'officer1' });
      expect(given).to.include({ divisionCode: '611002001', state: 'open', overdue: false, warningId: id });
      expect(given.allowed).to.deep.equal(['complete', 'withdraw']);
      const done = await service.tasks.endTask(people.officer1, given.id, 'complete', '库存 40 kg，已封存');
      expect(done).to.include({ state: 'done', endedBy: 'officer1', outcome: '库存 40 kg，已封存' });
      expect(await refusal(service.tasks.endTask(people.county, given.id, 'withdraw', '误发'))).to.be.instanceOf(
        IllegalTransition,
      );
    });

    it('are given inside the own division, and seen there alone', async () => {
      const id = await raise();
      const { createTask, getTask, listTasks, endTask } = service.tasks;
      expect(
        await refusal(createTask(people.county, { ...task, warningId: id, divisionCode: '611021' })),
      ).to.be.instanceOf(Forbidden);
      const far = await createTask(people.city, { ...task, warningId: id, divisionCode: '611021' });
      expect((await listTasks(people.otherCounty, { limit: 50 })).items.map((item) => item.id)).to.deep.equal([far.id]);
      expect(await refusal(getTask(people.county, far.id))).to.be.instanceOf(NotFound);
      expect(await refusal(endTask(people.auditor, far.id, 'complete', 'x'))).to.be.instanceOf(Forbidden);
      expect(await refusal(createTask(people.otherCounty, { ...task, warningId: id }))).to.be.instanceOf(NotFound);
      expect(
        await refusal(createTask(people.city, { ...task, warningId: id, dueAt: '2026-05-03T08:00:00Z' })),
      ).to.be.instanceOf(InvalidInput);
    });

    it('are given to somebody who is there and may complete them, in a division that there is', async () => {
      const id = await raise();
      const give = (more: object) => service.tasks.createTask(people.city, { ...task, warningId: id, ...more });
      for (const [more, pointer] of [
        [{ assignee: 'nobody' }, '/assignee'],
        [{ assignee: 'auditor' }, '/assignee'],
        [{ assignee: 'other-county' }, '/assignee'],
        [{ divisionCode: '611099' }, '/divisionCode'],
      ] as const)
        expect(((await refusal(give(more))) as InvalidInput).errors[0]?.pointer).to.equal(pointer);
      await give({ assignee: 'other-county', divisionCode: '611021' });
    });

    it('warn once when they are overdue, until they are done', async () => {
      const id = await raise();
      const { id: taskId } = await service.tasks.createTask(people.county, { ...task, warningId: id });
      platform.pass(2 * hour - 1);
      await service.lookAtDue();
      const overdue = async () =>
        (await service.list(people.city, { limit: 50 })).items.filter(({ kind }) => kind === 'overdue-task');
      expect(await overdue()).to.deep.equal([]);
      platform.pass(1);
      await service.lookAtDue();
      await service.lookAtDue();
      const [warning, ...others] = await overdue();
      expect(others).to.deep.equal([]);
      expect(warning).to.include({ active: true, occurrences: 1, divisionCode: '611002001' });
      expect((await service.tasks.listTasks(people.county, { limit: 50, overdue: 'true' })).items).to.have.length(1);
      await service.tasks.endTask(people.officer1, taskId, 'complete', '已办');
      expect((await overdue())[0]).to.include({ active: false });
    });
  });
});

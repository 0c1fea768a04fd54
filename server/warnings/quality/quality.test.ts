import { expect } from 'chai';
import { system } from '../../database/change-log/actor.ts';
import { inTransaction } from '../../database/transaction.ts';
import { InvalidInput } from '../../errors.ts';
import type { NewWarning } from '../raise.ts';
import type { WarningsService } from '../service.ts';
import { coldRoomRule, finding, openTestPlatform, people, type TestPlatform } from '../testing-support/platform.ts';
import { refusal } from '../testing-support/refusal.ts';
import { qualityQuery, qualitySchema } from './schema.ts';
import { qualityTable } from './table.ts';

describe('warnings: the quality of the alarms', () => {
  let platform: TestPlatform;
  let service: WarningsService;

  const raise = (changes: Partial<NewWarning>) =>
    inTransaction(platform.context, system('test'), (work) => service.raise(work, finding(changes)));
  const read = async (...values: number[]) => {
    for (const value of values) {
      platform.pass(1000);
      const at = platform.context.clock();
      await service.evaluateReadings([{ device: 'd1', metric: 'temperature', unit: 'Cel', value, at }]);
    }
  };
  const quality = (query: object = {}, caller = people.city) => {
    platform.pass(1);
    return service.quality(caller, qualityQuery.parse(query));
  };

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    platform.devices.set('d1', { divisionCode: '611002001', deviceName: '探头1' });
    service = platform.newService();
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  it('counts each time that people are rung, not each reading, and names the worst rule with its false alarms', async () => {
    const rule = await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    await read(9, 9, 6, 9, 6, 9, 9);
    await raise({ level: 'red' });
    const [finding1, warning] = (await service.list(people.city, { limit: 50 })).items;
    await service.take(people.officer1, warning?.id ?? '', 'dismiss', '=探头松动');
    const found = await quality({ officers: '2' });
    expect(() => qualitySchema.parse(found)).to.not.throw();
    expect(found).to.include({ alarms: 4, officers: 2, chattering: 1, enoughDays: false, truncated: false });
    expect(found.worst).to.deep.equal([
      { kind: 'threshold', count: 3, share: 0.75, falseAlarms: 1, ruleId: rule.id, ruleName: '冷库温度过高' },
      { kind: 'limit-exceeded', count: 1, share: 0.25, falseAlarms: 0 },
    ]);
    expect(found.levels.find(({ level }) => level === 'red')?.count).to.equal(1);
    await read(9);
    expect((await quality()).alarms, finding1?.id).to.equal(4);
    const table = qualityTable({ ...found, worst: [{ ...found.worst[0], ruleName: '=1+1' } as never] });
    expect(table)
      .to.include('每人每十分钟,per officer and ten minutes')
      .and.to.not.match(/(^|,)=/m);
  });

  it('is of what the caller may see, in a time that makes sense', async () => {
    await raise({});
    await raise({ conditionKey: 'elsewhere', divisionCode: '611021001' });
    expect((await quality()).alarms).to.equal(2);
    expect((await quality({ division: '611021' })).alarms).to.equal(1);
    expect((await quality({}, people.county)).alarms).to.equal(1);
    expect((await quality({}, people.producerOfNobody)).alarms).to.equal(0);
    for (const wrong of [{ from: '2026-06-03T00:00:00Z' }, { from: '2020-06-03T00:00:00Z' }])
      expect(await refusal(quality(wrong))).to.be.instanceOf(InvalidInput);
  });
});

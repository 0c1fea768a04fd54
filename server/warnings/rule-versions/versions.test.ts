import { expect } from 'chai';
import { z } from 'zod';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { createRuleBody, ruleJsonSchema, ruleSchema, supersedeRuleBody } from '../schema.ts';
import type { WarningsService } from '../service.ts';
import { coldRoomRule, openTestPlatform, people, type TestPlatform } from '../testing-support/platform.ts';
import { refusal } from '../testing-support/refusal.ts';

const start = Date.parse('2026-05-03T06:00:00Z');

describe('warning rules with versions', () => {
  let platform: TestPlatform;
  let service: WarningsService;

  const read = (...pairs: [minute: number, value: number][]) =>
    service.evaluateReadings(
      pairs.map(([minute, value]) => ({
        device: 'd1',
        metric: 'temperature',
        unit: 'Cel',
        value,
        at: new Date(start + minute * 60_000),
      })),
    );
  const warnings = async () => (await service.list(people.city, { limit: 50 })).items;
  const nextVersion = (changes: object = {}) => {
    const { durationSeconds: _, ...rule } = coldRoomRule({ durationSeconds: 0, limit: 10, clearAt: 9 });
    return supersedeRuleBody.parse({ ...rule, reason: '误报过多', ...changes });
  };
  const restart = async () => {
    await service.stop();
    service = platform.newService();
    await service.start();
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

  it('are superseded, never edited; warnings name the version, and go on as one warning', async () => {
    const first = await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    expect(first).to.include({ version: 1, family: first.id, state: 'in-force' });
    await read([0, 9]);
    const second = await service.supersedeRule(people.city, first.id, nextVersion());
    expect(() => ruleSchema.parse(second)).to.not.throw();
    expect(second).to.include({ version: 2, family: first.id, supersedes: first.id, reason: '误报过多' });
    expect((await warnings())[0]).to.include({ ruleId: first.id, ruleVersion: 1, active: false });
    await read([1, 9.5]);
    expect((await warnings())[0]).to.include({ occurrences: 1, active: false });
    await read([2, 11]);
    const [warning, ...others] = await warnings();
    expect(others).to.deep.equal([]);
    expect(warning).to.include({ occurrences: 2, active: true });
    await restart();
    await read([3, 11]);
    expect((await warnings())[0]).to.include({ occurrences: 2, active: true });
    await read([4, 8]);
    expect((await warnings())[0]).to.include({ active: false });

    expect(await service.getRule(people.city, first.id)).to.deep.include({
      state: 'superseded',
      supersededBy: second.id,
      limit: 8,
      allowed: [],
    });
    const idsOf = async (query: object) =>
      (await service.listRules(people.city, { limit: 50, ...query })).items.map(({ id }) => id);
    expect(await idsOf({})).to.deep.equal([second.id]);
    expect(await idsOf({ family: first.id })).to.deep.equal([second.id, first.id]);
    expect(await idsOf({ state: 'superseded' })).to.deep.equal([first.id]);
  });

  it('are switched off with a reason and on again: meanwhile nothing is raised, and what held has ended', async () => {
    const { id } = await service.createRule(people.city, coldRoomRule({ durationSeconds: 0 }));
    await read([0, 9]);
    const off = await service.switchRule(people.city, id, 'switch-off', '冷库停用');
    expect(off).to.include({ state: 'switched-off' });
    expect(off.switchedOff).to.include({ by: 'city', reason: '冷库停用' });
    expect((await warnings())[0]).to.include({ active: false });
    await read([1, 9]);
    await restart();
    await read([2, 9]);
    expect((await warnings())[0]).to.include({ active: false, occurrences: 1 });
    expect(await service.switchRule(people.city, id, 'switch-on', '恢复使用')).to.include({ state: 'in-force' });
    await read([3, 9]);
    expect((await warnings())[0]).to.include({ active: true, occurrences: 2 });
  });

  it('are changed by whom they belong to, in a state that allows it, and stay of their kind', async () => {
    const { id } = await service.createRule(people.city, coldRoomRule());
    expect(await refusal(service.supersedeRule(people.county, id, nextVersion()))).to.be.instanceOf(Forbidden);
    expect(await refusal(service.switchRule(people.county, id, 'switch-off', 'x'))).to.be.instanceOf(Forbidden);
    expect(await refusal(service.switchRule(people.city, id, 'switch-on', 'x'))).to.be.instanceOf(IllegalTransition);
    const silence = supersedeRuleBody.parse({
      name: '失联',
      kind: 'silence',
      level: 'blue',
      silentSeconds: 600,
      reason: '更换',
    });
    expect(await refusal(service.supersedeRule(people.city, id, silence))).to.be.instanceOf(InvalidInput);
    const own = await service.createRule(people.county, coldRoomRule());
    expect(await refusal(service.supersedeRule(people.otherCounty, own.id, nextVersion()))).to.be.instanceOf(NotFound);
    const attempts = await Promise.allSettled([
      service.supersedeRule(people.county, own.id, nextVersion({ limit: 11 })),
      service.supersedeRule(people.county, own.id, nextVersion({ limit: 12 })),
    ]);
    expect(attempts.map(({ status }) => status)).to.have.members(['fulfilled', 'rejected']);
  });

  it('are in the unit in which their metric is kept: in another they would never be fulfilled', async () => {
    const inFahrenheit = coldRoomRule({ unit: '[degF]', limit: 46, clearAt: 44 });
    const error = await refusal(service.createRule(people.city, inFahrenheit));
    expect(error).to.be.instanceOf(InvalidInput);
    expect((error as InvalidInput).errors[0]).to.deep.include({ pointer: '/unit' });
    const { id } = await service.createRule(people.city, coldRoomRule());
    const next = nextVersion({ unit: '[degF]' });
    expect(await refusal(service.supersedeRule(people.city, id, next))).to.be.instanceOf(InvalidInput);
    await service.createRule(people.city, coldRoomRule({ metric: 'brix', unit: '%', limit: 12, clearAt: 11 }));
  });

  it('have a JSON schema that takes what the interface takes', async () => {
    const schema = z.fromJSONSchema(ruleJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    const rule = { ...coldRoomRule() };
    expect(schema.safeParse(rule).success).to.equal(true);
    expect(createRuleBody.safeParse(rule).success).to.equal(true);
    for (const wrong of [{ ...rule, limit: undefined }, { ...rule, level: 'green' }, { ...rule, count: 3 }, {}]) {
      const plain = JSON.parse(JSON.stringify(wrong));
      expect(schema.safeParse(plain).success).to.equal(false);
      expect(createRuleBody.safeParse(plain).success).to.equal(false);
    }
  });
});

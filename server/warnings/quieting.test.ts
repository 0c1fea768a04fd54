import { expect } from 'chai';
import { system } from '../database/change-log/actor.ts';
import { inTransaction } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import type { Happening } from './happenings.ts';
import { createRuleBody, supersedeRuleBody, warningSchema } from './schema.ts';
import type { WarningsService } from './service.ts';
import { createSilenceBody, silenceSchema } from './silences/schema.ts';
import {
  coldRoomRule,
  finding,
  openTestPlatform,
  people,
  siteOfNobody,
  type TestPlatform,
} from './testing-support/platform.ts';
import { refusal } from './testing-support/refusal.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('warnings that are kept quiet', function () {
  this.timeout(60_000);
  let platform: TestPlatform;
  let service: WarningsService;
  let told: Happening[];

  const now = () => platform.context.clock().getTime();
  const read = (value: number, device = 'd1') =>
    service.evaluateReadings([{ device, metric: 'temperature', unit: 'Cel', value, at: new Date(now()) }]);
  const pass = async (milliseconds: number) => {
    platform.pass(milliseconds);
    await service.lookAtDue();
  };
  const list = async (inhibited?: 'true') =>
    (await service.list(people.city, { limit: 100, ...(inhibited && { inhibited }) })).items;
  const newest = async () => {
    const [warning] = await list();
    if (!warning) throw new Error('there is no warning');
    return warning;
  };
  const silence = (changes: object = {}) =>
    service.silences.createSilence(
      people.county,
      createSilenceBody.parse({
        kind: 'maintenance',
        deviceId: 'd1',
        until: new Date(now() + 2 * hour).toISOString(),
        reason: '更换压缩机',
        ...changes,
      }),
    );

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    platform.devices.set('d1', { divisionCode: '611002001', deviceName: '探头1' });
    service = platform.newService();
    told = [];
    service.follow(async (_, __, happening) => {
      told.push(happening);
    });
  });
  afterEach(() => service.stop());
  after(() => platform.close());

  describe('by a silence', () => {
    beforeEach(() => service.createRule(people.city, coldRoomRule({ durationSeconds: 0 })));

    it('are raised and told to nobody, and once it is over told of if they still hold', async () => {
      const made = await silence();
      expect(() => silenceSchema.strict().parse(made)).to.not.throw();
      await read(9);
      const quiet = await newest();
      expect(() => warningSchema.strict().parse(quiet)).to.not.throw();
      expect(quiet).to.include({ state: 'open', active: true });
      expect(quiet.quiet).to.deep.include({ because: 'maintenance', by: made.id });
      expect(quiet).to.not.have.property('escalateAt');
      expect(told).to.deep.equal(['changed']);
      await pass(2 * hour - minute);
      expect(await newest()).to.have.property('quiet');
      await pass(minute);
      const woken = await newest();
      expect(woken).to.not.have.property('quiet');
      expect(woken.escalateAt).to.equal(new Date(now() + hour).toISOString());
      expect(told).to.deep.equal(['changed', 'opened']);
    });

    it('are closed by themselves when the condition has ended before it is over', async () => {
      await silence();
      await read(9);
      platform.pass(minute);
      await read(5);
      await pass(2 * hour);
      const closed = await newest();
      expect(closed).to.include({ state: 'closed', active: false });
      expect(closed.history.at(-1)?.cause?.zh).to.include('条件已解除');
      expect(told).to.not.include('opened');
      await read(9);
      expect(await list()).to.have.length(2);
    });

    it('fall under one that is made or begins later, and are told of when somebody ends it', async () => {
      await read(9);
      const { id } = await silence({ from: new Date(now() + hour).toISOString() });
      await pass(minute);
      expect(await newest()).to.not.have.property('quiet');
      await pass(hour);
      expect((await newest()).quiet).to.include({ by: id });
      expect(await refusal(service.silences.endSilence(people.officer1, id))).to.be.instanceOf(Forbidden);
      const ended = await service.silences.endSilence(people.county, id);
      expect(ended).to.include({ inForce: false, endedBy: 'county' });
      expect(await newest()).to.not.have.property('quiet');
      expect(told.at(-1)).to.equal('opened');
      expect(await refusal(service.silences.endSilence(people.county, id))).to.be.instanceOf(IllegalTransition);
    });

    it('are those of all versions of its rule, whichever of them is named', async () => {
      const [first] = (await service.listRules(people.city, { limit: 1 })).items;
      const { durationSeconds: _, ...numbers } = coldRoomRule({ durationSeconds: 0 });
      const next = supersedeRuleBody.parse({ ...numbers, limit: 8.5, reason: '误报' });
      const second = await service.supersedeRule(people.city, first?.id ?? '', next);
      const made = await silence({ kind: 'silence', deviceId: undefined, ruleId: second.id });
      expect(made.ruleId).to.equal(first?.id);
      await read(9);
      expect((await newest()).quiet).to.deep.include({ because: 'silence', by: made.id });
    });

    it('are of what is there, in the division of the silence', async () => {
      platform.devices.set('far', { divisionCode: '611021001', deviceName: '探头3' });
      for (const [wrong, pointer] of [
        [{ deviceId: 'd-1' }, '/deviceId'],
        [{ deviceId: 'far' }, '/deviceId'],
        [{ siteId: siteOfNobody }, '/siteId'],
        [{ ruleId: siteOfNobody }, '/ruleId'],
      ] as const)
        expect(((await refusal(silence(wrong))) as InvalidInput).errors[0]?.pointer).to.equal(pointer);
    });

    it('are those of its device alone, and never findings about food', async () => {
      platform.devices.set('d2', { divisionCode: '611002001', deviceName: '探头2' });
      await silence();
      await read(9, 'd2');
      expect(await newest()).to.not.have.property('quiet');
      await inTransaction(platform.context, system('test'), (work) => service.raise(work, finding({ deviceId: 'd1' })));
      expect(await newest()).to.not.have.property('quiet');
      expect(told).to.deep.equal(['opened', 'opened']);
    });

    it('need an end, a reason and something they are about', async () => {
      const faults = (body: object) =>
        createSilenceBody.safeParse(body).error?.issues.map(({ path }) => path.join('/'));
      const whole = { kind: 'silence', metric: 'humidity', until: '2026-05-04T00:00:00Z', reason: '检修' };
      expect(faults(whole)).to.equal(undefined);
      expect(faults({ ...whole, metric: undefined })).to.deep.equal(['']);
      expect(faults({ ...whole, kind: 'maintenance' })).to.deep.equal(['deviceId']);
      expect(faults({ ...whole, reason: ' ' })).to.deep.equal(['reason']);
      for (const until of ['2026-05-03T08:00:00Z', '2027-05-03T08:00:00Z'])
        expect(await refusal(silence({ until }))).to.be.instanceOf(InvalidInput);
      expect(await refusal(silence({ divisionCode: '611021' }))).to.be.instanceOf(Forbidden);
      const { id } = await silence();
      expect(await refusal(service.silences.getSilence(people.otherCounty, id))).to.be.instanceOf(NotFound);
    });
  });

  describe('by what is above them', () => {
    const ids = Array.from({ length: 50 }, (_, index) => `probe-${index}`);

    const allRead = async (devices = ids) => {
      const at = new Date(now());
      const readings = devices.map((device) => ({ device, metric: 'temperature', unit: 'Cel', value: 4, at }));
      platform.stored.push(...readings);
      await service.evaluateReadings(readings);
    };

    beforeEach(async () => {
      for (const id of ids) platform.devices.set(id, { divisionCode: '611002001', deviceName: id });
      platform.gateways.push({ id: 'gateway', name: '网关1', divisionCode: '611002', behind: ids });
      await service.createRule(
        people.city,
        createRuleBody.parse({ name: '失联', kind: 'silence', level: 'yellow', silentSeconds: 1800 }),
      );
    });

    it('are one warning when fifty devices behind a gateway fall silent, and the others are listed in it', async () => {
      await allRead();
      platform.pass(hour);
      await service.lookAtClock();
      const [gateway, ...others] = await list();
      expect(others).to.deep.equal([]);
      expect(gateway).to.include({ kind: 'gateway-silence', level: 'yellow', deviceId: 'gateway', active: true });
      expect(gateway?.inhibits).to.have.members(ids);
      expect(await list('true')).to.have.length(50);
      const heldBack = told.filter((happening) => happening === 'opened');
      expect(heldBack.length).to.be.below(ids.length / 2 + 2);

      await allRead(['probe-0']);
      expect(await newest()).to.include({ kind: 'gateway-silence', active: false });
      await allRead(ids.slice(0, 49));
      told = [];
      await pass(16 * minute);
      const shown = (await list()).filter(({ kind, state }) => kind === 'silence' && state === 'open');
      expect(shown.map(({ deviceId }) => deviceId)).to.deep.equal(['probe-49']);
      expect(told.filter((happening) => happening === 'opened')).to.have.length(1);
    }).timeout(120_000);

    it('are warnings of their own when few of many are silent', async () => {
      await allRead();
      platform.pass(20 * minute);
      await allRead(ids.slice(2));
      platform.pass(15 * minute);
      await service.lookAtClock();
      expect((await list()).map(({ deviceId, kind }) => [kind, deviceId])).to.have.deep.members([
        ['silence', 'probe-0'],
        ['silence', 'probe-1'],
      ]);
      expect(told).to.deep.equal(['opened', 'opened']);
    });

    it('say of a silent device that its metric is missing in the same warning', async () => {
      await platform.models.WarningRule.collection.deleteMany({});
      for (const metric of [undefined, 'temperature'])
        await service.createRule(
          people.city,
          createRuleBody.parse({ name: '失联', kind: 'silence', level: 'yellow', silentSeconds: 1800, metric }),
        );
      platform.gateways.length = 0;
      await allRead(['probe-0']);
      platform.pass(hour);
      await service.lookAtClock();
      const [device, ...others] = await list();
      expect(others).to.deep.equal([]);
      expect(device).to.not.have.property('metric');
      expect(device?.inhibits).to.deep.equal(['temperature']);
    });
  });
});

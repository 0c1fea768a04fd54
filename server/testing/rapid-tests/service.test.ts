import { expect } from 'chai';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/index.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from '../testing-support/platform.ts';
import { rapidTestSchema } from './schema.ts';
import type { RapidResult } from './service.ts';
import type { RapidTestView } from './view.ts';

const result = (changes: Partial<RapidResult> = {}): RapidResult => ({
  device: 'rapid-1',
  sample: 'TEA-1',
  analyte: '有机磷和氨基甲酸酯类',
  value: '12.5',
  unit: '%',
  method: 'GB/T 5009.199-2003',
  at: new Date('2026-11-24T07:00:00Z'),
  receivedAt: new Date('2026-11-24T07:00:01Z'),
  ...changes,
});

describe('testing: rapid tests', () => {
  let platform: TestPlatform;
  const store = (...results: RapidResult[]) => platform.testing.storeDeviceResults(results);
  const list = async () => (await platform.testing.listRapidTests(people.admin, { limit: 50 })).items;

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('are stored with what their method says', async () => {
    const { refused } = await store(result(), result({ analyte: '其他', method: 'in-house' }));
    expect(refused).to.deep.equal([]);
    const tests = await list();
    expect(tests.map(({ positive }) => positive)).to.deep.equal([null, false]);
    expect(() => rapidTestSchema.strict().parse(tests[0])).to.not.throw();
    expect(platform.told.holds).to.have.length(0);
  });

  it('are stored once, however often and however fast they come', async () => {
    const positive = result({ value: '61' });
    await store(positive, positive);
    const answers = await Promise.all([store(positive), store(positive), store(positive)]);
    expect(answers).to.deep.equal([{ refused: [] }, { refused: [] }, { refused: [] }]);
    expect(await list()).to.have.length(1);
    expect(platform.told.holds).to.have.length(1);
    expect(platform.told.findings).to.have.length(1);
  });

  it('are stored once when their first delivery comes twice at the same time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => store(result())));
    expect(await list()).to.have.length(1);
  });

  it('are refused with a reason for an unknown batch, the others of the message stored', async () => {
    const { refused } = await store(result({ sample: 'NO-SUCH' }), result());
    expect(refused).to.have.length(1);
    expect(refused[0]).to.deep.include({ index: 0 });
    expect(refused[0]?.reason).to.contain('NO-SUCH');
    expect(await list()).to.have.length(1);
  });

  it('are refused when they contradict what is stored', async () => {
    await store(result());
    const { refused } = await store(result({ value: '13' }));
    expect(refused[0]?.reason).to.contain('12.5');
  });

  it('find their batch by the number of a sample', async () => {
    const sample = await platform.testing.createSample(people.sampler, {
      batchCode: 'WALNUT-1',
      planKind: 'self-check',
    });
    await store(result({ sample: sample.number }));
    expect((await platform.testing.rapidTestsOfBatches(['WALNUT-1']))[0]).to.include({ batchCode: 'WALNUT-1' });
  });

  it('hold the batch and warn when positive', async () => {
    await store(result({ value: '50' }));
    expect(platform.told.holds[0]).to.deep.include({ batchCode: 'TEA-1' });
    expect(platform.told.holds[0]?.reason.kind).to.equal('positive-rapid-test');
    expect(platform.told.findings[0]).to.include({ kind: 'rapid-test-positive', level: 'yellow', deviceId: 'rapid-1' });
    expect(platform.told.findings[0]?.detail.zh).to.contain('确证');
  });

  it('that are not valid hold nothing, ask for nothing, and are told apart', async () => {
    const invalid = '质控线未显色';
    await store(result({ value: '80', invalid }));
    const [test] = await list();
    expect(test).to.deep.include({ valid: false, invalid, positive: null });
    expect(test).to.not.have.property('confirmation');
    expect(() => rapidTestSchema.strict().parse(test)).to.not.throw();
    expect(platform.told.holds).to.have.length(0);
    expect((await store(result({ value: '80' }))).refused[0]?.reason).to.contain(invalid);
    const { number: sample } = await platform.testing.createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'self-check',
    });
    expect((await store(result({ device: 'lcms-1', sample, invalid }))).refused[0]?.reason).to.contain(invalid);
  });

  it('are not stored when the batch cannot be held, so that the device sends them again', async () => {
    platform.faults.hold = true;
    expect((await refusal(store(result({ value: '50' })))).message).to.equal('the hold failed');
    expect(await list()).to.have.length(0);
    platform.faults.hold = false;
    expect(await store(result({ value: '50' }))).to.deep.equal({ refused: [] });
    expect(platform.told.holds).to.have.length(1);
  });

  it('are listed within the division, by batch and device', async () => {
    await store(result(), result({ device: 'rapid-2' }));
    const elsewhere = await platform.testing.listRapidTests(people.elsewhere, { limit: 50 });
    expect(elsewhere.items).to.have.length(0);
    const query = { limit: 50, batch: 'TEA-1', device: 'rapid-2' };
    expect((await platform.testing.listRapidTests(people.sampler, query)).items).to.have.length(1);
  });

  describe('that are positive ask for a confirmation', () => {
    const analyst = people.analyst;
    const positive = async () => {
      await store(result({ value: '61' }), result({ sample: 'WALNUT-1', value: '62' }));
      return (await list()).find(({ batchCode }) => batchCode === 'TEA-1')?.id ?? '';
    };
    const draw = (changes: object) =>
      platform.testing.createSample(people.sampler, { batchCode: 'TEA-1', planKind: 'self-check', ...changes });
    const listed = async (confirmation: RapidTestView['confirmation'], limit = 50) =>
      platform.testing.listRapidTests(people.admin, { limit, confirmation });
    const batches = async (confirmation: RapidTestView['confirmation']) =>
      (await listed(confirmation)).items.map(({ batchCode }) => batchCode);

    it('until the report of the sample that was drawn for it is out', async () => {
      const id = await positive();
      await store(result({ analyte: '其他', value: '3' }));
      expect(await batches('wanted')).to.deep.equal(['WALNUT-1', 'TEA-1']);
      const sample = await draw({ confirms: id });
      expect(sample.confirms).to.equal(id);
      expect(await batches('wanted')).to.deep.equal(['WALNUT-1']);
      expect(await batches('sample-drawn')).to.deep.equal(['TEA-1']);
      const asking = await platform.testing.getRapidTest(people.admin, id);
      expect(asking.confirmedBy).to.deep.equal([{ id: sample.id, number: sample.number }]);
      expect(() => rapidTestSchema.strict().parse(asking)).to.not.throw();

      await platform.testing.receive(analyst, sample.id, {});
      await platform.testing.addResult(analyst, sample.id, { analyte: '无此限量', value: '0.01', unit: 'mg/kg' });
      await platform.testing.report(analyst, sample.id);
      await platform.testing.verify(people.reviewer, sample.id);
      expect(await batches('wanted'), 'what is neither pass nor fail settles nothing').to.include('TEA-1');
    });

    it('are paged as every list is', async () => {
      await positive();
      const first = await listed('wanted', 1);
      expect(first.items.map(({ batchCode }) => batchCode)).to.deep.equal(['WALNUT-1']);
      const request = { limit: 1, confirmation: 'wanted' as const, cursor: first.nextCursor ?? '' };
      const second = await platform.testing.listRapidTests(people.admin, request);
      expect(second.items.map(({ batchCode }) => batchCode)).to.deep.equal(['TEA-1']);
      expect(second.nextCursor).to.equal(null);
    });

    it('which no sample of another batch, and none for a negative one, can be drawn for', async () => {
      const id = await positive();
      await store(result({ analyte: '其他', value: '3' }));
      const negative = (await list()).find(({ analyte }) => analyte === '其他')?.id;
      for (const refused of [
        { batchCode: 'SHIITAKE-1', confirms: id },
        { confirms: negative },
        { confirms: 'f'.repeat(24) },
      ])
        expect(await refusal(draw(refused)), JSON.stringify(refused)).to.be.instanceOf(InvalidInput);
    });
  });

  describe('entered by hand', () => {
    const method = 'GB/T 5009.199-2003';
    const told = { sample: 'TEA-1', analyte: '有机磷和氨基甲酸酯类', value: '61', unit: '%', method };
    const enter = (changes: object = {}, by: Caller = people.sampler) =>
      platform.testing.enterRapidTest(by, { ...told, ...changes });

    it('hold the batch when positive, as those of a device do, and say who answers for them', async () => {
      const test = await enter();
      expect(test).to.include({ enteredBy: 'sampler', positive: true, batchCode: 'TEA-1' });
      expect(test).to.not.have.property('device');
      expect(() => rapidTestSchema.strict().parse(test)).to.not.throw();
      expect(platform.told.holds.map(({ batchCode }) => batchCode)).to.deep.equal(['TEA-1']);
      expect(platform.told.findings[0]).to.include({ kind: 'rapid-test-positive', deviceId: undefined });
      expect(await platform.testing.getRapidTest(people.admin, test.id)).to.deep.equal(test);
      expect(await refusal(platform.testing.getRapidTest(people.elsewhere, test.id))).to.be.instanceOf(NotFound);
      expect((await enter({ value: '49.9', analyte: '另一项' })).positive).to.equal(false);
      expect(platform.told.holds).to.have.length(1);
    });

    it('are stored once, and contradict nothing that is stored', async () => {
      const at = '2026-11-24T07:30:00Z';
      const both = await Promise.all([enter({ at }), enter({ at })]);
      expect(new Set(both.map(({ id }) => id)).size).to.equal(1);
      expect(await refusal(enter({ at, value: '10' }))).to.be.instanceOf(Conflict);
      expect(await list()).to.have.length(1);
      expect(platform.told.holds).to.have.length(1);
    });

    it('are refused for what is not there, lies ahead, or is of another division', async () => {
      for (const [changes, by] of [
        [{ sample: 'NO-SUCH' }],
        [{ sample: 'TEA-1' }, people.elsewhere],
        [{ at: '2026-11-24T08:00:01Z' }],
        [{ device: 'lcms-1' }],
        [{ device: 'no-such' }],
      ] as [object, Caller?][])
        expect(await refusal(enter(changes, by)), JSON.stringify(changes)).to.be.instanceOf(InvalidInput);
      expect(await list()).to.have.length(0);
    });

    it('of a tester count with it: how its calibration stands is kept', async () => {
      expect(await enter({ device: 'rapid-overdue' })).to.include({ device: 'rapid-overdue', calibration: 'overdue' });
      expect(platform.told.lapses).to.deep.equal(['rapid-overdue']);
    });

    it('may serve as evidence in a supervised check alone, and what a device sent by itself does not', async () => {
      const drawn = (planKind: 'supervised-check' | 'routine-monitoring') =>
        platform.testing.createSample(people.sampler, { batchCode: 'TEA-1', planKind });
      const [supervised, routine] = [await drawn('supervised-check'), await drawn('routine-monitoring')];
      const evidence = async (changes: object) => (await enter(changes)).evidence;
      expect(await evidence({ sample: supervised.number })).to.deep.equal({
        mayServe: true,
        clause: '农产品质量安全法 50',
        lacking: [],
      });
      const lacking = async (changes: object) => (await evidence(changes)).lacking.map(({ en }) => en).join();
      expect(await lacking({ sample: routine.number })).to.contain('supervised check');
      expect(await lacking({})).to.contain('supervised check');
      expect(await lacking({ sample: supervised.number, analyte: 'x', method: 'in-house' })).to.contain('recognises');
      expect(await lacking({ sample: supervised.number, analyte: 'y', value: '12' })).to.contain('nonconformity');
      await store(result({ sample: supervised.number, analyte: 'z', value: '80' }));
      const [sent] = await list();
      expect(sent?.evidence).to.include({ mayServe: false });
      expect(sent?.evidence.lacking.map(({ en }) => en).join()).to.contain('answers for');
    });
  });
});

import { expect } from 'chai';
import fc from 'fast-check';
import { Conflict, IllegalTransition, type InvalidInput } from '../../errors.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from '../testing-support/platform.ts';
import {
  type ObjectionState,
  objectionStates,
  objectionTransition,
  objectionTransitions,
  objectionVerbs,
  whyNotNow,
} from './lifecycle.ts';
import { objectionSchema } from './schema.ts';

const supervisor = { ...people.admin, username: 'supervisor', roles: ['supervisor'] as const };
const other = { ...people.reviewer, username: 'other', laboratory: '省检测中心' };

describe('objections to results', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const at = (time: string) => {
    platform.told.now = new Date(time);
  };

  const published = async () => {
    const { id } = await testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'supervised-check',
      samplers: ['王', '李'],
      sealNumber: 'F-1',
      retained: { sealNumber: 'F-2', keptAt: '冷柜' },
    });
    await testing().receive(people.analyst, id, { seals: [{ number: 'F-1', intact: true }] });
    await testing().addResult(people.analyst, id, { analyte: '吡虫啉', value: '0.9', unit: 'mg/kg' });
    await testing().report(people.analyst, id);
    await testing().verify(people.reviewer, id);
    return id;
  };
  const raise = (sampleId: string, resultReceivedAt: string) =>
    testing().raiseObjection(people.producer, {
      sampleId,
      resultReceivedAt,
      addressedTo: 'sampling-department',
      reason: '对结果有异议',
    });

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('of a supervised check are raised within five working days of receiving the result', async () => {
    const id = await published();
    // Received on a Tuesday: Wednesday to the next Tuesday count.
    at('2026-12-01T15:59:59Z');
    const objection = await raise(id, '2026-11-24T08:00:00Z');
    expect(objection).to.include({ state: 'raised', inTime: true });
    expect(objection.term).to.deep.include({
      clause: '农产品质量安全法 51 ¶1',
      lastDay: '2026-12-01',
      provisional: false,
    });
    expect(() => objectionSchema.strict().parse(objection)).to.not.throw();
    expect(await refusal(raise(id, '2026-11-24T08:00:00Z'))).to.be.instanceOf(Conflict);
  });

  it('are about a result that was there by the day of its receipt: else a slip of the pen would make them late', async () => {
    const id = await published();
    const error = await refusal(raise(id, '2026-11-23T15:59:59Z'));
    expect((error as InvalidInput).errors[0]?.pointer).to.equal('/resultReceivedAt');
    await raise(id, '2026-11-23T16:00:00Z');
  });

  it('that come a moment too late are recorded, and can only be refused', async () => {
    const id = await published();
    at('2026-12-01T16:00:00Z');
    const late = await raise(id, '2026-11-24T08:00:00Z');
    expect(late.inTime).to.equal(false);
    expect(await refusal(testing().acceptObjection(supervisor, late.id))).to.be.instanceOf(IllegalTransition);
    expect(await testing().refuseObjection(supervisor, late.id, { reason: '逾期' })).to.include({ state: 'refused' });
  });

  for (const [receivedAt, lastDay, provisional, why] of [
    [
      '2026-09-29T02:00:00Z',
      '2026-10-12',
      false,
      'National Day rests until the 7th, and the 10th, a Saturday, is worked',
    ],
    ['2026-10-03T02:00:00Z', '2026-10-13', false, 'what is received on a holiday counts from the day after it'],
    ['2026-09-18T02:00:00Z', '2026-09-24', false, 'the 20th of September, a Sunday, is worked'],
    ['2026-02-12T02:00:00Z', '2026-02-26', false, 'the 14th of February is worked before the Spring Festival'],
    ['2026-12-29T02:00:00Z', '2027-01-06', true, 'the days of 2027 are not published yet'],
  ] as const)
    it(`of a result received on ${receivedAt.slice(0, 10)} are in time until the end of ${lastDay}: ${why}`, async () => {
      at(receivedAt);
      const id = await published();
      const nextDay = Date.parse(`${lastDay}T00:00:00+08:00`) + 24 * 3_600_000;
      at(new Date(nextDay - 1).toISOString());
      const objection = await raise(id, receivedAt);
      expect(objection).to.include({ inTime: true });
      expect(objection.term).to.include({ lastDay, provisional });
      await testing().withdrawObjection(people.producer, objection.id, { reason: '改期' });
      at(new Date(nextDay).toISOString());
      expect(await raise(id, receivedAt)).to.include({ inTime: false });
    });

  it('of a rapid test run by the clock over midnight, a weekend and a holiday', async () => {
    for (const receivedAt of ['2026-11-27T14:30:00Z', '2026-11-28T15:59:00Z', '2026-09-30T15:00:00Z']) {
      await platform.empty();
      at(receivedAt);
      const { id: rapidTestId } = await testing().enterRapidTest(people.sampler, {
        ...{ sample: 'TEA-1', analyte: '有机磷', value: '61', unit: '%', method: 'GB/T 5009.199-2003' },
      });
      const object = () =>
        testing().raiseObjection(people.producer, {
          ...{ rapidTestId, resultReceivedAt: receivedAt, addressedTo: 'sampling-department', reason: '异议' },
        });
      at(new Date(Date.parse(receivedAt) + 4 * 3_600_000 - 1).toISOString());
      const objection = await object();
      expect(objection).to.include({ inTime: true });
      await testing().withdrawObjection(people.producer, objection.id, { reason: '改期' });
      at(new Date(Date.parse(receivedAt) + 4 * 3_600_000).toISOString());
      expect(await object(), receivedAt).to.include({ inTime: false });
    }
  });

  it('are not tested again by the laboratory that took the sample in, which the form need not have named', async () => {
    const own = { ...people.analyst, laboratory: '商州检测站' };
    const { id: sampleId } = await testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'supervised-check',
    });
    expect(await testing().receive(own, sampleId, {})).to.include({ laboratory: '商州检测站' });
    await testing().addResult(own, sampleId, { analyte: '吡虫啉', value: '0.9', unit: 'mg/kg' });
    await testing().report(own, sampleId);
    await testing().verify({ ...people.reviewer, laboratory: '商州检测站' }, sampleId);
    const [report] = (await testing().listTestReports(people.admin, { limit: 1, sample: sampleId })).items;
    expect(report?.content.laboratory).to.include({ name: '商州检测站' });
    const { id } = await raise(sampleId, '2026-11-24T08:00:00Z');
    await testing().acceptObjection(supervisor, id);
    const again = testing().appointRetest(supervisor, id, { laboratory: '商州 检测站', method: 'GB 23200.121-2021' });
    expect(await refusal(again)).to.be.instanceOf(Conflict);
  });

  it('of a rapid test are raised within four hours, and not tested again by a rapid method', async () => {
    await testing().storeDeviceResults([
      {
        device: 'rapid-1',
        sample: 'TEA-1',
        analyte: '有机磷',
        value: '61',
        unit: '%',
        method: 'GB/T 5009.199-2003',
        at: platform.told.now,
        receivedAt: platform.told.now,
      },
    ]);
    const [test] = (await testing().listRapidTests(people.admin, { limit: 1 })).items;
    at('2026-11-24T11:59:59Z');
    const objection = await testing().raiseObjection(people.producer, {
      rapidTestId: String(test?.id),
      resultReceivedAt: '2026-11-24T08:00:00Z',
      addressedTo: 'sampling-department',
      reason: '异议',
    });
    expect(objection).to.include({ inTime: true });
    expect(objection.term).to.include({ due: '2026-11-24T12:00:00.000Z', clause: '农产品质量安全法 51 ¶2' });
    await testing().acceptObjection(supervisor, objection.id);
    const rapid = testing().appointRetest(supervisor, objection.id, {
      laboratory: '省检测中心',
      method: 'GB/T 5009.199',
    });
    expect(await refusal(rapid)).to.be.instanceOf(Conflict);
    const appointed = { laboratory: '省检测中心', method: 'GB 23200.121-2021' };
    expect(await testing().appointRetest(supervisor, objection.id, appointed)).to.include({ state: 'appointed' });
  });

  it('are decided by another laboratory with the retained portion, within seven working days', async () => {
    const { id } = await raise(await published(), '2026-11-24T08:00:00Z');
    await testing().acceptObjection(supervisor, id);
    await testing().appointRetest(supervisor, id, { laboratory: '省检测中心', method: 'GB 23200.121-2021' });
    const broken = testing().receiveRetestSample(other, id, { sealNumber: 'F-2', intact: false });
    expect(await refusal(broken)).to.be.instanceOf(Conflict);
    expect(
      await refusal(testing().receiveRetestSample(other, id, { sealNumber: 'F-9', intact: true })),
    ).to.be.instanceOf(Conflict);
    const begun = await testing().receiveRetestSample(other, id, { sealNumber: 'F-2', intact: true });
    expect(begun.reportTerm).to.include({ lastDay: '2026-12-03', clause: '农产品质量安全法 51 ¶3' });
    at('2026-12-03T16:00:00Z');
    expect((await testing().getObjection(supervisor, id)).overdue).to.equal(true);
    const decided = await testing().decideObjection(other, id, { reportNumber: 'P-77', conclusion: 'other' });
    expect(decided).to.include({ state: 'decided', overdue: true, costs: 'first-laboratory (监测办法 30)' });
    expect(decided.allowed).to.deep.equal([]);
    expect(platform.told.clues, 'it is no clue that does not stand').to.not.include('P-77');
  });

  it('are a clue for a case once the final report confirms the result', async () => {
    const { id } = await raise(await published(), '2026-11-24T08:00:00Z');
    await testing().acceptObjection(supervisor, id);
    await testing().appointRetest(supervisor, id, { laboratory: '省检测中心', method: 'GB 23200.121-2021' });
    await testing().receiveRetestSample(other, id, { sealNumber: 'F-2', intact: true });
    await testing().decideObjection(other, id, { reportNumber: 'P-78', conclusion: 'same' });
    expect(platform.told.clues).to.include('P-78');
  });

  it('walk only along their table', () => {
    const verb = fc.constantFrom(...objectionVerbs);
    fc.assert(
      fc.property(fc.array(verb, { maxLength: 20 }), fc.boolean(), (verbs, inTime) => {
        let state: ObjectionState = 'raised';
        for (const each of verbs) {
          if (whyNotNow({ state, inTime }, each)) continue;
          expect(objectionTransition(each).from).to.include(state);
          state = objectionTransition(each).to;
          if (!inTime) expect(state).to.be.oneOf(['refused', 'withdrawn']);
        }
      }),
    );
    expect(new Set(['raised', ...objectionTransitions.map(({ to }) => to)])).to.deep.equal(new Set(objectionStates));
  });
});

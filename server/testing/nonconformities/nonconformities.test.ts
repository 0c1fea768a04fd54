import { expect } from 'chai';
import fc from 'fast-check';
import { Types } from 'mongoose';
import { system } from '../../database/change-log/actor.ts';
import { inTransaction } from '../../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from '../testing-support/platform.ts';
import { nonconformitySchema, nonconformitySummarySchema } from './schema.ts';

const laboratory = '商州检测站';
const method = 'GB 23200.121-2021';
const analyst = { ...people.analyst, laboratory };
const second = { ...people.second, laboratory };
const reviewer = { ...people.reviewer, laboratory };
const other = { ...people.reviewer, username: 'other', laboratory };
const good = '0.1';
const bad = '0.2';

describe('nonconforming work', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const at = (time: string) => {
    platform.told.now = new Date(`2026-11-24T${time}:00+08:00`);
  };
  const control = async (value: string, time: string, more: object = {}) => {
    at(time);
    const run = await testing().startTestRun(analyst, { name: `${time} 批`, method, instrument: 'lcms-1' });
    return testing().enterControl(analyst, run.id, {
      ...{ kind: 'material', analyte: '吡虫啉', value, unit: 'mg/kg', material: '茶叶质控样', lot: 'A' },
      ...more,
    });
  };
  const tested = async (time: string, more: object = {}) => {
    at(time);
    const { id } = await testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'self-check',
      laboratory,
    });
    const result = { analyte: '吡虫啉', value: '0.01', unit: 'mg/kg', method, instrument: 'lcms-1', ...more };
    const { id: resultId } = await testing().addResult(analyst, id, result);
    await testing().report(analyst, id);
    return { id, resultId };
  };
  const list = async (query: object = {}) =>
    (await testing().listNonconformities(reviewer, { limit: 10, ...query })).items.map((item) =>
      nonconformitySummarySchema.parse(item),
    );
  const theOne = async () => {
    const [only, ...others] = await list();
    expect(others).to.deep.equal([]);
    return nonconformitySchema.parse(await testing().getNonconformity(reviewer, only?.id ?? ''));
  };

  const certified = (
    certificateNumber: string,
    calibratedOn: string,
    dueOn: string,
    { conforms = true, device = 'lcms-1' } = {},
  ) =>
    platform.told.calibrations.push({
      _id: new Types.ObjectId(),
      ...{ device, divisionCode: '611002', laboratory: '省计量院', certificateNumber, calibratedOn, dueOn },
      ...{ conforms, recordedBy: 'county', recordedAt: platform.told.now },
    });
  const recorded = () =>
    inTransaction(platform.context, system('test'), (work) => testing().calibrationRecorded(work, 'lcms-1'));

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(async () => {
    await platform.empty();
    at('08:00');
    await testing().setControlCriterion(reviewer, {
      ...{ kind: 'material', method, analyte: '吡虫啉', material: '茶叶质控样', lot: 'A', unit: 'mg/kg' },
      ...{ mean: good, sd: '0.01', source: '标准物质证书' },
    });
  });
  after(() => platform.close());

  it('reaches back to the results since the last good control: of its analyte, method and instrument', async () => {
    const before = await tested('08:30');
    await control(good, '09:00');
    const published = await tested('09:30');
    await testing().verify(reviewer, published.id);
    const waiting = await tested('10:00');
    await tested('10:10', { analyte: '噻虫嗪' });
    await tested('10:20', { method: 'GB 5009.1' });
    await tested('10:30', { instrument: 'lcms-2' });
    await control(bad, '11:00');
    const found = await theOne();
    expect(found).to.deep.include({ cause: 'control', state: 'open', since: '2026-11-24T01:00:00.000Z', laboratory });
    expect(found.doubted.map(({ sampleId }) => sampleId)).to.deep.equal([published.id, waiting.id]);
    expect(found.doubted.map(({ sampleState, standing }) => `${sampleState} ${standing}`)).to.deep.equal([
      'published counts',
      'reported counts',
    ]);
    expect(found.reports).to.have.length(1);
    expect(found.batches).to.deep.equal(['TEA-1']);
    expect(await list({ sample: before.id })).to.deep.equal([]);
    expect(platform.told.findings.map(({ kind, level }) => `${kind} ${level}`)).to.deep.equal([
      'nonconforming-work orange',
    ]);
    expect(await refusal(testing().verify(reviewer, waiting.id))).to.be.instanceOf(Conflict);
  });

  it('is opened by no control that nothing was measured before, and once for each that failed', async () => {
    await control(good, '09:00');
    await control(bad, '09:30');
    expect(await list()).to.deep.equal([]);
    await tested('10:00');
    await control(bad, '10:30');
    expect(await list()).to.have.length(1);
    await control(bad, '11:00');
    expect((await list()).map(({ since }) => since)).to.deep.equal([
      '2026-11-24T01:00:00.000Z',
      '2026-11-24T01:00:00.000Z',
    ]);
  });

  it('is closed by another person when every result is confirmed, retracted, or its report invalidated', async () => {
    await control(good, '09:00');
    const [confirmed, retracted, invalidated] = [await tested('09:10'), await tested('09:20'), await tested('09:30')];
    await testing().verify(reviewer, invalidated.id);
    await control(bad, '10:00');
    const { id } = await theOne();
    const reason = '同一时段另一质控样合格';
    const unknown = { resultIds: [new Types.ObjectId().toHexString()], reason };
    expect(await refusal(testing().confirmDoubted(second, id, unknown))).to.be.instanceOf(InvalidInput);
    await testing().confirmDoubted(second, id, { resultIds: [confirmed.resultId], reason });
    expect((await testing().verify(reviewer, confirmed.id)).state).to.equal('published');
    expect(await refusal(testing().closeNonconformity(other, id, { reason }))).to.be.instanceOf(IllegalTransition);
    const assessment = { significance: '仅一批受影响', action: '停用进样针并复测' };
    expect((await testing().assessNonconformity(second, id, assessment)).assessment).to.include(assessment);
    expect(await refusal(testing().closeNonconformity(second, id, { reason }))).to.be.instanceOf(Error);
    expect((await refusal(testing().closeNonconformity(other, id, { reason }))).message).to.contain('2');

    await testing().returnReport(reviewer, retracted.id, { reason });
    await testing().retract(analyst, retracted.id, { resultId: retracted.resultId, reason });
    await testing().invalidate(reviewer, invalidated.id, { reason });
    const closed = nonconformitySchema.parse(await testing().closeNonconformity(other, id, { reason }));
    expect(closed.doubted.map(({ standing }) => standing)).to.deep.equal(['confirmed', 'set-aside', 'invalidated']);
    expect(closed).to.include({ state: 'closed' });
    expect(closed.allowed).to.deep.equal([]);
    expect(platform.told.cleared).to.deep.equal([`nonconforming-work|${id}`]);
  });

  it('follows a device whose calibration failed or is over, and takes in what it goes on measuring', async () => {
    certified('A-1', '2025-11-01', '2026-11-23');
    const first = await tested('09:00');
    expect(await theOne()).to.include({ cause: 'calibration-overdue', instrument: 'lcms-1', causeId: 'lcms-1|A-1' });
    const again = await tested('09:30');
    const overdue = await theOne();
    expect(overdue.doubted.map(({ sampleId }) => sampleId)).to.deep.equal([first.id, again.id]);
    await tested('10:00', { instrument: 'lcms-2' });
    expect((await theOne()).doubted).to.have.length(2);

    certified('A-2', '2026-11-24', '2027-11-23', { conforms: false });
    await recorded();
    await recorded();
    const causes = (await list()).map(({ cause, since }) => `${cause} ${since}`);
    expect(causes).to.deep.equal([
      'calibration-failed 2025-10-31T16:00:00.000Z',
      'calibration-overdue 2026-11-23T16:00:00.000Z',
    ]);
  });

  it('leaves alone what was settled before, when the device goes on measuring', async () => {
    const reason = '期间核查合格';
    certified('A-1', '2025-11-01', '2026-11-23');
    const settled = await tested('09:00');
    const { id } = await theOne();
    await testing().confirmDoubted(second, id, { resultIds: [settled.resultId], reason });
    await testing().assessNonconformity(second, id, { significance: '无影响', action: '送检' });
    await testing().closeNonconformity(other, id, { reason });
    const next = await tested('10:00');
    const [again] = await list({ state: 'open' });
    const { doubted } = nonconformitySchema.parse(await testing().getNonconformity(reviewer, again?.id ?? ''));
    expect(doubted.map(({ sampleId }) => sampleId)).to.deep.equal([next.id]);
  });

  it('follows a failed calibration that is recorded after the good one that took its place', async () => {
    certified('A-1', '2025-11-01', '2027-10-31');
    const measured = await tested('09:00');
    platform.told.now = new Date('2026-11-30T09:00:00+08:00');
    certified('A-3', '2026-11-25', '2027-11-24');
    await recorded();
    expect(await list()).to.deep.equal([]);
    certified('A-2', '2026-11-24', '2027-11-23', { conforms: false });
    await recorded();
    const found = await theOne();
    expect(found).to.include({ cause: 'calibration-failed', causeId: 'lcms-1|A-2', until: '2026-11-25T16:00:00.000Z' });
    expect(found.doubted.map(({ sampleId }) => sampleId)).to.deep.equal([measured.id]);
  });

  it('doubts what a device measured that was found out of tolerance, though it was adjusted and is good again', async () => {
    certified('A-1', '2025-11-01', '2026-12-31');
    const measured = await tested('09:00');
    platform.told.now = new Date('2026-11-30T09:00:00+08:00');
    certified('A-2', '2026-11-28', '2027-11-27');
    Object.assign(platform.told.calibrations[1] ?? {}, { foundOutOfTolerance: true });
    await recorded();
    const found = await theOne();
    expect(found).to.include({ cause: 'calibration-failed', causeId: 'lcms-1|A-2' });
    expect(found).to.include({ since: '2025-10-31T16:00:00.000Z', until: '2026-11-28T16:00:00.000Z' });
    expect(found.doubted.map(({ sampleId }) => sampleId)).to.deep.equal([measured.id]);
    platform.told.now = new Date('2026-11-30T10:00:00+08:00');
    const { id } = await testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'self-check',
      laboratory,
    });
    const result = { analyte: '吡虫啉', value: '0.01', unit: 'mg/kg', method, instrument: 'lcms-1' };
    await testing().addResult(analyst, id, result);
    expect((await theOne()).doubted, 'what it measures now').to.have.length(1);
  });

  describe('of rapid tests', () => {
    const rapid = async (time: string, value: string, more: object = {}, day = '2026-11-24') => {
      const measured = new Date(`${day}T${time}:00+08:00`);
      const test = { device: 'rapid-overdue', sample: 'TEA-1', analyte: '克百威', value, unit: '%', ...more };
      const known = { method: 'GB/T 5009.199', at: measured, receivedAt: measured };
      expect(await testing().storeDeviceResults([{ ...test, ...known }])).to.deep.equal({ refused: [] });
      const stored = (await testing().listRapidTests(people.admin, { limit: 50 })).items;
      return stored.find(({ at }) => at === measured.toISOString())?.id ?? '';
    };

    it('follows a device that tests on after its calibration is over, late ones too, until each is settled', async () => {
      certified('K-1', '2025-11-01', '2026-11-23', { device: 'rapid-overdue' });
      at('12:00');
      const negative = await rapid('10:00', '12');
      expect(platform.told.findings.at(-1)).to.include({ kind: 'nonconforming-work', level: 'orange' });
      const positive = await rapid('11:00', '80');
      const late = await rapid('09:00', '20', { sample: 'WALNUT-1' });
      const found = await theOne();
      expect(found).to.include({ cause: 'calibration-overdue', causeId: 'rapid-overdue|K-1' });
      expect(found.doubted.map(({ resultId, rapid: of }) => [resultId, of?.positive])).to.deep.equal([
        [negative, false],
        [positive, true],
        [late, false],
      ]);
      expect(found.batches).to.deep.equal(['TEA-1', 'WALNUT-1']);

      const reason = '期间核查';
      await testing().setAsideDoubted(second, found.id, { resultIds: [negative], reason });
      const shown = (await testing().rapidTestsOfBatches(['TEA-1'])).map(({ setAside }) => setAside?.reason);
      expect(shown).to.deep.equal([reason, undefined]);
      await testing().assessNonconformity(second, found.id, { significance: '三项', action: '送检' });
      expect((await refusal(testing().closeNonconformity(other, found.id, { reason }))).message).to.contain('2');
      await testing().confirmDoubted(second, found.id, { resultIds: [positive, late], reason });
      const closed = nonconformitySchema.parse(await testing().closeNonconformity(other, found.id, { reason }));
      expect(closed.doubted.map(({ standing }) => standing)).to.deep.equal(['set-aside', 'confirmed', 'confirmed']);
    });

    it('follows late ones of a gap between two calibrations, and no others', async () => {
      certified('K-1', '2025-11-01', '2026-11-20', { device: 'rapid-overdue' });
      certified('K-2', '2026-11-23', '2027-11-22', { device: 'rapid-overdue' });
      await rapid('10:00', '12');
      expect(await list()).to.deep.equal([]);
      const late = await rapid('11:00', '12', {}, '2026-11-22');
      const found = await theOne();
      expect(found).to.include({ until: '2026-11-23T16:00:00.000Z' });
      expect(found.doubted.map(({ resultId }) => resultId)).to.deep.equal([late]);
    });

    it('reaches back from a failed control of the device, to tests of its method and analyte', async () => {
      const rapidControl = (value: string, time: string) => {
        const controlled = { analyte: '克百威', unit: '%', material: '抑制率质控', lot: '1' };
        at(time);
        return testing()
          .startTestRun(analyst, { name: `${time} 快检`, method: 'GB/T 5009.199', instrument: 'rapid-1' })
          .then(({ id }) => testing().enterControl(analyst, id, { kind: 'material', value, ...controlled }));
      };
      await testing().setControlCriterion(reviewer, {
        ...{
          kind: 'material',
          method: 'GB/T 5009.199',
          analyte: '克百威',
          material: '抑制率质控',
          lot: '1',
          unit: '%',
        },
        ...{ mean: '70', sd: '3', source: '说明书' },
      });
      const device = { device: 'rapid-1' };
      await rapid('08:30', '12', device);
      await rapidControl('70', '09:00');
      const meant = await rapid('09:30', '12', device);
      await rapid('09:40', '12', { ...device, analyte: '水胺硫磷' });
      await rapid('09:50', '12', { device: 'rapid-2' });
      await rapidControl('95', '10:00');
      const found = await theOne();
      expect(found.doubted.map(({ resultId }) => resultId)).to.deep.equal([meant]);
      const result = { resultIds: [(await tested('10:30')).resultId], reason: '无' };
      expect(await refusal(testing().setAsideDoubted(second, found.id, result))).to.be.instanceOf(InvalidInput);
    });
  });

  describe('of rapid tests that come late', () => {
    const device = 'rapid-1';
    const rapidMethod = 'GB/T 5009.199';
    const material = { kind: 'material', analyte: '克百威', unit: '%', material: '抑制率质控', lot: '1' } as const;
    const moment = (day: number, time: string) => new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`);

    type Step = { control: string; good: boolean } | { calibrated: number; conforms: boolean } | { measured: Date };
    const steps: Step[] = [
      { control: '09:00', good: true },
      { control: '11:00', good: false },
      { control: '13:00', good: true },
      { calibrated: 1, conforms: true },
      { calibrated: 20, conforms: false },
      { calibrated: 23, conforms: true },
      { measured: new Date('2026-10-15T09:00:00+08:00') },
      ...[5, 21].map((day) => ({ measured: moment(day, '09:00') })),
      ...['08:30', '09:30', '10:30', '11:30', '13:30'].map((time) => ({ measured: moment(24, time) })),
    ];

    const take = async (step: Step) => {
      if ('measured' in step) {
        const test = { device, sample: 'TEA-1', analyte: '克百威', value: '12', unit: '%', method: rapidMethod };
        const told = { ...test, at: step.measured, receivedAt: platform.told.now };
        expect(await testing().storeDeviceResults([told])).to.deep.equal({ refused: [] });
      } else if ('control' in step) {
        const run = await testing().startTestRun(analyst, {
          name: step.control,
          method: rapidMethod,
          instrument: device,
        });
        const measuredAt = moment(24, step.control).toISOString();
        const value = step.good ? '70' : '95';
        await testing().enterControl(analyst, run.id, { ...material, value, at: measuredAt });
      } else {
        const day = String(step.calibrated).padStart(2, '0');
        certified(`K-${day}`, `2026-11-${day}`, '2027-11-30', { device, conforms: step.conforms });
        await inTransaction(platform.context, system('test'), (work) => testing().calibrationRecorded(work, device));
      }
    };

    /** In doubt by what is known: after the last good one before a failure, up to the next good one. */
    const inDoubt = (known: readonly Step[]): string[] => {
      const tests = known.flatMap((step) => ('measured' in step ? [step.measured] : []));
      const doubtOf = (cause: string, all: readonly { at: Date; until: Date; good: boolean }[]) =>
        all
          .filter(({ good: isGood }) => !isGood)
          .flatMap(({ at: failedAt }) => {
            const goods = all.filter(({ good: isGood }) => isGood);
            const before = goods.filter((each) => each.at < failedAt).map((each) => each.at.getTime());
            const after = goods.filter((each) => each.at > failedAt).map((each) => each.until.getTime());
            return tests
              .filter((at) => at.getTime() > Math.max(...before) && at.getTime() <= Math.min(...after))
              .map((at) => `${cause} ${at.toISOString()}`);
          });
      const controls = known.flatMap((step) =>
        'control' in step ? [{ at: moment(24, step.control), until: moment(24, step.control), good: step.good }] : [],
      );
      const calibrations = known.flatMap((step) =>
        'calibrated' in step
          ? [{ at: moment(step.calibrated, '00:00'), until: moment(step.calibrated + 1, '00:00'), good: step.conforms }]
          : [],
      );
      return [...doubtOf('control', controls), ...doubtOf('calibration-failed', calibrations)];
    };

    it('finds them in whatever order tests, controls and calibrations are told', async () => {
      const lasting = ['09:30', '10:30', '11:30'].map((time) => `control ${moment(24, time).toISOString()}`);
      const ofCalibration = [5, 21].map((day) => `calibration-failed ${moment(day, '09:00').toISOString()}`);
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: steps.length }), async (order) => {
          await platform.empty();
          at('08:00');
          const source = { mean: '70', sd: '3', source: '说明书' };
          await testing().setControlCriterion(reviewer, { ...material, method: rapidMethod, ...source });
          at('14:00');
          const expected = new Set<string>();
          for (const [index, step] of order.entries()) {
            await take(step);
            for (const each of inDoubt(order.slice(0, index + 1))) expected.add(each);
          }
          const found: string[] = [];
          for (const { id, cause } of await list())
            for (const { enteredAt } of (await testing().getNonconformity(reviewer, id)).doubted)
              found.push(`${cause} ${enteredAt}`);
          expect(found.toSorted()).to.deep.equal([...expected].toSorted());
          expect(found).to.include.members([...lasting, ...ofCalibration]);
        }),
        { numRuns: 8 },
      );
    }).timeout(120_000);

    it('finds a test that is told in the same moment as the control that failed', async () => {
      const source = { mean: '70', sd: '3', source: '说明书' };
      await testing().setControlCriterion(reviewer, { ...material, method: rapidMethod, ...source });
      at('14:00');
      const times = Array.from({ length: 8 }, (_, index) => `11:${String(10 + index)}`);
      for (const time of times)
        await Promise.all([take({ control: time, good: false }), take({ measured: moment(24, time) })]);
      const [newest] = await list();
      const { doubted } = await testing().getNonconformity(reviewer, newest?.id ?? '');
      expect(doubted.map(({ enteredAt }) => enteredAt).toSorted()).to.deep.equal(
        times.map((time) => moment(24, time).toISOString()),
      );
      for (const { id } of await list())
        expect((await testing().getNonconformity(reviewer, id)).doubted).to.have.length(times.length);
    });
  });

  it('is seen by the own division, and settled by the own laboratory', async () => {
    await tested('09:10');
    await control(bad, '10:00');
    const { id } = await theOne();
    const elsewhere = { ...people.reviewer, divisionCode: '611026' };
    expect(await refusal(testing().getNonconformity(elsewhere, id))).to.be.instanceOf(NotFound);
    const neighbour = { ...people.reviewer, laboratory: '另一检测站' };
    const body = { significance: '无影响', action: '无' };
    expect((await refusal(testing().assessNonconformity(neighbour, id, body))).message).to.contain(
      'another laboratory',
    );
    expect((await testing().getNonconformity(neighbour, id)).allowed).to.deep.equal([]);
  });
});

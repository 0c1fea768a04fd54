import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { type CalibrationRecord, calibrationInForce } from '../../devices/index.ts';
import { dayInChina } from '../../standards/index.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { type RapidTestRecord, type ResultRecord, type SampleRecord, testingModels } from '../model.ts';
import { type ControlRecord, qualityControlModels, type RunRecord } from '../quality-control/model.ts';
import { methodKey } from '../rules/authorization.ts';
import {
  goodControlStates,
  type ReachBack,
  reachOfControl,
  reachOfFailedCalibration,
  reachOfLapse,
  unseenReach,
} from '../rules/reach-back.ts';
import { type DoubtedResult, type NonconformityRecord, nonconformityModels } from './model.ts';
import { causeText, warningOf } from './words.ts';

type Cause = Pick<
  NonconformityRecord,
  'divisionCode' | 'cause' | 'causeId' | 'laboratory' | 'method' | 'analyte' | 'instrument'
>;

const whoeverMeasured = unscoped('what is in doubt is found in whatever samples it is');

/**
 * Finds what a failed control or calibration casts doubt on, in the transaction of its cause. One cause has one open record;
 * a device that goes on measuring adds to it.
 */
export function createReachingBack(
  context: Context,
  deps: Pick<TestingDependencies, 'calibrations' | 'standards' | 'warnings'>,
) {
  const { Sample, RapidTest } = testingModels(context.connection);
  const { Control } = qualityControlModels(context.connection);
  const { Nonconformity } = nonconformityModels(context.connection);

  const doubtedBy = async (
    work: Work,
    { since, until }: ReachBack,
    of: Record<string, unknown>,
    isMeant: (result: ResultRecord, sample: SampleRecord) => boolean,
  ): Promise<{ samples: SampleRecord[]; doubted: DoubtedResult[] }> => {
    const enteredAt = { ...(since && { $gt: since }), $lte: until };
    const samples = await Sample.find(
      { ...of, results: { $elemMatch: { enteredAt, ...(of.results as object) } } },
      null,
      whoeverMeasured,
    )
      .session(work.session)
      .lean<SampleRecord[]>();
    const isIn = (at: Date): boolean => at <= until && (since === undefined || at > since);
    const doubted = samples.flatMap((sample) =>
      sample.results
        .filter((result) => isIn(result.enteredAt) && isMeant(result, sample))
        .map((result) => doubtedResult(sample, result)),
    );
    return { samples, doubted };
  };

  /** The rapid tests of a device; those that count no more are in doubt no more. */
  const rapidDoubtedBy = async (
    work: Work,
    device: string,
    { since, until }: ReachBack,
    isMeant: (test: RapidTestRecord) => boolean = () => true,
  ): Promise<DoubtedResult[]> => {
    const at = { ...(since && { $gt: since }), $lte: until };
    const tests = await RapidTest.find({ device, at, setAside: { $exists: false } }, null, whoeverMeasured)
      .session(work.session)
      .lean<RapidTestRecord[]>();
    return tests.filter(isMeant).map(doubtedRapidTest);
  };

  /** Until when a cause has been followed. */
  const followedUntil = async (work: Work, { cause, causeId }: Pick<Cause, 'cause' | 'causeId'>) => {
    const newest = await Nonconformity.findOne({ cause, causeId }, { until: 1 }, whoeverMeasured)
      .sort({ until: -1 })
      .session(work.session)
      .lean<Pick<NonconformityRecord, 'until'>>();
    return newest?.until;
  };

  /** What was settled stays settled: the same cause does not cast doubt on it again. */
  const settledOf = async (work: Work, { cause, causeId }: Cause): Promise<Set<string>> => {
    const closed = await Nonconformity.find({ cause, causeId, state: 'closed' }, null, whoeverMeasured)
      .session(work.session)
      .lean<NonconformityRecord[]>();
    return new Set(closed.flatMap(({ doubted }) => doubted.map(({ resultId }) => resultId.toHexString())));
  };

  const open = async (
    work: Work,
    cause: Cause,
    reach: ReachBack,
    { samples, doubted: inReach }: { samples: SampleRecord[]; doubted: DoubtedResult[] },
  ): Promise<void> => {
    const settled = await settledOf(work, cause);
    const doubted = inReach.filter(({ resultId }) => !settled.has(resultId.toHexString()));
    if (doubted.length === 0) return;
    const openKey = `${cause.cause}|${cause.causeId}`;
    const options = { session: work.session, ...whoeverMeasured };
    const known = await Nonconformity.findOne({ openKey }, null, whoeverMeasured)
      .session(work.session)
      .lean<NonconformityRecord>();
    const now = context.clock();
    if (known) {
      const added = doubted.filter(({ resultId }) => !known.doubted.some((each) => each.resultId.equals(resultId)));
      if (added.length === 0) return;
      await Nonconformity.updateOne(
        { _id: known._id },
        { $push: { doubted: { $each: added } }, $set: { until: reach.until, state: 'open' }, $inc: { version: 1 } },
        options,
      );
      return;
    }
    const record: NonconformityRecord = {
      _id: new Types.ObjectId(),
      ...cause,
      openKey,
      text: causeText(cause),
      ...reach,
      state: 'open',
      doubted,
      openedAt: now,
      history: [{ verb: 'open', by: 'system', at: now }],
      version: 0,
    };
    await Nonconformity.create([record], options);
    const published = samples.filter(({ state }) => state === 'published');
    await deps.warnings.raise(work, { ...warningOf(record, published), at: now });
  };

  /** Looks only at what was not looked at before: a device that goes on measuring does so again and again. */
  const ofInstrumentSince = async (
    work: Work,
    { device: instrument, certificateNumber, divisionCode }: CalibrationRecord,
    cause: Exclude<Cause['cause'], 'control'>,
    { reach, measuredAt }: { reach: ReachBack; measuredAt: Date },
  ): Promise<void> => {
    const causeId = `${instrument}|${certificateNumber}`;
    const unseen = unseenReach(reach, await followedUntil(work, { cause, causeId }), measuredAt);
    if (!unseen) return;
    const ofSamples = await doubtedBy(
      work,
      unseen,
      { results: { instrument } },
      (result) => result.instrument === instrument,
    );
    const doubted = [...ofSamples.doubted, ...(await rapidDoubtedBy(work, instrument, unseen))];
    const found = { ...ofSamples, doubted };
    const [laboratory, ...others] = new Set(found.samples.map((sample) => sample.laboratory));
    const measured = laboratory !== undefined && others.length === 0 && { laboratory };
    await open(work, { divisionCode, cause, causeId, instrument, ...measured }, reach, found);
  };

  /** A device's clock may run ahead. */
  const nowOr = (measuredAt: Date): Date => {
    const now = context.clock();
    return measuredAt > now ? measuredAt : now;
  };

  /** One that conforms was adjusted on its own day; after one that does not, the doubt lasts until the next. */
  const ofFailure = (
    work: Work,
    records: readonly CalibrationRecord[],
    failed: CalibrationRecord,
    measuredAt: Date,
  ): Promise<void> => {
    const ended = failed.conforms ? failed.calibratedOn : nextAfter(records, failed);
    const reach = reachOfFailedCalibration(lastGoodBefore(records, failed), nowOr(measuredAt), ended);
    return ofInstrumentSince(work, failed, 'calibration-failed', { reach, measuredAt });
  };

  /** What the calibration that was in force at a time says of what was measured then. */
  const ofStanding = async (work: Work, records: readonly CalibrationRecord[], measuredAt: Date): Promise<void> => {
    const day = dayInChina(measuredAt);
    const inForce = calibrationInForce(records, day);
    if (!inForce) return;
    if (!inForce.conforms) return ofFailure(work, records, inForce, measuredAt);
    if (day <= inForce.dueOn) return;
    const reach = reachOfLapse(inForce.dueOn, nowOr(measuredAt), nextAfter(records, inForce));
    await ofInstrumentSince(work, inForce, 'calibration-overdue', { reach, measuredAt });
  };

  return {
    async ofControl(work: Work, control: ControlRecord, run: RunRecord): Promise<void> {
      const { laboratory, divisionCode, kind, analyte, analyteKey, instrument, material, lot } = control;
      const same = { laboratory, methodKey: run.methodKey, kind, analyteKey, instrument, material, lot };
      const good = { state: { $in: goodControlStates }, at: { $lt: control.at } };
      const earlier = await Control.find({ ...same, ...good }, null, whoeverMeasured)
        .session(work.session)
        .sort({ at: -1 })
        .limit(1)
        .lean<ControlRecord[]>();
      const reach = reachOfControl(control, earlier);
      const found = await doubtedBy(work, reach, { laboratory, results: { analyteKey } }, (result) => {
        if (result.analyteKey !== analyteKey || result.run?.id.equals(run._id)) return false;
        if (instrument !== undefined && result.instrument !== instrument) return false;
        return result.method !== undefined && methodKey(result.method) === run.methodKey;
      });
      const cause: Cause = {
        ...{ divisionCode, laboratory, analyte, method: run.method },
        cause: 'control',
        causeId: control._id.toHexString(),
        ...(instrument !== undefined && { instrument }),
      };
      const law = await deps.standards.lawInForce();
      const rapid =
        instrument === undefined
          ? []
          : await rapidDoubtedBy(
              work,
              instrument,
              reach,
              (test) =>
                test.method !== undefined &&
                methodKey(test.method) === run.methodKey &&
                law.analyteKey(test.analyte) === analyteKey,
            );
      await open(work, cause, reach, { ...found, doubted: [...found.doubted, ...rapid] });
    },

    /** The device has measured: its calibration in force at that time may have failed or be over. */
    async ofInstrument(work: Work, instrument: string, measuredAt: Date): Promise<void> {
      await ofStanding(work, await deps.calibrations.ofDevice(instrument, work), measuredAt);
    },

    /** A certificate was recorded: it, or the one in force, may say that something was wrong. */
    async ofRecordedCalibration(work: Work, instrument: string): Promise<void> {
      const records = await deps.calibrations.ofDevice(instrument, work);
      const recorded = records.at(-1);
      const now = context.clock();
      if (recorded && (!recorded.conforms || recorded.foundOutOfTolerance))
        await ofFailure(work, records, recorded, now);
      await ofStanding(work, records, now);
    },
  };
}

export type ReachingBack = ReturnType<typeof createReachingBack>;

/** The day of the calibration that conformed before this one. */
function lastGoodBefore(records: readonly CalibrationRecord[], failed: CalibrationRecord): string | undefined {
  const good = records.filter((record) => record.conforms && record !== failed);
  return calibrationInForce(good, failed.calibratedOn)?.calibratedOn;
}

/** The day of the calibration that took its place. */
function nextAfter(records: readonly CalibrationRecord[], { calibratedOn }: CalibrationRecord): string | undefined {
  return records
    .map((record) => record.calibratedOn)
    .filter((day) => day > calibratedOn)
    .toSorted()[0];
}

function doubtedResult({ _id, number, batchCode }: SampleRecord, result: ResultRecord): DoubtedResult {
  const { analyte, value, unit, enteredAt } = result;
  return { sampleId: _id, sampleNumber: number, batchCode, resultId: result._id, analyte, value, unit, enteredAt };
}

function doubtedRapidTest({ _id, sample, batchCode, device, positive, ...test }: RapidTestRecord): DoubtedResult {
  const { analyte, value, unit, at } = test;
  return {
    sampleNumber: sample,
    batchCode,
    resultId: _id,
    rapid: { device, positive },
    analyte,
    value,
    unit,
    enteredAt: at,
  };
}

import { Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { type CalibrationRecord, calibrationInForce, calibrationOn, isLapsed } from '../../devices/index.ts';
import { dayInChina } from '../../standards/index.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { type ResultRecord, type SampleRecord, testingModels } from '../model.ts';
import { type ControlRecord, qualityControlModels, type RunRecord } from '../quality-control/model.ts';
import { methodKey } from '../rules/authorization.ts';
import { type ReachBack, reachOfControl, reachOfFailedCalibration, reachOfLapse } from '../rules/reach-back.ts';
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
export function createReachingBack(context: Context, deps: Pick<TestingDependencies, 'calibrations' | 'warnings'>) {
  const { Sample } = testingModels(context.connection);
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

  const open = async (
    work: Work,
    cause: Cause,
    reach: ReachBack,
    { samples, doubted }: { samples: SampleRecord[]; doubted: DoubtedResult[] },
  ): Promise<void> => {
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

  return {
    async ofControl(work: Work, control: ControlRecord, run: RunRecord): Promise<void> {
      const { laboratory, divisionCode, kind, analyte, analyteKey, instrument, material, lot } = control;
      const same = { laboratory, methodKey: run.methodKey, kind, analyteKey, instrument, material, lot };
      const earlier = await Control.find({ ...same, at: { $lt: control.at } }, null, whoeverMeasured)
        .session(work.session)
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
      await open(work, cause, reach, found);
    },

    /** Its newest calibration failed or is over. Asked for when a calibration is recorded, and when the device has measured. */
    async ofInstrument(work: Work, instrument: string): Promise<void> {
      const records = await deps.calibrations.ofDevice(instrument, work);
      const now = context.clock();
      const today = dayInChina(now);
      const standing = calibrationOn(records, today);
      const inForce = calibrationInForce(records, today);
      if (!inForce || !isLapsed(standing)) return;
      const reach =
        standing === 'failed'
          ? reachOfFailedCalibration(lastGoodOf(records, inForce), now)
          : reachOfLapse(inForce.dueOn, now);
      const found = await doubtedBy(
        work,
        reach,
        { results: { instrument } },
        (result) => result.instrument === instrument,
      );
      const [laboratory, ...others] = new Set(found.samples.map((sample) => sample.laboratory));
      const cause: Cause = {
        divisionCode: inForce.divisionCode,
        cause: standing === 'failed' ? 'calibration-failed' : 'calibration-overdue',
        causeId: `${instrument}|${inForce.certificateNumber}`,
        instrument,
        ...(laboratory !== undefined && others.length === 0 && { laboratory }),
      };
      await open(work, cause, reach, found);
    },
  };
}

export type ReachingBack = ReturnType<typeof createReachingBack>;

/** The day of the calibration that conformed before this one. */
function lastGoodOf(records: readonly CalibrationRecord[], failed: CalibrationRecord): string | undefined {
  const good = records.filter(({ conforms }) => conforms);
  return calibrationInForce(good, failed.calibratedOn)?.calibratedOn;
}

function doubtedResult({ _id, number, batchCode }: SampleRecord, result: ResultRecord): DoubtedResult {
  const { analyte, value, unit, enteredAt } = result;
  return { sampleId: _id, sampleNumber: number, batchCode, resultId: result._id, analyte, value, unit, enteredAt };
}

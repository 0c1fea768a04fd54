import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import type { Work } from '../../database/transaction.ts';
import { type CalibrationRecord, calibrationInForce } from '../../devices/index.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { isInReach, type ReachBack, reachOfFailedCalibration, reachOfLapse, unseenReach } from '../rules/reach-back.ts';
import type { FindDoubted } from './doubted.ts';
import type { Cause, Opening } from './opening.ts';

/** What calibrations that failed or are over cast doubt on. */
export function createDoubtByCalibration(
  context: Context,
  { calibrations }: Pick<TestingDependencies, 'calibrations'>,
  { resultsIn, rapidTestsIn }: FindDoubted,
  { open, followedUntil }: Opening,
) {
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
    const ofSamples = await resultsIn(
      work,
      unseen,
      { results: { instrument } },
      (result) => result.instrument === instrument,
    );
    const doubted = [...ofSamples.doubted, ...(await rapidTestsIn(work, instrument, unseen))];
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
  const reachOfFailure = (records: readonly CalibrationRecord[], failed: CalibrationRecord, measuredAt: Date) => {
    const ended = failed.conforms ? failed.calibratedOn : nextAfter(records, failed);
    return reachOfFailedCalibration(lastGoodBefore(records, failed), nowOr(measuredAt), ended);
  };

  /** What the calibrations around a time say of what was measured then. */
  const ofMoment = async (work: Work, records: readonly CalibrationRecord[], measuredAt: Date): Promise<void> => {
    for (const failed of records.filter(hasFailed)) {
      const reach = reachOfFailure(records, failed, measuredAt);
      if (isInReach(reach, measuredAt))
        await ofInstrumentSince(work, failed, 'calibration-failed', { reach, measuredAt });
    }
    const day = dayOf(measuredAt);
    const inForce = calibrationInForce(records, day);
    if (!inForce?.conforms || day <= inForce.dueOn) return;
    const reach = reachOfLapse(inForce.dueOn, nowOr(measuredAt), nextAfter(records, inForce));
    await ofInstrumentSince(work, inForce, 'calibration-overdue', { reach, measuredAt });
  };

  return {
    /** The device has measured, and may tell late: a calibration around that time may have failed, or have been over. */
    async ofInstrument(work: Work, instrument: string, measuredAt: Date): Promise<void> {
      await ofMoment(work, await calibrations.ofDevice(instrument, work), measuredAt);
    },

    /** A certificate was recorded: it, or the one in force, may say that something was wrong. */
    async ofRecordedCalibration(work: Work, instrument: string): Promise<void> {
      const records = await calibrations.ofDevice(instrument, work);
      const recorded = records.at(-1);
      const measuredAt = context.clock();
      if (recorded && hasFailed(recorded)) {
        const reach = reachOfFailure(records, recorded, measuredAt);
        await ofInstrumentSince(work, recorded, 'calibration-failed', { reach, measuredAt });
      }
      await ofMoment(work, records, measuredAt);
    },
  };
}

const hasFailed = ({ conforms, foundOutOfTolerance }: CalibrationRecord): boolean =>
  !conforms || foundOutOfTolerance === true;

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

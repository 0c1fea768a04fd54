import type { Context } from '../../context.ts';
import type { Work } from '../../database/transaction.ts';
import type { TestingDependencies } from '../dependencies.ts';
import type { RapidTestRecord } from '../model.ts';
import type { ControlRecord, RunRecord } from '../quality-control/model.ts';
import { createDoubtByCalibration } from './by-calibration.ts';
import { createDoubtByControl } from './by-control.ts';
import { createDoubted } from './doubted.ts';
import { nonconformityModels } from './model.ts';
import { createOpening } from './opening.ts';

/** Finds what a failed control or calibration casts doubt on, in the transaction of whichever comes last: the cause, or what was measured. */
export function createReachingBack(
  context: Context,
  deps: Pick<TestingDependencies, 'calibrations' | 'standards' | 'warnings'>,
) {
  const found = createDoubted(context);
  const opening = createOpening(context, deps);
  const byControl = createDoubtByControl(context, deps, found, opening);
  const byCalibration = createDoubtByCalibration(context, deps, found, opening);
  const { InstrumentTurn } = nonconformityModels(context.connection);

  /** What is measured while a failure is recorded would see nothing of it, nor that of what is measured: one of them waits. */
  const takeTurn = (work: Work, _id: string) =>
    InstrumentTurn.updateOne({ _id }, { $inc: { taken: 1 } }, { upsert: true, session: work.session });

  return {
    async ofControl(work: Work, control: ControlRecord, run: RunRecord): Promise<void> {
      if (control.instrument !== undefined) await takeTurn(work, control.instrument);
      await byControl.ofControl(work, control, run);
    },

    async ofInstrument(work: Work, instrument: string, measuredAt: Date): Promise<void> {
      await takeTurn(work, instrument);
      await byCalibration.ofInstrument(work, instrument, measuredAt);
    },

    /** One without a device, entered by hand, rests on nothing that is calibrated or controlled here. */
    async ofRapidTest(work: Work, test: RapidTestRecord): Promise<void> {
      const { device } = test;
      if (device === undefined) return;
      await takeTurn(work, device);
      await byCalibration.ofInstrument(work, device, test.at);
      await byControl.ofRapidTest(work, { ...test, device });
    },

    async ofRecordedCalibration(work: Work, instrument: string): Promise<void> {
      await takeTurn(work, instrument);
      await byCalibration.ofRecordedCalibration(work, instrument);
    },
  };
}

export type ReachingBack = ReturnType<typeof createReachingBack>;

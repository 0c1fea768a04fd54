import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { partOf } from '../../database/guard.ts';
import { type CalibrationStanding, calibrationOn } from '../rules/calibration.ts';
import { type CalibrationRecord, calibrationModels } from './model.ts';

/** How a device stood at a moment, by its certificates as known now; the caller has found the device within its reach. */
export function createStandings({ connection }: Pick<Context, 'connection'>) {
  const { Calibration } = calibrationModels(connection);
  return async (device: string): Promise<(at: Date) => CalibrationStanding> => {
    const records = await Calibration.find({ device }, null, partOf('calibrations', { device }))
      .sort({ _id: 1 })
      .lean<CalibrationRecord[]>();
    return (at) => calibrationOn(records, dayOf(at));
  };
}

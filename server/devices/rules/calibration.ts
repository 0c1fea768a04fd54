/**
 * What a device's calibration says of a day: `valid`; `overdue`, the next one was due before; `failed`, the last one did
 * not conform; `none`, there had been no calibration.
 */
export const calibrationStandings = ['valid', 'overdue', 'failed', 'none'] as const;
export type CalibrationStanding = (typeof calibrationStandings)[number];

/** What such a device measures is marked, and warned of. */
export type Lapsed = Extract<CalibrationStanding, 'overdue' | 'failed'>;

export function isLapsed(standing: CalibrationStanding | undefined): standing is Lapsed {
  return standing === 'overdue' || standing === 'failed';
}

/** Days are written `2026-05-03`. */
export interface Calibration {
  calibratedOn: string;
  /** The last day for which it is good; the owner sets it, not the laboratory (ISO/IEC 17025:2017, 7.8.4.3). */
  dueOn: string;
  conforms: boolean;
}

/** The newest calibration made on or before that day decides; of two of one day, the one recorded later. */
export function calibrationInForce<Record extends Calibration>(
  inOrderOfRecording: readonly Record[],
  day: string,
): Record | undefined {
  return inOrderOfRecording
    .filter(({ calibratedOn }) => calibratedOn <= day)
    .reduce<Record | undefined>(
      (newest, next) => (newest && newest.calibratedOn > next.calibratedOn ? newest : next),
      undefined,
    );
}

/** The last day for which the calibration in force on `day` is good; one that did not conform is due on its own day. */
export function dueOn(inOrderOfRecording: readonly Calibration[], day: string): string | undefined {
  const inForce = calibrationInForce(inOrderOfRecording, day);
  return inForce?.conforms === false ? inForce.calibratedOn : inForce?.dueOn;
}

export function calibrationOn(inOrderOfRecording: readonly Calibration[], day: string): CalibrationStanding {
  const inForce = calibrationInForce(inOrderOfRecording, day);
  if (!inForce) return 'none';
  if (!inForce.conforms) return 'failed';
  return day <= inForce.dueOn ? 'valid' : 'overdue';
}

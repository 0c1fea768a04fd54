import { z } from 'zod';
import { name, recordId } from '../../http/fields.ts';
import { calibrationStandings } from '../rules/calibration.ts';

const day = z.iso.date('must be a day such as 2026-05-03');

export const calibrationBody = z
  .strictObject({
    certificateNumber: name.meta({ description: "The calibration certificate's number" }),
    laboratory: name.meta({ description: 'The calibration laboratory, by the name on its certificate' }),
    calibratedOn: day,
    dueOn: day.meta({ description: 'The last day for which it is good; set by the owner of the device' }),
    conforms: z.boolean().meta({ description: "The certificate's statement of conformity: pass or fail" }),
    foundOutOfTolerance: z
      .boolean()
      .optional()
      .meta({ description: 'As found, before it was adjusted: what it measured until then is in doubt' }),
    uncertainty: name
      .optional()
      .meta({ description: 'Expanded uncertainty with its coverage factor: U = 0.3 %, k = 2' }),
    note: z.string().trim().max(500).optional(),
  })
  .refine(({ calibratedOn, dueOn }) => calibratedOn <= dueOn, {
    path: ['dueOn'],
    message: 'must not be before the calibration',
  });

export const calibrationStanding = z.enum(calibrationStandings).meta({
  description:
    'valid; overdue: another was due before; failed: the last did not conform; none: no calibration recorded',
});

export const calibrationSchema = z
  .object({
    id: recordId,
    device: z.string(),
    certificateNumber: z.string(),
    laboratory: z.string(),
    calibratedOn: z.string(),
    dueOn: z.string(),
    conforms: z.boolean(),
    foundOutOfTolerance: z.boolean().optional(),
    uncertainty: z.string().optional(),
    note: z.string().optional(),
    recordedBy: z.string(),
  })
  .meta({ id: 'Calibration' });

export const calibrationsSchema = z
  .object({ standing: calibrationStanding, items: z.array(calibrationSchema) })
  .meta({ id: 'Calibrations', description: 'How a device stands today, and its calibrations, the newest first' });

import { z } from 'zod';
import { divisionCode } from '../../http/fields.ts';
import { asOfQuery } from '../pass-rates/schema.ts';

export const monthlyReportQuery = asOfQuery.extend({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-05')
    .optional()
    .meta({ description: '`2026-05`; absent: the month before this one' }),
  division: divisionCode.optional().meta({ description: 'The report is about this division; absent: your own' }),
});

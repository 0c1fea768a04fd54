import { z } from 'zod';
import { bilingual, divisionCode, instant, recordId } from '../../http/fields.ts';
import { levels, warningKinds } from '../schema.ts';

export const qualityQuery = z.object({
  from: instant.optional().meta({ description: 'Absent: 30 days before `to`' }),
  to: instant.optional().meta({ description: 'Absent: now' }),
  division: divisionCode.optional().meta({ description: 'Absent: all that you may see' }),
  officers: z.coerce.number().int().min(1).max(10_000).default(1).meta({ description: 'On duty at a time' }),
});

const count = z.number().int();
const share = z.number().meta({ description: 'Of all, 0 to 1' });

export const qualitySchema = z
  .object({
    from: instant,
    to: instant,
    alarms: count,
    officers: count,
    perOfficerTenMinutes: z.number(),
    busiestTenMinutes: z.number().meta({ description: 'For each officer' }),
    burden: z.enum(['acceptable', 'manageable', 'too-many']),
    floodShare: share.meta({ description: 'Of the time, 0 to 1' }),
    chattering: count.meta({ description: 'Conditions that rang three times within a minute' }),
    stale: count.meta({ description: 'Unresolved and holding for more than a day' }),
    levels: z.array(z.object({ level: z.enum(levels), count, share })),
    worst: z.array(
      z.object({
        kind: z.enum(warningKinds),
        ruleId: recordId.optional().meta({ description: 'The first version of the rule' }),
        ruleName: z.string().optional(),
        ruleNameEn: z.string().optional(),
        count,
        share,
        falseAlarms: count,
      }),
    ),
    enoughDays: z.boolean().meta({ description: 'Fewer than 30 days allow no verdict' }),
    truncated: z.boolean().meta({ description: 'There were more alarms than are looked at' }),
    source: bilingual,
  })
  .meta({ id: 'WarningQuality' });

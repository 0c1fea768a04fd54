import { z } from 'zod';
import { bilingual, divisionCode, instant, recordId, verbs } from '../../http/fields.ts';
import { createRuleBody, triedRuleSchema } from '../schema.ts';
import { dryRunStates } from './lifecycle.ts';

export const longestDays = 366;

export const dryRunBody = z.strictObject({
  rule: createRuleBody,
  from: instant,
  to: instant.meta({ description: `At most ${longestDays} days later` }),
});

export const cancelDryRunBody = z.strictObject({});

const count = z.number().int();

export const dryRunSchema = z
  .object({
    id: recordId,
    divisionCode,
    rule: triedRuleSchema,
    from: instant,
    to: instant,
    state: z.enum(dryRunStates).meta({ description: 'The figures below are of what has been looked at so far' }),
    progress: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Share of the devices, and of the time of the next, looked at' }),
    startedBy: z.string(),
    startedAt: instant,
    finishedAt: instant.optional(),
    cancelledBy: z.string().optional(),
    devices: count.meta({ description: 'In the reach of the rule, with readings of its metric' }),
    readings: count,
    warnings: count.meta({ description: 'How many it would have raised' }),
    perDay: z.number(),
    flappingCount: count,
    flapping: z.array(z.object({ deviceId: z.string(), warnings: count })).meta({
      description: 'Devices at which it would have rung three times within an hour; the first 100',
    }),
    caught: count.meta({
      description:
        'Warnings of then that were handled, of a rule that looks the same way, and that it would have raised, too',
    }),
    missedCount: count,
    missed: z
      .array(z.object({ id: recordId, deviceId: z.string(), title: bilingual, openedAt: instant }))
      .meta({ description: 'Those that it would not have raised; the first 100' }),
    falseAlarmsRepeated: count,
    falseAlarmsAvoided: count,
    ...verbs,
  })
  .meta({ id: 'WarningDryRun' });

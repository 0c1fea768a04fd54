import { z } from 'zod';
import { bilingual, instant, recordId } from '../../http/fields.ts';
import { createRuleBody } from '../schema.ts';

export const dryRunBody = z.strictObject({
  rule: createRuleBody,
  from: instant,
  to: instant.meta({ description: 'At most 31 days later' }),
});

const count = z.number().int();

export const dryRunSchema = z
  .object({
    from: instant,
    to: instant,
    devices: count.meta({ description: 'In the reach of the rule, with readings of its metric' }),
    readings: count,
    truncated: z.boolean().meta({ description: 'There were more devices or readings than are looked at' }),
    warnings: count.meta({ description: 'How many it would have raised' }),
    perDay: z.number(),
    flapping: z.array(z.object({ deviceId: z.string(), warnings: count })).meta({
      description: 'Devices at which it would have rung three times within an hour',
    }),
    caught: count.meta({ description: 'Warnings of then that were handled, and that it would have raised, too' }),
    missed: z
      .array(z.object({ id: recordId, deviceId: z.string(), title: bilingual, openedAt: instant }))
      .meta({ description: 'Those that it would not have raised; the first 100' }),
    missedCount: count,
    falseAlarmsRepeated: count,
    falseAlarmsAvoided: count,
  })
  .meta({ id: 'WarningRuleDryRun' });

import { z } from 'zod';
import { divisionCode, instant } from '../../http/fields.ts';
import { planKinds } from '../../testing/schema.ts';
import { levels } from '../../warnings/schema.ts';

export const overviewQuery = z.object({
  division: divisionCode.optional().meta({
    description: 'The division whose parts are shown; absent: your own. The city has counties, a county towns',
  }),
  planKind: z
    .enum(planKinds)
    .optional()
    .meta({ description: '抽样类别 of the pass rate; absent: all kinds in one, which is then marked as mixed' }),
  from: instant
    .optional()
    .meta({ description: 'Pass rate and sampling of samples drawn since then; absent: of the last 90 days' }),
});

const count = z.number().int().min(0);

export const overviewFigures = {
  warnings: z
    .object({
      red: count,
      orange: count,
      yellow: count,
      blue: count,
      total: count,
      highest: z.enum(levels).nullable().meta({ description: 'The gravest level that is open; null: none is' }),
    })
    .meta({ id: 'OpenWarningCounts', description: 'Warnings that nobody has ended yet, by level' }),
  passRate: z
    .object({
      n: count.meta({ description: 'Published verdicts that are a pass or a fail' }),
      passes: count,
      fails: count,
      share: z.number().min(0).max(1).nullable().meta({ description: 'null: nothing was judged' }),
      interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
      mixedPlanKinds: z.boolean(),
    })
    .meta({ id: 'OverviewPassRate', description: 'With the 95 % interval of Wilson' }),
  sampling: z
    .object({ drawn: count, published: count, ended: count, open: count })
    .meta({ id: 'SamplingProgress', description: 'Samples drawn since `from`; `ended`: rejected or invalidated' }),
  devices: z
    .object({ total: count, online: count, offline: count, neverConnected: count })
    .meta({ id: 'DeviceHealth', description: 'Devices in use, by what their connection last said' }),
};

const part = z
  .object({
    divisionCode,
    divisionName: z.string(),
    level: z.enum(['city', 'county', 'town']),
    ...overviewFigures,
  })
  .meta({ id: 'OverviewPart' });

export const overviewSchema = z
  .object({
    asOf: instant.meta({ description: 'When the figures were counted' }),
    from: instant,
    division: part.meta({ description: 'The whole: its parts, and what is recorded on the division itself' }),
    items: z.array(part).meta({ description: 'Its counties or towns in the order of their codes; of a town: none' }),
  })
  .meta({ id: 'Overview' });

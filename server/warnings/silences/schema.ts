import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, recordId, verbs } from '../../http/fields.ts';

export const silenceKinds = ['silence', 'maintenance'] as const;

const longestDays = 92;
const matcher = {
  ruleId: recordId.optional(),
  deviceId: z.string().max(64).optional(),
  siteId: recordId.optional(),
  metric: z.string().max(64).optional(),
};

export const createSilenceBody = z
  .strictObject({
    kind: z.enum(silenceKinds).meta({ description: 'A maintenance window is of a device or a site' }),
    divisionCode: divisionCode.optional().meta({ description: 'Absent: the own division' }),
    ...matcher,
    from: instant.optional().meta({ description: 'Absent: from now on' }),
    until: instant.meta({ description: `At most ${longestDays} days later` }),
    reason: z.string().trim().min(1, 'must not be empty').max(500, 'must have at most 500 characters'),
  })
  .superRefine(({ kind, deviceId, siteId, ruleId, metric }, context) => {
    if (kind === 'maintenance' && deviceId === undefined && siteId === undefined)
      context.addIssue({
        code: 'custom',
        path: ['deviceId'],
        message: 'a maintenance window names a device or a site',
      });
    if ([deviceId, siteId, ruleId, metric].every((value) => value === undefined))
      context.addIssue({ code: 'custom', path: [], message: 'names a rule, a device, a site or a metric' });
  });

export const longestMilliseconds = longestDays * 86_400_000;

export const silenceSchema = z
  .object({
    id: recordId,
    kind: z.enum(silenceKinds),
    divisionCode,
    ...matcher,
    from: instant,
    until: instant,
    inForce: z.boolean(),
    reason: z.string(),
    createdBy: z.string(),
    createdAt: instant,
    endedBy: z.string().optional(),
    endedAt: instant.optional(),
    ...verbs,
  })
  .meta({ id: 'WarningSilence' });

export const listSilencesQuery = pageQuery.extend({
  inForce: z.enum(['true', 'false']).optional(),
});

export const endSilenceBody = z.strictObject({});

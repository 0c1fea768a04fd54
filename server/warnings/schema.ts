import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual, divisionCode, instant, name, recordId, verbs } from '../http/fields.ts';

/** 蓝 黄 橙 红, lowest first. */
export const levels = ['blue', 'yellow', 'orange', 'red'] as const;

export const warningKinds = ['threshold', 'limit-exceeded', 'rapid-test-positive'] as const;

export const warningStates = ['open', 'acknowledged', 'resolved'] as const;

export const createRuleBody = z
  .strictObject({
    name,
    kind: z.literal('threshold'),
    level: z.enum(levels),
    metric: z.string().min(1).max(64),
    unit: z.string().min(1).max(20),
    comparison: z.enum(['above', 'below']),
    limit: z.number(),
    /** The condition ends only when the value is back beyond this: no flapping around the limit. */
    clearAt: z.number(),
    /** The value must stay beyond the limit for so long; 0 warns at the first reading. */
    durationSeconds: z.number().int().min(0).max(86_400).default(0),
    /** Absent: the caller's own division. */
    divisionCode: divisionCode.optional(),
    siteKind: z.string().max(31).optional(),
    deviceId: z.string().max(64).optional(),
  })
  .superRefine((rule, context) => {
    const sensible = rule.comparison === 'above' ? rule.clearAt <= rule.limit : rule.clearAt >= rule.limit;
    if (!sensible)
      context.addIssue({ code: 'custom', path: ['clearAt'], message: 'must lie on the safe side of the limit' });
  });

export const ruleSchema = z
  .object({
    id: recordId,
    name: z.string(),
    kind: z.literal('threshold'),
    level: z.enum(levels),
    metric: z.string(),
    unit: z.string(),
    comparison: z.enum(['above', 'below']),
    limit: z.number(),
    clearAt: z.number(),
    durationSeconds: z.number().int(),
    divisionCode,
    siteKind: z.string().optional(),
    deviceId: z.string().optional(),
    /** Of the rules that come with the platform: where the numbers are from, and why. */
    source: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'WarningRule' });

export const warningSchema = z
  .object({
    id: recordId,
    kind: z.enum(warningKinds),
    level: z.enum(levels),
    state: z.enum(warningStates),
    /** Does the condition still hold? Apart from `state`, which says what people did about it. */
    active: z.boolean(),
    title: bilingual,
    detail: bilingual,
    divisionCode,
    divisionName: z.string(),
    ruleId: recordId.optional(),
    deviceId: z.string().optional(),
    siteId: recordId.optional(),
    siteName: z.string().optional(),
    metric: z.string().optional(),
    batchCode: z.string().optional(),
    sampleId: recordId.optional(),
    openedAt: instant,
    lastOccurredAt: instant,
    clearedAt: instant.optional(),
    occurrences: z
      .number()
      .int()
      .meta({ description: 'How often the condition began anew while the warning was unresolved' }),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, note: z.string().optional() })),
    updatedAt: instant,
    ...verbs,
  })
  .meta({ id: 'Warning' });

export const listWarningsQuery = pageQuery.extend({
  state: z.enum(warningStates).optional(),
  level: z.enum(levels).optional(),
  batch: z.string().max(40).optional(),
  device: z.string().max(64).optional(),
});

/** `<time of the last change>-<warning>`: the id of an event of the stream. */
export const eventId = z.string().regex(/^\d{1,15}-[0-9a-f]{24}$/, 'must be the id of an event of this stream');

export const streamQuery = z.object({ lastEventId: eventId.optional() });

export const acknowledgeBody = z.strictObject({ note: z.string().max(500).optional() });
export const resolveBody = z.strictObject({ measure: name.meta({ description: 'What was done about it' }) });

import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual, divisionCode, instant, name, recordId, verbs } from '../http/fields.ts';
import { ruleFaults } from './rules/rule-faults.ts';

/** 蓝 黄 橙 红, lowest first. */
export const levels = ['blue', 'yellow', 'orange', 'red'] as const;

/** The kinds of rules on the stream of readings, with the numbers that each needs beside its reach. */
export const numbersOfKind = {
  threshold: ['metric', 'unit', 'comparison', 'limit', 'clearAt', 'durationSeconds'],
  'rate-of-change': ['metric', 'unit', 'direction', 'limit', 'clearAt', 'windowSeconds'],
  'count-in-window': ['metric', 'unit', 'comparison', 'limit', 'count', 'windowSeconds'],
  silence: ['silentSeconds'],
} as const;

export const ruleKinds = Object.keys(numbersOfKind) as (keyof typeof numbersOfKind)[];

export const warningKinds = [...ruleKinds, 'limit-exceeded', 'rapid-test-positive'] as const;

export const warningStates = ['open', 'acknowledged', 'resolved'] as const;

/** All numbers of all kinds; which of them a rule has, its kind tells. */
const numbers = {
  metric: z.string().min(1).max(64).optional().meta({ description: 'Of a silence: absent for any metric' }),
  unit: z.string().min(1).max(20).optional(),
  comparison: z.enum(['above', 'below']).optional(),
  direction: z.enum(['rising', 'falling']).optional(),
  limit: z.number().optional(),
  clearAt: z.number().optional().meta({ description: 'The condition ends only there: no flapping around the limit' }),
  durationSeconds: z.number().int().min(0).max(86_400).optional().meta({ description: 'Beyond the limit for so long' }),
  windowSeconds: z.number().int().min(60).max(86_400).optional(),
  count: z.number().int().min(2).max(1000).optional(),
  silentSeconds: z.number().int().min(60).max(2_592_000).optional(),
};

const reach = { siteKind: z.string().max(31).optional(), deviceId: z.string().max(64).optional() };

export const createRuleBody = z
  .strictObject({
    name,
    kind: z.enum(ruleKinds).meta({ description: Object.entries(numbersOfKind).map(([kind, own]) => `${kind}: ${own.join(', ')}`).join('; ') }),
    level: z.enum(levels),
    ...numbers,
    /** Absent: the caller's own division. */
    divisionCode: divisionCode.optional(),
    ...reach,
  })
  .transform((rule) => (rule.kind === 'threshold' ? { durationSeconds: 0, ...rule } : rule))
  .superRefine((rule, context) => {
    for (const [path, message] of ruleFaults(rule, numbersOfKind)) context.addIssue({ code: 'custom', path: [path], message });
  });

export const ruleSchema = z
  .object({
    id: recordId,
    name: z.string(),
    kind: z.enum(ruleKinds),
    level: z.enum(levels),
    ...numbers,
    divisionCode,
    ...reach,
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

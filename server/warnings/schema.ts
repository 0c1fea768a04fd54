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

export const warningKinds = [...ruleKinds, 'limit-exceeded', 'rapid-test-positive', 'calibration'] as const;

export const warningStates = ['open', 'acknowledged', 'resolved'] as const;

const comparison = z.enum(['above', 'below']);
const direction = z.enum(['rising', 'falling']);
const metric = z.string().min(1).max(64);
const unit = z.string().min(1).max(20);
const seconds = z.number().int();

const reach = { siteKind: z.string().max(31).optional(), deviceId: z.string().max(64).optional() };

export const createRuleBody = z
  .strictObject({
    name,
    kind: z.enum(ruleKinds).meta({ description: `What each needs: ${neededByKind()}` }),
    level: z.enum(levels),
    metric: metric.optional().meta({ description: 'Of a silence: absent for any metric' }),
    unit: unit.optional(),
    comparison: comparison.optional(),
    direction: direction.optional(),
    limit: z.number().optional(),
    clearAt: z.number().optional().meta({ description: 'The condition ends only there: no flapping at the limit' }),
    durationSeconds: seconds.min(0).max(86_400).optional().meta({ description: 'Beyond the limit for so long' }),
    windowSeconds: seconds.min(60).max(86_400).optional(),
    count: z.number().int().min(2).max(1000).optional(),
    silentSeconds: seconds.min(60).max(2_592_000).optional(),
    /** Absent: the caller's own division. */
    divisionCode: divisionCode.optional(),
    ...reach,
  })
  .transform((rule) => (rule.kind === 'threshold' ? { durationSeconds: 0, ...rule } : rule))
  .superRefine((rule, context) => {
    for (const [path, message] of ruleFaults(rule, numbersOfKind))
      context.addIssue({ code: 'custom', path: [path], message });
  });

function neededByKind(): string {
  return Object.entries(numbersOfKind)
    .map(([kind, own]) => `${kind}: ${own.join(', ')}`)
    .join('; ');
}

const anyRule = z.object({
  id: recordId,
  name: z.string(),
  level: z.enum(levels),
  divisionCode,
  ...reach,
  /** Of the rules that come with the platform: where the numbers are from, and why. */
  source: z.string().optional(),
  reason: z.string().optional(),
});

const limited = { metric, unit, limit: z.number() };

export const ruleSchema = z
  .discriminatedUnion('kind', [
    anyRule.extend({
      kind: z.literal('threshold'),
      ...limited,
      comparison,
      clearAt: z.number(),
      durationSeconds: seconds,
    }),
    anyRule.extend({
      kind: z.literal('rate-of-change'),
      ...limited,
      direction,
      clearAt: z.number(),
      windowSeconds: seconds,
    }),
    anyRule.extend({
      kind: z.literal('count-in-window'),
      ...limited,
      comparison,
      count: z.number().int(),
      windowSeconds: seconds,
    }),
    anyRule.extend({ kind: z.literal('silence'), metric: metric.optional(), silentSeconds: seconds }),
  ])
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

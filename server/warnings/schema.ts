import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual, divisionCode, instant, name, recordId, verbs } from '../http/fields.ts';
import { ruleStates } from './rule-versions/lifecycle.ts';
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

export const warningKinds = [
  ...ruleKinds,
  'gateway-silence',
  'limit-exceeded',
  'rapid-test-positive',
  'calibration',
  'overdue-task',
  'complaint-cluster',
  'scan-anomaly',
  'pre-harvest-interval',
  'mass-balance',
  'pass-rate',
  'nonconforming-work',
  'certificate-expiry',
  'certificate-visit',
] as const;

export const warningStates = ['open', 'acknowledged', 'handling', 'resolved', 'closed', 'false-alarm'] as const;

/** Somebody still has to do something. */
export const unresolvedStates = ['open', 'acknowledged', 'handling'] as const;

const comparison = z.enum(['above', 'below']);
const direction = z.enum(['rising', 'falling']);
const metric = z.string().min(1).max(64);
const unit = z.string().min(1).max(20);
const seconds = z.number().int();

const reach = {
  siteKind: z.string().max(31).optional(),
  productId: recordId.optional().meta({ description: 'Only at sites that say that this is grown or kept there' }),
  deviceKind: z.string().max(31).optional(),
  deviceId: z.string().max(64).optional(),
};

const ruleNumbers = {
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
};

const nameEn = name.optional().meta({ description: 'The name in English' });

const ruleFields = {
  name,
  nameEn,
  kind: z.enum(ruleKinds).meta({ description: `What each needs: ${neededByKind()}` }),
  level: z.enum(levels),
  ...ruleNumbers,
  /** Absent: the caller's own division. */
  divisionCode: divisionCode.optional(),
  ...reach,
};

/** A rule as it was handed in. */
export const triedRuleSchema = z.object(ruleFields);

type RuleNumbers = z.output<z.ZodObject<typeof ruleFields>>;

const withDuration = <Rule extends RuleNumbers>(rule: Rule): Rule =>
  rule.kind === 'threshold' ? { ...rule, durationSeconds: rule.durationSeconds ?? 0 } : rule;

const checkNumbers = (rule: RuleNumbers, context: z.RefinementCtx): void => {
  for (const [path, message] of ruleFaults(rule, numbersOfKind))
    context.addIssue({ code: 'custom', path: [path], message });
};

export const createRuleBody = z.strictObject(ruleFields).transform(withDuration).superRefine(checkNumbers);

const why = z.string().trim().min(1, 'must not be empty').max(500, 'must have at most 500 characters');

export const supersedeRuleBody = z
  .strictObject({ ...ruleFields, reason: why.meta({ description: 'Why it is changed' }) })
  .transform(withDuration)
  .superRefine(checkNumbers);

export const switchRuleBody = z.strictObject({ reason: why });

const unwrapped = (field: z.ZodType) => (field instanceof z.ZodOptional ? field.unwrap() : field);

/** JSON Schema of a rule, one form for each kind with the numbers that it needs, for programs that make rules. */
export function ruleJsonSchema(): object {
  const { level, divisionCode: division } = ruleFields;
  const forms = ruleKinds.map((kind) => {
    const needed = Object.fromEntries(
      (numbersOfKind[kind] as readonly (keyof typeof ruleNumbers)[]).map((field) => [
        field,
        unwrapped(ruleNumbers[field]),
      ]),
    ) as z.ZodRawShape;
    const metricOfSilence = kind === 'silence' ? { metric: ruleNumbers.metric } : {};
    return z.strictObject({
      name,
      nameEn,
      kind: z.literal(kind),
      level,
      ...needed,
      ...metricOfSilence,
      divisionCode: division,
      ...reach,
    });
  });
  return z.toJSONSchema(z.union(forms), { io: 'input' });
}

export const listRulesQuery = pageQuery.extend({
  state: z.enum(ruleStates).optional().meta({ description: 'Absent: all but superseded versions' }),
  family: recordId.optional().meta({ description: 'All versions of the rule with this first version' }),
});

function neededByKind(): string {
  return Object.entries(numbersOfKind)
    .map(([kind, own]) => `${kind}: ${own.join(', ')}`)
    .join('; ');
}

const anyRule = z.object({
  id: recordId,
  name: z.string(),
  nameEn: z.string().optional(),
  level: z.enum(levels),
  divisionCode,
  ...reach,
  /** Of the rules that come with the platform: where the numbers are from, and why. */
  source: z.string().optional(),
  sourceEn: z.string().optional(),
  reason: z.string().optional(),
  reasonEn: z.string().optional(),
  version: z.number().int(),
  family: recordId.meta({ description: 'The first version: warnings of all versions are of one condition' }),
  state: z.enum(ruleStates),
  supersedes: recordId.optional(),
  supersededBy: recordId.optional(),
  switchedOff: z.object({ by: z.string(), at: instant, reason: z.string() }).optional(),
  createdBy: z.string(),
  createdAt: instant,
  ...verbs,
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

const levelChange = z.object({ from: z.enum(levels), to: z.enum(levels) });

const historyEntry = z.object({
  verb: z.string(),
  by: z.string(),
  at: instant,
  note: z.string().optional(),
  cause: bilingual.optional().meta({ description: 'Why the platform did it' }),
  level: levelChange.optional(),
  divisions: z.object({ from: divisionCode, to: divisionCode }).optional(),
});

const followUp = z.object({
  number: z.number().int(),
  text: z.string(),
  by: z.string(),
  at: instant,
  knownAt: instant.optional().meta({ description: 'Of what went by telephone and was entered afterwards' }),
  level: levelChange.optional(),
});

export const warningSchema = z
  .object({
    id: recordId,
    kind: z.enum(warningKinds),
    level: z.enum(levels),
    state: z.enum(warningStates).meta({ description: 'Handling state: what people did about it' }),
    active: z.boolean().meta({ description: 'Condition state: does it still hold?' }),
    title: bilingual,
    detail: bilingual,
    divisionCode,
    divisionName: z.string(),
    ruleId: recordId.optional().meta({ description: 'The version of the rule that raised it' }),
    ruleVersion: z.number().int().optional(),
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
    reopens: recordId.optional().meta({ description: 'The ended warning whose condition went on' }),
    hazard: z.string().optional().meta({ description: 'What it is about: a substance, a metric' }),
    quiet: z
      .object({ because: z.enum(['silence', 'maintenance', 'inhibition']), by: recordId, until: instant.optional() })
      .optional()
      .meta({ description: 'Nobody is told of it: by which silence, or which warning about what is above it' }),
    inhibits: z
      .array(z.string())
      .optional()
      .meta({ description: 'Devices behind a gateway, or metrics of a device, whose silence it tells' }),
    escalatedTo: divisionCode.optional().meta({ description: 'The division above that has it now' }),
    escalateAt: instant.optional().meta({
      description: 'When it is passed on unless somebody acknowledges it or, once acknowledged, begins to handle it',
    }),
    history: z.array(historyEntry),
    followUps: z.array(followUp),
    updatedAt: instant,
    ...verbs,
  })
  .meta({ id: 'Warning' });

export const listWarningsQuery = pageQuery.extend({
  state: z.enum(warningStates).optional(),
  level: z.enum(levels).optional(),
  kind: z.enum(warningKinds).optional(),
  batch: z.string().max(40).optional(),
  device: z.string().max(64).optional(),
  inhibited: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Those that are listed in the warning about what is above them, instead of the others' }),
  escalated: z.enum(['true', 'false']).optional().meta({ description: 'Only those passed on to a division above' }),
});

/** `<time of the last change>-<warning>`: the id of an event of the stream. */
export const eventId = z.string().regex(/^\d{1,15}-[0-9a-f]{24}$/, 'must be the id of an event of this stream');

export const streamQuery = z.object({ lastEventId: eventId.optional() });

const note = z.string().max(500).optional();

export const acknowledgeBody = z.strictObject({ note });
export const acknowledgeAllBody = z.strictObject({ ids: z.array(recordId).min(1).max(200), note });
export const acknowledgedSchema = z
  .object({
    items: z.array(z.object({ id: recordId, acknowledged: z.boolean(), reason: bilingual.optional() })),
  })
  .meta({ id: 'AcknowledgedWarnings' });
export const withdrawBody = z.strictObject({});
export const handleBody = z.strictObject({ note });
export const closeBody = z.strictObject({ note });
export const dismissBody = z.strictObject({
  reason: name.meta({ description: 'Why it was nothing; counts against its rule' }),
});
export const followUpBody = z.strictObject({
  text: z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2000 characters'),
  level: z.enum(levels).optional().meta({ description: 'Reclassifies the warning, up or down' }),
  knownAt: instant.optional().meta({ description: 'When it was known, if it is entered afterwards' }),
});

export const recurrencesSchema = z
  .object({
    since: instant,
    count: z.number().int(),
    items: z.array(
      z.object({
        id: recordId,
        level: z.enum(levels),
        state: z.enum(warningStates),
        title: bilingual,
        openedAt: instant,
      }),
    ),
  })
  .meta({ id: 'WarningRecurrences' });

export const resolveBody = z.strictObject({ measure: name.meta({ description: 'What was done about it' }) });

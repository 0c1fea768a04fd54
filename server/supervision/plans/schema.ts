import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, name, recordId, verbs } from '../../http/fields.ts';
import { producerKinds } from '../../producers/schema.ts';
import { inspectionKinds } from '../inspections/schema.ts';
import { planStates } from './lifecycle.ts';

const inspector = z.strictObject({
  username: z.string().min(1).max(64),
  conflictsWith: z
    .array(recordId)
    .max(500)
    .default([])
    .meta({ description: 'Producers with whom this person has a conflict of interest' }),
});

const day = z.iso.date('must be a day such as 2026-05-03');

const task = z.strictObject({
  producerId: recordId,
  inspectors: z.array(z.string().min(1).max(64)).min(1).max(4),
  due: day.optional().meta({ description: "Last day for it; absent: the plan's" }),
});

const planFields = z.strictObject({
  title: name,
  kind: z
    .enum(inspectionKinds)
    .default('random')
    .meta({ description: 'random 双随机 draws its producers; routine 例行 and special 专项 name them as tasks' }),
  divisionCode: divisionCode.optional().meta({ description: 'Absent: your own; its subtree is drawn from' }),
  year: z.number().int().min(2020).max(2100),
  quarter: z.number().int().min(1).max(4).optional().meta({ description: 'Absent: the whole year' }),
  due: day
    .optional()
    .meta({ description: 'Last day on which its inspections are handed in; absent: the last of the quarter or year' }),
  checklist: z.string().max(40).default('producer'),
  count: z.number().int().min(1).max(500).optional().meta({ description: 'random: how many producers are drawn' }),
  tasks: z
    .array(task)
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'routine and special: who is inspected by whom; each becomes an inspection at once' }),
  producerKinds: z.array(z.enum(producerKinds)).min(1).optional().meta({ description: 'Absent: all kinds' }),
  inspectors: z.array(inspector).max(200).default([]).meta({ description: 'random: who may be drawn' }),
  inspectorsEach: z.number().int().min(1).max(4).default(2),
});

export const createPlanBody = planFields.superRefine(({ kind, count, tasks, inspectors }, check) => {
  const fault = (field: keyof z.output<typeof planFields>, message: string) =>
    check.addIssue({ code: 'custom', path: [field], message });
  if (kind === 'random') {
    if (count === undefined) fault('count', 'is needed for a plan that is drawn');
    if (inspectors.length === 0) fault('inspectors', 'is needed for a plan that is drawn');
    if (tasks) fault('tasks', 'are drawn, not named');
    return;
  }
  if (!tasks) fault('tasks', 'are needed for a plan that names its producers');
  if (count !== undefined) fault('count', 'is told by the tasks');
});

export const drawBody = z.strictObject({
  seed: z
    .string()
    .regex(/^[!-~]{8,128}$/, 'must have 8 to 128 printable characters without spaces')
    .optional()
    .meta({ description: 'A published figure nobody could choose, such as a lottery result; absent: made at random' }),
  seedSource: name.optional().meta({ description: 'Where it was published' }),
});

export const listPlansQuery = pageQuery.extend({
  year: z.coerce.number().int().optional(),
  quarter: z.coerce.number().int().optional(),
  kind: z.enum(inspectionKinds).optional(),
  state: z.enum(planStates).optional(),
});

const drawSchema = z.object({
  algorithm: z.string(),
  seed: z.string(),
  seedSource: z.string().optional(),
  producers: z.array(z.object({ id: recordId, weight: z.number().int() })),
  result: z.array(z.object({ producerId: recordId, inspectors: z.array(z.string()) })),
  by: z.string(),
  at: instant,
});

export const planSchema = z
  .object({
    id: recordId,
    divisionCode,
    kind: z.enum(inspectionKinds),
    title: z.string(),
    year: z.number().int(),
    quarter: z.number().int().optional(),
    due: z.string().meta({ description: 'Last day on which its inspections are handed in, YYYY-MM-DD in China' }),
    checklist: z.string(),
    count: z.number().int(),
    producerKinds: z.array(z.string()).optional(),
    inspectors: z.array(z.object({ username: z.string(), conflictsWith: z.array(recordId) })),
    inspectorsEach: z.number().int(),
    state: z.enum(planStates),
    draw: drawSchema.optional(),
    completion: z
      .object({ planned: z.number().int(), submitted: z.number().int(), closed: z.number().int() })
      .meta({ description: 'Inspections of the plan: all, those handed in, and of these those that are closed' }),
    createdAt: instant,
    createdBy: z.string(),
    ...verbs,
  })
  .meta({ id: 'InspectionPlan', description: '检查计划' });

export const drawCheckSchema = z
  .object({ same: z.boolean(), algorithm: z.string(), seed: z.string(), computed: drawSchema.shape.result })
  .meta({ id: 'DrawCheck', description: 'The draw computed anew from what is recorded' });

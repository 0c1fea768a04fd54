import { z } from 'zod';
import { termUnits } from '../calendar/index.ts';
import { pageQuery } from '../database/page.ts';
import { bilingual, divisionCode, instant, reason, recordId, verbs } from '../http/fields.ts';
import { roles } from '../identity/roles.ts';
import { deadlineStates } from './lifecycle.ts';

const resource = z.string().regex(/^[a-z][a-z-]{1,39}$/, 'must be a resource as its routes name it');
const kind = z.string().max(61);

export const extendBody = z.strictObject({
  amount: z.number().int().min(1).max(1_000).optional().meta({ description: 'In units of its term' }),
  until: instant
    .optional()
    .meta({ description: 'Of a deadline that was set to a day: the first moment that is too late' }),
  reason,
});
export const suspendBody = z.strictObject({
  from: instant.optional().meta({ description: 'When it began to rest; absent: now' }),
  reason,
});
export const resumeBody = z.strictObject({
  to: instant.optional().meta({ description: 'When it began to run again; absent: now' }),
  reason,
});

export const listDeadlinesQuery = pageQuery.extend({
  mine: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'Those that name you, or your role in your own division; of a producer, its own' }),
  state: z.enum(deadlineStates).optional(),
  open: z.enum(['true', 'false']).optional().meta({ description: 'Running, suspended and overdue ones; or the ended' }),
  kind: kind.optional(),
  resource: resource.optional().meta({ description: 'Of records of this resource' }),
  record: z.string().min(1).max(64).optional().meta({ description: 'Of this record of the resource' }),
  division: divisionCode.optional().meta({ description: 'Of this division and those below it' }),
  dueBefore: instant.optional(),
});

const changeSchema = z.object({
  verb: z.enum(['extend', 'suspend', 'resume', 'recompute']),
  by: z.string(),
  at: instant,
  reason: z.string(),
  amount: z.number().int().optional(),
  oldDue: instant,
  newDue: instant.optional().meta({ description: 'Absent while it is suspended' }),
});

export const deadlineSchema = z
  .object({
    id: recordId,
    kind,
    title: bilingual,
    subject: z.object({
      resource: z.string(),
      id: z.string(),
      label: z.string(),
      part: z.string().optional(),
    }),
    divisionCode,
    responsible: z.object({ usernames: z.array(z.string()).optional(), role: z.enum(roles).optional() }),
    startedBy: z.string().meta({ description: 'The event it runs from' }),
    startedAt: instant,
    amount: z.number().int().optional().meta({ description: 'Absent where the day was set case by case' }),
    unit: z.enum(termUnits).optional(),
    clause: z.string(),
    consequence: bilingual.optional().meta({ description: 'What follows when it passes' }),
    dueAt: instant.meta({
      description: 'The first moment that is too late; while it is suspended, as it stood before',
    }),
    lastDay: z.string().meta({ description: 'The last day in China on which it can be done' }),
    workingDaysLeft: z.number().int().optional().meta({
      description:
        'Working days after today up to the last day; less than 0 once it is over; absent unless it runs or is overdue',
    }),
    provisional: z.boolean().meta({ description: 'It reaches into a year whose working days are not published yet' }),
    warnAt: instant.optional().meta({ description: 'When it is next reminded of' }),
    state: z.enum(deadlineStates),
    changes: z.array(changeSchema),
    passedAt: instant.optional(),
    endedAt: instant.optional(),
    late: z.boolean().optional().meta({ description: 'It was met, but after it was due' }),
    reason: z.string().optional().meta({ description: 'Why it is void' }),
    ...verbs,
  })
  .meta({ id: 'Deadline', description: '期限: what must be done by when, by which provision' });

const term = z.object({ count: z.number().int(), unit: z.enum(termUnits) });

export const deadlineKindSchema = z
  .object({
    kind,
    title: bilingual,
    amount: z.number().int().optional(),
    unit: z.enum(termUnits).optional(),
    clause: z.string(),
    source: z.string(),
    warnBefore: z.array(term),
    whenPassed: z.enum(['warn', 'lapse']).meta({ description: 'A duty is then overdue; a right or a paper lapses' }),
    consequence: bilingual.optional(),
    extension: z
      .object({ most: z.number().int().optional(), times: z.number().int().optional(), clause: z.string() })
      .optional(),
    suspension: z.object({ clause: z.string() }).optional(),
    changedByHand: z.boolean(),
  })
  .meta({ id: 'DeadlineKind' });

export const deadlineKindsSchema = z
  .object({ items: z.array(deadlineKindSchema), nextCursor: z.null() })
  .meta({ id: 'DeadlineKinds' });

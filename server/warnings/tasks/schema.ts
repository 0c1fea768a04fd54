import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, recordId, verbs } from '../../http/fields.ts';
import { levels } from '../schema.ts';
import { taskStates } from './lifecycle.ts';

const words = z.string().trim().min(1, 'must not be empty').max(500, 'must have at most 500 characters');
const username = z.string().max(64);

export const createTaskBody = z.strictObject({
  warningId: recordId,
  what: words.meta({ description: 'What must be done' }),
  dueAt: instant,
  divisionCode: divisionCode.optional().meta({ description: 'Who must do it; absent: the division of the warning' }),
  assignee: username.optional().meta({ description: 'A person of that division, by user name' }),
});

export const completeTaskBody = z.strictObject({ outcome: words.meta({ description: 'What came of it' }) });
export const withdrawTaskBody = z.strictObject({ reason: words });

export const listTasksQuery = pageQuery.extend({
  state: z.enum(taskStates).optional(),
  warning: recordId.optional(),
  overdue: z.enum(['true', 'false']).optional(),
});

export const taskSchema = z
  .object({
    id: recordId,
    warningId: recordId,
    title: bilingual,
    level: z.enum(levels),
    divisionCode,
    divisionName: z.string(),
    assignee: username.optional(),
    what: z.string(),
    dueAt: instant,
    overdue: z.boolean(),
    state: z.enum(taskStates),
    createdBy: z.string(),
    createdAt: instant,
    endedBy: z.string().optional(),
    endedAt: instant.optional(),
    outcome: z.string().optional(),
    ...verbs,
  })
  .meta({ id: 'WarningTask' });

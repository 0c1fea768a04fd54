import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, name, quantity, recordId, verbs } from '../../http/fields.ts';
import { batchCode } from '../schema.ts';

export const recallStates = ['draft', 'open', 'closed', 'cancelled'] as const;
export const taskStates = ['sent', 'received', 'reported'] as const;
export const recallLevels = ['1', '2', '3'] as const;
export const checkLevels = ['A', 'B', 'C', 'D', 'E'] as const;

const sentence = z.string().trim().min(1, 'must not be empty').max(500);

export const createRecallBody = z.strictObject({
  batchCode,
  level: z.enum(recallLevels).meta({ description: '召回级别: 1 is the gravest' }),
  reason: sentence,
  instruction: sentence.meta({ description: 'What holders are to do' }),
  checkLevel: z
    .enum(checkLevels)
    .default('A')
    .meta({ description: 'Which share of the holders is asked: A all, E none' }),
  drill: z.boolean().default(false).meta({ description: '演练: holds and recalls nothing' }),
});

export const noteBody = z.strictObject({ note: sentence });

export const listRecallsQuery = pageQuery.extend({
  state: z.enum(recallStates).optional(),
  batch: batchCode.optional(),
});
export const listTasksQuery = pageQuery.extend({ recall: recordId.optional(), state: z.enum(taskStates).optional() });

const amount = z.number().min(0).max(1e9);
export const accountSchema = z.strictObject({
  batchCode,
  onHand: amount,
  returned: amount,
  destroyed: amount,
  sold: amount,
});
export const reportBody = z.strictObject({ batches: z.array(accountSchema).min(1).max(2_000) });
export const checkBody = z.strictObject({ effective: z.boolean(), note: sentence });

const scopeLine = z.object({
  batchCode: z.string(),
  productName: z.string(),
  quantity,
  holderId: recordId,
  holderName: z.string(),
  divisionCode,
  containers: z
    .array(z.string())
    .meta({ description: 'Containers that the lot is in, as far as nobody told of its unpacking' }),
});

export const recallSchema = z
  .object({
    id: recordId,
    number: z.string(),
    batchCode: z.string(),
    productName: z.string(),
    level: z.enum(recallLevels),
    reason: z.string(),
    instruction: z.string(),
    state: z.enum(recallStates),
    drill: z.boolean(),
    checkLevel: z.enum(checkLevels),
    seed: z.string().optional(),
    startBy: instant.meta({ description: 'By when it must be issued' }),
    issuedAt: instant.optional(),
    finishBy: instant.optional(),
    closedAt: instant.optional(),
    divisionCode,
    createdAt: instant,
    ...verbs,
  })
  .meta({ id: 'Recall' });

export const recallScopeSchema = z
  .object({
    batches: z.array(scopeLine),
    holders: z.number().int(),
    /** Lots of other systems below: nobody here can be told. */
    unknown: z.array(z.string()),
  })
  .meta({ id: 'RecallScope' });

export const recallProgressSchema = z
  .object({
    tasks: z.number().int(),
    received: z.number().int(),
    reported: z.number().int(),
    drawn: z.number().int(),
    checked: z.number().int(),
    effective: z.number().int(),
    quantities: z.array(
      z.object({
        unit: z.string(),
        total: z.number(),
        onHand: z.number(),
        returned: z.number(),
        destroyed: z.number(),
        sold: z.number(),
        open: z.number(),
        share: z.number(),
      }),
    ),
  })
  .meta({ id: 'RecallProgress' });

export const recallTaskSchema = z
  .object({
    id: recordId,
    recallId: recordId,
    recallNumber: z.string(),
    drill: z.boolean(),
    reason: z.string(),
    instruction: z.string(),
    producerId: recordId,
    producerName: z.string(),
    divisionCode,
    state: z.enum(taskStates),
    sentAt: instant,
    receivedAt: instant.optional(),
    reportedAt: instant.optional(),
    drawn: z.boolean(),
    check: z.object({ at: instant, by: name, effective: z.boolean(), note: z.string() }).optional(),
    batches: z.array(
      z.object({
        code: z.string(),
        productName: z.string(),
        quantity,
        containers: z.array(z.string()).meta({ description: 'Containers that it was in when the recall was issued' }),
        account: accountSchema.omit({ batchCode: true }).optional(),
      }),
    ),
    ...verbs,
  })
  .meta({ id: 'RecallTask' });

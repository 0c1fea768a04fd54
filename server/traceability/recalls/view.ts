import { deadlineOf, type Term, workCalendar } from '../../calendar/index.ts';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import levels from '../data/recall-levels.json' with { type: 'json' };
import {
  recallTransitions,
  recallVerbs,
  type Standing,
  taskTransitions,
  taskVerbs,
  whyRecallRefused,
  whyTaskRefused,
} from './lifecycle.ts';
import type { RecallRecord, RecallTaskRecord } from './model.ts';

export function recallView(recall: RecallRecord, caller: Caller, standing: Standing) {
  const start = deadlineOf(recall.createdAt, levels.levels[recall.level].start as Term, workCalendar);
  return {
    id: recall._id.toHexString(),
    number: recall.number,
    batchCode: recall.batchCode,
    productName: recall.productName,
    level: recall.level,
    reason: recall.reason,
    instruction: recall.instruction,
    state: recall.state,
    drill: recall.drill,
    checkLevel: recall.checkLevel,
    ...(recall.seed && { seed: recall.seed }),
    startBy: (start?.due ?? recall.createdAt).toISOString(),
    ...(recall.issuedAt && { issuedAt: recall.issuedAt.toISOString() }),
    ...(recall.finishBy && { finishBy: recall.finishBy.toISOString() }),
    ...(recall.closedAt && { closedAt: recall.closedAt.toISOString() }),
    divisionCode: recall.divisionCode,
    createdAt: recall.createdAt.toISOString(),
    ...decideVerbs(
      recallVerbs.map((verb) => ({ verb })),
      ({ verb }) =>
        mayDo(caller, recallTransitions[verb].permission, recall)
          ? whyRecallRefused(verb, recall.state, standing)
          : noRight,
    ),
  };
}

export function taskView(task: RecallTaskRecord, caller: Caller) {
  return {
    id: task._id.toHexString(),
    recallId: task.recallId.toHexString(),
    recallNumber: task.recallNumber,
    drill: task.drill,
    reason: task.reason,
    instruction: task.instruction,
    producerId: task.producerId.toHexString(),
    producerName: task.producerName,
    divisionCode: task.divisionCode,
    state: task.state,
    sentAt: task.sentAt.toISOString(),
    ...(task.receivedAt && { receivedAt: task.receivedAt.toISOString() }),
    ...(task.reportedAt && { reportedAt: task.reportedAt.toISOString() }),
    drawn: task.drawn,
    ...(task.check && {
      check: {
        at: task.check.at.toISOString(),
        by: task.check.by,
        effective: task.check.effective,
        note: task.check.note,
      },
    }),
    batches: task.batches.map(({ code, productName, quantity, containers = [], account }) => ({
      code,
      productName,
      quantity: { value: quantity.value, unit: quantity.unit },
      containers,
      ...(account && {
        account: {
          onHand: account.onHand,
          returned: account.returned,
          destroyed: account.destroyed,
          sold: account.sold,
        },
      }),
    })),
    ...decideVerbs(
      taskVerbs.map((verb) => ({ verb })),
      ({ verb }) => (mayDo(caller, taskTransitions[verb].permission, task) ? whyTaskRefused(verb, task) : noRight),
    ),
  };
}

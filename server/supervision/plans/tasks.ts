import { Types } from 'mongoose';
import type { z } from 'zod';
import { isWithin } from '../../divisions/rules.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { newestChecklist } from '../checklists.ts';
import type { SupervisionDependencies } from '../dependencies.ts';
import type { PlannedInspection } from '../inspections/planned.ts';
import { tooLateFrom } from './due.ts';
import { type InspectionPlanRecord, kindOf } from './model.ts';
import type { createPlanBody } from './schema.ts';

export interface Inspected {
  id: string;
  name: string;
  kind: string;
  divisionCode: string;
}

export interface Task {
  producer: Inspected;
  inspectors: string[];
  /** Last day for it; absent: the plan's. */
  due?: string | undefined;
}

/** The inspection that one task of a plan comes to, and from when on it is late. */
export function plannedOf(
  plan: Pick<InspectionPlanRecord, '_id' | 'kind' | 'checklist' | 'year' | 'quarter' | 'due'>,
  { producer, inspectors, due }: Task,
  now: Date,
): PlannedInspection {
  return { inspection: inspectionOf(plan, producer, inspectors), tooLateFrom: tooLateFrom(plan, due, now) };
}

function inspectionOf(
  plan: Pick<InspectionPlanRecord, '_id' | 'kind' | 'checklist'>,
  producer: Inspected,
  inspectors: string[],
): PlannedInspection['inspection'] {
  return {
    divisionCode: producer.divisionCode,
    producerId: new Types.ObjectId(producer.id),
    producerName: producer.name,
    producerKind: producer.kind,
    kind: kindOf(plan),
    planId: plan._id,
    checklist: plan.checklist,
    checklistVersion: newestChecklist(plan.checklist)?.version ?? 1,
    inspectors,
  };
}

/**
 * What a routine or special plan names: each producer once, within the plan's division and the caller's sight, inspected by
 * people who declared no conflict with it.
 * @throws InvalidInput at the task that is not so, or whose day is over
 */
export async function requireTasks(
  producers: Pick<SupervisionDependencies['producers'], 'findProducer'>,
  caller: Caller,
  { tasks = [], inspectors }: z.output<typeof createPlanBody>,
  { divisionCode, today }: { divisionCode: string; today: string },
): Promise<Task[]> {
  const inConflict = ({ producerId, inspectors: named }: (typeof tasks)[number]) =>
    named.some((name) =>
      inspectors.some(({ username, conflictsWith }) => username === name && conflictsWith.includes(producerId)),
    );
  const found: Task[] = [];
  for (const [index, task] of tasks.entries()) {
    const pointer = `/tasks/${index}`;
    const producer = await producers.findProducer(caller, task.producerId);
    if (!producer || !isWithin(producer.divisionCode, divisionCode))
      throw InvalidInput.field(`${pointer}/producerId`, "is not a producer of the plan's division");
    if (tasks.findIndex(({ producerId }) => producerId === task.producerId) < index)
      throw InvalidInput.field(`${pointer}/producerId`, 'is named twice');
    if (task.due !== undefined && task.due < today)
      throw InvalidInput.field(`${pointer}/due`, 'must not lie in the past');
    if (inConflict(task))
      throw InvalidInput.field(`${pointer}/inspectors`, 'names somebody with a conflict of interest');
    const { name, kind } = producer;
    found.push({
      producer: { id: task.producerId, name, kind, divisionCode: producer.divisionCode },
      inspectors: task.inspectors,
      due: task.due,
    });
  }
  return found;
}

import { Types } from 'mongoose';
import type { z } from 'zod';
import { isWithin } from '../../divisions/rules.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { newestChecklist } from '../checklists.ts';
import type { SupervisionDependencies } from '../dependencies.ts';
import type { InspectionRecord } from '../inspections/model.ts';
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
}

/** The inspection that one task of a plan comes to. */
export function inspectionOf(
  plan: Pick<InspectionPlanRecord, '_id' | 'kind' | 'checklist'>,
  { producer, inspectors }: Task,
): Partial<InspectionRecord> {
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
 * @throws InvalidInput at the task that is not so
 */
export async function requireTasks(
  producers: Pick<SupervisionDependencies['producers'], 'findProducer'>,
  caller: Caller,
  { tasks = [], inspectors }: z.output<typeof createPlanBody>,
  divisionCode: string,
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
    if (inConflict(task))
      throw InvalidInput.field(`${pointer}/inspectors`, 'names somebody with a conflict of interest');
    const { name, kind } = producer;
    found.push({
      producer: { id: task.producerId, name, kind, divisionCode: producer.divisionCode },
      inspectors: task.inspectors,
    });
  }
  return found;
}

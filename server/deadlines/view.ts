import type { z } from 'zod';
import { dayOf, workCalendar, workingDaysUntil } from '../calendar/index.ts';
import { type Bilingual, decideVerbs } from '../http/fields.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo, noRight } from '../identity/rights/ability.ts';
import type { DeadlineKind } from './kinds.ts';
import { type HandVerb, handPermissions, handVerbs, whyRefused } from './lifecycle.ts';
import type { DeadlineRecord } from './model.ts';
import type { deadlineSchema } from './schema.ts';

export type DeadlineView = z.infer<typeof deadlineSchema>;

const byItsRecord: Bilingual = {
  zh: '此类期限随其案卷办理，不单独变更',
  en: 'a deadline of this kind changes with the steps of its record, not by itself',
};

/** Why this step cannot be taken at the deadline's own routes; rights are asked apart. */
export function whyNotByHand(deadline: DeadlineRecord, verb: HandVerb, kind: DeadlineKind | undefined, amount = 0) {
  if (!kind?.changedByHand) return byItsRecord;
  return whyRefused(deadline, verb, kind, amount);
}

export function deadlineView(
  deadline: DeadlineRecord,
  caller: Caller | null,
  { kind, now }: { kind: DeadlineKind | undefined; now: Date },
): DeadlineView {
  const { _id, subject, responsible = {}, changes, startedAt, dueAt, warnAt, passedAt, endedAt } = deadline;
  const time = (name: string, at: Date | undefined) => (at ? { [name]: at.toISOString() } : {});
  return {
    id: _id.toHexString(),
    kind: deadline.kind,
    title: kind?.title ?? { zh: deadline.kind, en: deadline.kind },
    subject: {
      resource: subject.resource,
      id: subject.id,
      label: subject.label,
      ...(subject.part !== undefined && { part: subject.part }),
    },
    divisionCode: deadline.divisionCode,
    responsible: {
      ...(responsible.usernames && { usernames: [...responsible.usernames] }),
      ...(responsible.role && { role: responsible.role }),
    },
    startedBy: deadline.startedBy,
    startedAt: startedAt.toISOString(),
    ...(deadline.amount !== undefined && { amount: deadline.amount }),
    ...(deadline.unit && { unit: deadline.unit }),
    clause: deadline.clause,
    ...(kind?.consequence && { consequence: kind.consequence }),
    dueAt: dueAt.toISOString(),
    lastDay: deadline.lastDay,
    ...((deadline.state === 'running' || deadline.state === 'overdue') && {
      workingDaysLeft: workingDaysUntil(deadline.lastDay, dayOf(now), workCalendar),
    }),
    provisional: deadline.provisional,
    ...time('warnAt', warnAt),
    state: deadline.state,
    changes: changes.map(({ at, oldDue, newDue, verb, by, reason, amount }) => ({
      verb,
      by,
      reason,
      ...(amount !== undefined && amount !== null && { amount }),
      at: at.toISOString(),
      oldDue: oldDue.toISOString(),
      ...(newDue && { newDue: newDue.toISOString() }),
    })),
    ...time('passedAt', passedAt),
    ...time('endedAt', endedAt),
    ...(deadline.late !== undefined && { late: deadline.late }),
    ...(deadline.reason !== undefined && { reason: deadline.reason }),
    ...decideVerbs(
      handVerbs.map((verb) => ({ verb })),
      ({ verb }) =>
        caller && mayDo(caller, handPermissions[verb], deadline) ? whyNotByHand(deadline, verb, kind, 1) : noRight,
    ),
  };
}

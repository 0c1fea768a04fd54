import { Types, type UpdateQuery } from 'mongoose';
import { type Term, workCalendar } from '../calendar/index.ts';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { createWithin, type Work } from '../database/transaction.ts';
import { Conflict, IllegalTransition } from '../errors.ts';
import type { WarningsService } from '../warnings/index.ts';
import type { DeadlineKinds } from './kinds.ts';
import { type DeadlineVerb, deadlineTransitions, openStates, whyRefused } from './lifecycle.ts';
import type { DeadlineChange, DeadlineModels, DeadlineRecord, DeadlineSubject, Responsible } from './model.ts';
import { computeDue, reminders } from './rules/due.ts';
import { warningKey } from './warning.ts';

export interface NewDeadline {
  kind: string;
  subject: DeadlineSubject;
  divisionCode: string;
  /** Whose record it is about; that producer sees the deadline. 24 hexadecimal digits. */
  producerId?: string | undefined;
  responsible?: Responsible | undefined;
  startedBy: string;
  startedAt: Date;
  /** The first moment that is too late; only for kinds without an amount. */
  setTo?: Date | undefined;
}

/** Which deadline of a record: the one of this kind that has not ended. */
export interface DeadlineReference {
  kind: string;
  resource: string;
  id: string;
  part?: string | undefined;
}

export interface Extension {
  /** In units of its term. */
  amount?: number | undefined;
  /** Of a deadline that was set to a day: the new first moment that is too late. */
  until?: Date | undefined;
  reason: string;
}

const ofTheElement = unscoped('the element whose record it is about answers for who changes it');
const dayLength = 86_400_000;

const keyOf = ({ kind, resource, id, part = '' }: DeadlineReference) => `${kind}|${resource}|${id}|${part}`;

/** The steps of deadlines, each within the transaction of the element that takes it. Times come in as arguments. */
export function createRunning(
  context: Context,
  { Deadline }: DeadlineModels,
  kinds: DeadlineKinds,
  warnings: Pick<WarningsService, 'clear'>,
) {
  const timesOf = (deadline: DeadlineRecord): { set: Partial<DeadlineRecord>; unset: { warnAt?: 1 } } => {
    const due = computeDue({ ...deadline, term: termOf(deadline) }, workCalendar);
    if (!due) return { set: {}, unset: { warnAt: 1 } };
    const before = kinds.find(deadline.kind)?.warnBefore ?? [];
    const next = reminders(due, deadline.startedAt, before, workCalendar).find((at) => at > context.clock());
    return {
      set: { dueAt: due.due, lastDay: due.lastDay, provisional: due.provisional, ...(next && { warnAt: next }) },
      unset: next ? {} : { warnAt: 1 },
    };
  };

  const open = (work: Work, reference: DeadlineReference) =>
    Deadline.findOne({ openKey: keyOf(reference) }, null, ofTheElement)
      .session(work.session)
      .lean<DeadlineRecord>();

  const write = async (
    work: Work,
    deadline: DeadlineRecord,
    update: UpdateQuery<DeadlineRecord>,
  ): Promise<DeadlineRecord> => {
    const changed = await Deadline.findOneAndUpdate(
      { _id: deadline._id, version: deadline.version },
      { ...update, $set: { ...update.$set, updatedAt: context.clock() }, $inc: { version: 1 } },
      { session: work.session, returnDocument: 'after', ...ofTheElement },
    ).lean<DeadlineRecord>();
    if (!changed) throw new Conflict('Somebody else has just changed this deadline: read it again');
    return changed;
  };

  /** A step that changes when it is due, with what was and what is now kept. */
  const change = async (
    work: Work,
    deadline: DeadlineRecord,
    verb: DeadlineChange['verb'],
    after: Partial<DeadlineRecord>,
    { at, reason, amount }: { at: Date; reason: string; amount?: number },
  ): Promise<DeadlineRecord> => {
    const state = verb === 'recompute' ? deadline.state : deadlineTransitions[verb].to;
    const times = timesOf({ ...deadline, ...after });
    const entry: DeadlineChange = {
      verb,
      by: work.actor.name,
      at,
      reason,
      ...(amount !== undefined && { amount }),
      oldDue: deadline.dueAt,
      ...(times.set.dueAt && { newDue: times.set.dueAt }),
    };
    if (verb === 'extend' || verb === 'suspend') await warnings.clear(work, warningKey(deadline._id.toHexString()), at);
    return write(work, deadline, {
      $set: { state, ...after, ...times.set },
      $unset: times.unset,
      $push: { changes: entry },
    });
  };

  const end = async (work: Work, deadline: DeadlineRecord, verb: 'meet' | 'void', at: Date, reason?: string) => {
    await warnings.clear(work, warningKey(deadline._id.toHexString()), at);
    return write(work, deadline, {
      $set: {
        state: deadlineTransitions[verb].to,
        endedAt: at,
        ...(verb === 'meet' && { late: deadline.state !== 'suspended' && at >= deadline.dueAt }),
        ...(reason !== undefined && { reason }),
      },
      $unset: { openKey: 1, warnAt: 1 },
    });
  };

  /** Over at this moment, whether or not the round has been by. */
  const asOfNow = (deadline: DeadlineRecord): DeadlineRecord =>
    deadline.state === 'running' && deadline.dueAt <= context.clock() ? { ...deadline, state: 'overdue' } : deadline;

  const require = (deadline: DeadlineRecord, verb: DeadlineVerb, amount?: number): void => {
    const refused = whyRefused(asOfNow(deadline), verb, kinds.find(deadline.kind), amount);
    if (refused) throw new IllegalTransition(refused);
  };

  const steps = {
    /** @throws IllegalTransition where the kind or the state does not allow it */
    async extend(work: Work, deadline: DeadlineRecord, { amount, until, reason }: Extension) {
      const at = context.clock();
      const { setTo } = deadline;
      const by = setTo ? Math.ceil(((until ?? setTo).getTime() - setTo.getTime()) / dayLength) : (amount ?? 0);
      if (by < 1) throw new Conflict('An extension ends later than what it extends');
      require(deadline, 'extend', by);
      const after = { extensions: [...deadline.extensions, by], ...(setTo && until && { setTo: until }) };
      return change(work, deadline, 'extend', after, { at, reason, amount: by });
    },

    async suspend(work: Work, deadline: DeadlineRecord, reason: string, from: Date) {
      require(deadline, 'suspend');
      if (from < deadline.startedAt || from > context.clock() || from >= deadline.dueAt)
        throw new Conflict('A suspension begins while the deadline runs, and not in the future');
      const pauses = [...deadline.pauses, { from }];
      return change(work, deadline, 'suspend', { pauses }, { at: context.clock(), reason });
    },

    async resume(work: Work, deadline: DeadlineRecord, reason: string, to: Date) {
      require(deadline, 'resume');
      const begun = deadline.pauses.at(-1);
      if (!begun || to < begun.from || to > context.clock())
        throw new Conflict('A suspension ends after it began, and not in the future');
      const pauses = [...deadline.pauses.slice(0, -1), { from: begun.from, to }];
      return change(work, deadline, 'resume', { pauses }, { at: context.clock(), reason });
    },
  };

  const byReference =
    <Rest extends unknown[]>(step: (work: Work, deadline: DeadlineRecord, ...rest: Rest) => Promise<DeadlineRecord>) =>
    async (work: Work, reference: DeadlineReference, ...rest: Rest): Promise<DeadlineRecord> => {
      const deadline = await open(work, reference);
      if (!deadline) throw new Conflict(`There is no open deadline ${reference.kind} of this record`);
      return step(work, deadline, ...rest);
    };

  return {
    ...steps,
    write,

    /** @throws Conflict when one of this kind is open already for the record */
    async startDeadline(work: Work, wish: NewDeadline): Promise<DeadlineRecord> {
      const kind = kinds.get(wish.kind);
      const reference = { ...wish.subject, kind: wish.kind };
      if (await open(work, reference)) throw new Conflict(`The deadline ${wish.kind} of this record runs already`);
      if ((kind.amount === undefined) !== (wish.setTo !== undefined))
        throw new Error(`the deadline ${wish.kind} is ${kind.amount ? 'computed' : 'set case by case'}`);
      const now = context.clock();
      const deadline: DeadlineRecord = {
        _id: new Types.ObjectId(),
        kind: wish.kind,
        subject: wish.subject,
        divisionCode: wish.divisionCode,
        ...(wish.producerId !== undefined && { producerId: new Types.ObjectId(wish.producerId) }),
        ...(wish.responsible && { responsible: wish.responsible }),
        startedBy: wish.startedBy,
        startedAt: wish.startedAt,
        ...(kind.amount !== undefined && { amount: kind.amount }),
        ...(kind.unit !== undefined && { unit: kind.unit }),
        ...(wish.setTo && { setTo: wish.setTo }),
        clause: kind.clause,
        extensions: [],
        pauses: [],
        dueAt: wish.startedAt,
        lastDay: '',
        provisional: false,
        state: 'running',
        changes: [],
        openKey: keyOf(reference),
        version: 0,
        updatedAt: now,
      };
      return createWithin(work, Deadline, { ...deadline, ...timesOf(deadline).set }, ofTheElement);
    },

    /** Done, at this moment; late where that is not before it was due. `null` where none is open. */
    async meetDeadline(work: Work, reference: DeadlineReference, at: Date): Promise<DeadlineRecord | null> {
      const deadline = await open(work, reference);
      return deadline && end(work, deadline, 'meet', at);
    },

    /** It falls away. `null` where none is open. */
    async voidDeadline(work: Work, reference: DeadlineReference, reason: string): Promise<DeadlineRecord | null> {
      const deadline = await open(work, reference);
      return deadline && end(work, deadline, 'void', context.clock(), reason);
    },

    /** All open ones of a record are another division's to see to. */
    async handOver(work: Work, { resource, id }: Pick<DeadlineReference, 'resource' | 'id'>, divisionCode: string) {
      await Deadline.updateMany(
        { 'subject.resource': resource, 'subject.id': id, state: { $in: openStates } },
        { $set: { divisionCode, updatedAt: context.clock() }, $inc: { version: 1 } },
        { session: work.session, ...ofTheElement },
      );
    },

    /** All open ones of a record fall away, as when it is withdrawn. */
    async voidAll(work: Work, { resource, id }: Pick<DeadlineReference, 'resource' | 'id'>, reason: string) {
      const found = await Deadline.find(
        { 'subject.resource': resource, 'subject.id': id, state: { $in: openStates } },
        null,
        ofTheElement,
      )
        .session(work.session)
        .lean<DeadlineRecord[]>();
      for (const deadline of found) await end(work, deadline, 'void', context.clock(), reason);
    },

    /** @throws Conflict where none is open, IllegalTransition where the kind or its state does not allow it */
    extendDeadline: byReference(steps.extend),
    suspendDeadline: byReference(steps.suspend),
    resumeDeadline: byReference(steps.resume),

    /** Computes it anew by the calendar as it is now. False when nothing changed. */
    async recompute(work: Work, deadline: DeadlineRecord): Promise<boolean> {
      const { set } = timesOf(deadline);
      if (!set.dueAt || (set.dueAt.getTime() === deadline.dueAt.getTime() && set.provisional === deadline.provisional))
        return false;
      await change(work, deadline, 'recompute', {}, { at: context.clock(), reason: '工作日历公布' });
      return true;
    },
  };
}

export type Running = ReturnType<typeof createRunning>;

export function termOf({ amount, unit }: Pick<DeadlineRecord, 'amount' | 'unit'>): Term | undefined {
  return amount !== undefined && unit !== undefined ? { count: amount, unit } : undefined;
}

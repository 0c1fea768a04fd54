import { type QueryFilter, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { Page } from '../database/page.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import { subtreeRange } from '../divisions/rules.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import type { WarningsService } from '../warnings/index.ts';
import { createCalendarFeeds } from './feeds/service.ts';
import { createDeadlineKinds } from './kinds.ts';
import { type HandVerb, handPermissions, openStates } from './lifecycle.ts';
import { type DeadlineRecord, deadlineModels } from './model.ts';
import { createRound } from './round.ts';
import { createRunning } from './running.ts';
import type { extendBody, listDeadlinesQuery, resumeBody, suspendBody } from './schema.ts';
import { type DeadlineView, deadlineView, whyNotByHand } from './view.ts';

export interface DeadlinesDependencies {
  warnings: Pick<WarningsService, 'raise' | 'clear'>;
  /** An account as it stands now; `null` when it is disabled or gone. For its calendar feed. */
  callerById(userId: string): Promise<Caller | null>;
  /** Where the console shows a deadline. */
  deadlineUrl(id: string): string;
  feedUrl(token: string): string;
}

const ofTheElement = unscoped('the element whose records they are about answers for who may see them');

/** 期限: what must be done by when, of all elements. */
export function createDeadlinesService(context: Context, deps: DeadlinesDependencies) {
  const models = deadlineModels(context.connection);
  const { Deadline } = models;
  const kinds = createDeadlineKinds();
  const running = createRunning(context, models, kinds, deps.warnings);
  const round = createRound(context, { ...models, kinds, running, warnings: deps.warnings });

  const viewFor = (caller: Caller) => (deadline: DeadlineRecord) =>
    deadlineView(deadline, caller, { kind: kinds.find(deadline.kind), now: context.clock() });

  const read = async (caller: Caller, id: string, work?: Work): Promise<DeadlineRecord> => {
    const found = await Deadline.findById(id, null, within(caller, 'deadlines:read'))
      .session(work?.session ?? null)
      .lean<DeadlineRecord>();
    if (!found) throw new NotFound('There is no such deadline');
    return found;
  };

  const byHand = (
    caller: Caller,
    id: string,
    { verb, reason, amount }: { verb: HandVerb; reason: string; amount?: number | undefined },
    step: (work: Work, deadline: DeadlineRecord) => Promise<DeadlineRecord>,
  ): Promise<DeadlineView> =>
    inTransaction(
      context,
      actorOf(caller),
      async (work) => {
        const deadline = await read(caller, id, work);
        const permission = handPermissions[verb];
        if (!mayDo(caller, permission, deadline))
          throw new Forbidden(`The right ${permission} does not reach that deadline`);
        const refused = whyNotByHand(deadline, verb, kinds.find(deadline.kind), amount);
        if (refused) throw new IllegalTransition(refused);
        return viewFor(caller)(await step(work, deadline));
      },
      reason,
    );

  /** The most urgent first; a cursor names the due time and id of the last one given. */
  const list = async (caller: Caller, query: z.output<typeof listDeadlinesQuery>): Promise<Page<DeadlineView>> => {
    const found = await Deadline.find(
      { $and: [wantedOf(caller, query), after(query.cursor)] },
      null,
      within(caller, 'deadlines:read'),
    )
      .sort({ dueAt: 1, _id: 1 })
      .limit(query.limit + 1)
      .lean<DeadlineRecord[]>();
    const last = found.length > query.limit ? found[query.limit - 1] : undefined;
    return {
      items: found.slice(0, query.limit).map(viewFor(caller)),
      nextCursor: last ? Buffer.from(`${last.dueAt.getTime()}|${last._id.toHexString()}`).toString('base64url') : null,
    };
  };

  const { write: _write, recompute: _recompute, extend, suspend, resume, ...steps } = running;

  return {
    ...steps,
    register: kinds.register,
    kinds: kinds.all,
    list,

    get: async (caller: Caller, id: string): Promise<DeadlineView> => viewFor(caller)(await read(caller, id)),

    extendByHand: (caller: Caller, id: string, { amount, until, reason }: z.output<typeof extendBody>) =>
      byHand(caller, id, { verb: 'extend', reason, amount }, (work, deadline) => {
        if ((deadline.setTo ? until : amount) === undefined)
          throw InvalidInput.field(deadline.setTo ? '/until' : '/amount', 'is what this deadline is extended by');
        return extend(work, deadline, { amount, reason, ...(until !== undefined && { until: new Date(until) }) });
      }),

    suspendByHand: (caller: Caller, id: string, { from, reason }: z.output<typeof suspendBody>) =>
      byHand(caller, id, { verb: 'suspend', reason }, (work, deadline) =>
        suspend(work, deadline, reason, from === undefined ? context.clock() : new Date(from)),
      ),

    resumeByHand: (caller: Caller, id: string, { to, reason }: z.output<typeof resumeBody>) =>
      byHand(caller, id, { verb: 'resume', reason }, (work, deadline) =>
        resume(work, deadline, reason, to === undefined ? context.clock() : new Date(to)),
      ),

    /** The deadlines of these records, the oldest first; whoever asks answers for who may see them. */
    ofRecords: (resource: string, ids: readonly string[], work?: Work): Promise<DeadlineRecord[]> =>
      Deadline.find({ 'subject.resource': resource, 'subject.id': { $in: ids } }, null, ofTheElement)
        .sort({ _id: 1 })
        .session(work?.session ?? null)
        .lean<DeadlineRecord[]>(),

    /** Does at once what the clock asks for. What fails is logged and left for the next round. */
    lookAtDue: round.look,
    start: round.start,
    stop: round.stop,
    feeds: createCalendarFeeds(context, { ...deps, list }),
  };
}

export type DeadlinesService = ReturnType<typeof createDeadlinesService>;

function wantedOf(caller: Caller, query: z.output<typeof listDeadlinesQuery>): QueryFilter<DeadlineRecord> {
  const ended = { $nin: openStates };
  const all: QueryFilter<DeadlineRecord>[] = [
    query.state ? { state: query.state } : {},
    query.open === undefined ? {} : { state: query.open === 'true' ? { $in: openStates } : ended },
    query.kind ? { kind: query.kind } : {},
    query.resource ? { 'subject.resource': query.resource } : {},
    query.record ? { 'subject.id': query.record } : {},
    query.division ? { divisionCode: subtreeRange(query.division) } : {},
    query.dueBefore ? { dueAt: { $lt: new Date(query.dueBefore) } } : {},
    query.mine === 'true' ? ownOf(caller) : {},
  ];
  return { $and: all };
}

/** A producer's are those about it; an officer's those that name the person, or the role in the person's own division. */
function ownOf({ username, roles, divisionCode, producerId }: Caller): QueryFilter<DeadlineRecord> {
  return {
    $or: [
      { 'responsible.usernames': username },
      { 'responsible.usernames': { $exists: false }, 'responsible.role': { $in: roles }, divisionCode },
      ...(producerId === undefined ? [] : [{ producerId: new Types.ObjectId(producerId) }]),
    ],
  };
}

function after(cursor: string | undefined): QueryFilter<DeadlineRecord> {
  if (cursor === undefined) return {};
  const found = /^(-?\d{1,15})\|([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found) throw InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
  const dueAt = new Date(Number(found[1]));
  return { $or: [{ dueAt: { $gt: dueAt } }, { dueAt, _id: { $gt: new Types.ObjectId(found[2]) } }] };
}

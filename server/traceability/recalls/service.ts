import { createHash, randomBytes } from 'node:crypto';
import { type ClientSession, Types } from 'mongoose';
import type { z } from 'zod';
import { deadlineOf, type Term, workCalendar } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage } from '../../database/page.ts';
import { createRecord, inTransaction, type Work } from '../../database/transaction.ts';
import { IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import { within } from '../../identity/rights/within.ts';
import type { ProducersService } from '../../producers/index.ts';
import levels from '../data/recall-levels.json' with { type: 'json' };
import { createHolds } from '../holds.ts';
import { type BatchRecord, traceabilityModels } from '../model.ts';
import { accounted } from '../rules/recall/accounted.ts';
import { drawSample } from '../rules/recall/draw-sample.ts';
import { draftOf } from './draft.ts';
import { recallTransitions, type Standing, whyRecallRefused } from './lifecycle.ts';
import { type RecallRecord, type RecallTaskRecord, recallModels } from './model.ts';
import type { createRecallBody, listRecallsQuery } from './schema.ts';
import { createRecallScope, type RecallScope } from './scope.ts';
import { createRecallTasks } from './tasks.ts';
import { recallView } from './view.ts';

const ofTheRecall = unscoped('whoever may issue a recall tells every holder, wherever');

/** 召回: previewed, issued to whoever holds the goods in one transaction, followed up, closed. */
export function createRecallsService(
  context: Context,
  deps: { producers: Pick<ProducersService, 'producerById' | 'sitesById'> },
) {
  const { Recall, RecallTask } = recallModels(context.connection);
  const { Batch } = traceabilityModels(context.connection);
  const scopeOf = createRecallScope(context, deps.producers);
  const holds = createHolds(context);
  const tasks = createRecallTasks(context);

  const requireRecall = async (caller: Caller, id: string, permission: Permission, session?: ClientSession) => {
    const found = await Recall.findById(id, null, within(caller, permission))
      .session(session ?? null)
      .lean<RecallRecord>();
    if (!found) throw new NotFound('There is no such recall');
    return found;
  };

  const tasksOf = (recallId: Types.ObjectId, session?: ClientSession) =>
    RecallTask.find({ recallId }, null, ofTheRecall)
      .session(session ?? null)
      .lean<RecallTaskRecord[]>();

  const view = async (recall: RecallRecord, caller: Caller) =>
    recallView(recall, caller, standingOf(await tasksOf(recall._id)));

  const tell = async (work: Work, recall: RecallRecord, scope: RecallScope, seed: string, at: Date) => {
    const holders = [...new Set(scope.batches.map(({ holderId }) => holderId))];
    const score = (holder: string) => createHash('sha256').update(`${seed} ${holder}`).digest('hex');
    const drawn = new Set(drawSample(holders, levels.checkShares[recall.checkLevel], score));
    const tasks = holders.map((holderId): RecallTaskRecord => {
      const lines = scope.batches.filter((line) => line.holderId === holderId);
      const [first] = lines;
      return {
        _id: new Types.ObjectId(),
        recallId: recall._id,
        recallNumber: recall.number,
        drill: recall.drill,
        instruction: recall.instruction,
        reason: recall.reason,
        producerId: new Types.ObjectId(holderId),
        producerName: first?.holderName ?? '',
        divisionCode: first?.divisionCode ?? recall.divisionCode,
        batches: lines.map(({ batchCode, productName, quantity, containers }) => ({
          code: batchCode,
          productName,
          quantity,
          containers,
        })),
        state: 'sent',
        sentAt: at,
        drawn: drawn.has(holderId),
      };
    });
    await RecallTask.create(tasks, { session: work.session, ordered: true, ...ofTheRecall });
  };

  /** The goods themselves: nothing moves them any more, and the consumer's page says it first. */
  const recallBatches = async (work: Work, recall: RecallRecord, { batches }: RecallScope, at: Date) => {
    const codes = batches.map(({ batchCode }) => batchCode);
    const text = {
      zh: `已被召回（${recall.number}），请停止销售和食用`,
      en: `Recalled (${recall.number}): do not sell or eat it`,
    };
    const reason = { kind: 'recall' as const, text, at };
    await Batch.updateMany(
      { code: { $in: codes } },
      { $set: { status: 'recalled' }, $push: { reasons: reason } },
      { session: work.session, ...ofTheRecall },
    );
    await holds.holdContainers(work, recall.batchCode);
  };

  return {
    async listRecalls(caller: Caller, query: z.infer<typeof listRecallsQuery>) {
      const filter = { ...(query.state && { state: query.state }), ...(query.batch && { batchCode: query.batch }) };
      const page = await findPage(Recall, filter, { ...query, order: 'descending' }, within(caller, 'recalls:read'));
      const items = await Promise.all((page.items as RecallRecord[]).map((recall) => view(recall, caller)));
      return { items, nextCursor: page.nextCursor };
    },

    getRecall: async (caller: Caller, id: string) => view(await requireRecall(caller, id, 'recalls:read'), caller),

    async createRecall(caller: Caller, body: z.output<typeof createRecallBody>) {
      const batch = await Batch.findOne(
        { code: body.batchCode },
        null,
        within(caller, 'batches:read'),
      ).lean<BatchRecord>();
      if (!batch) throw InvalidInput.field('/batchCode', `there is no batch ${body.batchCode}`);
      const begun = { verb: 'create', by: caller.username, at: context.clock() };
      const recall = draftOf(batch, body, begun);
      return view(
        await createRecord(context, actorOf(caller), Recall, recall, within(caller, 'recalls:create')),
        caller,
      );
    },

    /** Whom and what it reaches, as things stand now. */
    async scope(caller: Caller, id: string) {
      const recall = await requireRecall(caller, id, 'recalls:read');
      const { batches, unknown } = await inTransaction(context, actorOf(caller), ({ session }) =>
        scopeOf(recall.batchCode, session),
      );
      return { batches, holders: new Set(batches.map(({ holderId }) => holderId)).size, unknown };
    },

    /** Everything that a recall sets going, in one transaction: after a crash it was issued whole, or is still a draft. */
    async issueRecall(caller: Caller, id: string) {
      await inTransaction(context, actorOf(caller), async (work) => {
        const recall = await requireRecall(caller, id, 'recalls:issue', work.session);
        refuseUnlessAllowed('issue', recall, { unanswered: 0, unchecked: 0 });
        const at = context.clock();
        const seed = randomBytes(16).toString('hex');
        const scope = await scopeOf(recall.batchCode, work.session);
        await tell(work, recall, scope, seed, at);
        if (!recall.drill) await recallBatches(work, recall, scope, at);
        const finishBy = dueAfter(at, levels.levels[recall.level].finish);
        await Recall.updateOne(
          { _id: recall._id },
          {
            $set: { state: recallTransitions.issue.to, seed, issuedAt: at, finishBy },
            $push: { history: { verb: 'issue', by: caller.username, at } },
          },
          { session: work.session, ...within(caller, 'recalls:issue') },
        );
      });
      return view(await requireRecall(caller, id, 'recalls:read'), caller);
    },

    async endRecall(caller: Caller, id: string, verb: 'close' | 'cancel', note: string) {
      const permission: Permission = `recalls:${verb}`;
      await inTransaction(context, actorOf(caller), async ({ session }) => {
        const recall = await requireRecall(caller, id, permission, session);
        refuseUnlessAllowed(verb, recall, standingOf(await tasksOf(recall._id, session)));
        const at = context.clock();
        await Recall.updateOne(
          { _id: recall._id },
          {
            $set: { state: recallTransitions[verb].to, ...(verb === 'close' && { closedAt: at }) },
            $push: { history: { verb, by: caller.username, at, note } },
          },
          { session, ...within(caller, permission) },
        );
      });
      return view(await requireRecall(caller, id, 'recalls:read'), caller);
    },

    /** How far it has come, and how much of the goods is accounted for. */
    async progress(caller: Caller, id: string) {
      const recall = await requireRecall(caller, id, 'recalls:read');
      const tasks = await tasksOf(recall._id);
      const count = (filter: (task: RecallTaskRecord) => unknown) => tasks.filter(filter).length;
      return {
        tasks: tasks.length,
        received: count(({ receivedAt }) => receivedAt),
        reported: count(({ state }) => state === 'reported'),
        drawn: count(({ drawn }) => drawn),
        checked: count(({ check }) => check),
        effective: count(({ check }) => check?.effective),
        quantities: accounted(tasks.flatMap(({ batches }) => batches)),
      };
    },

    ...tasks,

    /** For the trace: issued recalls that reach these batches. */
    async recallsOfBatches(codes: string[]) {
      const tasks = await RecallTask.find({ 'batches.code': { $in: codes } }, null, ofTheRecall).lean<
        RecallTaskRecord[]
      >();
      return tasks.flatMap(({ recallId, recallNumber, drill, batches }) =>
        drill ? [] : batches.map(({ code }) => ({ batchCode: code, id: recallId.toHexString(), number: recallNumber })),
      );
    },
  };
}

function standingOf(tasks: RecallTaskRecord[]): Standing {
  return {
    unanswered: tasks.filter(({ state }) => state !== 'reported').length,
    unchecked: tasks.filter(({ drawn, check }) => drawn && !check).length,
  };
}

function refuseUnlessAllowed(verb: keyof typeof recallTransitions, { state }: RecallRecord, standing: Standing): void {
  const reason = whyRecallRefused(verb, state, standing);
  if (reason) throw new IllegalTransition(reason);
}

/** Without a pause a period always ends. */
function dueAfter(at: Date, term: { unit: string; count: number }): Date {
  const deadline = deadlineOf(at, term as Term, workCalendar);
  if (!deadline) throw new Error('a period without a pause has an end');
  return deadline.due;
}

export type RecallsService = ReturnType<typeof createRecallsService>;

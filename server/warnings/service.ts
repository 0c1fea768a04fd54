import type { QueryFilter } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { inTransaction } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import { createChangesElsewhere } from './changes-elsewhere.ts';
import type { Announce } from './deliveries/announce.ts';
import { refusalOf, transitions, type WarningVerb } from './lifecycle.ts';
import { type WarningRecord, warningModels } from './model.ts';
import { createRaising } from './raise.ts';
import type { listWarningsQuery } from './schema.ts';
import type { EventStreamOptions } from './stream.ts';
import { tracedWarningView, type WarningView, warningView } from './view.ts';
import { createWarningRules } from './warning-rules.ts';
import { createWarningStreams, type StillValid } from './warning-stream.ts';
import { createReadingWatch, type WatchDependencies } from './watch.ts';

export interface WarningsDependencies extends WatchDependencies {
  divisionName(code: string): string;
  /** Finds the caller of a streaming request anew, at each heartbeat; `null` once the session has ended. */
  stillValid: StillValid;
  /** Writes down, with the change, that people are to be told. */
  announce: Announce;
  stream?: EventStreamOptions;
}

/** Commits may come out of the order of their times by so much; a resumed stream goes back by it. */
const overlapMilliseconds = 5_000;
const changesAtOnce = 200;

const ofTheElement = unscoped('the element that warns asks whether it has');
const forEachFollower = unscoped('each follower is asked for apart');

export function createWarningsService(context: Context, deps: WarningsDependencies) {
  const models = warningModels(context.connection);
  const { Warning } = models;
  const raising = createRaising(context, models, deps.announce);
  const watch = createReadingWatch(context, models, raising, deps);
  const rules = createWarningRules(context, models, { ...deps, rulesChanged: watch.rulesChanged });

  const viewFor = (caller: Caller) => (warning: WarningRecord) =>
    warningView(warning, caller, deps.divisionName(warning.divisionCode));

  /** Takes one step of the life cycle; of two who try at once, one finds that it is done already. */
  const take = (caller: Caller, id: string, verb: WarningVerb, note?: string): Promise<WarningRecord> =>
    inTransaction(context, actorOf(caller), async (work) => {
      const warning = await Warning.findById(id, null, within(caller, 'warnings:read'))
        .session(work.session)
        .lean<WarningRecord>();
      if (!warning) throw new NotFound('There is no such warning');
      const refusal = refusalOf(verb, warning.state, (permission) => mayDo(caller, permission, warning));
      if (refusal?.because === 'permission') throw new Forbidden(refusal.reason.en);
      if (refusal) throw new IllegalTransition(refusal.reason.en);
      const now = context.clock();
      const entry = { verb, by: caller.username, at: now, ...(note && { note }) };
      const changed = await Warning.findOneAndUpdate(
        { _id: warning._id, state: warning.state },
        {
          $set: { state: transitions[verb].to, updatedAt: now, ...endOfFinding(verb, warning, now) },
          $push: { history: entry },
          ...(transitions[verb].to === 'resolved' && { $unset: { openKey: 1 } }),
        },
        { session: work.session, returnDocument: 'after', ...within(caller, transitions[verb].permission) },
      ).lean<WarningRecord>();
      if (!changed) throw new IllegalTransition('Somebody else has just changed this warning');
      work.emit('warning.changed', { warningId: id, updatedAt: now });
      return changed;
    });

  const useCases = {
    raise: raising.raise,
    clear: raising.clear,
    evaluateReadings: watch.evaluateReadings,
    permittedRange: watch.permittedRange,
    /** Call once before the first reading is evaluated. */
    start: watch.start,
    lookAtClock: watch.lookAtClock,
    stop: watch.stop,
    ensureDefaultRules: rules.ensureDefaultRules,
    listRules: rules.listRules,
    getRule: rules.getRule,
    createRule: rules.createRule,

    async list(caller: Caller, query: z.output<typeof listWarningsQuery>) {
      const wanted = {
        ...(query.state && { state: query.state }),
        ...(query.level && { level: query.level }),
        ...(query.batch && { batchCode: query.batch }),
        ...(query.device && { deviceId: query.device }),
      };
      const scoped = within(caller, 'warnings:read');
      const page = await findPage(Warning, wanted, { ...query, order: 'descending' }, scoped);
      return { items: (page.items as WarningRecord[]).map(viewFor(caller)), nextCursor: page.nextCursor };
    },

    async get(caller: Caller, id: string): Promise<WarningView> {
      const warning = await Warning.findById(id, null, within(caller, 'warnings:read')).lean<WarningRecord>();
      if (!warning) throw new NotFound('There is no such warning');
      return viewFor(caller)(warning);
    },

    /** @throws NotFound, Forbidden, IllegalTransition */
    async acknowledge(caller: Caller, id: string, note?: string): Promise<WarningView> {
      return viewFor(caller)(await take(caller, id, 'acknowledge', note));
    },

    /** @throws NotFound, Forbidden, IllegalTransition */
    async resolve(caller: Caller, id: string, measure: string): Promise<WarningView> {
      const resolved = await take(caller, id, 'resolve', measure);
      watch.resolved(resolved.conditionKey);
      return viewFor(caller)(resolved);
    },

    /** Whether there is, or has been, a warning of this condition. */
    async wasRaised(conditionKey: string): Promise<boolean> {
      return (await Warning.exists({ conditionKey }).setOptions(ofTheElement)) !== null;
    },

    async isUnresolved(conditionKey: string): Promise<boolean> {
      return (await Warning.exists({ openKey: conditionKey }).setOptions(ofTheElement)) !== null;
    },

    /** Unresolved warnings of these batches, for their traces; the caller of this method answers for who may see them. */
    async openForBatches(codes: string[]) {
      const unresolved = { batchCode: { $in: codes }, state: { $in: ['open' as const, 'acknowledged' as const] } };
      const found = await Warning.find(unresolved, null, unscoped('the trace answers for who may see them'))
        .sort({ _id: 1 })
        .lean<WarningRecord[]>();
      return found.map(tracedWarningView);
    },

    /** What the caller has missed since that event, the oldest change first; some of it may have been sent before. */
    async *changesSince(caller: Caller, lastEventId: string): AsyncGenerator<WarningView> {
      const from = new Date(Number(lastEventId.split('-')[0]) - overlapMilliseconds);
      let after: QueryFilter<WarningRecord> = { updatedAt: { $gte: from } };
      for (;;) {
        const changes = await Warning.find(after, null, within(caller, 'warnings:read'))
          .sort({ updatedAt: 1, _id: 1 })
          .limit(changesAtOnce)
          .lean<WarningRecord[]>();
        yield* changes.map(viewFor(caller));
        const last = changes.at(-1);
        if (!last || changes.length < changesAtOnce) return;
        after = {
          $or: [{ updatedAt: { $gt: last.updatedAt } }, { updatedAt: last.updatedAt, _id: { $gt: last._id } }],
        };
      }
    },

    /** A warning that has changed, as each of many callers may see it: `null` for those who may not. Read once for all. */
    async changed(warningId: string): Promise<((caller: Caller) => WarningView | null) | null> {
      const warning = await Warning.findById(warningId, null, forEachFollower).lean<WarningRecord>();
      if (!warning) return null;
      return (caller) => (mayDo(caller, 'warnings:read', warning) ? viewFor(caller)(warning) : null);
    },

    /** A warning as it is told outside, to nobody in particular. */
    async forPublication(warningId: string) {
      const warning = await Warning.findById(warningId, null, forEachFollower).lean<WarningRecord>();
      if (!warning) return null;
      const {
        allowed: _,
        refused: __,
        ...published
      } = warningView(warning, null, deps.divisionName(warning.divisionCode));
      return published;
    },
  };
  const streams = createWarningStreams(context, { warnings: useCases, stillValid: deps.stillValid }, deps.stream);
  return {
    ...useCases,
    openStream: streams.open,
    openStreams: streams.openStreams,
    closeStreams: streams.close,
    /** For one of several instances on a database: their followers hear of each other's warnings. */
    changesElsewhere: createChangesElsewhere(context, models),
  };
}

export type WarningsService = ReturnType<typeof createWarningsService>;

/** No reading will ever clear a finding about a batch: its condition ends with the measure taken. */
function endOfFinding(verb: WarningVerb, warning: WarningRecord, now: Date) {
  return verb === 'resolve' && !warning.ruleId && warning.active ? { active: false, clearedAt: now } : {};
}

import type { QueryFilter } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { NotFound } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import { announceTo } from './announcing.ts';
import { createChangesElsewhere } from './changes-elsewhere.ts';
import { createCounts } from './counts.ts';
import type { Announce } from './deliveries/announce.ts';
import { createDryRuns } from './dry-run/service.ts';
import { createEscalations } from './escalations.ts';
import { createFollowUps } from './follow-ups.ts';
import { createHandling } from './handling.ts';
import { createHappenings } from './happenings.ts';
import { createInhibition, type Topology } from './inhibition.ts';
import type { WarningVerb } from './lifecycle.ts';
import { type WarningRecord, warningModels } from './model.ts';
import { createQuality } from './quality/service.ts';
import { createQuieting } from './quieting.ts';
import { createRaising } from './raise.ts';
import { createRecurrences } from './recurrences.ts';
import { createRounds } from './rounds.ts';
import type { RuleDependencies } from './rule-sense.ts';
import { type followUpBody, type listWarningsQuery, unresolvedStates } from './schema.ts';
import { createSilences, matchedOf } from './silences/service.ts';
import type { TargetDependencies } from './silences/targets.ts';
import type { EventStreamOptions } from './stream.ts';
import { createTasks } from './tasks/service.ts';
import { tracedWarningView, type WarningView, warningView } from './view.ts';
import { createWarningRules } from './warning-rules.ts';
import { createWarningStreams, type StillValid } from './warning-stream.ts';
import { createReadingWatch, type WatchDependencies } from './watch.ts';

export interface WarningsDependencies extends WatchDependencies, RuleDependencies, TargetDependencies, Topology {
  divisionName(code: string): string;
  /** `null` when there is no such account, or it is disabled. */
  callerByName(username: string): Promise<Caller | null>;
  /** Finds the caller of a streaming request anew, at each heartbeat; `null` once the session has ended. */
  stillValid: StillValid;
  /** Writes down, with the change, that people are to be told. */
  announce: Announce;
  /** Notes that this person was handed the warning over a live stream. */
  handedOver(caller: Caller, warning: WarningView): void;
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
  const happenings = createHappenings();
  happenings.follow(announceTo(deps.announce));
  const figures = createQuality(context, models);
  const raising = createRaising(context, models, happenings, figures.noteOccurrence);
  const handling = createHandling(context, models, { happenings, raising });
  const followUps = createFollowUps(context, models, happenings);
  const escalations = createEscalations(context, models, happenings);
  const quieting = createQuieting(context, models, happenings);
  const silences = createSilences(context, { ...models, ...deps, quieting });
  raising.decideBy(async (work, warning) => {
    const quiet = await silences.coveringNow(work, matchedOf(warning));
    return quiet ? { quiet } : {};
  });
  createInhibition(context, models, { happenings, quieting, raising, topology: deps });
  const tasks = createTasks(context, { ...models, ...deps, raising });
  const rounds = createRounds(context, {
    silences: silences.begin,
    quiet: quieting.wakeDue,
    escalations: escalations.escalateDue,
    tasks: tasks.warnOfOverdue,
  });
  const watch = createReadingWatch(context, models, raising, deps);
  const rules = createWarningRules(context, models, { ...deps, raising, rulesChanged: watch.rulesChanged });

  const dryRuns = createDryRuns(context, models, deps);

  const viewFor = (caller: Caller) => (warning: WarningRecord) =>
    warningView(warning, caller, deps.divisionName(warning.divisionCode), context.clock());

  /** One step of the life cycle. @throws NotFound, Forbidden, IllegalTransition */
  const take = async (caller: Caller, id: string, verb: WarningVerb, note?: string): Promise<WarningView> => {
    const taken = await handling.take(caller, id, verb, note);
    if (verb === 'resolve') watch.resolved(taken.conditionKey);
    return viewFor(caller)(taken);
  };

  const useCases = {
    raise: raising.raise,
    clear: raising.clear,
    evaluateReadings: watch.evaluateReadings,
    permittedRange: watch.permittedRange,
    /** Call once before the first reading is evaluated. */
    async start(): Promise<void> {
      await watch.start();
      rounds.start();
      dryRuns.start();
    },
    lookAtClock: watch.lookAtClock,
    /** Does at once what is due: escalations, overdue tasks. Never rejects. */
    lookAtDue: rounds.look,
    async stop(): Promise<void> {
      await dryRuns.stop();
      await rounds.stop();
      await watch.stop();
    },
    ensureDefaultRules: rules.ensureDefaultRules,
    listRules: rules.listRules,
    getRule: rules.getRule,
    createRule: rules.createRule,
    supersedeRule: rules.supersedeRule,
    switchRule: rules.switchRule,

    async list(caller: Caller, query: z.output<typeof listWarningsQuery>) {
      const wanted = {
        ...(query.state && { state: query.state }),
        ...(query.level && { level: query.level }),
        ...(query.kind && { kind: query.kind }),
        ...(query.batch && { batchCode: query.batch }),
        ...(query.device && { deviceId: query.device }),
        ...(query.inhibited === 'true'
          ? { 'quiet.because': 'inhibition' as const }
          : { 'quiet.because': { $ne: 'inhibition' as const } }),
        ...(query.escalated && { escalatedTo: { $exists: query.escalated === 'true' } }),
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

    take,

    acknowledge: (caller: Caller, id: string, note?: string) => take(caller, id, 'acknowledge', note),

    resolve: (caller: Caller, id: string, measure: string) => take(caller, id, 'resolve', measure),

    async followUp(caller: Caller, id: string, body: z.output<typeof followUpBody>): Promise<WarningView> {
      return viewFor(caller)(await followUps.followUp(caller, id, body));
    },

    ...createRecurrences(models),
    ...createCounts(models),

    acknowledgeAll: (caller: Caller, ids: readonly string[], note?: string) =>
      handling.acknowledgeAll(caller, ids, note),

    /** For whoever has to learn of what happens to warnings, in the transaction in which it happens. */
    follow: happenings.follow,

    /** Whether there is, or has been, a warning of this condition. */
    async wasRaised(conditionKey: string): Promise<boolean> {
      return (await Warning.exists({ conditionKey }).setOptions(ofTheElement)) !== null;
    },

    /** The newest warning of this condition; `null` when there has been none. */
    async lastOf(conditionKey: string): Promise<{ lastOccurredAt: Date; updatedAt: Date; unresolved: boolean } | null> {
      const last = await Warning.findOne({ conditionKey }, null, ofTheElement).sort({ _id: -1 }).lean<WarningRecord>();
      const { lastOccurredAt, updatedAt, openKey } = last ?? {};
      return lastOccurredAt && updatedAt ? { lastOccurredAt, updatedAt, unresolved: openKey !== undefined } : null;
    },

    /** Unresolved warnings of these batches, for their traces; the caller of this method answers for who may see them. */
    async openForBatches(codes: string[]) {
      const unresolved = { batchCode: { $in: codes }, state: { $in: unresolvedStates } };
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
      } = warningView(warning, null, deps.divisionName(warning.divisionCode), context.clock());
      return published;
    },
  };
  const streams = createWarningStreams(context, { ...deps, warnings: useCases }, deps.stream);
  return {
    ...useCases,
    quality: figures.quality,
    tasks,
    silences,
    dryRuns,
    openStream: streams.open,
    openStreams: streams.openStreams,
    closeStreams: streams.close,
    /** For one of several instances on a database: their followers hear of each other's warnings. */
    changesElsewhere: createChangesElsewhere(context, models),
  };
}

export type WarningsService = ReturnType<typeof createWarningsService>;

import type { Context } from '../context.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, NotFound } from '../errors.ts';
import type { Bilingual } from '../http/fields.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { askingOf } from './asking.ts';
import { clockFields } from './escalation-clock.ts';
import type { Happening, Happenings } from './happenings.ts';
import { type Refusal, refusalOf, transitions, type WarningVerb } from './lifecycle.ts';
import type { HistoryEntry, WarningModels, WarningRecord } from './model.ts';
import type { Raising } from './raise.ts';

export interface Acknowledged {
  id: string;
  acknowledged: boolean;
  /** Why not. */
  reason?: Bilingual;
}

interface Deps {
  happenings: Pick<Happenings, 'tell'>;
  raising: Pick<Raising, 'reopen'>;
}

/** What people do about warnings, one step of the life cycle at a time. */
export function createHandling(
  context: Context,
  { Warning }: Pick<WarningModels, 'Warning'>,
  { happenings, raising }: Deps,
) {
  const step = async (work: Work, caller: Caller, warning: WarningRecord, verb: WarningVerb, note?: string) => {
    const { to, permission } = transitions[verb];
    const now = context.clock();
    const entry: HistoryEntry = { verb, by: caller.username, at: now, ...(note && { note }) };
    const clock = warning.quiet ? {} : clockFields({ ...warning, state: to }, now);
    const changed = await Warning.findOneAndUpdate(
      { _id: warning._id, state: warning.state },
      {
        $set: { state: to, updatedAt: now, ...clock.$set, ...endOfFinding(verb, warning, now) },
        $push: { history: entry },
        $unset: { ...clock.$unset, ...(endsDeduplication(verb, warning) && { openKey: 1 }) },
      },
      { session: work.session, returnDocument: 'after', ...within(caller, permission) },
    ).lean<WarningRecord>();
    if (!changed) throw new IllegalTransition('Somebody else has just changed this warning');
    await happenings.tell(work, changed, happeningOf[verb]);
    if (verb === 'close') await raising.reopen(work, changed);
    return changed;
  };

  const load = async (work: Work, caller: Caller, id: string, verb: WarningVerb) => {
    const warning = await Warning.findById(id, null, within(caller, 'warnings:read'))
      .session(work.session)
      .lean<WarningRecord>();
    if (!warning) throw new NotFound('There is no such warning');
    return { warning, refusal: refusalOf(verb, warning, askingOf(caller, warning, context.clock())) };
  };

  return {
    /**
     * Takes one step of the life cycle; of two who try at once, one finds that it is done already.
     * @throws NotFound, Forbidden, IllegalTransition
     */
    take(caller: Caller, id: string, verb: WarningVerb, note?: string): Promise<WarningRecord> {
      return inTransaction(context, actorOf(caller), async (work) => {
        const { warning, refusal } = await load(work, caller, id, verb);
        if (refusal) throw errorOf(refusal);
        return step(work, caller, warning, verb, note);
      });
    },

    /**
     * Acknowledges each of these that can be, in a transaction of its own, and says of the others why not.
     * @throws NotFound, Forbidden when the caller may acknowledge none of them
     */
    async acknowledgeAll(caller: Caller, ids: readonly string[], note?: string): Promise<Acknowledged[]> {
      const done: Acknowledged[] = [];
      let barred: unknown;
      for (const id of new Set(ids))
        try {
          await this.take(caller, id, 'acknowledge', note);
          done.push({ id, acknowledged: true });
        } catch (error) {
          const reason = reasonOf(error);
          if (error instanceof NotFound || error instanceof Forbidden) barred ??= error;
          done.push({ id, acknowledged: false, reason });
        }
      if (barred && done.every(({ reason }) => reason === unknown || reason === forbidden)) throw barred;
      return done;
    },
  };
}

const happeningOf: Readonly<Record<WarningVerb, Happening>> = {
  acknowledge: 'changed',
  'withdraw-acknowledgement': 'changed',
  handle: 'changed',
  resolve: 'resolved',
  dismiss: 'dismissed',
  close: 'closed',
};

const unknown: Bilingual = { zh: '没有这条预警', en: 'There is no such warning' };
const forbidden: Bilingual = transitions.acknowledge.refusedToOthers;

function errorOf({ because, reason }: Refusal): Error {
  return because === 'permission' ? new Forbidden(reason) : new IllegalTransition(reason);
}

function reasonOf(error: unknown): Bilingual {
  if (error instanceof NotFound) return unknown;
  if (error instanceof Forbidden) return forbidden;
  if (error instanceof IllegalTransition) return error.text ?? { zh: '预警刚被他人处理', en: error.message };
  throw error;
}

/** What devices send, or no longer send, ends by itself; all else with what people decide about it. */
function isFinding({ ruleId, kind }: WarningRecord): boolean {
  return !ruleId && kind !== 'gateway-silence';
}

/** No reading will ever clear a finding about a batch: its condition ends with what people decide about it. */
function endOfFinding(verb: WarningVerb, warning: WarningRecord, now: Date) {
  return ends(verb) && isFinding(warning) && warning.active ? { active: false, clearedAt: now } : {};
}

/**
 * From now on the next occurrence is a new warning. A false alarm whose condition goes on keeps it: nobody wants to be told again of what
 * was found to be nothing, until it has ended once.
 */
function endsDeduplication(verb: WarningVerb, warning: WarningRecord): boolean {
  if (verb === 'dismiss') return !warning.active || isFinding(warning);
  return ends(verb);
}

function ends(verb: WarningVerb): boolean {
  return verb === 'resolve' || verb === 'dismiss';
}

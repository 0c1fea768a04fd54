import type { z } from 'zod';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/transaction.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import { clockFields } from './escalation-clock.ts';
import type { Happening, Happenings } from './happenings.ts';
import type { FollowUp, WarningModels, WarningRecord } from './model.ts';
import { isHigher } from './rules/levels.ts';
import { type followUpBody, unresolvedStates } from './schema.ts';

/** More than a thread that people read; whatever comes later belongs into a warning of its own. */
const followUpsAtMost = 200;

/** 后续通报: what became known later, as a thread on the warning, with a reclassification up or down (as RASFF has them). */
export function createFollowUps(
  context: Context,
  { Warning }: Pick<WarningModels, 'Warning'>,
  happenings: Pick<Happenings, 'tell'>,
) {
  return {
    /** @throws NotFound, Forbidden, InvalidInput, IllegalTransition */
    followUp(caller: Caller, id: string, body: z.output<typeof followUpBody>): Promise<WarningRecord> {
      const right = 'warnings:follow-up';
      return inTransaction(context, actorOf(caller), async (work) => {
        const warning = await Warning.findById(id, null, within(caller, 'warnings:read'))
          .session(work.session)
          .lean<WarningRecord>();
        if (!warning) throw new NotFound('There is no such warning');
        if (!mayDo(caller, right, warning)) throw new Forbidden(`The right ${right} does not reach that warning`);
        const now = context.clock();
        const knownAt = body.knownAt === undefined ? undefined : new Date(body.knownAt);
        if (knownAt && knownAt > now) throw InvalidInput.field('/knownAt', 'is in the future');
        const followUps = warning.followUps ?? [];
        if (followUps.length >= followUpsAtMost)
          throw new IllegalTransition(`A warning has ${followUpsAtMost} follow-ups at most`);
        const to = body.level !== undefined && body.level !== warning.level ? body.level : undefined;
        if (to && !isUnresolved(warning)) throw new IllegalTransition('Only an unresolved warning is reclassified');
        const entry: FollowUp = {
          number: followUps.length + 1,
          text: body.text,
          by: caller.username,
          at: now,
          ...(knownAt && { knownAt }),
          ...(to && { level: { from: warning.level, to } }),
        };
        const reclassified = { ...warning, ...(to && { level: to }) };
        const clock = to ? clockFields(reclassified, now) : {};
        const changed = await Warning.findOneAndUpdate(
          { _id: warning._id, updatedAt: warning.updatedAt },
          {
            $push: { followUps: entry },
            ...clock,
            $set: {
              updatedAt: now,
              ...clock.$set,
              ...(to && { level: to, overrules: warning.overrules ?? warning.level }),
            },
          },
          { session: work.session, returnDocument: 'after', ...within(caller, right) },
        ).lean<WarningRecord>();
        if (!changed) throw new IllegalTransition('Somebody else has just changed this warning');
        await happenings.tell(work, changed, happeningOf(warning, to));
        return changed;
      });
    },
  };
}

function happeningOf({ level }: WarningRecord, to: WarningRecord['level'] | undefined): Happening {
  if (to === undefined) return 'changed';
  return isHigher(to, level) ? 'level-raised' : 'level-lowered';
}

function isUnresolved({ state }: WarningRecord): boolean {
  return (unresolvedStates as readonly string[]).includes(state);
}

import type { Context } from '../context.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { holds, mayDo } from '../identity/rights/ability.ts';
import { within } from '../identity/rights/within.ts';
import { type SampleVerb, transitionOf, whyRefused } from './lifecycle.ts';
import { type SampleRecord, testingModels } from './model.ts';
import { otherLaboratory, type SampleView, sampleView } from './view.ts';

/** What a step changes beside the state. */
export type Change = Partial<
  Omit<SampleRecord, '_id' | 'state' | 'version' | 'history' | 'divisionCode' | 'laboratory'>
>;

/** Steps of the life cycle, one transaction each. */
export function createSteps(context: Context) {
  const { Sample } = testingModels(context.connection);

  /** @throws NotFound also for what the caller may not see */
  const requireSample = async (caller: Caller, id: string, work?: Work): Promise<SampleRecord> => {
    const found = await Sample.findById(id, null, within(caller, 'samples:read'))
      .session(work?.session ?? null)
      .lean<SampleRecord>();
    if (!found) throw new NotFound('There is no such sample');
    return found;
  };

  /** Takes a step, unless somebody else changed the sample since it was read. */
  const take = async (
    work: Work,
    caller: Caller,
    sample: SampleRecord,
    verb: SampleVerb,
    change: Change = {},
    reason?: string,
  ): Promise<void> => {
    refuseUnlessAllowed(sample, verb, caller);
    const { to = sample.state, permission } = transitionOf(verb);
    const entry = { verb, by: caller.username, at: context.clock(), ...(reason !== undefined && { reason }) };
    const { matchedCount } = await Sample.updateOne(
      { _id: sample._id, state: sample.state, version: sample.version },
      { $set: { state: to, ...change }, $inc: { version: 1 }, $push: { history: entry } },
      { session: work.session, ...within(caller, permission) },
    );
    if (matchedCount === 0) throw new Conflict('Somebody else changed this sample at the same time: read it again');
  };

  /** One step from the request to the view. `change` decides what else changes, and may refuse; `also` writes other records. */
  const step = async (
    caller: Caller,
    id: string,
    verb: SampleVerb,
    {
      reason,
      change,
      also,
    }: {
      reason?: string;
      change?(sample: SampleRecord): Change;
      also?(work: Work, sample: SampleRecord): Promise<void>;
    } = {},
  ): Promise<SampleView> => {
    const taken = async (work: Work) => {
      const sample = await requireSample(caller, id, work);
      refuseUnlessAllowed(sample, verb, caller);
      await take(work, caller, sample, verb, change?.(sample), reason);
      await also?.(work, sample);
    };
    await inTransaction(context, actorOf(caller), taken, reason);
    return sampleView(await requireSample(caller, id), caller);
  };

  return { requireSample, take, step };
}

export type Steps = ReturnType<typeof createSteps>;

/**
 * Rights are asked by the route already; asked again here because a verb is more than its route.
 * @throws Forbidden, IllegalTransition
 */
export function refuseUnlessAllowed(sample: SampleRecord, verb: SampleVerb, caller: Caller): void {
  const { permission } = transitionOf(verb);
  if (!holds(caller, permission)) throw new Forbidden(`The right ${permission} is not among your roles' rights`);
  if (!mayDo(caller, permission, sample)) throw new Forbidden(otherLaboratory);
  const reason = whyRefused(sample, verb, caller.username);
  if (reason) throw new IllegalTransition(reason);
}

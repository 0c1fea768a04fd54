import { dayOf, workCalendar } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { holds, mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import { masked } from '../../privacy/index.ts';
import { penalizedActs } from '../law/library.ts';
import type { PenaltyLaw } from '../law/service.ts';
import { termOf } from '../rules/terms.ts';
import type { CaseDeadlines } from './deadlines.ts';
import type { Asking, Terms } from './guards.ts';
import { caseTransitions, whyRefused } from './lifecycle.ts';
import { type CaseRecord, caseModels } from './model.ts';
import type { CaseVerb } from './states.ts';
import { type CaseView, caseView } from './view.ts';

/** What a step changes beside the state. The party is changed by `name-party` alone. */
export type Change = Partial<Omit<CaseRecord, '_id' | 'state' | 'version' | 'history' | 'divisionCode' | 'party'>>;

export interface StepOptions {
  reason?: string;
  /** Decides what else changes, and may refuse. */
  change?(found: CaseRecord, asking: Asking, work: Work): Change | Promise<Change>;
  /** What no longer holds after the step. */
  clear?: readonly (keyof Change)[];
  /** Writes other records; is given the case as it is after the step. */
  also?(work: Work, found: CaseRecord): Promise<void>;
}

const crimes = new Set(penalizedActs.filter(({ suspectedCrime }) => suspectedCrime).map(({ code }) => code));

const terms: Terms = {
  statement: termOf('statement').count,
  hearingRequest: termOf('hearing-request').count,
  hearingNotice: termOf('hearing-notice').count,
  reminder: termOf('reminder').count,
  court: {
    litigation: termOf('litigation'),
    litigationAfterReview: termOf('litigation-after-review'),
    courtApplication: termOf('court-application'),
  },
};

/** Steps of a case's life, one transaction each. */
export function createCaseSteps(
  context: Context,
  deps: {
    law: Pick<PenaltyLaw, 'law'>;
    deadlines: Pick<CaseDeadlines, 'follow' | 'ofCases'>;
    divisionName(code: string): string;
  },
) {
  const { Case } = caseModels(context.connection);

  const asks = async (caller: Pick<Caller, 'username'>): Promise<Asking> => ({
    username: caller.username,
    today: dayOf(context.clock()),
    law: await deps.law.law(),
    calendar: workCalendar,
    isSuspectedCrime: (act) => crimes.has(act),
    terms,
  });

  /** @throws NotFound also for what the caller may not see */
  const requireCase = async (caller: Caller, id: string, work?: Work): Promise<CaseRecord> => {
    const found = await Case.findById(id, null, within(caller, 'cases:read'))
      .session(work?.session ?? null)
      .lean<CaseRecord>();
    if (!found) throw new NotFound('There is no such case');
    return found;
  };

  const shown = async (found: readonly CaseRecord[], caller: Caller): Promise<CaseView[]> => {
    const asking = await asks(caller);
    const deadlines = await deps.deadlines.ofCases(found.map(({ _id }) => _id.toHexString()));
    return found.map((each) =>
      caseView(masked(Case, each), caller, asking, {
        now: context.clock(),
        divisionName: deps.divisionName(each.divisionCode),
        deadlines: deadlines.filter(({ subject }) => subject.id === each._id.toHexString()),
      }),
    );
  };

  const view = async (caller: Caller, id: string): Promise<CaseView> => {
    const [found] = await shown([await requireCase(caller, id)], caller);
    if (!found) throw new NotFound('There is no such case');
    return found;
  };

  /** One step within a transaction. @throws Forbidden, IllegalTransition, Conflict */
  const take = async (
    work: Work,
    caller: Caller,
    id: string,
    verb: CaseVerb,
    { reason, change, clear = [], also }: StepOptions,
  ): Promise<CaseRecord> => {
    const [found, asking] = [await requireCase(caller, id, work), await asks(caller)];
    refuseUnlessAllowed(found, verb, caller, asking);
    const changes = (await change?.(found, asking, work)) ?? {};
    const { to = found.state, permission } = caseTransitions[verb];
    const at = context.clock();
    const entry = { verb, by: caller.username, at, from: found.state, to, ...(reason !== undefined && { reason }) };
    const { matchedCount } = await Case.updateOne(
      { _id: found._id, state: found.state, version: found.version },
      {
        $set: { state: to, ...changes },
        ...(clear.length > 0 && { $unset: Object.fromEntries(clear.map((field) => [field, 1])) }),
        $inc: { version: 1 },
        $push: { history: entry },
      },
      { session: work.session, ...within(caller, permission) },
    );
    if (matchedCount === 0) throw new Conflict('Somebody else changed this case at the same time: read it again');
    const kept = Object.fromEntries(Object.entries(found).filter(([field]) => !clear.some((gone) => gone === field)));
    const after = {
      ...(kept as unknown as CaseRecord),
      ...changes,
      state: to,
      history: [...found.history, entry],
      version: found.version + 1,
    };
    await also?.(work, after);
    await deps.deadlines.follow(work, after, verb, asking);
    return after;
  };

  const step = async (caller: Caller, id: string, verb: CaseVerb, options: StepOptions = {}): Promise<CaseView> => {
    const taken = (work: Work) => take(work, caller, id, verb, options);
    await inTransaction(context, actorOf(caller), taken, options.reason);
    return view(caller, id);
  };

  return { asks, requireCase, shown, view, take, step };
}

export type CaseSteps = ReturnType<typeof createCaseSteps>;

/** Rights are asked by the route already; asked again because a verb is more than its route. */
function refuseUnlessAllowed(found: CaseRecord, verb: CaseVerb, caller: Caller, asking: Asking): void {
  const { permission } = caseTransitions[verb];
  if (!holds(caller, permission) || !mayDo(caller, permission, found))
    throw new Forbidden(`The right ${permission} does not reach that case`);
  const reason = whyRefused(found, verb, asking);
  if (reason) throw new IllegalTransition(reason);
}

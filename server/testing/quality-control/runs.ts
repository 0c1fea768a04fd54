import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createRecord, inTransaction, type Work } from '../../database/transaction.ts';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { holds, mayDo } from '../../identity/rights/ability.ts';
import { within } from '../../identity/rights/within.ts';
import type { Authorizations } from '../authorizations/service.ts';
import type { TestingDependencies } from '../dependencies.ts';
import { methodKey } from '../rules/authorization.ts';
import { ownedBy } from './criteria.ts';
import { type RunVerb, runTransition, whyRunRefuses } from './lifecycle.ts';
import { qualityControlModels, type RunRecord } from './model.ts';
import type { RunResults } from './run-results.ts';
import type { correctBody, listRunsQuery, runBody } from './schema.ts';
import { otherRun, type RunView, runView } from './view.ts';

type Change = Partial<Pick<RunRecord, 'controlCount' | 'outstanding' | 'corrections'>>;

/** Runs 检测批 and their life cycle, one transaction each step. */
export function createRuns(
  context: Context,
  deps: Pick<TestingDependencies, 'deviceKind'>,
  { requireAuthorized }: Pick<Authorizations, 'requireAuthorized'>,
  { releaseResults }: Pick<RunResults, 'releaseResults'>,
) {
  const { Run } = qualityControlModels(context.connection);

  const requireRun = async (caller: Caller, id: string, work?: Work): Promise<RunRecord> => {
    const found = await Run.findById(id, null, within(caller, 'test-runs:read'))
      .session(work?.session ?? null)
      .lean<RunRecord>();
    if (!found) throw new NotFound('There is no such run');
    return found;
  };

  /** @throws Forbidden, IllegalTransition */
  const refuseUnlessAllowed = (run: RunRecord, verb: RunVerb, caller: Caller): void => {
    const { permission } = runTransition(verb);
    if (!holds(caller, permission)) throw new Forbidden(`The right ${permission} is not among your roles' rights`);
    if (!mayDo(caller, permission, run)) throw new Forbidden(otherRun);
    const refusal = whyRunRefuses(run, verb, caller.username);
    if (refusal) throw new IllegalTransition(refusal);
  };

  /** @throws Forbidden, IllegalTransition, Conflict when somebody else changed the run since it was read */
  const take = async (
    work: Work,
    caller: Caller,
    run: RunRecord,
    verb: RunVerb,
    change: Change = {},
    reason?: string,
  ): Promise<void> => {
    refuseUnlessAllowed(run, verb, caller);
    const { to = run.state } = runTransition(verb);
    const entry = { verb, by: caller.username, at: context.clock(), ...(reason !== undefined && { reason }) };
    const { matchedCount } = await Run.updateOne(
      { _id: run._id, version: run.version },
      { $set: { state: to, ...change }, $inc: { version: 1 }, $push: { history: entry } },
      { session: work.session, ...within(caller, 'test-runs:read') },
    );
    if (matchedCount === 0) throw new Conflict('Somebody else changed this run at the same time: read it again');
  };

  const step = async (
    caller: Caller,
    id: string,
    verb: RunVerb,
    change: (run: RunRecord, work: Work) => Change | Promise<Change>,
    reason?: string,
  ): Promise<RunView> => {
    const taken = async (work: Work) => {
      const run = await requireRun(caller, id, work);
      refuseUnlessAllowed(run, verb, caller);
      await take(work, caller, run, verb, await change(run, work), reason);
    };
    await inTransaction(context, actorOf(caller), taken, reason);
    return runView(await requireRun(caller, id), caller);
  };

  return {
    requireRun,
    take,

    published: {
      async startTestRun(caller: Caller, body: z.infer<typeof runBody>): Promise<RunView> {
        const { laboratory, divisionCode, name, method, instrument } = body;
        if (instrument !== undefined && (await deps.deviceKind(instrument)) === null)
          throw InvalidInput.field('/instrument', 'is not the id of a known device');
        const owner = ownedBy(caller, { laboratory, divisionCode });
        const now = context.clock();
        await requireAuthorized(owner.laboratory, caller.username, method, now);
        const facts = {
          ...owner,
          name,
          method,
          methodKey: methodKey(method),
          ...(instrument !== undefined && { instrument }),
          state: 'open',
          startedBy: caller.username,
          startedAt: now,
          controlCount: 0,
          outstanding: [],
          corrections: [],
          history: [{ verb: 'start', by: caller.username, at: now }],
          version: 0,
        };
        const scoped = within(caller, 'test-runs:create');
        return runView(await createRecord(context, actorOf(caller), Run, facts, scoped), caller);
      },

      async listTestRuns(
        caller: Caller,
        { laboratory, method, instrument, state, ...page }: z.output<typeof listRunsQuery>,
      ): Promise<Page<RunView>> {
        const filter = {
          ...(laboratory && { laboratory }),
          ...(method && { methodKey: methodKey(method) }),
          ...(instrument && { instrument }),
          ...(state && { state }),
        };
        const found = await findPage(Run, filter, { ...page, order: 'descending' }, within(caller, 'test-runs:read'));
        return { items: found.items.map((each) => runView(each as RunRecord, caller)), nextCursor: found.nextCursor };
      },

      getTestRun: async (caller: Caller, id: string): Promise<RunView> => runView(await requireRun(caller, id), caller),

      /** 纠正措施: by somebody else than who entered the control, authorized for the method (ISO/IEC 17025 7.7.3, 8.7). */
      correctTestRun: (caller: Caller, id: string, { cause, action }: z.infer<typeof correctBody>): Promise<RunView> =>
        step(caller, id, 'correct', async ({ laboratory, method, corrections, outstanding }) => {
          const at = context.clock();
          await requireAuthorized(laboratory, caller.username, method, at);
          return {
            corrections: [...corrections, { cause, action, by: caller.username, at }],
            outstanding: outstanding.map((entry) => ({ ...entry, corrected: true })),
          };
        }),

      /** 放行: its results may be verified from now on. */
      releaseTestRun: (caller: Caller, id: string): Promise<RunView> =>
        step(caller, id, 'release', async (run, work) => {
          await releaseResults(work, run);
          return {};
        }),

      rejectTestRun: (caller: Caller, id: string, { reason }: { reason: string }): Promise<RunView> =>
        step(caller, id, 'reject', () => ({}), reason),
    },
  };
}

export type Runs = ReturnType<typeof createRuns>;

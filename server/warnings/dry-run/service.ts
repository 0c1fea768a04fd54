import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findPage, type Page } from '../../database/page.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import type { WarningModels } from '../model.ts';
import { createRuleSense, type RuleDependencies } from '../rule-sense.ts';
import { whyNotCancelled } from './lifecycle.ts';
import { type DryRunRecord, dryRunModels, noFigures, type TriedRule } from './model.ts';
import { type dryRunBody, longestDays } from './schema.ts';
import { type DryRunView, dryRunView } from './view.ts';
import { createDryRunWork, type DryRunDependencies } from './work.ts';

const day = 86_400_000;
const runningAtMost = 3;

/** 规则试算: what a rule would have done with the readings that are stored, beside what people did about the warnings of then. */
export function createDryRuns(
  context: Context,
  models: Pick<WarningModels, 'Warning' | 'WarningRule'>,
  deps: DryRunDependencies & RuleDependencies,
) {
  const { DryRun } = dryRunModels(context.connection);
  const work = createDryRunWork(context, models, deps);
  const requireSense = createRuleSense(deps);

  const load = async (caller: Caller, id: string): Promise<DryRunRecord> => {
    const run = await DryRun.findById(id, null, within(caller, 'warning-dry-runs:read')).lean<DryRunRecord>();
    if (!run) throw new NotFound('There is no such dry run');
    return run;
  };

  return {
    /** Begins in the background; `getDryRun` tells how far it has come. @throws Forbidden, InvalidInput, Conflict */
    async startDryRun(caller: Caller, body: z.output<typeof dryRunBody>): Promise<DryRunView> {
      const divisionCode = body.rule.divisionCode ?? caller.divisionCode;
      requireRight(caller, 'warning-dry-runs:create', { divisionCode });
      const [from, to] = periodOf(body);
      const { metric } = body.rule;
      if (metric === undefined)
        throw InvalidInput.field('/rule/metric', 'is needed for a dry run, which looks at the readings of one metric');
      const own = { state: 'running' as const, startedBy: caller.username };
      const running = await DryRun.countDocuments(own, within(caller, 'warning-dry-runs:read'));
      if (running >= runningAtMost)
        throw new Conflict('Three of your dry runs are running: wait for one, or cancel it');
      await requireSense(caller, body.rule);
      const now = context.clock();
      const rule: TriedRule = { ...body.rule, divisionCode, metric };
      const run: DryRunRecord = {
        _id: new Types.ObjectId(),
        ...{ divisionCode, rule, from, to },
        ...own,
        startedAt: now,
        toLookAt: (await deps.heardIn(divisionCode, metric)).length,
        lookedAt: 0,
        turnAt: now,
        failures: 0,
        ...noFigures,
        flapping: [],
        missed: [],
      };
      await DryRun.create([run], { ordered: true, ...within(caller, 'warning-dry-runs:create') });
      work.soon();
      return dryRunView(run, caller);
    },

    async listDryRuns(
      caller: Caller,
      query: { limit: number; cursor?: string | undefined },
    ): Promise<Page<DryRunView>> {
      const page = await findPage(
        DryRun,
        {},
        { ...query, order: 'descending' },
        within(caller, 'warning-dry-runs:read'),
      );
      return { items: page.items.map((run) => dryRunView(run as DryRunRecord, caller)), nextCursor: page.nextCursor };
    },

    getDryRun: async (caller: Caller, id: string): Promise<DryRunView> => dryRunView(await load(caller, id), caller),

    /** What has been looked at so far stays. @throws NotFound, Forbidden, IllegalTransition */
    async cancelDryRun(caller: Caller, id: string): Promise<DryRunView> {
      const run = await load(caller, id);
      requireRight(caller, 'warning-dry-runs:cancel', run);
      const { matchedCount } = await DryRun.updateOne(
        { _id: run._id, state: 'running' },
        { $set: { state: 'cancelled', cancelledBy: caller.username, finishedAt: context.clock() } },
      ).setOptions(within(caller, 'warning-dry-runs:cancel'));
      if (matchedCount === 0) throw new IllegalTransition(whyNotCancelled(run.state) ?? 'The dry run has just ended');
      return dryRunView(await load(caller, id), caller);
    },

    start: work.start,
    stop: work.stop,
  };
}

/** @throws InvalidInput */
function periodOf({ from, to }: z.output<typeof dryRunBody>): [from: Date, to: Date] {
  const period: [Date, Date] = [new Date(from), new Date(to)];
  const milliseconds = period[1].getTime() - period[0].getTime();
  if (milliseconds <= 0) throw InvalidInput.field('/to', 'must be after its beginning');
  if (milliseconds > longestDays * day)
    throw InvalidInput.field('/to', `at most ${longestDays} days after its beginning`);
  return period;
}

export type DryRuns = ReturnType<typeof createDryRuns>;

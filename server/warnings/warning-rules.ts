import { type QueryFilter, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { findPage } from '../database/page.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import { NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { requireRight, within } from '../identity/rights/within.ts';
import defaults from './data/default-rules.json' with { type: 'json' };
import type { WarningModels, WarningRuleRecord } from './model.ts';
import type { Raising } from './raise.ts';
import { createRuleSense, type RuleDependencies } from './rule-sense.ts';
import { createRuleVersions } from './rule-versions/service.ts';
import type { createRuleBody, listRulesQuery } from './schema.ts';
import { warningRuleView } from './view.ts';

const atStart = unscoped('the platform brings its own rules');

interface RulesDependencies extends RuleDependencies {
  rulesChanged: () => void;
  raising: Pick<Raising, 'clear'>;
}

/** 预警规则: data, made by the operator; a rule of the city also holds in its counties and towns. */
export function createWarningRules(
  context: Context,
  models: Pick<WarningModels, 'WarningRule' | 'Warning'>,
  deps: RulesDependencies,
) {
  const { WarningRule } = models;
  const requireSense = createRuleSense(deps);

  return {
    ...createRuleVersions(context, models, { ...deps, requireSense }),

    async listRules(caller: Caller, query: z.infer<typeof listRulesQuery>) {
      const page = await findPage(
        WarningRule,
        wantedBy(query) as QueryFilter<WarningRuleRecord>,
        { ...query, order: 'descending' },
        within(caller, 'warning-rules:read'),
      );
      return {
        items: page.items.map((rule) => warningRuleView(rule as WarningRuleRecord, caller)),
        nextCursor: page.nextCursor,
      };
    },

    async getRule(caller: Caller, id: string) {
      const rule = await WarningRule.findById(id, null, within(caller, 'warning-rules:read')).lean<WarningRuleRecord>();
      if (!rule) throw new NotFound('There is no such warning rule');
      return warningRuleView(rule, caller);
    },

    async createRule(caller: Caller, body: z.output<typeof createRuleBody>) {
      const divisionCode = body.divisionCode ?? caller.divisionCode;
      requireRight(caller, 'warning-rules:create', { divisionCode });
      await requireSense(caller, body);
      const rule = { ...body, divisionCode, createdBy: caller.username, createdAt: context.clock() };
      const scoped = within(caller, 'warning-rules:create');
      const created = await createRecord(context, actorOf(caller), WarningRule, rule, scoped);
      deps.rulesChanged();
      return warningRuleView(created, caller);
    },

    /** The rules that come with the platform, on an empty database only: later the operator's own decide. */
    async ensureDefaultRules(): Promise<void> {
      if (await WarningRule.exists({}).setOptions(atStart)) return;
      for (const { id, ...rule } of defaults.rules) {
        const values = {
          ...rule,
          divisionCode: defaults.divisionCode,
          source: `${defaults.standing}。${defaults.source}`,
          sourceEn: `${defaults.standingEn}. ${defaults.sourceEn}`,
          createdBy: 'system',
          createdAt: context.clock(),
        };
        // Fixed ids: two instances that start together on an empty database write the same rows.
        const fixed = { _id: new Types.ObjectId(id) };
        await inTransaction(context, system('start'), ({ session }) =>
          WarningRule.updateOne(fixed, { $setOnInsert: values }, { upsert: true, session, ...atStart }),
        );
      }
      deps.rulesChanged();
    },
  };
}

function wantedBy({ state, family }: z.infer<typeof listRulesQuery>): object {
  const first = family && new Types.ObjectId(family);
  return {
    ...(first && { $or: [{ family: first }, { _id: first }] }),
    ...(state === 'superseded' ? { supersededBy: { $exists: true } } : {}),
    ...((state ? state !== 'superseded' : !family) && { supersededBy: { $exists: false } }),
    ...(state === 'switched-off' && { switchedOff: { $exists: true } }),
    ...(state === 'in-force' && { switchedOff: { $exists: false } }),
  };
}

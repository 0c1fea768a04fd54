import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction, type Work } from '../../database/transaction.ts';
import { Forbidden, IllegalTransition, InvalidInput, NotFound } from '../../errors.ts';
import { actorOf, type Caller } from '../../identity/caller.ts';
import { mayDo } from '../../identity/rights/ability.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { familyOf, type WarningModels, type WarningRecord, type WarningRuleRecord } from '../model.ts';
import type { Raising } from '../raise.ts';
import type { RequireSense } from '../rule-sense.ts';
import type { supersedeRuleBody } from '../schema.ts';
import { warningRuleView } from '../view.ts';
import { type RuleVerb, ruleTransitions, stateOfRule, whyRefused } from './lifecycle.ts';

interface Deps {
  raising: Pick<Raising, 'clear'>;
  rulesChanged(): void;
  requireSense: RequireSense;
}

const whateverHolds = unscoped('what a rule has found ends with it, whosever it is');

/** What becomes of a rule: another version, or off and on again. */
export function createRuleVersions(
  context: Context,
  { WarningRule, Warning }: Pick<WarningModels, 'WarningRule' | 'Warning'>,
  deps: Deps,
) {
  /** What held under a version is over with it; where it holds under the next, that is another occurrence of the same warning. */
  const endConditions = async (work: Work, rule: WarningRuleRecord): Promise<void> => {
    const family = familyOf(rule);
    const holding = await Warning.find(
      { active: true, $or: [{ ruleFamily: family }, { ruleId: family }] },
      null,
      whateverHolds,
    )
      .session(work.session)
      .lean<WarningRecord[]>();
    for (const key of new Set(holding.map(({ conditionKey }) => conditionKey)))
      await deps.raising.clear(work, key, context.clock());
  };

  const load = async (work: Work, caller: Caller, id: string, verb: RuleVerb): Promise<WarningRuleRecord> => {
    const rule = await WarningRule.findById(id, null, within(caller, 'warning-rules:read'))
      .session(work.session)
      .lean<WarningRuleRecord>();
    if (!rule) throw new NotFound('There is no such warning rule');
    const { permission } = ruleTransitions[verb];
    if (!mayDo(caller, permission, rule)) throw new Forbidden(`The right ${permission} does not reach that rule`);
    const refused = whyRefused(stateOfRule(rule), verb);
    if (refused) throw new IllegalTransition(refused);
    return rule;
  };

  const mark = async (work: Work, caller: Caller, rule: WarningRuleRecord, verb: RuleVerb, change: object) => {
    const unchanged = { _id: rule._id, supersededBy: { $exists: false } };
    const marked = await WarningRule.findOneAndUpdate(unchanged, change, {
      session: work.session,
      returnDocument: 'after',
      ...within(caller, ruleTransitions[verb].permission),
    }).lean<WarningRuleRecord>();
    if (!marked) throw new IllegalTransition('Somebody else has just changed this rule');
    return marked;
  };

  return {
    /** Another version takes its place; warnings name the version that raised them. @throws NotFound, Forbidden, IllegalTransition, InvalidInput */
    async supersedeRule(caller: Caller, id: string, body: z.output<typeof supersedeRuleBody>) {
      await deps.requireSense(caller, body);
      const next = await inTransaction(context, actorOf(caller), async (work) => {
        const rule = await load(work, caller, id, 'supersede');
        if (body.kind !== rule.kind) throw InvalidInput.field('/kind', 'a rule of another kind is another rule');
        const divisionCode = body.divisionCode ?? rule.divisionCode;
        requireRight(caller, 'warning-rules:create', { divisionCode });
        const _id = new Types.ObjectId();
        await mark(work, caller, rule, 'supersede', { $set: { supersededBy: _id } });
        const version = {
          ...body,
          _id,
          divisionCode,
          createdBy: caller.username,
          createdAt: context.clock(),
          version: (rule.version ?? 1) + 1,
          family: familyOf(rule),
          supersedes: rule._id,
        };
        await WarningRule.create([version] as never, {
          session: work.session,
          ...within(caller, 'warning-rules:create'),
        });
        await endConditions(work, rule);
        return version as unknown as WarningRuleRecord;
      });
      deps.rulesChanged();
      return warningRuleView(next, caller);
    },

    /** @throws NotFound, Forbidden, IllegalTransition */
    async switchRule(caller: Caller, id: string, verb: 'switch-off' | 'switch-on', reason: string) {
      const switched = await inTransaction(
        context,
        actorOf(caller),
        async (work) => {
          const rule = await load(work, caller, id, verb);
          if (verb === 'switch-on') return mark(work, caller, rule, verb, { $unset: { switchedOff: 1 } });
          await endConditions(work, rule);
          const switchedOff = { by: caller.username, at: context.clock(), reason };
          return mark(work, caller, rule, verb, { $set: { switchedOff } });
        },
        reason,
      );
      deps.rulesChanged();
      return warningRuleView(switched, caller);
    },
  };
}

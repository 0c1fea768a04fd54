import { type QueryFilter, Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { Work } from '../../database/transaction.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import figures from '../data/alarm-quality.json' with { type: 'json' };
import { familyOf, type WarningModels, type WarningRecord, type WarningRuleRecord } from '../model.ts';
import { alarmQuality } from '../rules/alarm-quality.ts';
import { type OccurrenceRecord, occurrenceModels } from './model.ts';
import type { qualityQuery } from './schema.ts';

const day = 86_400_000;
const longestDays = 366;
const alarmsAtMost = 200_000;
const sinceWhenAtAll = unscoped('since when alarms are written down, whosever they are');
const byRule = unscoped('a rule rings, not a person');

/** 报警质量: what the alarms ask of the people who are rung. */
export function createQuality(
  context: Context,
  { Warning, WarningRule }: Pick<WarningModels, 'Warning' | 'WarningRule'>,
) {
  const { WarningOccurrence } = occurrenceModels(context.connection);

  return {
    /** Writes down that people are rung for a warning, in the transaction that rings. */
    async noteOccurrence(work: Work, warning: WarningRecord): Promise<void> {
      const { _id: warningId, conditionKey, kind, level, divisionCode, producerId, ruleFamily } = warning;
      const occurrence = {
        _id: new Types.ObjectId(),
        ...{ warningId, conditionKey, kind, level, divisionCode, at: context.clock() },
        ...(producerId && { producerId }),
        ...(ruleFamily && { ruleFamily }),
      };
      await WarningOccurrence.create([occurrence], { session: work.session, ...byRule });
    },

    /** @throws InvalidInput */
    async quality(caller: Caller, query: z.output<typeof qualityQuery>) {
      const to = query.to === undefined ? context.clock() : new Date(query.to);
      const from = query.from === undefined ? new Date(to.getTime() - figures.fewestDays * day) : new Date(query.from);
      if (from >= to) throw InvalidInput.field('/query/from', 'must be before its end');
      if (to.getTime() - from.getTime() > longestDays * day)
        throw InvalidInput.field('/query/from', `at most ${longestDays} days before its end`);
      const scoped = within(caller, 'warnings:read');
      const inDivision = query.division === undefined ? {} : { divisionCode: subtreeRange(query.division) };
      const found = await WarningOccurrence.find({ ...inDivision, at: { $gte: from, $lt: to } }, null, scoped)
        .sort({ at: 1 })
        .limit(alarmsAtMost + 1)
        .lean<OccurrenceRecord[]>();
      const occurrences = found.slice(0, alarmsAtMost);
      const first = await WarningOccurrence.findOne({}, { at: 1 }, sinceWhenAtAll)
        .sort({ at: 1 })
        .lean<OccurrenceRecord>();
      const holding: QueryFilter<WarningRecord> = { ...inDivision, openKey: { $exists: true }, active: true };
      const standing = await Warning.find(holding, null, scoped).select({ openedAt: 1 }).lean<WarningRecord[]>();
      const kinds = new Map(
        occurrences.map(({ kind, ruleFamily }) => [sourceOf(kind, ruleFamily), { kind, ruleFamily }]),
      );
      const quality = alarmQuality({
        alarms: occurrences.map(({ at, conditionKey, kind, ruleFamily, level }) => ({
          at: at.getTime(),
          conditionKey,
          source: sourceOf(kind, ruleFamily),
          level,
        })),
        standingSince: standing.map(({ openedAt }) => openedAt.getTime()),
        from: from.getTime(),
        to: to.getTime(),
        knownSince: (first?.at ?? to).getTime(),
        officers: query.officers,
      });
      const worst = quality.worst.flatMap(({ source, ...counted }) => {
        const known = kinds.get(source);
        return known ? [{ ...known, ...counted }] : [];
      });
      const names = await namesOf(worst.flatMap(({ ruleFamily }) => (ruleFamily ? [ruleFamily] : [])));
      const falseAlarms = await Promise.all(
        worst.map(({ kind, ruleFamily }) =>
          Warning.countDocuments({
            ...inDivision,
            state: 'false-alarm',
            openedAt: { $gte: from, $lt: to },
            ...(ruleFamily ? { ruleFamily } : { kind }),
          }).setOptions(scoped),
        ),
      );
      return {
        ...quality,
        from: from.toISOString(),
        to: to.toISOString(),
        worst: worst.map(({ kind, ruleFamily, count, share }, index) => {
          const rule = ruleFamily && names.get(ruleFamily.toHexString());
          return {
            ...{ kind, count, share, falseAlarms: falseAlarms[index] ?? 0 },
            ...(ruleFamily && { ruleId: ruleFamily.toHexString() }),
            ...(rule && { ruleName: rule.name }),
            ...(rule?.nameEn && { ruleNameEn: rule.nameEn }),
          };
        }),
        truncated: found.length > alarmsAtMost,
        source: figures.source,
      };
    },
  };

  async function namesOf(families: Types.ObjectId[]): Promise<Map<string, Pick<WarningRuleRecord, 'name' | 'nameEn'>>> {
    const wanted = {
      supersededBy: { $exists: false },
      $or: [{ _id: { $in: families } }, { family: { $in: families } }],
    };
    const rules = await WarningRule.find(
      wanted,
      null,
      unscoped('the name of a rule whose warnings the caller sees'),
    ).lean<WarningRuleRecord[]>();
    return new Map(rules.map((rule) => [familyOf(rule).toHexString(), rule]));
  }
}

function sourceOf(kind: string, ruleFamily: Types.ObjectId | undefined): string {
  return ruleFamily?.toHexString() ?? kind;
}

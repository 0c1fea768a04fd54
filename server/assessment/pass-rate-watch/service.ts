import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Fact } from '../../facts/index.ts';
import { createRounds } from '../../jobs/rounds.ts';
import { type Baseline, fallOf, passRateKey, passRateWarning, passRateWatch } from '../../warnings/index.ts';
import type { AssessmentDependencies } from '../dependencies.ts';
import type { FactStore } from '../figures/store.ts';
import { isKnown } from '../rules/knowledge.ts';
import { rollUp } from '../rules/pass-rates.ts';
import { boundsOf, periodOf } from '../rules/period.ts';

const everyMs = 6 * 3_600_000;

/** What is followed: a county with all its products, or one product in the whole city. */
interface Followed {
  divisionCode: string;
  product?: string;
  verdicts: Fact[];
}

/**
 * 合格率下降: follows the pass rates of this year's samples drawn at random against those of last year, each county by itself and
 * each product in the city. Nothing is stored: the charts are drawn anew from what is known now, so that a verdict which came late or
 * was invalidated counts as it should. Its chart stands still while a warning is unresolved, and begins anew when it was resolved.
 */
export function createPassRateWatch(
  context: Context,
  { warnings, divisions }: Pick<AssessmentDependencies, 'warnings' | 'divisions'>,
  store: Pick<FactStore, 'facts'>,
) {
  const followed = async (now: Date): Promise<Followed[]> => {
    const all = new Map<string, Followed>();
    const add = (divisionCode: string, product: string | undefined, fact: Fact): void => {
      const key = passRateKey(divisionCode, product);
      const known = all.get(key) ?? { divisionCode, ...(product !== undefined && { product }), verdicts: [] };
      known.verdicts.push(fact);
      all.set(key, known);
    };
    for (const fact of await store.facts()) {
      const counts = fact.kind === 'verdict' && (fact.word === 'pass' || fact.word === 'fail');
      if (!counts || !passRateWatch.planKinds.includes(fact.planKind ?? '')) continue;
      if (!isKnown(fact, { until: now, knownAt: now })) continue;
      add(rollUp(fact.divisionCode, 'county'), undefined, fact);
      if (fact.product !== undefined) add(rollUp(fact.divisionCode, 'city'), fact.product, fact);
    }
    return [...all.values()];
  };

  const lookAt = async ({ divisionCode, product, verdicts }: Followed, now: Date): Promise<void> => {
    const year = Number(periodOf(now, 'year'));
    const baseline = baselineOf(verdicts, year - 1);
    const last = await warnings.lastOf(passRateKey(divisionCode, product));
    if (last?.unresolved) return;
    const begin = boundsOf(String(year)).from;
    const from = last && last.updatedAt > begin ? last.updatedAt : begin;
    const samples = verdicts
      .map(({ happenedAt, word }) => ({ at: happenedAt, passed: word === 'pass' }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const fall = fallOf(passRateWatch, baseline, samples, { from, until: now });
    if (!fall) return;
    const division = { code: divisionCode, name: divisions.nameOf(divisionCode) };
    await inTransaction(context, system('pass-rates'), (work) =>
      warnings.raise(work, passRateWarning({ division, product, baseline, fall })),
    );
  };

  const look = async (): Promise<void> => {
    const now = context.clock();
    for (const each of await followed(now)) await lookAt(each, now);
  };

  return {
    /** Draws all charts, and warns of each that says so. */
    look,

    /** At once and four times a day, on one instance at a time. */
    ...createRounds(
      context,
      {
        name: 'pass-rates',
        everyMs,
        afterFailureMs: 60_000,
        failing: 'pass rates not looked at, will try again',
      },
      look,
    ),
  };
}

function baselineOf(verdicts: readonly Fact[], year: number): Baseline {
  const ofYear = verdicts.filter(({ happenedAt }) => periodOf(happenedAt, 'year') === String(year));
  const passed = ofYear.filter(({ word }) => word === 'pass').length;
  return {
    passRate: ofYear.length === 0 ? 0 : passed / ofYear.length,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    samples: ofYear.length,
  };
}

import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Division } from '../../divisions/index.ts';
import { isWithin } from '../../divisions/rules.ts';
import type { Fact } from '../../facts/index.ts';
import type { Caller } from '../../identity/caller.ts';
import { requireRight } from '../../identity/rights/within.ts';
import type { AssessmentDependencies } from '../dependencies.ts';
import { within } from '../figures/reach.ts';
import type { FactStore } from '../figures/store.ts';
import { horizonOf, isKnown } from '../rules/knowledge.ts';
import { type Judged, passRateTallies } from '../rules/pass-rates.ts';
import { devicesOf, isPartOf, type SampleCount, samplingOf, warningsOf } from './rules/roll-up.ts';
import type { overviewQuery } from './schema.ts';

const usualDays = 90;
const dayMilliseconds = 86_400_000;
const access = 'assessment-figures:read';

type Query = z.output<typeof overviewQuery>;

const judgedOf = (fact: Fact): Judged => ({
  divisionCode: fact.divisionCode,
  productName: fact.product ?? '',
  planKind: fact.planKind as Judged['planKind'],
  verdict: fact.word as Judged['verdict'],
  happenedAt: fact.happenedAt,
});

/** What a division and each of its parts look like now: the page that regulators begin with. */
export function createOverview(
  context: Context,
  { divisions, openWarnings, deviceCounts }: AssessmentDependencies,
  facts: Pick<FactStore, 'facts'>,
) {
  /** The facts that count now, of samples drawn since then. */
  const factsSince = async (caller: Caller, division: string, from: Date, now: Date): Promise<Fact[]> => {
    const reached = within(caller, division);
    const horizon = horizonOf(now, 'now', now);
    const counting: Fact[] = [];
    for (const fact of await facts.facts()) {
      const told = fact.kind === 'verdict' || fact.kind === 'sample';
      if (told && fact.happenedAt >= from && isKnown(fact, horizon) && reached(fact.divisionCode)) counting.push(fact);
    }
    return counting;
  };

  return {
    /**
     * @throws NotFound for an unknown division
     * @throws Forbidden for one outside of the caller's: its figures would look like nothing happened there
     */
    async overview(caller: Caller, query: Query) {
      const now = context.clock();
      const asked = divisions.get(query.division ?? caller.divisionCode);
      requireRight(caller, access, { divisionCode: asked.code });
      const from = query.from ? new Date(query.from) : new Date(now.getTime() - usualDays * dayMilliseconds);
      const [warnings, devices, known] = await Promise.all([
        openWarnings(caller),
        deviceCounts(caller),
        factsSince(caller, asked.code, from, now),
      ]);
      const ofKind = known.filter(({ planKind }) => query.planKind === undefined || planKind === query.planKind);
      const verdicts = ofKind.filter(({ kind }) => kind === 'verdict');
      const samples = ofKind
        .filter(({ kind }) => kind === 'sample')
        .map(({ divisionCode, word }): SampleCount => ({ divisionCode, word, count: 1 }));
      const partOf = ({ code, name, level }: Division) => ({
        divisionCode: code,
        divisionName: name,
        level,
        warnings: warningsOf(code, warnings),
        passRate: passRateOf(verdicts.filter(({ divisionCode }) => isWithin(divisionCode, code))),
        sampling: samplingOf(code, samples),
        devices: devicesOf(code, devices),
      });
      const parts = divisions.list({ parent: asked.code }).filter(({ code }) => isPartOf(code, asked.code));
      return {
        asOf: now.toISOString(),
        from: from.toISOString(),
        division: partOf(asked),
        items: parts.map(partOf),
      };
    },
  };
}

export type OverviewService = ReturnType<typeof createOverview>;

function passRateOf(verdicts: readonly Fact[]) {
  const tallies = passRateTallies({ by: [], level: 'county', period: 'month' });
  for (const verdict of verdicts) tallies.add(judgedOf(verdict));
  const [rate] = tallies.rates();
  if (!rate) return { n: 0, passes: 0, fails: 0, share: null, interval: null, mixedPlanKinds: false };
  const { key: _, neither: __, ...told } = rate;
  return told;
}

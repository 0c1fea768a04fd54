import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import type { VerdictQuery } from '../../testing/index.ts';
import intakes from '../data/intakes.json' with { type: 'json' };
import type { AssessmentDependencies } from '../dependencies.ts';
import { figurePage } from '../figure-page.ts';
import { within } from '../figures/reach.ts';
import type { FactStore } from '../figures/store.ts';
import { horizonOf, isKnown } from '../rules/knowledge.ts';
import { type PassRate, passRateTallies } from '../rules/pass-rates.ts';
import { boundsOf } from '../rules/period.ts';
import { type Intake, riskCounts } from '../rules/risk.ts';
import { judged, type VerdictLike } from './judged.ts';
import type { passRatesQuery, riskRankingQuery, verdictFilter, verdictRecordsQuery } from './schema.ts';

type Filter = z.output<typeof verdictFilter>;

const verdictsOf = { pass: ['pass'], fail: ['fail'], neither: ['no-limit', 'not-comparable', 'pending'] } as const;

/** The verdicts that the question is about, within the caller's division. */
function verdictsWithin(caller: Caller, { division, product, planKind }: Filter) {
  const reached = within(caller, division);
  return (fact: VerdictLike): boolean =>
    fact.kind === 'verdict' &&
    (product === undefined || fact.product === product) &&
    (planKind === undefined || fact.planKind === planKind) &&
    reached(fact.divisionCode);
}

const sourcedIntakes: readonly Intake[] = intakes.rows;

/** 合格率 and 风险排序: figures made of published verdicts, of any past day as known then or as known now. */
export function createPassRates(
  context: Context,
  { testing, divisions }: AssessmentDependencies,
  facts: Pick<FactStore, 'cells' | 'facts'>,
) {
  const asked = ({ asOf, knowledge, division, product, planKind, from, to }: Filter) => {
    const now = context.clock();
    const at = asOf === undefined ? now : new Date(asOf);
    const horizon = horizonOf(at, knowledge, now);
    const end = to === undefined ? horizon.until : new Date(Math.min(Date.parse(to), horizon.until.getTime()));
    const query: VerdictQuery = {
      division,
      product,
      planKind,
      ...(from !== undefined && { from: new Date(from) }),
      until: end,
      knownAt: horizon.knownAt,
    };
    return { query, told: { asOf: at.toISOString(), knowledge } };
  };

  const allRates = async (caller: Caller, query: z.output<typeof passRatesQuery>): Promise<PassRate[]> => {
    const tallies = passRateTallies(query);
    const wanted = verdictsWithin(caller, query);
    const { asOf, from, to } = query;
    if (asOf === undefined && from === undefined && to === undefined) {
      for (const cell of await facts.cells('now'))
        if (wanted(cell)) tallies.add(judged(cell, boundsOf(cell.month).from), cell.count);
      return tallies.rates();
    }
    const { query: bounds } = asked(query);
    const horizon = { until: bounds.until, knownAt: bounds.knownAt };
    for (const fact of await facts.facts())
      if (wanted(fact) && isKnown(fact, horizon) && (!bounds.from || fact.happenedAt >= bounds.from))
        tallies.add(judged(fact, fact.happenedAt));
    return tallies.rates();
  };

  const rateView =
    (query: Filter) =>
    ({ key, ...rate }: PassRate) => ({
      ...key,
      ...(key.division !== undefined && { divisionName: divisions.nameOf(key.division) }),
      ...rate,
      planKind: key.planKind as Filter['planKind'],
      records: recordsOf(query, { ...key, ...(key.period !== undefined && boundsOf(key.period)) }),
    });

  return {
    async passRates(caller: Caller, query: z.output<typeof passRatesQuery>) {
      const page = figurePage(await allRates(caller, query), query);
      return { ...asked(query).told, items: page.items.map(rateView(query)), nextCursor: page.nextCursor };
    },

    /** Every figure, with what it is of in words. */
    async passRateTable(caller: Caller, query: z.output<typeof passRatesQuery>) {
      return { ...asked(query).told, items: (await allRates(caller, query)).map(rateView(query)) };
    },

    async riskRanking(caller: Caller, query: z.output<typeof riskRankingQuery>) {
      const counts = riskCounts();
      const { query: wanted, told } = asked(query);
      for await (const verdict of testing.publishedVerdicts(caller, wanted)) counts.add(verdict);
      const page = figurePage(counts.ranking(sourcedIntakes), query);
      const items = page.items.map((risk) => ({
        ...risk,
        records: recordsOf(query, { product: risk.product, substance: risk.substance }),
      }));
      return { ...told, items, nextCursor: page.nextCursor };
    },

    /** The reports behind a figure, newest first. */
    async verdictRecords(caller: Caller, query: z.output<typeof verdictRecordsQuery>) {
      const { query: wanted, told } = asked(query);
      const verdict = query.outcome && verdictsOf[query.outcome];
      const full = { ...wanted, substance: query.substance, verdict };
      const page = await testing.listPublishedVerdicts(caller, full, query);
      const items = page.items.map(({ results: _, productName, happenedAt, knownFrom, knownTo, ...record }) => ({
        ...record,
        divisionName: divisions.nameOf(record.divisionCode),
        product: productName,
        drawnAt: happenedAt.toISOString(),
        knownFrom: knownFrom.toISOString(),
        ...(knownTo && { knownTo: knownTo.toISOString() }),
      }));
      return { ...told, items, nextCursor: page.nextCursor };
    },
  };
}

export type PassRates = ReturnType<typeof createPassRates>;

/** The same question with what the figure is of: its bounds where they are narrower than those asked for. */
function recordsOf(
  query: Filter,
  key: { division?: string; product?: string; planKind?: string; substance?: string; from?: Date; to?: Date },
): string {
  const { asOf, knowledge } = query;
  const latest = (a: string | undefined, b: Date | undefined) =>
    a === undefined || (b && b > new Date(a)) ? b?.toISOString() : a;
  const earliest = (a: string | undefined, b: Date | undefined) =>
    a === undefined || (b && b < new Date(a)) ? b?.toISOString() : a;
  const facts = {
    division: key.division ?? query.division,
    product: key.product ?? query.product,
    planKind: key.planKind ?? query.planKind,
    substance: key.substance,
    from: latest(query.from, key.from),
    to: earliest(query.to, key.to),
    asOf,
    knowledge,
  };
  const told = Object.entries(facts).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return `/api/v1/pass-rates/records?${new URLSearchParams(told)}`;
}

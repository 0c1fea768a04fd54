import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isWithin } from '../../divisions/rules.ts';
import { InvalidInput } from '../../errors.ts';
import type { Fact } from '../../facts/index.ts';
import type { Caller } from '../../identity/caller.ts';
import type { AssessmentDependencies } from '../dependencies.ts';
import { figurePage } from '../figure-page.ts';
import { within } from '../figures/reach.ts';
import type { FactStore } from '../figures/store.ts';
import { recordFor } from '../record-address.ts';
import { type Horizon, horizonOf, isKnown } from '../rules/knowledge.ts';
import { type DivisionFigures, leagueTable, monthsOf, partIn, periodsUntil } from '../rules/performance.ts';
import { boundsOf, periodOf } from '../rules/period.ts';
import type { leagueQuery, performanceRecordsQuery, trendQuery } from './schema.ts';
import { performanceSchemeOn, performanceSchemes } from './schemes.ts';

type LeagueQuery = z.output<typeof leagueQuery>;
type AsOf = Pick<LeagueQuery, 'asOf' | 'knowledge' | 'period'>;

/** 考核: what counties and towns did in time, of any period and past day, with the records behind each figure. */
export function createPerformance(
  context: Context,
  { divisions }: Pick<AssessmentDependencies, 'divisions'>,
  facts: Pick<FactStore, 'cells' | 'facts'>,
) {
  const askedFor = ({ asOf, knowledge, period }: AsOf) => {
    const now = context.clock();
    const at = asOf === undefined ? now : new Date(asOf);
    const asked = period ?? periodOf(at, 'month');
    const { from, to } = boundsOf(asked);
    const end = to < at ? to : at;
    const scheme = performanceSchemeOn(end < from ? from : end);
    const horizon: Horizon | 'now' = asOf === undefined ? 'now' : horizonOf(at, knowledge, now);
    const told = { asOf: at.toISOString(), knowledge, period: asked, schemeVersion: scheme.version };
    return { scheme, horizon, told, bounds: horizonOf(at, knowledge, now) };
  };

  const linked = (query: AsOf, period: string) => (row: DivisionFigures) => ({
    ...row,
    divisionName: divisions.nameOf(row.division),
    figures: row.figures.map((figure) => ({
      ...figure,
      records: `/api/v1/performance/records?${new URLSearchParams({
        indicator: figure.indicator,
        division: row.division,
        period,
        ...(query.asOf !== undefined && { asOf: query.asOf }),
        knowledge: query.knowledge,
      })}`,
    })),
  });

  const league = async (caller: Caller, query: LeagueQuery) => {
    const { scheme, horizon, told } = askedFor(query);
    const reached = within(caller, query.division);
    const compared = divisions.list({ level: query.level }).filter(({ code }) => reached(code));
    const asked = { divisions: compared.map(({ code }) => code), period: told.period };
    const rows = leagueTable(await facts.cells(horizon), scheme, asked);
    return { ...told, level: query.level, scheme, items: rows.map(linked(query, told.period)) };
  };

  return {
    schemes: async () => ({ items: [...performanceSchemes] }),

    /** The best first. A division outside of the caller's own is not among them. */
    async leagueTable(caller: Caller, query: LeagueQuery) {
      const { scheme: _, ...table } = await league(caller, query);
      return { ...table, nextCursor: null };
    },

    /** The same with the indicators' names, for papers. */
    leagueWithScheme: league,

    /** One division, period by period, the oldest first. @throws InvalidInput for a division that is not the caller's to know */
    async trend(caller: Caller, query: z.output<typeof trendQuery>) {
      const { division } = query;
      if (!divisions.has(division) || !within(caller)(division))
        throw InvalidInput.field('/query/division', 'is not a division of yours');
      const { scheme, horizon, told } = askedFor(query);
      const cells = [...(await facts.cells(horizon))].filter(({ divisionCode }) => isWithin(divisionCode, division));
      const items = periodsUntil(told.period, query.periods).flatMap((period) =>
        leagueTable(cells, scheme, { divisions: [division], period })
          .map(linked(query, period))
          .map(({ score, weighed, figures }) => ({ period, score, weighed, figures })),
      );
      return { ...told, division, divisionName: divisions.nameOf(division), items, nextCursor: null };
    },

    /** The records behind a figure, the newest first. */
    async records(caller: Caller, query: z.output<typeof performanceRecordsQuery>) {
      const { scheme, bounds, told } = askedFor(query);
      const indicator = scheme.indicators.find(({ code }) => code === query.indicator);
      if (!indicator) throw InvalidInput.field('/query/indicator', 'is not an indicator of that time');
      const reached = within(caller, query.division);
      const { from, to } = monthsOf(told.period);
      const wanted = (fact: Fact): boolean => {
        const part = partIn(indicator, fact);
        if (query.part === 'missed') return part.denominator && !part.numerator;
        return part[query.part];
      };
      const found: Fact[] = [];
      for (const fact of await facts.facts()) {
        if (!wanted(fact) || !isKnown(fact, bounds) || !reached(fact.divisionCode)) continue;
        const month = periodOf(fact.happenedAt, 'month');
        if (month >= from && month <= to) found.push(fact);
      }
      const page = figurePage(found.toSorted(byTime), query);
      const shown = recordFor(caller);
      const items = page.items.map(({ record, kind, word, divisionCode, happenedAt, knownFrom, knownTo }) => ({
        ...shown(record),
        kind,
        word,
        divisionCode,
        divisionName: divisions.nameOf(divisionCode),
        happenedAt: happenedAt.toISOString(),
        knownFrom: knownFrom.toISOString(),
        ...(knownTo && { knownTo: knownTo.toISOString() }),
      }));
      return { ...told, items, nextCursor: page.nextCursor };
    },
  };
}

export type Performance = ReturnType<typeof createPerformance>;

function byTime(a: Fact, b: Fact): number {
  return b.happenedAt.getTime() - a.happenedAt.getTime() || (a.record.id < b.record.id ? -1 : 1);
}

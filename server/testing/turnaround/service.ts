import type { z } from 'zod';
import { dayOf } from '../../calendar/index.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { reportModels, type TestReportRecord } from '../reports/model.ts';
import { methodKey } from '../rules/authorization.ts';
import { shareWithin, type Turnaround, turnaroundFigures } from '../rules/turnaround.ts';
import type { turnaroundQuery, turnaroundSchema } from './schema.ts';

type Answer = z.infer<typeof turnaroundSchema>;
type Item = Answer['items'][number];
type Grouped = Pick<Item, 'laboratory' | 'method' | 'month'> & { reports: Turnaround[] };

const read = {
  laboratory: 1,
  issuedAt: 1,
  'content.sample.receivedAt': 1,
  'content.testedFrom': 1,
  'content.testedTo': 1,
  'content.results.method': 1,
};

/** 检测周期: how long samples take from their receipt to the report, by laboratory, method and month. */
export function createTurnaround(context: Context) {
  const { TestReport } = reportModels(context.connection);
  return {
    async turnaround(
      caller: Caller,
      { from, to, laboratory, method, withinHours }: z.output<typeof turnaroundQuery>,
    ): Promise<Answer> {
      const issuedAt = { $gte: new Date(from), $lt: to === undefined ? context.clock() : new Date(to) };
      const firsts = { issuedAt, replaces: { $exists: false }, ...(laboratory !== undefined && { laboratory }) };
      const groups = new Map<string, Grouped>();
      const reports = TestReport.find(firsts, null, within(caller, 'test-reports:read')).select(read).lean();
      for await (const report of reports.cursor())
        for (const group of groupsOf(report as unknown as TestReportRecord, method)) {
          const key = JSON.stringify([group.laboratory, group.method && methodKey(group.method), group.month]);
          const known = groups.get(key);
          if (known) known.reports.push(...group.reports);
          else groups.set(key, group);
        }
      const items = [...groups.values()].flatMap(({ reports: of, ...group }): Item[] => {
        const figures = turnaroundFigures(of);
        return figures ? [{ ...group, ...figures, shareWithin: shareWithin(of, withinHours) }] : [];
      });
      return { withinHours, items: items.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)) };
    },
  };
}

/** A sample that nobody received has no turnaround. */
function groupsOf({ laboratory, issuedAt, content }: TestReportRecord, wanted: string | undefined): Grouped[] {
  const { receivedAt } = content.sample;
  if (receivedAt === undefined) return [];
  const turnaround: Turnaround = {
    receivedAt: new Date(receivedAt),
    ...(content.testedFrom !== undefined && { testedFrom: new Date(content.testedFrom) }),
    ...(content.testedTo !== undefined && { testedTo: new Date(content.testedTo) }),
    issuedAt,
  };
  const methods = [...new Map(content.results.map(({ method }) => [method && methodKey(method), method])).values()];
  return methods
    .filter((method) => wanted === undefined || (method !== undefined && methodKey(method) === methodKey(wanted)))
    .map((method) => ({
      ...(laboratory !== undefined && { laboratory }),
      ...(method !== undefined && { method }),
      month: dayOf(issuedAt).slice(0, 7),
      reports: [turnaround],
    }));
}

/** The newest month last, laboratories and methods by name. */
function sortKey({ laboratory = '', method = '', month }: Item): string {
  return `${laboratory}\n${method}\n${month}`;
}

import type { Connection } from 'mongoose';
import { findPage, type Page } from '../../database/page.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { SampleRecord } from '../model.ts';
import type { ReportedResult } from '../rules/report-content.ts';
import { reportModels, type TestReportRecord } from './model.ts';

/** What a published report said of a sample, when that was drawn, and between when and when the report was held true. */
export interface PublishedVerdict {
  reportId: string;
  reportNumber: string;
  sampleId: string;
  sampleNumber: string;
  producerId: string;
  divisionCode: string;
  productName: string;
  planKind: SampleRecord['planKind'];
  verdict: SampleRecord['verdict'];
  results: Pick<ReportedResult, 'analyte' | 'value' | 'unit' | 'verdict'>[];
  happenedAt: Date;
  knownFrom: Date;
  knownTo?: Date;
}

export interface VerdictQuery {
  division?: string | undefined;
  product?: string | undefined;
  planKind?: string | undefined;
  substance?: string | undefined;
  verdict?: readonly PublishedVerdict['verdict'][] | undefined;
  /** Drawn on or after this instant. */
  from?: Date | undefined;
  /** Drawn on or before this instant. */
  until: Date;
  /** As held true at this instant. */
  knownAt: Date;
}

/** Published verdicts, for figures made of them: as known at any time, for nothing published is ever deleted. */
export function createPublishedVerdicts({ connection }: { connection: Connection }) {
  const { TestReport } = reportModels(connection);
  return {
    /** Those within the caller's reach, in no order. */
    async *publishedVerdicts(caller: Caller, query: VerdictQuery): AsyncGenerator<PublishedVerdict> {
      const scoped = within(caller, 'test-reports:read');
      for await (const report of TestReport.find(filterOf(query), null, scoped).lean<TestReportRecord[]>().cursor())
        yield verdictOf(report as TestReportRecord);
    },

    async listPublishedVerdicts(
      caller: Caller,
      query: VerdictQuery,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<PublishedVerdict>> {
      const scoped = within(caller, 'test-reports:read');
      const found = await findPage(TestReport, filterOf(query), { ...page, order: 'descending' }, scoped);
      return {
        items: found.items.map((report) => verdictOf(report as TestReportRecord)),
        nextCursor: found.nextCursor,
      };
    },
  };
}

function filterOf({ division, product, planKind, substance, verdict, from, until, knownAt }: VerdictQuery) {
  return {
    issuedAt: { $lte: knownAt },
    $or: [{ endedAt: { $exists: false } }, { endedAt: { $gt: knownAt } }],
    'content.sample.drawnAt': { ...(from && { $gte: from.toISOString() }), $lte: until.toISOString() },
    ...(division && { divisionCode: subtreeRange(division) }),
    ...(product && { 'content.sample.product': product }),
    ...(planKind && { 'content.sample.planKind': planKind }),
    ...(substance && { 'content.results.analyte': substance }),
    ...(verdict && { 'content.verdict': { $in: [...verdict] } }),
  };
}

function verdictOf(report: TestReportRecord): PublishedVerdict {
  const { sample, results, verdict } = report.content;
  return {
    reportId: report._id.toHexString(),
    reportNumber: report.number,
    sampleId: report.sampleId.toHexString(),
    sampleNumber: report.sampleNumber,
    producerId: report.producerId.toHexString(),
    divisionCode: report.divisionCode,
    productName: sample.product,
    planKind: sample.planKind as PublishedVerdict['planKind'],
    verdict,
    results: results.map(({ analyte, value, unit, verdict: word }) => ({ analyte, value, unit, verdict: word })),
    happenedAt: new Date(sample.drawnAt),
    knownFrom: report.issuedAt,
    ...(report.endedAt && { knownTo: report.endedAt }),
  };
}

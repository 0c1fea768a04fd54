import type { Connection } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import { findPage, type Page } from '../database/page.ts';
import { reportModels, type TestReportRecord } from './reports/model.ts';
import { officialPlanKinds } from './schema.ts';
import type { verdicts } from './verdict-schema.ts';

/** What an official test found, without whose product it was. */
export interface PublicResult {
  product: string;
  divisionCode: string;
  planKind: string;
  drawnAt: Date;
  publishedAt: Date;
  verdict: (typeof verdicts)[number];
  results: { analyte: string; value: string; unit: string; limit?: string; verdict: (typeof verdicts)[number] }[];
}

const forThePublic = unscoped('what official tests found is public once no producer is named');
const inForce = { state: 'valid' as const, 'content.sample.planKind': { $in: [...officialPlanKinds] } };

/** Official tests that hold today. Producers' own checks and commissioned tests are theirs to publish. */
export function createPublicResults({ connection }: { connection: Connection }) {
  const { TestReport } = reportModels(connection);
  return {
    async publicResults(page: { limit: number; cursor?: string | undefined }): Promise<Page<PublicResult>> {
      const found = await findPage(TestReport, inForce, { ...page, order: 'descending' }, forThePublic);
      return {
        items: found.items.map((report) => publicResult(report as TestReportRecord)),
        nextCursor: found.nextCursor,
      };
    },

    /** When the newest of them was published; `null` when there is none. */
    async newestResult(): Promise<Date | null> {
      const newest = await TestReport.findOne(inForce, { issuedAt: 1 }, forThePublic)
        .sort({ _id: -1 })
        .lean<Pick<TestReportRecord, 'issuedAt'>>();
      return newest?.issuedAt ?? null;
    },
  };
}

export type PublicResults = ReturnType<typeof createPublicResults>;

function publicResult({ content, divisionCode, issuedAt }: TestReportRecord): PublicResult {
  return {
    product: content.sample.product,
    divisionCode,
    planKind: content.sample.planKind,
    drawnAt: new Date(content.sample.drawnAt),
    publishedAt: issuedAt,
    verdict: content.verdict,
    results: content.results.map(({ analyte, value, unit, limit, verdict }) => ({
      ...{ analyte, value, unit, verdict },
      ...(limit !== undefined && { limit }),
    })),
  };
}

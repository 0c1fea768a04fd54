import { Types } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { findPage, type Page } from '../../database/page.ts';
import { createSequence } from '../../database/sequence.ts';
import type { Work } from '../../database/transaction.ts';
import { printPdf } from '../../documents/index.ts';
import { NotFound } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import type { TestingDependencies } from '../dependencies.ts';
import type { Laboratories } from '../laboratories/service.ts';
import type { SampleRecord } from '../model.ts';
import { reportContent, testersOf } from '../rules/report-content.ts';
import { checkCode, reportNumber, reportYear } from '../rules/report-number.ts';
import { officialPlanKinds } from '../schema.ts';
import { sampleView } from '../view.ts';
import { reportModels, type TestReportRecord } from './model.ts';
import { printedReport } from './printed.ts';
import { createPublishedVerdicts } from './published-verdicts.ts';
import type { listTestReportsQuery, testReportSchema } from './schema.ts';

export type TestReportView = z.infer<typeof testReportSchema>;

const ofTheStep = unscoped('follows from a step that was taken within the scope of its sample');
const forThePublic = unscoped('whoever has the paper may check it');
const papersKept = 50;

/** Test reports 检验检测报告: issued when a sample is verified, never changed, never deleted. */
export function createReports(
  context: Context,
  deps: Pick<TestingDependencies, 'addresses' | 'divisionName' | 'namesOf'> & Pick<Laboratories, 'laboratoryOnPaper'>,
  random: (count: number) => Uint8Array,
) {
  const { TestReport } = reportModels(context.connection);
  const next = createSequence(context.connection, 'ReportNumber', 'reportNumbers');
  const papers = new Map<string, Promise<Buffer>>();
  const checkAt = ({ number, checkCode: code }: TestReportRecord) => deps.addresses.reportUrl(number, code);

  /** In the transaction that issues the report: rolled back together, so that no number is left out. */
  const nextNumber = async (work: Work, at: Date): Promise<string> => {
    const year = reportYear(at);
    return reportNumber(year, await next(work, year));
  };

  const inForce = (sample: SampleRecord, work: Work) =>
    TestReport.findOne({ sampleId: sample._id, replacedBy: { $exists: false } }, null, ofTheStep)
      .sort({ _id: -1 })
      .session(work.session)
      .lean<TestReportRecord>();

  const paper = (report: TestReportRecord): Promise<Buffer> => {
    const key = `${report.number} ${report.state} ${report.replacedBy ?? ''}`;
    const printed = papers.get(key) ?? printPdf(printedReport(report, checkAt(report)));
    papers.delete(key);
    papers.set(key, printed);
    printed.catch(() => papers.delete(key));
    for (const oldest of papers.keys()) if (papers.size > papersKept) papers.delete(oldest);
    return printed;
  };

  const requireReport = async (caller: Caller, id: string): Promise<TestReportRecord> => {
    const found = await TestReport.findById(id, null, within(caller, 'test-reports:read')).lean<TestReportRecord>();
    if (!found) throw new NotFound('There is no such report');
    return found;
  };

  const view = (report: TestReportRecord): TestReportView => {
    const { _id, sampleId, producerId: _, checkCode: __, issuedAt, endedAt, ...rest } = report;
    return {
      id: _id.toHexString(),
      sampleId: sampleId.toHexString(),
      ...rest,
      checkAt: checkAt(report),
      issuedAt: issuedAt.toISOString(),
      ...(endedAt && { endedAt: endedAt.toISOString() }),
    };
  };

  return {
    /** The sample as it was just verified gets a report under the next number, in place of the one before. */
    async issue(work: Work, sample: SampleRecord, authorizedBy: string): Promise<void> {
      const at = context.clock();
      const [number, before] = [await nextNumber(work, at), await inForce(sample, work)];
      const lacking = sampleView(sample, null).lacking.map(({ text, clause }) => ({
        zh: `${text.zh}（${clause}）`,
        en: `${text.en} (${clause})`,
      }));
      const content = reportContent(sample, {
        laboratory: await deps.laboratoryOnPaper(work, sample),
        customer: isOfficial(sample) ? deps.divisionName(sample.divisionCode) : sample.producerName,
        ...(!isOfficial(sample) && { customerAddress: deps.divisionName(sample.divisionCode) }),
        authorizedBy,
        lacking,
        names: await deps.namesOf([...new Set([...testersOf(sample), authorizedBy])]),
      });
      const report: TestReportRecord = {
        _id: new Types.ObjectId(),
        number,
        sampleId: sample._id,
        sampleNumber: sample.number,
        batchCode: sample.batchCode,
        divisionCode: sample.divisionCode,
        producerId: sample.producerId,
        ...(sample.laboratory !== undefined && { laboratory: sample.laboratory }),
        state: 'valid',
        checkCode: checkCode(random(12)),
        issuedBy: authorizedBy,
        issuedAt: at,
        ...(before && { replaces: before.number, ...(before.reason !== undefined && { reason: before.reason }) }),
        content,
      };
      await TestReport.create([report], { session: work.session, ...ofTheStep });
      if (!before) return;
      const superseded = { state: 'superseded', replacedBy: number, endedAt: before.endedAt ?? at };
      await TestReport.updateOne({ _id: before._id }, { $set: superseded }, { session: work.session, ...ofTheStep });
    },

    /** What was published holds no more: the report says so from now on, and keeps its number. */
    async invalidateReport(work: Work, sample: SampleRecord, reason: string): Promise<void> {
      const valid = await inForce(sample, work);
      if (!valid) return;
      const ended = { state: 'invalid', reason, endedAt: context.clock() };
      await TestReport.updateOne({ _id: valid._id }, { $set: ended }, { session: work.session, ...ofTheStep });
    },

    published: {
      ...createPublishedVerdicts(context),

      async listTestReports(
        caller: Caller,
        query: z.infer<typeof listTestReportsQuery>,
      ): Promise<Page<TestReportView>> {
        const filter = {
          ...(query.batch && { batchCode: query.batch }),
          ...(query.sample && { sampleId: new Types.ObjectId(query.sample) }),
          ...(query.number && { number: query.number }),
          ...(query.state && { state: query.state }),
          ...(query.laboratory && { laboratory: query.laboratory }),
          ...((query.issuedFrom || query.issuedBefore) && {
            issuedAt: {
              ...(query.issuedFrom && { $gte: new Date(query.issuedFrom) }),
              ...(query.issuedBefore && { $lt: new Date(query.issuedBefore) }),
            },
          }),
        };
        const scoped = within(caller, 'test-reports:read');
        const page = await findPage(TestReport, filter, { ...query, order: 'descending' }, scoped);
        return { items: page.items.map((report) => view(report as TestReportRecord)), nextCursor: page.nextCursor };
      },

      getTestReport: async (caller: Caller, id: string): Promise<TestReportView> =>
        view(await requireReport(caller, id)),

      testReportPdf: async (caller: Caller, id: string): Promise<{ number: string; pdf: Buffer }> => {
        const report = await requireReport(caller, id);
        return { number: report.number, pdf: await paper(report) };
      },

      /** For the public: `null` when there is no such number. Without the right check code only whether it holds is told. */
      async checkReport(number: string, code: string | undefined) {
        const found = await TestReport.findOne({ number }, null, forThePublic).lean<TestReportRecord>();
        if (!found) return null;
        const { state, issuedAt, replacedBy, endedAt } = found;
        const known = code !== undefined && code === found.checkCode;
        return {
          number,
          state,
          issuedAt,
          ...(endedAt && { endedAt }),
          ...(known && replacedBy && { replacedBy }),
          ...(known && { full: found, pdf: () => paper(found) }),
        };
      },
    },
  };
}

export type ReportsService = ReturnType<typeof createReports>;

function isOfficial({ planKind }: SampleRecord): boolean {
  return officialPlanKinds.some((kind) => kind === planKind);
}

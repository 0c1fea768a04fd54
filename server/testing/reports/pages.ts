import type { Request, Response, Router } from 'express';
import { type ReportView, renderReportPage, renderUnknownReportPage } from '../../../web/consumer/index.ts';
import { languageOf, sendPage } from '../../http/public-page.ts';
import type { TestingService } from '../service.ts';

type Reports = Pick<TestingService, 'checkReport'>;
type Checked = NonNullable<Awaited<ReturnType<Reports['checkReport']>>>;

/**
 * `/reports/{number}`: whether a test report is genuine and holds. With the check code of its paper, all it says and the
 * PDF: numbers follow one another, so the number alone must not open every report of every producer.
 */
export function addReportPages(router: Router, reports: Reports): void {
  const page = async (request: Request, response: Response) => {
    const { number, code } = request.params as { number: string; code?: string };
    const checked = await reports.checkReport(number, code);
    const language = languageOf(request);
    if (!checked) return sendPage(response, 404, renderUnknownReportPage(language));
    sendPage(response, 200, renderReportPage(reportView(checked, `/reports/${number}/${code}/report.pdf`), language));
  };
  router.get('/reports/:number', page);
  router.get('/reports/:number/:code', page);
  router.get('/reports/:number/:code/report.pdf', async (request, response) => {
    const { number, code } = request.params;
    const checked = await reports.checkReport(number, code);
    if (!checked?.pdf) return sendPage(response, 404, renderUnknownReportPage(languageOf(request)));
    response
      .set({ 'Content-Disposition': `inline; filename="${checked.number}.pdf"`, 'Cache-Control': 'no-store' })
      .type('application/pdf')
      .send(await checked.pdf());
  });
}

/** Named fields alone: who works in the laboratory, and who drew the sample, stand on the paper. */
function reportView({ number, state, issuedAt, endedAt, replacedBy, full }: Checked, pdf: string): ReportView {
  return {
    number,
    state,
    issuedAt: issuedAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(full && {
      full: {
        laboratory: full.content.laboratory.name,
        ...(full.content.laboratory.address && { address: full.content.laboratory.address }),
        ...(full.content.laboratory.accreditation && { accreditation: full.content.laboratory.accreditation }),
        product: full.content.sample.product,
        batchCode: full.batchCode,
        sampleNumber: full.sampleNumber,
        planKind: full.content.sample.planKind,
        drawnAt: full.content.sample.drawnAt,
        ...(full.content.sample.receivedAt && { receivedAt: full.content.sample.receivedAt }),
        ...(full.content.testedFrom && { testedFrom: full.content.testedFrom }),
        ...(full.content.testedTo && { testedTo: full.content.testedTo }),
        ...(full.content.testedByEntry && { testedByEntry: true }),
        verdict: full.content.verdict,
        results: full.content.results.map(
          ({ analyte, analyteEn, value, unit, method, lod, loq, uncertainty, limit, verdict, explanation }) => ({
            ...{ analyte, value, unit, verdict, explanation },
            ...(analyteEn && { analyteEn }),
            ...(method && { method }),
            ...(lod && { lod }),
            ...(loq && { loq }),
            ...(uncertainty && { uncertainty }),
            ...(limit && { limit }),
          }),
        ),
        notTested: full.content.notTested,
        deviations: full.content.deviations,
        ...(full.replaces && { replaces: full.replaces }),
        ...(replacedBy && { replacedBy }),
        ...(full.reason && { reason: full.reason }),
        pdf,
      },
    }),
  };
}

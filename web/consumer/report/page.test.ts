import { expect } from 'chai';
import { type ReportView, renderReportPage } from './page.ts';

const explanation = { zh: '合格：0.1 mg/kg', en: 'Pass: 0.1 mg/kg' };
const full: NonNullable<ReportView['full']> = {
  ...{ laboratory: '商州检测站', address: '北新街 1 号', accreditation: 'CMA <1>' },
  ...{ product: '芹菜', batchCode: 'B-1', sampleNumber: 'S-1', planKind: 'commissioned', verdict: 'pass' },
  ...{ drawnAt: '2026-11-20T00:00:00Z', receivedAt: '2026-11-21T00:00:00Z' },
  ...{ testedFrom: '2026-11-22T00:00:00Z', testedTo: '2026-11-23T00:00:00Z' },
  results: [
    {
      ...{ analyte: '吡虫啉', analyteEn: 'imidacloprid', value: '0.1', unit: 'mg/kg', verdict: 'pass', explanation },
      ...{ method: 'GB 23200.121-2021', lod: '0.003', loq: '0.01', uncertainty: '0.02', limit: '0.5 mg/kg' },
    },
    { analyte: '噻虫嗪', value: '<0.01', unit: 'mg/kg', verdict: 'pass', explanation },
  ],
  notTested: [{ analyte: '氟虫腈', reason: '标准品失效' }],
  deviations: [],
  pdf: '/reports/R2026-000001/CODE/report.pdf',
};
const report: ReportView = { number: 'R2026-000001', state: 'valid', issuedAt: '2026-11-24T00:00:00Z', full };

describe('the public page of a test report', () => {
  it('says what ISO/IEC 17025 7.8.2 asks for, in both languages', () => {
    for (const [language, words] of [
      [
        'zh',
        ['检测地点', '收样时间', '检测开始', '检测结束', '方法 未注明', '仅对所检样品负责', '未检测的项目', '± 为'],
      ],
      ['en', ['Place of work', 'Received', 'Tested from', 'Method not stated', 'only to the items tested', '± is']],
    ] as const) {
      const page = renderReportPage(report, language);
      const facts = ['北新街 1 号', 'GB 23200.121-2021', 'LOD 0.003', 'LOQ 0.01', '0.1 ± 0.02 mg/kg', '标准品失效'];
      for (const text of [...words, ...facts, 'R2026-000001']) expect(page, `${language}: ${text}`).to.contain(text);
      expect(page).to.contain('CMA &lt;1&gt;');
    }
  });

  it('says by its number alone only whether it holds', () => {
    const { full: _, ...known } = report;
    const page = renderReportPage({ ...known, state: 'superseded' }, 'zh');
    expect(page).to.contain('已被另一份报告替代').and.not.to.contain('检测地点');
  });
});

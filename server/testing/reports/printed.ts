import { minuteOf } from '../../calendar/index.ts';
import type { Block, Fact, PrintedDocument } from '../../documents/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import { decisionRuleRow } from '../judging.ts';
import type { DecisionRule } from '../rules/decision.ts';
import type { ReportContent, ReportedResult } from '../rules/report-content.ts';
import type { TestReportRecord } from './model.ts';
import { planWords, verdictWords } from './words.ts';

/** The report as a paper, with every item that ISO/IEC 17025:2017 7.8.2.1 and 7.8.3.1 ask for. */
export function printedReport(report: TestReportRecord, checkAt: string): PrintedDocument {
  const { content, number } = report;
  const mark = marks[report.state];
  return {
    title: { zh: '检验检测报告', en: 'Test report' },
    number,
    issuer: content.laboratory.name,
    issuedAt: report.issuedAt,
    ...(mark && { mark }),
    checkAt,
    blocks: [
      ...standing(report),
      { kind: 'facts', facts: parties(content) },
      { kind: 'facts', title: { zh: '样品与抽样', en: 'Item and sampling' }, facts: sampling(content) },
      resultTable(content),
      conformity(content),
      ...departures(content),
      { kind: 'facts', title: { zh: '签发', en: 'Issue' }, facts: issue(report) },
      { kind: 'paragraphs', paragraphs: statements(content) },
    ],
  };
}

const marks: Record<TestReportRecord['state'], Bilingual | null> = {
  valid: null,
  invalid: { zh: '已作废', en: 'INVALID' },
  superseded: { zh: '已被替代', en: 'SUPERSEDED' },
};

function standing({ replaces, replacedBy, reason, state }: TestReportRecord): Block[] {
  const facts: Fact[] = [
    ...fact('替代的报告', 'Takes the place of', replaces),
    ...fact('被替代为', 'Replaced by', replacedBy),
    ...fact(
      state === 'valid' ? '更正原因' : '作废原因',
      state === 'valid' ? 'Reason of the amendment' : 'Reason',
      reason,
    ),
  ];
  return facts.length ? [{ kind: 'facts', title: { zh: '更正说明', en: 'Amendment' }, facts }] : [];
}

function parties({ laboratory, customer, customerAddress }: ReportContent): Fact[] {
  return [
    [{ zh: '检测机构', en: 'Laboratory' }, laboratory.name],
    [{ zh: '检测地点', en: 'Place of work' }, laboratory.address ?? '未登记 · not registered'],
    [{ zh: '资质', en: 'Accreditation' }, laboratory.accreditation ?? '未登记 · not registered'],
    [{ zh: '委托方', en: 'Customer' }, [customer, customerAddress].filter(Boolean).join('，')],
  ];
}

function sampling({ sample, testedFrom, testedTo, testedByEntry }: ReportContent): Fact[] {
  return [
    [{ zh: '样品编号', en: 'Sample' }, sample.number],
    [{ zh: '样品名称', en: 'Item' }, sample.product],
    [{ zh: '批次*', en: 'Batch*' }, sample.batchCode],
    [{ zh: '生产者*', en: 'Producer*' }, sample.producer],
    [{ zh: '抽样类别', en: 'Sampling plan' }, planWords[sample.planKind] ?? sample.planKind],
    [{ zh: '抽样时间', en: 'Sampled' }, minuteOf(new Date(sample.drawnAt))],
    ...fact('抽样地点', 'Place of sampling', sample.place),
    ...fact('抽样人员', 'Samplers', sample.samplers.join('、')),
    ...fact('封条', 'Seal', sample.sealNumber),
    ...fact('备样封条', 'Seal of the retained portion', sample.retainedSeal),
    [
      { zh: '收样时间', en: 'Received' },
      sample.receivedAt ? minuteOf(new Date(sample.receivedAt)) : '未登记 · not recorded',
    ],
    ...fact('样品状态', 'Condition', sample.condition),
    ...fact(
      '收样温度',
      'Temperature at receipt',
      sample.temperature === undefined ? undefined : `${sample.temperature} °C`,
    ),
    ...fact(
      '检测日期',
      'Tested',
      testedFrom && testedTo
        ? `${minuteOf(new Date(testedFrom))} – ${minuteOf(new Date(testedTo))}${testedByEntry ? '（含按录入时间 · times of entry among them）' : ''}`
        : undefined,
    ),
  ];
}

function resultTable({ results }: ReportContent): Block {
  return {
    kind: 'table',
    title: { zh: '检测结果', en: 'Results' },
    columns: [
      { title: { zh: '项目', en: 'Analyte' }, share: 0.2 },
      { title: { zh: '方法', en: 'Method' }, share: 0.17 },
      { title: { zh: '结果', en: 'Result' }, share: 0.17 },
      { title: { zh: '检出限/定量限', en: 'LOD / LOQ' }, share: 0.13 },
      { title: { zh: '限量', en: 'Limit' }, share: 0.19 },
      { title: { zh: '判定', en: 'Verdict' }, share: 0.14 },
    ],
    rows: results.map((result) => [
      [result.analyte, result.analyteEn, result.provider && `（外部：${result.provider} · external provider）`]
        .filter(Boolean)
        .join('\n'),
      result.method ?? '未注明 · not stated',
      `${result.value}${result.uncertainty ? ` ± ${result.uncertainty}` : ''} ${result.unit}`,
      `${result.lod ?? '–'} / ${result.loq ?? '–'}`,
      [result.limit ?? '–', result.standard].filter(Boolean).join('\n'),
      verdictWords[result.verdict],
    ]),
  };
}

/** Which results, which standard, which rule (7.8.6.2). */
function conformity({ results, verdict }: ReportContent): Block {
  const used = [...new Set(results.flatMap(({ decisionRule }) => decisionRule ?? []))];
  const rules = used.flatMap((rule) => {
    const row = decisionRuleRow(rule as DecisionRule);
    return row
      ? [`判定规则 · Decision rule: ${row.name.zh} ${row.name.en}。${row.text.zh}。${row.text.en}.（${row.source}）`]
      : [];
  });
  return {
    kind: 'paragraphs',
    title: { zh: '符合性声明', en: 'Statement of conformity' },
    paragraphs: [
      `样品结论 · Verdict: ${verdictWords[verdict]}`,
      ...results.map(({ analyte, explanation }: ReportedResult) => `${analyte}：${explanation.zh} ${explanation.en}`),
      ...rules,
    ],
  };
}

function departures({ deviations, notTested }: ReportContent): Block[] {
  const paragraphs = [
    ...deviations.map(({ zh, en }) => `${zh} · ${en}`),
    ...notTested.map(({ analyte, reason }) => `${analyte}：未检测 · not tested: ${reason}`),
  ];
  return paragraphs.length ? [{ kind: 'paragraphs', title: { zh: '偏离', en: 'Deviations' }, paragraphs }] : [];
}

/** A report that was issued before people were called by name says their user names. */
function nameIn({ people = [] }: Partial<ReportContent>): (username: string) => string {
  return (username) => people.find((each) => each.username === username)?.name ?? username;
}

function issue({ content, issuedAt }: TestReportRecord): Fact[] {
  return [
    [{ zh: '检测', en: 'Tested by' }, content.testedBy.map(nameIn(content)).join('、')],
    [{ zh: '批准', en: 'Authorized by' }, nameIn(content)(content.authorizedBy)],
    [{ zh: '签发时间', en: 'Issued' }, minuteOf(issuedAt)],
  ];
}

function statements({ results }: ReportContent): string[] {
  return [
    '本报告结果仅对所检样品负责。 · The results relate only to the items tested.',
    '未经本机构书面批准，不得部分复制本报告。 · This report shall not be reproduced except in full without approval of the laboratory.',
    '带 * 的信息由委托方提供。 · Information marked * was given by the customer.',
    ...(results.some(({ uncertainty }) => uncertainty)
      ? ['± 为扩展不确定度，k = 2，约 95 %。 · ± is the expanded uncertainty, k = 2, about 95 %.']
      : []),
  ];
}

function fact(zh: string, en: string, value: string | undefined): Fact[] {
  return value ? [[{ zh, en }, value]] : [];
}

import { minuteOf } from '../../calendar/index.ts';
import type { Bar, Block, PrintedDocument } from '../../documents/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { Interval } from '../rules/wilson.ts';

export interface MonthlyFigures {
  month: string;
  division: { code: string; name: string };
  asOf: string;
  knowledge: 'then' | 'now';
  rates: readonly {
    division?: string | undefined;
    divisionName?: string | undefined;
    planKind?: string | undefined;
    n: number;
    passes: number;
    fails: number;
    share: number | null;
    interval: Interval | null;
  }[];
  rateTrend: { labels: readonly string[]; lines: readonly { planKind: string; points: readonly (number | null)[] }[] };
  league: readonly { divisionName: string; rank: number | null; score: number | null; weighed: number }[];
  indicators: readonly { title: Bilingual; weight: number; formula: Bilingual }[];
  scoreTrend: { labels: readonly string[]; points: readonly (number | null)[] };
  risks: readonly {
    product: string;
    substance: string;
    judged: number;
    aboveLimit: number;
    interval: Interval | null;
  }[];
  grades: readonly { grade: string; count: number }[];
  source: string;
}

/** The kinds of plan that the report is about; self-checks and commissioned tests are none of the authority's. */
export const planNames: Readonly<Record<string, Bilingual>> = {
  'routine-monitoring': { zh: '例行监测', en: 'routine monitoring' },
  'supervised-check': { zh: '监督抽查', en: 'supervised checks' },
  'risk-monitoring': { zh: '风险监测', en: 'risk monitoring' },
};

const percent = (share: number | null): string => (share === null ? '—' : `${(share * 100).toFixed(1)} %`);
const planName = (kind = ''): Bilingual => planNames[kind] ?? { zh: kind, en: kind };
const columns = (...titles: [zh: string, en: string, share: number][]) =>
  titles.map(([zh, en, share]) => ({ title: { zh, en }, share }));

/** 月报: tables and charts of a month, Chinese first; every figure says of how many records it is. */
export function monthlyReport(figures: MonthlyFigures, issuedAt: Date): PrintedDocument {
  const { month, division, asOf, knowledge } = figures;
  return {
    title: { zh: '农产品质量安全月报', en: 'Monthly report on the safety of farm products' },
    number: `${division.code}-${month}`,
    issuer: division.name,
    issuedAt,
    blocks: [
      {
        kind: 'facts',
        facts: [
          [{ zh: '报告月份', en: 'month' }, month],
          [{ zh: '截至（北京时间）', en: 'as of, time of China' }, minuteOf(new Date(asOf))],
          [{ zh: '口径', en: 'knowledge' }, knowledge === 'then' ? '当时所知 as known then' : '现在所知 as known now'],
        ],
      },
      ...ratesOf(figures),
      ...leagueOf(figures),
      ...gradesOf(figures),
      risksOf(figures),
      {
        kind: 'paragraphs',
        title: { zh: '说明', en: 'Notes' },
        paragraphs: [
          '区间为 95% Wilson 得分区间；n 为可判定为合格或不合格的样品数。Intervals are 95 % score intervals of Wilson; n counts samples that pass or fail.',
          '“例行监测”与“监督抽查”回答不同问题，不合并计算。Samples drawn at random and samples aimed at a suspicion are never added up.',
          ...figures.indicators.map(({ title, weight, formula }) => `${title.zh}（权重 ${weight}）：${formula.zh}`),
          figures.source,
        ],
      },
    ],
  };
}

function ratesOf({ rates, rateTrend }: MonthlyFigures): Block[] {
  const official = rates.filter(({ planKind = '' }) => planKind in planNames);
  return [
    {
      kind: 'table',
      title: { zh: '一、检测合格率', en: '1 Pass rates' },
      columns: columns(
        ['区划', 'division', 0.24],
        ['抽样类别', 'kind of plan', 0.24],
        ['样品 n', 'samples', 0.12],
        ['不合格', 'fails', 0.12],
        ['合格率（95% 区间）', 'pass rate (95 %)', 0.28],
      ),
      rows: official.map(({ divisionName = '', planKind, n, fails, share, interval }) => [
        divisionName,
        planName(planKind).zh,
        String(n),
        String(fails),
        interval ? `${percent(share)}（${percent(interval.lower)}–${percent(interval.upper)}）` : '—',
      ]),
    },
    {
      kind: 'bars',
      title: { zh: '合格率及其 95% 区间', en: 'pass rates with their 95 % intervals' },
      bars: official.map(
        ({ divisionName = '', planKind, n, share, interval }): Bar => ({
          label: `${divisionName} ${planName(planKind).zh}`,
          share,
          text: `${percent(share)} (n = ${n})`,
          interval: interval ?? undefined,
        }),
      ),
    },
    {
      kind: 'lines',
      title: { zh: '近 12 个月合格率', en: 'pass rates of the last 12 months' },
      labels: rateTrend.labels,
      lines: rateTrend.lines.map(({ planKind, points }) => ({ name: planName(planKind), points })),
    },
  ];
}

function leagueOf({ league, scoreTrend }: MonthlyFigures): Block[] {
  return [
    {
      kind: 'table',
      title: { zh: '二、工作考核', en: '2 Performance' },
      columns: columns(
        ['排名', 'rank', 0.12],
        ['区划', 'division', 0.36],
        ['得分', 'score', 0.26],
        ['权重覆盖', 'weighed', 0.26],
      ),
      rows: league.map(({ rank, divisionName, score, weighed }) => [
        rank === null ? '—' : String(rank),
        divisionName,
        score === null ? '—' : score.toFixed(1),
        percent(weighed),
      ]),
    },
    {
      kind: 'bars',
      title: { zh: '考核得分', en: 'scores' },
      bars: league.map(({ divisionName, score }) => ({
        label: divisionName,
        share: score === null ? null : score / 100,
        text: score === null ? '无数据 no data' : score.toFixed(1),
      })),
    },
    {
      kind: 'lines',
      title: { zh: '近 12 个月得分（占满分比例）', en: 'scores of the last 12 months, as a share of 100' },
      labels: scoreTrend.labels,
      lines: [{ name: { zh: '得分', en: 'score' }, points: scoreTrend.points }],
    },
  ];
}

function gradesOf({ grades }: MonthlyFigures): Block[] {
  const all = grades.reduce((total, { count }) => total + count, 0);
  return [
    {
      kind: 'bars',
      title: { zh: '三、主体分级', en: '3 Grades of producers' },
      bars: grades.map(({ grade, count }) => ({
        label: grade,
        share: all === 0 ? null : count / all,
        text: `${count}`,
      })),
    },
  ];
}

function risksOf({ risks }: MonthlyFigures): Block {
  return {
    kind: 'table',
    title: { zh: '四、风险排序（前十）', en: '4 Risk ranking, the first ten' },
    columns: columns(
      ['产品', 'product', 0.26],
      ['物质', 'substance', 0.28],
      ['判定数', 'judged', 0.14],
      ['超限量', 'above limit', 0.14],
      ['95% 区间', 'interval', 0.18],
    ),
    rows: risks.map(({ product, substance, judged, aboveLimit, interval }) => [
      product,
      substance,
      String(judged),
      String(aboveLimit),
      interval ? `${percent(interval.lower)}–${percent(interval.upper)}` : '—',
    ]),
  };
}

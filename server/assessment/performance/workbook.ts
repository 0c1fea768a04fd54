import writeExcelFile from 'write-excel-file/node';
import type { Performance } from './service.ts';

type League = Awaited<ReturnType<Performance['leagueWithScheme']>>;

/** The league table as a workbook whose figures are numbers; a second sheet tells each formula and weight. */
export function leagueWorkbook({ asOf, knowledge, period, scheme, items }: League): Promise<Buffer> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const known = knowledge === 'then' ? '当时所知 as known then' : '现在所知 as known now';
  const head = [
    ...['排名 rank', '行政区划代码 division', '行政区划 name', '得分 score', '权重覆盖 weighed'],
    ...scheme.indicators.flatMap(({ title }) => [`${title.zh} ${title.en}`, '分子 numerator', '分母 denominator']),
  ];
  const number = (value: number | null, format?: string) =>
    value === null ? null : { value, ...(format && { format }) };
  const rows = items.map((item) => [
    number(item.rank),
    { value: item.division },
    { value: item.divisionName },
    number(item.score, '0.0'),
    number(item.weighed, '0%'),
    ...item.figures.flatMap(({ value, numerator, denominator }) => [
      number(value, '0.0%'),
      number(numerator),
      number(denominator),
    ]),
  ]);
  const title = [{ value: `考核 ${period} · 截至 as of ${asOf} · ${known} · 办法版本 scheme ${scheme.version}` }];
  const formulas = [
    ['指标 indicator', '权重 weight', '公式 formula', 'formula'].map(bold),
    ...scheme.indicators.map(({ title: name, weight, formula }) => [
      { value: `${name.zh} ${name.en}` },
      { value: weight },
      { value: formula.zh },
      { value: formula.en },
    ]),
    [{ value: scheme.source }],
  ];
  return writeExcelFile([
    { sheet: '考核', data: [title, head.map(bold), ...rows], stickyRowsCount: 2 },
    { sheet: '指标', data: formulas },
  ]).toBuffer();
}

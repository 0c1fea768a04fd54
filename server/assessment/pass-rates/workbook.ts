import writeExcelFile from 'write-excel-file/node';
import type { PassRates } from './service.ts';

type Table = Awaited<ReturnType<PassRates['passRateTable']>>;

const head = [
  '行政区划代码 division',
  '行政区划 name',
  '产品 product',
  '时期 period',
  '抽样类别 plan kind',
  '判定数 n',
  '合格 passes',
  '不合格 fails',
  '无限量 no limit',
  '不可比 not comparable',
  '待定 pending',
  '合格率 share',
  '95% 下限 lower',
  '95% 上限 upper',
  '抽样类别混合 mixed',
];

/** The pass rates as a workbook: the figures are numbers, and the first line says of which day they are. */
export function passRateWorkbook({ asOf, knowledge, items }: Table): Promise<Buffer> {
  const known = knowledge === 'then' ? '当时所知 as known then' : '现在所知 as known now';
  const rows = items.map((item) => [
    ...[item.division, item.divisionName, item.product, item.period, item.planKind].map((value) => ({
      value: value ?? '',
    })),
    ...[item.n, item.passes, item.fails, item.neither.noLimit, item.neither.notComparable, item.neither.pending].map(
      (value) => ({ value }),
    ),
    ...[item.share, item.interval?.lower, item.interval?.upper].map((value) =>
      value == null ? null : { value, format: '0.0%' },
    ),
    { value: item.mixedPlanKinds ? '是 yes' : '' },
  ]);
  const title = [{ value: `截至 as of ${asOf} · ${known}` }];
  const data = [title, head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows];
  return writeExcelFile([{ sheet: '合格率', data, stickyRowsCount: 2 }]).toBuffer();
}

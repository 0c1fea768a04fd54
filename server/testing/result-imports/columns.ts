import type { TableForm } from '../../http/tables/read-table.ts';

/** The columns of a table of results, each with the headings under which it is known. */
const columns = {
  sample: ['样品编号', '样品', 'sample'],
  analyte: ['检测项目', '项目', 'analyte'],
  value: ['结果', '检测结果', 'value'],
  unit: ['单位', 'unit'],
  method: ['检测方法', '方法', 'method'],
  lod: ['检出限', 'LOD'],
  loq: ['定量限', 'LOQ'],
  uncertainty: ['扩展不确定度', '不确定度', 'uncertainty'],
  instrument: ['仪器', 'instrument'],
  measuredAt: ['检测时间', 'measuredAt'],
} as const;

type ResultColumn = keyof typeof columns;

export const resultTable: TableForm<ResultColumn> = {
  columns,
  needed: ['sample', 'analyte', 'value', 'unit'],
  mostRows: 2_000,
};

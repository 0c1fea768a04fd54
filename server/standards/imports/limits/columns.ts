/** The columns of a table of limits, each with the headings under which it is known. */
export const columns = {
  substance: ['农药', '农药中文名', '中文名', '项目', 'substance'],
  substanceEn: ['英文名', '农药英文名', 'substanceEn'],
  casNumber: ['CAS号', 'CAS', 'casNumber'],
  residue: ['残留物', '残留物定义', 'residue'],
  food: ['食品类别/名称', '食品', '食品名称', '作物', 'food'],
  excluding: ['除外', '例外', 'excluding'],
  maximum: ['最大残留限量', '限量', '最大残留限量(mg/kg)', 'maximum'],
  unit: ['单位', 'unit'],
  temporary: ['临时限量', 'temporary'],
  comparison: ['比较方法', 'comparison'],
  clause: ['条款', '章节', 'clause'],
} as const;

export type Column = keyof typeof columns;

export const neededColumns: readonly Column[] = ['substance', 'food', 'maximum', 'clause'];

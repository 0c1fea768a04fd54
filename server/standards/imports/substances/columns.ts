import type { ResidueDefinition } from '../../rules/residue.ts';

/** A table of substances: each line what one is called and, where its residue is a sum, one part of it. */
export const substanceColumns = {
  substance: ['农药', '物质', '中文名', 'substance'],
  substanceEn: ['英文名', 'substanceEn'],
  casNumber: ['CAS号', 'CAS', 'casNumber'],
  alsoNamed: ['别名', '其他名称', 'alsoNamed'],
  foods: ['适用食品', 'foods'],
  expressedAs: ['以何表示', '表示为', 'expressedAs'],
  part: ['组分', 'part'],
  partEn: ['组分英文名', 'partEn'],
  partCasNumber: ['组分CAS号', 'partCasNumber'],
  partAlsoNamed: ['组分别名', 'partAlsoNamed'],
  factor: ['换算系数', 'factor'],
  unlisted: ['另含', 'unlisted'],
  unlistedEn: ['另含英文', 'unlistedEn'],
  clause: ['条款', 'clause'],
} as const;

export type SubstanceColumn = keyof typeof substanceColumns;

export const foodsInWords: Record<ResidueDefinition['foods'], string> = {
  all: '全部',
  plant: '植物源',
  animal: '动物源',
};

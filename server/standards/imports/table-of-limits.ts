import type { Ban } from '../rules/bans.ts';
import { type Column, columns } from './columns.ts';
import type { PrintedRows } from './content-digest.ts';
import { exemptMark } from './exemption-row.ts';
import type { FoodNames } from './limit-row.ts';

const order = Object.keys(columns) as Column[];

/** An edition's rows as the table that loads them again: headings first, foods by name where only one bears it. */
export function tableOfLimits({ limits, exemptions }: PrintedRows, foods: FoodNames): string[][] {
  const written = (code: string) => {
    const name = foods.nodes.get(code)?.name ?? code;
    return foods.named(name).length === 1 ? name : code;
  };
  const rows = limits.map((limit) => {
    const cells: Record<Column, string> = {
      substance: limit.substance,
      substanceEn: limit.substanceEn,
      casNumber: limit.casNumber ?? '',
      residue: limit.residue ?? '',
      food: written(limit.foodCode),
      excluding: limit.excluding.map(written).join('、'),
      maximum: limit.maximum,
      unit: limit.unit,
      temporary: limit.temporary ? '是' : '否',
      comparison: limit.comparison === 'rounded-value' ? '修约值' : '全数值',
      clause: limit.clause,
    };
    return order.map((column) => cells[column]);
  });
  const exempt = exemptions.map((each) => {
    const cells: Partial<Record<Column, string>> = { ...each, maximum: exemptMark };
    return order.map((column) => cells[column] ?? '');
  });
  return [order.map((column) => columns[column][0]), ...rows, ...exempt];
}

/** The list of banned substances as a table. */
export function tableOfBans(bans: readonly Ban[], nameOf: (code: string) => string): string[][] {
  const rows = bans.map((ban) => [
    ban.substance,
    ban.substanceEn ?? '',
    ban.casNumber ?? '',
    ban.alsoNamed.join('、'),
    ban.foods === 'all' ? '全部' : ban.foods.map(nameOf).join('、'),
    ban.effectiveFrom ?? '',
    ban.effectiveTo ?? '',
    ban.announcement ?? '',
    ban.source,
  ]);
  return [['农药', '英文名', 'CAS号', '别名', '禁用范围', '禁用起始日', '禁用终止日', '公告号', '来源'], ...rows];
}

import { decimal } from '../../rules/decimal.ts';
import type { PrintedExemption } from '../../rules/exemptions.ts';
import type { PrintedLimit } from '../../rules/match-limit.ts';
import { writtenFood } from '../food-names.ts';
import { tableOf } from '../table.ts';
import type { Cells, NameOf, PrintedRows, TableKind } from '../table-kind.ts';
import { type Column, columns, neededColumns } from './columns.ts';
import { exemptMark } from './exemption-row.ts';
import { limitKey, readLimits } from './limit-row.ts';

export const limitTable: TableKind<PrintedLimit> = {
  columns,
  needed: neededColumns,
  read: readLimits,
  key: limitKey,
  subject: ({ substance, foodCode }, nameOf) => `${substance} · ${nameOf(foodCode)}`,
  said: inWords,
  isSame: saysTheSame,
  written(limit, foods): Cells & Record<Column, string> {
    return {
      substance: limit.substance,
      substanceEn: limit.substanceEn,
      casNumber: limit.casNumber ?? '',
      residue: limit.residue ?? '',
      food: writtenFood(limit.foodCode, foods),
      excluding: limit.excluding.map((code) => writtenFood(code, foods)).join('、'),
      maximum: limit.maximum,
      unit: limit.unit,
      temporary: limit.temporary ? '是' : '否',
      comparison: limit.comparison === 'rounded-value' ? '修约值' : '全数值',
      clause: limit.clause,
    };
  },
};

/** The lines of exempt substances, in the columns of a table of limits. */
export function linesOfExemptions(exemptions: readonly PrintedExemption[]): string[][] {
  const rows: PrintedRows<PrintedExemption> = { rows: exemptions, exemptions: [] };
  const written = (exempt: PrintedExemption): Cells => ({ ...exempt, maximum: exemptMark });
  return tableOf({ columns, written }, rows, { nodes: new Map(), named: () => [] }).slice(1);
}

/** 0.5 and 0.50 say the same, unless the value is rounded to the digits of the limit. */
function saysTheSame(a: PrintedLimit, b: PrintedLimit): boolean {
  const isRounded = a.comparison === 'rounded-value';
  return (
    isRounded === (b.comparison === 'rounded-value') &&
    (isRounded ? a.maximum === b.maximum : (decimal(a.maximum)?.eq(decimal(b.maximum) ?? Number.NaN) ?? false)) &&
    a.unit === b.unit &&
    a.temporary === b.temporary &&
    a.excluding.toSorted().join() === b.excluding.toSorted().join()
  );
}

/** In the notation of the standards: an asterisk for a temporary limit, what is left out before 除外. */
function inWords({ maximum, unit, temporary, excluding, comparison }: PrintedLimit, nameOf: NameOf): string {
  const left = excluding.length ? `（${excluding.map(nameOf).join('、')}除外）` : '';
  return `${maximum}${temporary ? '*' : ''} ${unit}${left}${comparison === 'rounded-value' ? '（修约值比较）' : ''}`;
}

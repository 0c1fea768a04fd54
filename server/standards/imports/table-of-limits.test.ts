import { expect } from 'chai';
import { csvOf } from '../../http/tables/csv.ts';
import { readTable } from '../../http/tables/read-table.ts';
import { xlsxOf } from '../../http/tables/xlsx.ts';
import { bans, foodNodes, limits } from '../library.ts';
import { limitTable } from './columns.ts';
import { compareLimits } from './compare.ts';
import { foodNamesOf, readLimits } from './limit-row.ts';
import { tableOfBans, tableOfLimits } from './table-of-limits.ts';

const foods = foodNamesOf(foodNodes);
const exemptions = [{ substance: '苏云金杆菌', substanceEn: 'Bacillus thuringiensis', clause: '附录B' }];

describe('the table of an edition', () => {
  for (const [form, written] of [
    ['CSV', (rows: string[][]) => Buffer.from(csvOf(rows))],
    ['a workbook', (rows: string[][]) => xlsxOf('limits', rows)],
  ] as const)
    it(`loads again from ${form} as the same limits`, async () => {
      const rows = await readTable(written(tableOfLimits({ limits, exemptions }, foods)), limitTable);
      const read = readLimits(rows, { foods });
      expect(read.problems).to.deep.equal([]);
      expect(read.exemptions).to.deep.equal(exemptions);
      expect(compareLimits(limits, read.limits, (code) => code)).to.deep.equal({
        added: [],
        removed: [],
        changed: [],
        same: limits.length,
      });
    });

  it('names every ban with its scope', () => {
    const [head = [], ...rows] = tableOfBans(bans, (code) => foodNodes.get(code)?.name ?? code);
    expect(rows).to.have.length(bans.length);
    expect(rows.every((row) => row.length === head.length)).to.equal(true);
    expect(rows.find(([name, , , , scope]) => name === '氰戊菊酯' && scope === '茶叶、茶鲜叶')).to.not.equal(undefined);
  });
});

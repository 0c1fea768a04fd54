import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import { registerBatch, registerFarm } from '../support/farm.ts';
import { cast, dayBefore, type Stage } from './stage.ts';

/** In days. */
const aMinute = 1 / 1440;

interface Row {
  division: string;
  rank: number | null;
  figures: { indicator: string; numerator: number; denominator: number; records: string }[];
}

/** Two counties in the league table: what one did counts, and what was known earlier can be asked for later. */
export async function leagueTableStory(stage: Stage): Promise<void> {
  const farm = await cast(stage);
  const period = dayBefore(stage.now(), 0).slice(0, 4);
  const admin = await stage.as('admin');
  const other = await registerFarm(admin, '611021102');
  const traced = await registerBatch(admin, farm);
  await registerBatch(admin, other);
  const table = async (more = '') => (await stage.as('city')).list<Row>(`/api/v1/performance?period=${period}${more}`);
  const coverage = (rows: Row[], county: string) => {
    const figure = rows
      .find(({ division }) => division === county)
      ?.figures.find(({ indicator }) => indicator === 'trace-coverage');
    return figure && { share: `${figure.numerator} of ${figure.denominator}`, records: figure.records };
  };
  await stage.later(0);
  expect(coverage(await table(), '611002')?.share).to.equal('0 of 1');
  const before = stage.now().toISOString();
  await stage.later(aMinute);
  const at = stage.now().toISOString();
  const harvest = { step: 'harvest', at, batchCode: traced, siteId: farm.siteId };
  await (await stage.as('head')).create('/api/v1/events', harvest);
  await stage.later(0);
  const rows = await table();
  expect([coverage(rows, '611002')?.share, coverage(rows, '611021')?.share]).to.deep.equal(['1 of 1', '0 of 1']);
  expect(rows[0]).to.include({ division: '611002', rank: 1 });
  const then = await table(`&asOf=${before}&knowledge=then`);
  expect(coverage(then, '611002')?.share, 'as it was known before').to.equal('0 of 1');
  const records = await (await stage.as('city')).list<{ id: string }>(String(coverage(rows, '611002')?.records));
  expect(records).to.have.length(1);
  const { token } = await stage.as('city');
  const workbook = await fetch(`${stage.url}/api/v1/performance/workbook.xlsx?period=${period}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await readSheet(Buffer.from(await workbook.arrayBuffer()))).to.have.length.above(7);
}

import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import { Api } from '../../../test/support/api.ts';
import { type Farm, registerBatch, registerFarm } from '../../../test/support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from '../../../test/support/platform.ts';
import { dayOf } from '../../calendar/index.ts';

interface Figure {
  indicator: string;
  numerator: number;
  denominator: number;
  value: number | null;
  records: string;
}
interface Row {
  division: string;
  rank: number | null;
  score: number | null;
  figures: Figure[];
}

describe('the performance of counties and towns', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let now: Date;
  let month: string;
  let city: Api;
  let county: Api;
  let farm: Farm;
  let beforeTrace: Date;

  before(async () => {
    // Tomorrow at noon in China: no month ends while the test runs, and the database removes no session as over.
    now = new Date(Date.parse(`${dayOf(new Date(Date.now() + 86_400_000))}T12:00:00+08:00`));
    month = dayOf(now).slice(0, 7);
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin);
    city = await test.signInAs('city', ['supervisor']);
    county = await test.signInAs('county', ['supervisor'], '611002');
    const [traced, untraced] = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
    expect(traced).to.not.equal(untraced);
    now = new Date(now.getTime() + 1000);
    beforeTrace = now;
    now = new Date(now.getTime() + 1000);
    const event = { step: 'harvest', at: now.toISOString(), batchCode: traced, siteId: farm.siteId };
    await test.admin.create('/api/v1/events', event);
    await test.admin.create('/api/v1/samples', { batchCode: untraced, planKind: 'routine-monitoring' });
  });
  after(() => test.stop());

  const table = async (query = '', by = city) => by.list<Row>(`/api/v1/performance?period=${month}&${query}`);
  const figure = (rows: Row[], division: string, code: string): Figure => {
    const found = rows.find((row) => row.division === division)?.figures.find(({ indicator }) => indicator === code);
    if (!found) throw new Error(`no figure ${code} of ${division}`);
    return found;
  };

  it('stands in a league table of the city’s counties, each figure with the records behind it', async () => {
    const rows = await table();
    expect(rows).to.have.length(7);
    expect(rows[0]).to.include({ division: '611002', rank: 1 });
    expect(rows[1]).to.include({ rank: null, score: null });
    const coverage = figure(rows, '611002', 'trace-coverage');
    expect(coverage).to.include({ numerator: 1, denominator: 2, value: 0.5 });
    expect(figure(rows, '611002', 'sampling')).to.include({ numerator: 0, denominator: 1, value: 0 });
    const records = await city.list<{ word: string; record: string }>(coverage.records);
    expect(records.map(({ word }) => word)).to.have.members(['traced', 'untraced']);
    for (const { record } of records) expect((await city.get(record)).status, record).to.equal(200);
    expect(await city.list(`${coverage.records}&part=missed`)).to.have.length(1);
  });

  it('is told of a past time as known then and as known now', async () => {
    const asOf = `asOf=${beforeTrace.toISOString()}`;
    expect(figure(await table(`${asOf}&knowledge=then`), '611002', 'trace-coverage').value).to.equal(0);
    expect(figure(await table(`${asOf}&knowledge=now`), '611002', 'trace-coverage').value).to.equal(0.5);
  });

  it('follows the clock: what nobody answered is overdue once its time is over', async () => {
    const batchCode = await registerBatch(test.admin, farm);
    const { id } = await test.admin.create('/api/v1/samples', { batchCode, planKind: 'self-check' });
    const result = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
    await test.admin.create(`/api/v1/samples/${id}/results`, result);
    const inTime = async () => figure(await table(), '611002', 'warnings-in-time').denominator;
    const before = await inTime();
    now = new Date(now.getTime() + 9 * 3_600_000);
    city = await Api.signIn(test.url, 'city', password);
    county = await Api.signIn(test.url, 'county', password);
    expect(await inTime()).to.be.above(before);
  });

  it('has a trend, and towns, within the caller’s own division alone', async () => {
    const trend = await county.get<{ items: { period: string; figures: Figure[] }[] }>(
      `/api/v1/performance/trend?division=611002&periods=3&period=${month}`,
    );
    expect(trend.body.items).to.have.length(3);
    expect(
      trend.body.items.at(-1)?.figures.find(({ indicator }) => indicator === 'trace-coverage')?.denominator,
    ).to.equal(3);
    expect((await county.get('/api/v1/performance/trend?division=611021')).status).to.equal(400);
    expect((await table('', county)).map(({ division }) => division)).to.deep.equal(['611002']);
    const towns = await table('level=town', county);
    expect(towns.every(({ division }) => division.startsWith('611002'))).to.equal(true);
    expect(await county.list('/api/v1/performance/records?indicator=trace-coverage&division=611021')).to.deep.equal([]);
    expect((await county.get('/api/v1/performance/records?indicator=weather')).status).to.equal(400);
    expect((await county.get('/api/v1/performance?period=2026-13')).status).to.equal(400);
  });

  it('is given as a workbook whose figures are numbers', async () => {
    const response = await fetch(`${test.url}/api/v1/performance/workbook.xlsx?period=${month}`, {
      headers: { authorization: `Bearer ${city.token}` },
    });
    expect(response.status).to.equal(200);
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows[2]?.slice(0, 3)).to.deep.equal([1, '611002', '商州区']);
    expect(rows[2]?.[3]).to.be.a('number');
  });

  it('comes as a monthly report on paper, of the own division alone', async () => {
    const report = (api: Api, query: string) =>
      fetch(`${test.url}/api/v1/monthly-reports/report.pdf?month=${month}&${query}`, {
        headers: { authorization: `Bearer ${api.token}` },
      });
    const answer = await report(county, 'division=611002');
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    expect((await report(county, 'division=611021')).status).to.equal(400);
    expect((await report(city, `asOf=${beforeTrace.toISOString()}&knowledge=then`)).status).to.equal(200);
  });
});

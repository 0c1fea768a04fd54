import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import type { Api } from './support/api.ts';
import { type Farm, registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { receiveSample } from './support/sample.ts';

interface Rate {
  division?: string;
  period?: string;
  planKind?: string;
  n: number;
  passes: number;
  fails: number;
  share: number | null;
  interval: { lower: number; upper: number } | null;
  records: string;
}

interface OverviewPart {
  divisionCode: string;
  warnings: { total: number; highest: string | null };
  passRate: { n: number; share: number | null };
  sampling: object;
  devices: object;
}

interface Overview {
  division: OverviewPart;
  items: OverviewPart[];
}

/** As an officer of a county and one of the city would, through HTTP; the clock is the test's. */
describe('figures of published tests', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let farm: Farm;
  let city: Api;
  let county: Api;
  let elsewhere: Api;
  let reviewer: Api;
  let invalidated = '';
  const midway = new Date(Date.now() - 60_000);
  let now = new Date(midway.getTime() - 60_000);

  before(async () => {
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin);
    [city, county, elsewhere, reviewer] = [
      await test.signInAs('city-officer', ['supervisor']),
      await test.signInAs('county-officer', ['supervisor'], '611002'),
      await test.signInAs('officer-elsewhere', ['supervisor'], '611026'),
      await test.signInAs('second-person', ['reviewer']),
    ];
    await published('routine-monitoring', '0.001');
    invalidated = await published('routine-monitoring', '99');
    await published('supervised-check', '99');
    now = new Date(midway.getTime() + 60_000);
    const answer = await reviewer.post(`/api/v1/samples/${invalidated}/invalidate`, { reason: '标准溶液过期' });
    expect(answer.status).to.equal(200);
    await published('routine-monitoring', '0.001');
  });
  after(() => test.stop());

  async function published(planKind: string, value: string): Promise<string> {
    const batchCode = await registerBatch(test.admin, farm);
    const { id } = await receiveSample(test.admin, batchCode, planKind);
    await test.admin.create(`/api/v1/samples/${id}/results`, { analyte: '吡虫啉', value, unit: 'mg/kg' });
    await test.admin.post(`/api/v1/samples/${id}/report`, {});
    expect((await reviewer.post(`/api/v1/samples/${id}/verify`, {})).status).to.equal(200);
    return String(id);
  }

  const rates = (query: string, by = city) => by.list<Rate>(`/api/v1/pass-rates?${query}`);

  it('keep random samples and those aimed at a suspicion apart, each with n, passes and interval', async () => {
    const found = await rates('');
    expect(found.map(({ division, planKind, n, passes }) => [division, planKind, n, passes])).to.deep.equal([
      ['611002', 'routine-monitoring', 2, 2],
      ['611002', 'supervised-check', 1, 0],
    ]);
    expect(found[0]?.interval?.lower).to.be.closeTo(0.3424, 0.0001);
  });

  it('answer for a past day as was known then and as is known now', async () => {
    const asOf = `planKind=routine-monitoring&asOf=${midway.toISOString()}`;
    const [then] = await rates(`${asOf}&knowledge=then`);
    expect(then).to.include({ n: 2, passes: 1, fails: 1 });
    const [known] = await rates(`${asOf}&knowledge=now`);
    expect(known).to.include({ n: 1, passes: 1, fails: 0 });
  });

  it('lead to the reports they are made of, page by page', async () => {
    const [then] = await rates(
      `planKind=routine-monitoring&asOf=${midway.toISOString()}&knowledge=then&by=division,period`,
    );
    if (!then) throw new Error('no figure');
    const first = await city.get<{ items: { sampleId: string }[]; nextCursor: string }>(`${then.records}&limit=1`);
    const rest = await city.get<{ items: { sampleId: string; knownTo?: string }[]; nextCursor: null }>(
      `${then.records}&limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(first.body.items[0]?.sampleId).to.equal(invalidated);
    expect(rest.body.items).to.have.length(1);
    expect(rest.body.nextCursor).to.equal(null);
    expect(await city.list(`${then.records}&outcome=fail`)).to.have.length(1);
    expect((await city.get('/api/v1/pass-rates?cursor=nonsense')).status).to.equal(400);
    expect((await city.get('/api/v1/pass-rates?by=weather')).status).to.equal(400);
  });

  it('are of the own division alone', async () => {
    expect(await rates('', county)).to.deep.equal(await rates(''));
    expect(await rates('', elsewhere)).to.deep.equal([]);
    expect(await elsewhere.list('/api/v1/pass-rates/records')).to.deep.equal([]);
    expect(await elsewhere.list('/api/v1/risk-ranking')).to.deep.equal([]);
  });

  it('rank product and substance by what is above the limit', async () => {
    const [risk] = await city.list<object>('/api/v1/risk-ranking');
    expect(risk).to.include({ substance: '吡虫啉', judged: 3, aboveLimit: 1, quantified: 3 });
    expect(risk).to.not.have.property('hazardQuotient');
  });

  it('are put together for each county and town, with open warnings, samples and devices', async () => {
    await test.admin.create('/api/v1/devices', {
      id: 'overview-1',
      name: '冷库探头',
      kind: 'temperature',
      siteId: farm.siteId,
    });
    const ofCity = (await city.get<Overview>('/api/v1/overview')).body;
    expect(ofCity.items).to.have.length(7);
    const part = ofCity.items.find(({ divisionCode }) => divisionCode === '611002');
    expect(part?.passRate).to.include({ n: 3, passes: 2, fails: 1, mixedPlanKinds: true });
    expect(part?.sampling).to.deep.equal({ drawn: 4, published: 3, ended: 1, open: 0 });
    expect(part?.devices).to.deep.equal({ total: 1, online: 0, offline: 0, neverConnected: 1 });
    expect(part?.warnings.highest).to.equal('orange');
    const listed = await city.list<{ state: string }>('/api/v1/warnings');
    expect(ofCity.division.warnings.total).to.equal(listed.filter(({ state }) => state === 'open').length);
    const quiet = ofCity.items.find(({ divisionCode }) => divisionCode === '611026');
    expect(quiet).to.deep.include({ warnings: { red: 0, orange: 0, yellow: 0, blue: 0, total: 0, highest: null } });
    expect(quiet?.passRate.share).to.equal(null);

    const one = await city.get<Overview>('/api/v1/overview?division=611002&planKind=supervised-check');
    expect(one.body.division.passRate).to.include({ n: 1, fails: 1, mixedPlanKinds: false });
    expect(one.body.items.every(({ divisionCode }) => divisionCode.startsWith('611002'))).to.equal(true);
  });

  it('tell nobody of a division that is not the own, rather than that nothing happened there', async () => {
    expect((await elsewhere.get('/api/v1/overview?division=611002')).status).to.equal(403);
    expect((await elsewhere.get('/api/v1/overview?division=611000')).status).to.equal(403);
    expect((await city.get('/api/v1/overview?division=999999')).status).to.equal(404);
    const own = (await elsewhere.get<Overview>('/api/v1/overview')).body;
    expect(own.division).to.deep.include({
      divisionCode: '611026',
      sampling: { drawn: 0, published: 0, ended: 0, open: 0 },
    });
  });

  it('are given as a workbook whose figures are numbers', async () => {
    const response = await fetch(`${test.url}/api/v1/pass-rates/workbook.xlsx`, {
      headers: { authorization: `Bearer ${city.token}` },
    });
    expect(response.status).to.equal(200);
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(rows[2]?.slice(0, 7)).to.deep.equal(['611002', '商州区', null, null, 'routine-monitoring', 2, 2]);
    expect(rows[2]?.[11]).to.equal(1);
  });
});

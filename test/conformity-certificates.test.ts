import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import { numberOf } from '../server/certification/rules/number.ts';
import type { Api } from './support/api.ts';
import { documentOf, EpcisClient, type GivenEvent } from './support/epcis.ts';
import { type Farm, registerBatch, registerFarm, transform } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';
import { receiveSample } from './support/sample.ts';

interface Refusal {
  code: string;
  text: { zh: string; en: string };
}

const path = '/api/v1/conformity-certificates';
const town = '611002104';

/** As a cooperative's clerk, a purchaser and an officer would, through HTTP; the clock is the test's. */
describe('conformity certificates', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let farm: Farm;
  let clerk: Api;
  let officer: Api;
  let reviewer: Api;
  let now = new Date();

  before(async () => {
    now = new Date();
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin);
    clerk = await test.signInAs('clerk', ['producer'], town, farm.producerId);
    officer = await test.signInAs('officer', ['supervisor'], '611002');
    reviewer = await test.signInAs('reviewer', ['reviewer'], '611002');
  });
  after(() => test.stop());

  const newBatch = (of = farm) => registerBatch(test.admin, of);
  const issue = (batchCode: string, more: object = {}, by = clerk) =>
    by.create(path, { batchCode, bases: ['quality-control'], ...more });
  const refusedBy = async (batchCode: string, more: object = {}, by = clerk) => {
    const { status, body } = await by.post(path, { batchCode, bases: ['quality-control'], ...more });
    expect(status, JSON.stringify(body)).to.equal(409);
    return (body.errors as Refusal[]).map(({ code }) => code);
  };
  const publicPage = async (number: unknown, accept = 'text/html') => {
    const response = await fetch(`${test.url}/c/${number}?lang=zh`, { headers: { accept } });
    return { status: response.status, text: await response.text() };
  };
  const verified = async (batchCode: string, planKind: string, value = '0.001') => {
    const { id } = await receiveSample(test.admin, batchCode, planKind);
    await test.admin.create(`/api/v1/samples/${id}/results`, { analyte: '吡虫啉', value, unit: 'mg/kg' });
    await test.admin.post(`/api/v1/samples/${id}/report`, {});
    expect((await reviewer.post(`/api/v1/samples/${id}/verify`, {})).status).to.equal(200);
  };

  it('are issued by the producer with texts, bases and a number that the public page knows', async () => {
    const batchCode = await newBatch();
    const ready = await clerk.get<{ refusals: Refusal[]; duty: { duty: string } }>(
      `${path}/readiness?batch=${batchCode}`,
    );
    expect(ready.body.refusals).to.deep.equal([]);
    expect(ready.body.duty.duty).to.equal('must');
    const certificate = await issue(batchCode);
    expect(certificate).to.deep.include({ state: 'valid', quantity: { value: 100, unit: 'kg' }, onBehalf: false });
    expect(certificate.origin).to.include('商洛市').and.include('冷库');
    expect(certificate.allowed).to.deep.equal(['void']);
    const page = await publicPage(certificate.number);
    expect(page.status).to.equal(200);
    for (const text of [
      '未使用禁用农药',
      '☑ 质量安全控制符合要求',
      '☐ 委托检测合格',
      '此承诺达标合格证有效',
      `合作社 ${town}`,
    ])
      expect(page.text).to.include(text);
    const json = JSON.parse((await publicPage(certificate.number, 'application/json')).text);
    expect(json).to.include({ number: certificate.number, state: 'valid', batchStatus: 'normal' });
    expect(json).to.not.have.property('issuedBy');
  });

  it('name no vehicle as an origin', async () => {
    const vehicle = { producerId: farm.producerId, name: '陕H·A0001', kind: 'vehicle' };
    const { id } = await test.admin.create('/api/v1/sites', vehicle);
    const { origin } = await issue(await newBatch({ ...farm, siteId: String(id) }));
    expect(origin).to.include('商洛市').and.not.include('陕H');
  });

  it('are refused while the batch is on hold, and the page of one issued before says so first', async () => {
    const batchCode = await newBatch();
    const { number } = await issue(batchCode, { quantity: { value: 40, unit: 'kg' } });
    await officer.post(`/api/v1/batches/${batchCode}/hold`, { reason: '例行检查' });
    expect(await refusedBy(batchCode)).to.deep.equal(['held']);
    expect((await publicPage(number)).text)
      .to.include('该批次已暂停销售')
      .and.not.include('此承诺达标合格证有效');
  });

  it('name a test only when it is there, and none is issued after one that failed', async () => {
    const batchCode = await newBatch();
    expect(await refusedBy(batchCode, { bases: ['own-test', 'commissioned-test'] })).to.deep.equal([
      'own-test-missing',
      'commissioned-test-missing',
    ]);
    await verified(batchCode, 'self-check');
    const certificate = await issue(batchCode, { bases: ['own-test'], quantity: { value: 1, unit: 'kg' } });
    expect(certificate.tests).to.have.length(1);
    await verified(batchCode, 'supervised-check', '99');
    expect(await refusedBy(batchCode, { bases: ['own-test'] })).to.include.members(['held', 'test-failed']);
  });

  it('never promise more than the batch holds, whoever issues at the same time', async () => {
    const batchCode = await newBatch();
    const portion = { batchCode, bases: ['quality-control'], quantity: { value: 30, unit: 'kg' } };
    const answers = await Promise.all(Array.from({ length: 6 }, () => clerk.post(path, portion)));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 201, 201, 409, 409, 409]);
    const numbers = (await clerk.list<{ number: string }>(`${path}?batch=${batchCode}`)).map(({ number }) => number);
    const sequences = numbers.map((number) => Number(number.slice(11, -1))).sort((a, b) => a - b);
    expect(sequences).to.deep.equal([0, 1, 2].map((step) => (sequences[0] ?? 0) + step));
    expect(await refusedBy(batchCode, { quantity: { value: 11, unit: 'kg' } })).to.deep.equal(['quantity-used-up']);
    expect((await issue(batchCode)).quantity).to.deep.equal({ value: 10, unit: 'kg' });
  });

  it('are refused for what was harvested inside a pre-harvest interval, until the wrong record is taken back', async () => {
    const [grown, packed] = [await newBatch(), await newBatch()];
    const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
    const input = { name: '吡虫啉 10% 可湿性粉剂', dose: '20 g', registrationNumber: 'PD20150001' };
    const treat = (more: object) =>
      clerk.post('/api/v1/events', { step: 'treat', batchCode: grown, at: at(5), input: { ...input, ...more } });
    expect((await treat({})).status, 'without its days').to.equal(400);
    const treated = await treat({ preHarvestDays: 7, area: { value: 2, unit: 'm2' } });
    expect(treated.status, JSON.stringify(treated.body)).to.equal(201);
    expect(await refusedBy(grown), 'not harvested yet').to.deep.equal(['inside-pre-harvest-interval']);
    await clerk.create('/api/v1/events', { step: 'harvest', batchCode: grown, at: at(3) });
    expect((await transform(test.admin, [grown], [packed], now)).status).to.equal(201);
    const warned = async () =>
      (await test.admin.list<{ kind: string; active: boolean }>(`/api/v1/warnings?batch=${grown}`)).map(
        ({ kind, active }) => `${kind} ${active}`,
      );
    expect(await warned()).to.deep.equal(['pre-harvest-interval true']);
    for (const code of [grown, packed])
      expect(await refusedBy(code), code).to.deep.equal(['inside-pre-harvest-interval']);

    const epcis = new EpcisClient(test.url, test.admin);
    const [told] = await epcis.events(`/events/${encodeURIComponent(String(treated.body.eventId))}`);
    expect(told).to.include({ 'agritrace:preHarvestDays': 7, 'agritrace:registrationNumber': 'PD20150001' });
    const wrong = {
      ...(told as GivenEvent),
      errorDeclaration: { declarationTime: now.toISOString(), reason: 'did_not_occur' },
    };
    const { body: exported } = await test.admin.get(`/api/v1/batches/${grown}/epcis?direction=up`);
    const declared = await epcis.capture({ ...documentOf([wrong]), '@context': exported['@context'] });
    expect(declared, JSON.stringify(declared.errors)).to.include({ success: true });
    expect(await warned()).to.deep.equal(['pre-harvest-interval false']);
    for (const code of [grown, packed]) await issue(code);
  });

  it('are refused for the part-lots of a harvest inside the interval alone, once all of it was taken out of the lot', async () => {
    const [field, early, late] = [await newBatch(), await newBatch(), await newBatch()];
    const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString();
    const quantity = { value: 20, unit: 'kg' };
    const harvest = (daysAgo: number) =>
      clerk.create('/api/v1/events', { step: 'harvest', batchCode: field, at: at(daysAgo), quantity });
    const pack = (batchCode: string, daysAgo: number, value: number) =>
      clerk.create('/api/v1/events', {
        step: 'transform',
        at: at(daysAgo),
        inputs: [{ batchCode: field, quantity: { value, unit: 'kg' } }],
        outputs: [{ batchCode }],
      });
    const input = { name: '啶虫脒', registrationNumber: 'PD20150002', preHarvestDays: 7 };
    await clerk.create('/api/v1/events', { step: 'treat', batchCode: field, at: at(12), input });
    await harvest(10);
    await pack(early, 9, 19);
    await harvest(2);
    await pack(late, 1, 5);
    expect(await refusedBy(late), 'a kilogram of the first harvest may be in it').to.deep.equal([
      'inside-pre-harvest-interval',
    ]);
    await pack(early, 8, 1);
    await issue(late);
    await issue(field);
    const refused = await clerk.post(path, { batchCode: early, bases: ['quality-control'], quantity });
    const harvested = new Date(now.getTime() + (8 - 240) * 3_600_000).toISOString().slice(0, 10);
    expect(JSON.stringify(refused.body)).to.include(`of lot ${field}, on ${harvested}`);
  });

  it('leave a mass balance beyond its tolerance to a warning', async () => {
    const [lot, made] = [await newBatch(), await newBatch()];
    const take = (value: number) =>
      clerk.create('/api/v1/events', {
        step: 'transform',
        at: now.toISOString(),
        inputs: [{ batchCode: lot, quantity: { value, unit: 'kg' } }],
        outputs: [{ batchCode: made }],
      });
    const warned = () => test.admin.list<{ kind: string; detail: { en: string } }>(`/api/v1/warnings?batch=${lot}`);
    await take(102);
    expect(await warned(), 'within the tolerance').to.deep.equal([]);
    await take(3);
    const [warning, ...more] = await warned();
    expect(more).to.deep.equal([]);
    expect(warning?.kind).to.equal('mass-balance');
    expect(warning?.detail.en).to.contain('5 kg more taken out (tolerance 2 %)');
  });

  it('are not for made tea, nor for a batch of another producer', async () => {
    const tea = await registerFarm(test.admin, town, 'tea');
    const planter = await test.signInAs('planter', ['producer'], town, tea.producerId);
    const batchCode = await newBatch(tea);
    expect(await refusedBy(batchCode, {}, planter)).to.deep.equal(['not-covered']);
    for (const code of [batchCode, 'NO-SUCH-BATCH']) {
      const { status, body } = await clerk.post(path, { batchCode: code, bases: ['quality-control'] });
      expect(status).to.equal(400);
      expect(body.detail).to.equal('is not the code of a known batch');
    }
  });

  it('are issued for many batches in one request, with a report row by row', async () => {
    const [one, held] = [await newBatch(), await newBatch()];
    await officer.post(`/api/v1/batches/${held}/hold`, { reason: '例行检查' });
    const rows = [one, held, 'NO-SUCH-BATCH', one].map((batchCode) => ({ batchCode, bases: ['quality-control'] }));
    const { status, body } = await clerk.post(`${path}/batch-wise`, { certificates: rows });
    expect(status).to.equal(200);
    expect(body).to.include({ issued: 1, refused: 3 });
    const report = body.rows as { outcome: string; refusals: Refusal[] }[];
    expect(report.map(({ outcome }) => outcome)).to.deep.equal(['issued', 'refused', 'refused', 'refused']);
    expect(report.map(({ refusals }) => refusals[0]?.code)).to.deep.equal([
      undefined,
      'held',
      undefined,
      'quantity-used-up',
    ]);
    const none = await clerk.post(`${path}/batch-wise`, { certificates: [rows[2]] });
    expect(none.status).to.equal(400);
  });

  it("of a purchaser link those of the lots that were mixed, and are refused where an enterprise's has none", async () => {
    const { id: buyerId } = await test.admin.create('/api/v1/producers', {
      ...{ name: '收购站', kind: 'purchaser', divisionCode: '611002105' },
    });
    const buyer = await test.signInAs('buyer', ['producer'], '611002105', String(buyerId));
    const site = await test.admin.create('/api/v1/sites', { producerId: buyerId, name: '分拣中心', kind: 'shop' });
    const mixed = await newBatch({ ...farm, producerId: String(buyerId), siteId: String(site.id) });
    expect(await refusedBy(mixed, {}, buyer)).to.deep.equal(['nothing-received']);
    const bought = await newBatch();
    expect((await transform(test.admin, [bought], [mixed], now)).status).to.equal(201);
    expect(await refusedBy(mixed, {}, buyer)).to.deep.equal(['source-without-certificate']);
    expect(await refusedBy(mixed, { form: 'producer' }, buyer)).to.include('other-form-needed');
    const theirs = await issue(bought);
    const certificate = await issue(mixed, {}, buyer);
    expect(certificate).to.deep.include({ form: 'purchaser', received: [theirs.number] });
    expect((await publicPage(certificate.number)).text)
      .to.include(String(theirs.number))
      .and.include('已按规定收取并保存');
    await clerk.post(`${path}/${theirs.id}/void`, { reason: '数量有误' });
    expect(await refusedBy(mixed, { quantity: { value: 1, unit: 'kg' } }, buyer)).to.include(
      'source-without-certificate',
    );
  });

  it('are voided by whoever promised and withdrawn by the department alone, once, with a reason that is kept', async () => {
    const batchCode = await newBatch();
    const { id, number } = await issue(batchCode);
    expect((await clerk.post(`${path}/${id}/withdraw`, { reason: '误' })).status).to.equal(403);
    expect((await clerk.post(`${path}/${id}/void`, {})).status).to.equal(400);
    const { body } = await clerk.post(`${path}/${id}/void`, { reason: '数量有误' });
    expect(body).to.include({ state: 'void', endedBy: 'clerk', reason: '数量有误' });
    expect((await officer.post(`${path}/${id}/withdraw`, { reason: '误' })).status).to.equal(409);
    expect((await publicPage(number)).text)
      .to.include('已由承诺主体作废')
      .and.not.include('数量有误');
    expect((await issue(batchCode)).quantity, 'what was void is free again').to.deep.equal({ value: 100, unit: 'kg' });
    const onBehalf = await officer.create(path, {
      batchCode: await newBatch(),
      bases: ['quality-control'],
    });
    expect(onBehalf).to.include({ onBehalf: true, issuedBy: 'officer' });
    const withdrawn = await officer.post(`${path}/${onBehalf.id}/withdraw`, { reason: '承诺不实' });
    expect(withdrawn.body).to.include({ state: 'withdrawn' });
  });

  it('are nobody else’s: another county and another producer find none', async () => {
    const { id } = await issue(await newBatch());
    const elsewhere = await test.signInAs('elsewhere', ['supervisor'], '611021');
    const other = await test.signInAs(
      'other',
      ['producer'],
      '611002105',
      String((await registerFarm(test.admin, '611002105')).producerId),
    );
    for (const api of [elsewhere, other]) {
      expect((await api.get(`${path}/${id}`)).status).to.equal(404);
      expect(await api.list(path)).to.deep.equal([]);
    }
  });

  it('are printed as labels and papers, with the contact in the clear by right alone', async () => {
    const { id, number, checkAt } = await issue(await newBatch());
    const print = async (api: Api, body: object) => {
      const response = await fetch(`${test.url}${path}/print`, {
        method: 'POST',
        headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ids: [id], ...body }),
      });
      return { status: response.status, pdf: Buffer.from(await response.arrayBuffer()) };
    };
    for (const layout of ['label-60x40', 'label-70x50', 'a4-sheet']) {
      const { status, pdf } = await print(clerk, { layout, copies: 3 });
      expect(status, layout).to.equal(200);
      expect(pdf.subarray(0, 5).toString()).to.equal('%PDF-');
    }
    expect(String(checkAt)).to.match(new RegExp(`/c/${number}$`));
    expect((await print(reviewer, { layout: 'label-60x40' })).status).to.equal(403);
    const [entry] = await test.admin.list(`/api/v1/audit-log?resource=producers&record=${farm.producerId}`);
    expect(entry).to.include({ action: 'reveal', reason: `打印承诺达标合格证 ${number}` });
    const paper = await fetch(`${test.url}${path}/${id}/certificate.pdf`, {
      headers: { authorization: `Bearer ${reviewer.token}` },
    });
    expect(paper.headers.get('content-type')).to.equal('application/pdf');
    await clerk.post(`${path}/${id}/void`, { reason: '数量有误' });
    expect((await print(clerk, { layout: 'label-60x40' })).status).to.equal(409);
  });

  it('stand on the page of their batch and in its trace, and are missed there where the law asks for one', async () => {
    const batchCode = await newBatch();
    const pageOf = async (code: string) => (await fetch(`${test.url}/q/${code}?lang=zh`)).text();
    expect(await pageOf(batchCode)).to.include('没有有效的承诺达标合格证');
    const { id, number } = await issue(batchCode);
    const page = await pageOf(batchCode);
    expect(page).to.include(`/c/${number}`).and.not.include('没有有效的承诺达标合格证');
    const trace = await clerk.get<{ nodes: { code: string; certificates: { number: string }[] }[] }>(
      `/api/v1/batches/${batchCode}/trace`,
    );
    expect(trace.body.nodes[0]?.certificates[0]?.number).to.equal(number);
    await clerk.post(`${path}/${id}/void`, { reason: '数量有误' });
    expect(await pageOf(batchCode))
      .to.include('没有有效的承诺达标合格证')
      .and.include('已由承诺主体作废');
  });

  it('are counted by county, town and producer, with the batches that have none, also as a workbook', async () => {
    interface Counts {
      key: string;
      name: string;
      duty?: string;
      batches: number;
      certified: number;
      issued: number;
      share: number | null;
    }
    const period = `from=${new Date(now.getTime() - 86_400_000).toISOString()}&to=${new Date(now.getTime() + 60_000).toISOString()}`;
    const figures = (by: string, api = officer) => api.list<Counts>(`${path}/figures?by=${by}&${period}&limit=500`);
    const [county] = await figures('county');
    const towns = await figures('town');
    const producers = await figures('producer');
    const all = await officer.list(`${path}?limit=500`);
    expect(county).to.include({ key: '611002', issued: all.length });
    for (const rows of [towns, producers])
      for (const name of ['issued', 'batches', 'certified'] as const)
        expect(rows.reduce((sum, row) => sum + row[name], 0)).to.equal(county?.[name]);
    const own = producers.find(({ key }) => key === farm.producerId);
    expect(own?.duty).to.equal('must');
    expect(own?.share).to.be.greaterThan(0).and.lessThan(1);
    const first = await officer.get<{ items: Counts[]; nextCursor: string }>(
      `${path}/figures?by=producer&${period}&limit=1`,
    );
    const second = await officer.list<Counts>(`${path}/figures?by=producer&${period}&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second]).to.deep.equal(producers);
    expect(
      (await figures('producer', clerk)).map(({ key }) => key),
      'a producer sees the own alone',
    ).to.deep.equal([farm.producerId]);
    const response = await fetch(`${test.url}${path}/figures.xlsx?by=producer&${period}`, {
      headers: { authorization: `Bearer ${officer.token}` },
    });
    const sheet = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect(sheet).to.have.length(producers.length + 1);
    expect(sheet.find((row) => row.includes(own?.name ?? ''))).to.include(String(own?.issued));
  });

  it('tell a mistyped number from one that was never issued', async () => {
    const { number } = await issue(await newBatch());
    const text = String(number);
    const wrong = `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;
    expect((await publicPage(wrong)).text).to.include('校验字符不符');
    const unknown = await publicPage(numberOf('H', '611029', '2026', 1));
    expect(unknown.status).to.equal(404);
    expect(unknown.text).to.include('它可能是伪造的');
    expect((await publicPage('x', 'application/json')).status).to.equal(404);
  });
});

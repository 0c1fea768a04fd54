import { expect } from 'chai';
import type { Api } from './support/api.ts';
import { registerBatch, registerFarm, transform } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('what a person may see and do', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let shangzhou: Api;
  let luonan: Api;
  let producer: Api;
  let auditor: Api;
  let own: { code: string; producerId: string };

  before(async () => {
    test = await startTestPlatform();
    const farm = await registerFarm(test.admin, '611002104');
    own = { code: await registerBatch(test.admin, farm), producerId: farm.producerId };
    shangzhou = await test.signInAs('shangzhou', ['supervisor'], '611002');
    luonan = await test.signInAs('luonan', ['supervisor'], '611021');
    producer = await test.signInAs('farmer', ['producer'], '611002104', farm.producerId);
    auditor = await test.signInAs('auditor', ['auditor']);
    await test.admin.create('/api/v1/devices', {
      id: 'in-shangzhou',
      name: '冷库',
      kind: 'sensor',
      siteId: farm.siteId,
    });
  });
  after(() => test.stop());

  const records = () => [
    `/api/v1/batches/${own.code}`,
    `/api/v1/batches/${own.code}/trace`,
    `/api/v1/batches/${own.code}/qr.png`,
    `/api/v1/producers/${own.producerId}`,
    '/api/v1/devices/in-shangzhou',
    '/api/v1/readings?device=in-shangzhou',
    '/api/v1/devices/in-shangzhou/rejected-messages',
  ];

  it("is the own division's subtree: a neighbouring county's officer finds nothing", async () => {
    for (const path of records()) {
      expect((await shangzhou.get(path)).status, path).to.equal(200);
      expect((await luonan.get(path)).status, path).to.equal(404);
    }
    for (const path of ['batches', 'producers', 'sites', 'devices', 'events', 'samples', 'warnings'])
      expect(await luonan.list(`/api/v1/${path}`), path).to.deep.equal([]);
  });

  it('does not show the log of what others made of their batches', async () => {
    const farm = await registerFarm(test.admin, '611002104');
    const codes = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
    expect((await transform(test.admin, codes.slice(0, 1), codes.slice(1))).status).to.equal(201);
    const near = await test.signInAs('near-auditor', ['auditor'], '611002');
    const far = await test.signInAs('far-auditor', ['auditor'], '611021');
    const log = async (api: Api) => JSON.stringify(await api.list('/api/v1/audit-log?resource=lineage&limit=100'));
    for (const code of codes) {
      expect(await log(near)).to.include(code);
      expect(await log(far)).not.to.include(code);
    }
  });

  it('stops at the own division when writing, too', async () => {
    const body = { name: '越界合作社', kind: 'cooperative', divisionCode: '611002104' };
    expect((await luonan.post('/api/v1/producers', body)).status).to.equal(403);
    expect((await luonan.post(`/api/v1/batches/${own.code}/hold`, { reason: '无权' })).status).to.equal(404);
    const event = { step: 'harvest', at: new Date().toISOString(), batchCode: own.code };
    expect((await luonan.post('/api/v1/events', event)).status).to.equal(400);
  });

  it("is, for a producer's account, its own records alone", async () => {
    const other = await registerFarm(test.admin, '611002105');
    const foreign = await registerBatch(test.admin, other);
    expect((await producer.list<{ code: string }>('/api/v1/batches')).map(({ code }) => code)).to.deep.equal([
      own.code,
    ]);
    expect((await producer.get(`/api/v1/batches/${foreign}`)).status).to.equal(404);
    expect((await producer.get(`/api/v1/producers/${other.producerId}`)).status).to.equal(404);
    expect((await transform(producer, [foreign], [own.code])).status).to.equal(201);
    expect((await transform(producer, [own.code], [foreign])).status).to.equal(400);
  });

  it('does not include what the role lacks', async () => {
    expect((await auditor.post(`/api/v1/batches/${own.code}/hold`, { reason: '无权' })).status).to.equal(403);
    expect((await producer.get('/api/v1/users')).status).to.equal(403);
    const sample = { batchCode: own.code, planKind: 'self-check' };
    expect((await producer.post('/api/v1/samples', sample)).status).to.equal(403);
  });

  it('never shows a phone number or a contact name in full', async () => {
    const created = await test.admin.create('/api/v1/producers', {
      name: '隐私农场',
      kind: 'family-farm',
      divisionCode: '611002104',
      contactName: '张三丰',
      phone: '13812345678',
    });
    for (const answer of [created, (await test.admin.get(`/api/v1/producers/${created.id}`)).body])
      expect(JSON.stringify(answer)).to.not.include('13812345678').and.not.include('张三丰');
  });

  it('ends with the session', async () => {
    const gone = await test.signInAs('gone', ['supervisor']);
    expect((await gone.send('DELETE', '/api/v1/session')).status).to.equal(204);
    expect((await gone.get('/api/v1/batches')).status).to.equal(401);
  });
});

import { expect } from 'chai';
import type { Api } from './support/api.ts';
import { type Farm, registerBatch, registerFarm, transform } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Task {
  id: string;
  state: string;
  producerId: string;
  drawn: boolean;
  allowed: string[];
  batches: { code: string; quantity: { value: number } }[];
}

interface Recall {
  id: string;
  state: string;
  seed?: string;
  allowed: string[];
  refused: { verb: string; reason: { en: string } }[];
}

describe('a recall', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let farm: Farm;
  let shop: Farm;
  let farmer: Api;
  let shopkeeper: Api;

  before(async () => {
    test = await startTestPlatform();
    farm = await registerFarm(test.admin, '611002104');
    shop = await registerFarm(test.admin, '611021102');
    farmer = await test.signInAs('farmer', ['producer'], '611002104', farm.producerId);
    shopkeeper = await test.signInAs('shopkeeper', ['producer'], '611021102', shop.producerId);
  });
  after(() => test.stop());

  const draft = (batchCode: string, fields: object = {}) =>
    test.admin.create('/api/v1/recalls', {
      batchCode,
      level: '1',
      reason: '农残超标',
      instruction: '立即停售并退回',
      ...fields,
    }) as unknown as Promise<Recall>;
  const read = async (id: string) => (await test.admin.get<Recall>(`/api/v1/recalls/${id}`)).body;
  const tasksOf = (api: Api, id: string) => api.list<Task>(`/api/v1/recall-tasks?recall=${id}`);

  /** A field lot, packed into two; one of them was sent to and received by a shop of another county. */
  async function distributed() {
    const [field, kept, sold] = [
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
    ];
    await transform(test.admin, [field], [kept, sold]);
    const at = new Date().toISOString();
    const shipment = { step: 'ship', at, batchCode: sold, siteId: farm.siteId, destinationSiteId: shop.siteId };
    await farmer.create('/api/v1/events', shipment);
    await shopkeeper.create('/api/v1/events', { step: 'receive', at, batchCode: sold, siteId: shop.siteId });
    return { field, kept, sold };
  }

  it('R1 finds every lot below and whoever holds it, and tells each of them once', async () => {
    const { field, kept, sold } = await distributed();
    const recall = await draft(field);
    const { body: scope } = await test.admin.get<{
      holders: number;
      batches: { batchCode: string; holderId: string }[];
    }>(`/api/v1/recalls/${recall.id}/scope`);
    expect(scope.holders).to.equal(2);
    expect(new Map(scope.batches.map(({ batchCode, holderId }) => [batchCode, holderId]))).to.deep.equal(
      new Map([
        [field, farm.producerId],
        [kept, farm.producerId],
        [sold, shop.producerId],
      ]),
    );
    expect((await test.admin.get(`/api/v1/batches/${sold}`)).body.status, 'a draft changes nothing').to.equal('normal');
    expect((await test.admin.post(`/api/v1/recalls/${recall.id}/issue`, {})).status).to.equal(200);
    expect((await test.admin.post(`/api/v1/recalls/${recall.id}/issue`, {})).status, 'once').to.equal(409);
    for (const code of [field, kept, sold])
      expect((await test.admin.get(`/api/v1/batches/${code}`)).body.status, code).to.equal('recalled');
    const page = await (await fetch(`${test.url}/q/${sold}`, { headers: { accept: 'application/json' } })).json();
    expect(page).to.include({ status: 'recalled', verdict: 'recalled' });
    const trace = await test.admin.get<{ nodes: { recalls: { id: string }[] }[] }>(`/api/v1/batches/${sold}/trace`);
    expect(trace.body.nodes.map(({ recalls }) => recalls[0]?.id)).to.deep.equal([recall.id, recall.id]);
    expect((await tasksOf(test.admin, recall.id)).map(({ producerId }) => producerId)).to.have.members([
      farm.producerId,
      shop.producerId,
    ]);
    const own = await tasksOf(shopkeeper, recall.id);
    expect(
      own.map(({ batches }) => batches.map(({ code }) => code)),
      'nobody sees another’s task',
    ).to.deep.equal([[sold]]);
    expect((await shopkeeper.get(`/api/v1/recalls/${recall.id}`)).status).to.equal(403);
  });

  it('R1 finds who received a lot also where an officer has recorded it', async () => {
    const code = await registerBatch(test.admin, farm);
    const [sentAt, receivedAt] = ['2026-05-01T08:00:00Z', '2026-05-02T08:00:00Z'];
    await test.admin.create('/api/v1/events', { step: 'ship', at: sentAt, batchCode: code, siteId: farm.siteId });
    await test.admin.create('/api/v1/events', {
      step: 'receive',
      at: receivedAt,
      batchCode: code,
      siteId: shop.siteId,
    });
    const recall = await draft(code);
    const { body } = await test.admin.get<{ batches: { holderId: string }[] }>(`/api/v1/recalls/${recall.id}/scope`);
    expect(body.batches.map(({ holderId }) => holderId)).to.deep.equal([shop.producerId]);
  });

  it('is confirmed, answered and checked by each holder before it can be closed', async () => {
    const { field } = await distributed();
    const { id } = await draft(field, { checkLevel: 'A' });
    await test.admin.post(`/api/v1/recalls/${id}/issue`, {});
    const close = () => test.admin.post(`/api/v1/recalls/${id}/close`, { note: '全部收回' });
    expect((await close()).status).to.equal(409);
    expect((await read(id)).refused.find(({ verb }) => verb === 'close')?.reason.en).to.equal(
      '2 holders have not reported yet',
    );
    for (const api of [farmer, shopkeeper]) {
      const [task] = await tasksOf(api, id);
      if (!task) throw new Error('each holder has a task');
      const path = `/api/v1/recall-tasks/${task.id}`;
      const account = { onHand: 60, returned: 0, destroyed: 30, sold: 0 };
      const report = { batches: task.batches.map(({ code }) => ({ batchCode: code, ...account })) };
      expect((await api.post(`${path}/report`, report)).status, 'first confirm').to.equal(409);
      expect((await api.post(`${path}/receive`, {})).status).to.equal(200);
      const tooMuch = { batches: report.batches.map((line) => ({ ...line, sold: 100 })) };
      expect((await api.post(`${path}/report`, tooMuch)).status).to.equal(400);
      expect((await api.post(`${path}/report`, report)).status).to.equal(200);
      expect((await api.post(`${path}/check`, { effective: true, note: '自查' })).status, 'not by itself').to.equal(
        403,
      );
    }
    const { body: progress } = await test.admin.get(`/api/v1/recalls/${id}/progress`);
    expect(progress).to.deep.include({ tasks: 2, received: 2, reported: 2, drawn: 2, checked: 0 });
    expect(progress.quantities).to.deep.equal([
      { unit: 'kg', total: 300, onHand: 180, returned: 0, destroyed: 90, sold: 0, open: 30, share: 0.9 },
    ]);
    expect((await close()).status, 'the checks are open').to.equal(409);
    for (const { id: task } of await tasksOf(test.admin, id))
      expect(
        (await test.admin.post(`/api/v1/recall-tasks/${task}/check`, { effective: true, note: '电话核实' })).status,
      ).to.equal(200);
    expect((await close()).body.state).to.equal('closed');
    expect((await read(id)).allowed).to.deep.equal([]);
  });

  it('in a drill is told and answered, and stops nothing', async () => {
    const { field, sold } = await distributed();
    const { id } = await draft(field, { drill: true, checkLevel: 'E' });
    const issued = await test.admin.post(`/api/v1/recalls/${id}/issue`, {});
    expect(issued.body).to.include({ state: 'open', drill: true });
    expect((await tasksOf(test.admin, id)).map(({ drawn }) => drawn)).to.deep.equal([false, false]);
    expect((await test.admin.get(`/api/v1/batches/${sold}`)).body.status).to.equal('normal');
  });

  it('is cancelled as a draft alone', async () => {
    const { id } = await draft(await registerBatch(test.admin, farm));
    expect((await test.admin.post(`/api/v1/recalls/${id}/cancel`, { note: '复检合格' })).body.state).to.equal(
      'cancelled',
    );
    expect((await test.admin.post(`/api/v1/recalls/${id}/issue`, {})).status).to.equal(409);
  });
});

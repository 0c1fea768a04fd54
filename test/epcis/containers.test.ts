import { expect } from 'chai';
import { anEvent, documentOf, EpcisClient } from '../support/epcis.ts';
import { type Farm, registerBatch, registerFarm } from '../support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

describe('containers of held batches', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let client: EpcisClient;
  let farm: Farm;
  let pallets = 0;

  before(async () => {
    test = await startTestPlatform();
    client = new EpcisClient(test.url, test.admin);
    farm = await registerFarm(test.admin);
  });
  after(() => test.stop());

  const batch = () => registerBatch(test.admin, farm);
  const named = (code: string) => (code.includes(':') ? code : `urn:agritrace:batch:${code}`);
  const pallet = () => {
    pallets += 1;
    return `https://id.gs1.org/00/0952132${String(pallets).padStart(10, '0')}0`;
  };
  const lot = (code: string) => ({ epcClass: named(code), quantity: 10, uom: 'KGM' });
  /** @param container a batch or the SSCC of a pallet */
  const packing = (action: 'ADD' | 'DELETE', container: string, contents: string[], fields: object = {}) =>
    anEvent({
      type: 'AggregationEvent',
      action,
      bizStep: action === 'ADD' ? 'packing' : 'unpacking',
      epcList: undefined,
      parentID: named(container),
      ...(contents.length > 0 && { childQuantityList: contents.map(lot) }),
      eventTime: new Date().toISOString(),
      ...fields,
    });
  const send = async (...events: object[]) => {
    const job = await client.capture(documentOf(events));
    return job.errors.map(({ detail }) => detail).join('; ');
  };
  const hold = (code: string) => test.admin.post(`/api/v1/batches/${code}/hold`, { reason: '例行' });
  const release = (code: string) => test.admin.post(`/api/v1/batches/${code}/release`, { reason: '合格' });
  const read = async (code: string) =>
    (await test.admin.get<{ status: string; reasons: { kind: string }[] }>(`/api/v1/batches/${code}`)).body;
  const statuses = (...codes: string[]) => Promise.all(codes.map(async (code) => (await read(code)).status));

  it('are held until the batch is unpacked, with nothing else that is in them', async () => {
    const [held, beside, box, crate] = [await batch(), await batch(), await batch(), await batch()];
    expect(await send(packing('ADD', box, [held, beside]), packing('ADD', crate, [box]))).to.equal('');
    expect((await hold(held)).status).to.equal(200);
    expect(await statuses(box, crate, beside)).to.deep.equal(['held', 'held', 'normal']);
    expect((await read(box)).reasons.map(({ kind }) => kind)).to.deep.equal(['held-content']);
    const page = await (await fetch(`${test.url}/q/${crate}`)).text();
    expect(page).to.include('其中装有被控制的批次');
    expect(await send(packing('DELETE', box, [held]))).to.equal('');
    expect(await statuses(held, box, crate)).to.deep.equal(['held', 'normal', 'normal']);
  });

  it('are held when they are packed later, and free again when the batch is', async () => {
    const [held, box] = [await batch(), await batch()];
    await hold(held);
    expect(await send(packing('ADD', box, [held]))).to.equal('');
    expect(await statuses(box)).to.deep.equal(['held']);
    expect((await release(box)).status, 'not where the hold only arrived').to.equal(409);
    expect((await release(held)).status).to.equal(200);
    expect(await statuses(held, box)).to.deep.equal(['normal', 'normal']);
  });

  it('of other systems are not moved, and what was made of them is held', async () => {
    const [held, made, late] = [await batch(), await batch(), await batch()];
    const container = pallet();
    const ship = (at: Date) => anEvent({ epcList: [container], eventTime: at.toISOString() });
    const consume = (output: string, at: Date) =>
      anEvent({
        type: 'TransformationEvent',
        action: undefined,
        bizStep: 'commissioning',
        epcList: undefined,
        inputEPCList: [container],
        outputQuantityList: [lot(output)],
        eventTime: at.toISOString(),
      });
    const packed = new Date(Date.now() - 7_200_000);
    const between = new Date(Date.now() - 3_600_000);
    expect(
      await send(packing('ADD', container, [held], { eventTime: packed.toISOString() }), consume(made, between)),
    ).to.equal('');
    await hold(held);
    expect(await statuses(made)).to.deep.equal(['held']);
    expect(await send(ship(new Date()))).to.match(/holds goods of batch/);
    expect(await send(ship(between)), 'what happened before').to.equal('');
    expect(await send(consume(late, between))).to.equal('');
    expect(await statuses(late), 'recorded after the hold').to.deep.equal(['held']);
    expect(await send(packing('DELETE', container, []))).to.equal('');
    expect(await send(ship(new Date())), 'emptied').to.equal('');
  });

  it('that are held themselves hold what is in them', async () => {
    const [inside, box] = [await batch(), await batch()];
    await send(packing('ADD', box, [inside]));
    await hold(box);
    expect((await read(inside)).reasons.map(({ kind }) => kind)).to.deep.equal(['held-ancestor']);
  });

  it('are free when their packing is declared wrong', async () => {
    const [held, box] = [await batch(), await batch()];
    const mistaken = packing('ADD', box, [held]);
    await send(mistaken);
    await hold(held);
    const declared = { ...mistaken, errorDeclaration: { declarationTime: new Date().toISOString() } };
    expect(await send(declared)).to.equal('');
    expect(await statuses(box)).to.deep.equal(['normal']);
  });

  it('tell a recall where the goods went', async () => {
    const recalled = await batch();
    const container = pallet();
    const shop = await registerFarm(test.admin, '611021102');
    const received = anEvent({
      epcList: [container],
      bizStep: 'receiving',
      readPoint: { id: `urn:agritrace:site:${shop.siteId}` },
      eventTime: new Date().toISOString(),
    });
    const packed = new Date(Date.now() - 3_600_000).toISOString();
    const shopkeeper = await test.signInAs('shopkeeper', ['producer'], '611021102', shop.producerId);
    expect(await send(packing('ADD', container, [recalled], { eventTime: packed }))).to.equal('');
    expect((await new EpcisClient(test.url, shopkeeper).capture(documentOf([received]))).errors).to.deep.equal([]);
    const wanted = { batchCode: recalled, level: '1', reason: '农残超标', instruction: '停售' };
    const { id } = await test.admin.create('/api/v1/recalls', wanted);
    const { body: scope } = await test.admin.get<{ batches: object[] }>(`/api/v1/recalls/${id}/scope`);
    expect(scope.batches).to.have.length(1);
    expect(scope.batches[0]).to.deep.include({ holderId: shop.producerId, containers: [container] });
    expect((await test.admin.post(`/api/v1/recalls/${id}/issue`, {})).status).to.equal(200);
    const [task] = await shopkeeper.list<{ batches: { containers: string[] }[] }>(`/api/v1/recall-tasks?recall=${id}`);
    expect(task?.batches.map(({ containers }) => containers)).to.deep.equal([[container]]);
    expect(await send(anEvent({ epcList: [container], eventTime: new Date().toISOString() }))).to.match(/holds goods/);
  });
});

import { expect } from 'chai';
import { anEvent, documentOf, EpcisClient } from './support/epcis.ts';
import { type Farm, registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Links {
  complete: boolean;
  from: { kind: string; name: string }[];
  to: { kind: string; name: string }[];
  lacks: { kind: string; eventId?: string }[];
}

describe('one step up and one step down of a lot', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let farm: Farm;
  let shop: Farm;

  before(async () => {
    test = await startTestPlatform();
    farm = await registerFarm(test.admin);
    shop = await registerFarm(test.admin, '611002105');
  });
  after(() => test.stop());

  const linksOf = async (code: string) => {
    const { body } = await test.admin.get<{ nodes: { code: string; links?: Links }[] }>(
      `/api/v1/batches/${encodeURIComponent(code)}/trace`,
    );
    const links = body.nodes.find((node) => node.code === code)?.links;
    if (!links) throw new Error(`no links of ${code}`);
    return links;
  };
  const record = (step: string, hour: number, rest: object) =>
    test.admin.create('/api/v1/events', { step, at: `2026-05-01T0${hour}:00:00Z`, ...rest });

  it('are told of the platform’s own records, with what lacks', async () => {
    const code = await registerBatch(test.admin, farm);
    expect(await linksOf(code)).to.deep.equal({ complete: false, from: [], to: [], lacks: [{ kind: 'source' }] });
    await record('harvest', 1, { batchCode: code, siteId: farm.siteId });
    expect(await linksOf(code)).to.include({ complete: true });
    const shipment = { batchCode: code, siteId: farm.siteId, destinationSiteId: shop.siteId };
    const { id } = await record('ship', 2, shipment);
    const sent = await linksOf(code);
    expect(sent.lacks.map(({ kind, eventId }) => [kind, eventId])).to.deep.equal([['receipt', id]]);
    await record('receive', 3, { batchCode: code, siteId: shop.siteId });
    const received = await linksOf(code);
    expect(received.lacks).to.deep.equal([]);
    expect(received.to.map(({ kind, name }) => [kind, name])).to.deep.equal([['party', '合作社 611002105 · 冷库']]);
  });

  it('are told of what other systems report, and of transformations that several events tell of', async () => {
    const [source, made] = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
    const quantities = (code: string) => [{ epcClass: `urn:agritrace:batch:${code}`, quantity: 8, uom: 'KGM' }];
    const transformation = {
      type: 'TransformationEvent',
      action: undefined,
      epcList: undefined,
      transformationID: 'urn:x:transformation:1',
    };
    const job = await new EpcisClient(test.url, test.admin).capture(
      documentOf([
        anEvent({ ...transformation, bizStep: 'commissioning', inputQuantityList: quantities(source) }),
        anEvent({ ...transformation, bizStep: 'commissioning', outputQuantityList: quantities(made) }),
        anEvent({
          epcList: undefined,
          quantityList: quantities(made),
          bizStep: 'shipping',
          destinationList: [{ type: 'owning_party', destination: 'urn:epc:id:pgln:4012345.00000' }],
        }),
      ]),
    );
    expect(job.success, JSON.stringify(job.errors)).to.equal(true);
    expect((await linksOf(source)).to.map(({ name }) => name)).to.deep.equal([made]);
    const { from, to, lacks } = await linksOf(made);
    expect(from.map(({ kind, name }) => [kind, name])).to.deep.equal([['lot', source]]);
    expect(to.map(({ kind }) => kind)).to.deep.equal(['party']);
    expect(lacks.map(({ kind }) => kind)).to.deep.equal(['receipt']);
  });
});

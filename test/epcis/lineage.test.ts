import { expect } from 'chai';
import type { EventRecord, LineageRecord } from '../../server/traceability/model.ts';
import { lineageRows } from '../../server/traceability/rules/lineage-rows.ts';
import type { Api } from '../support/api.ts';
import { anEvent, documentOf, EpcisClient, type GivenEvent } from '../support/epcis.ts';
import { type Farm, registerBatch, registerFarm, transform } from '../support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

interface Trace {
  nodes: { code: string; distance: number; own: boolean; events: { eventId: string }[] }[];
  edges: { from: string; to: string }[];
  truncated: boolean;
}

describe('the events of other systems', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let client: EpcisClient;
  let farm: Farm;

  before(async () => {
    test = await startTestPlatform();
    client = new EpcisClient(test.url, test.admin);
    farm = await registerFarm(test.admin);
  });
  after(() => test.stop());

  const traceOf = async (code: string, direction: string, api: Api = test.admin) =>
    (await api.get<Trace>(`/api/v1/batches/${code}/trace?direction=${direction}`)).body;
  const codesOf = ({ nodes }: Trace) => nodes.map(({ code }) => code);
  const urlOf = (code: string) => `http://localhost:${new URL(test.url).port}/q/${code}`;
  const transformation = (fields: Record<string, unknown>) =>
    anEvent({
      type: 'TransformationEvent',
      action: undefined,
      epcList: undefined,
      bizStep: 'commissioning',
      ...fields,
    });
  const quantities = (...names: string[]) => names.map((epcClass) => ({ epcClass, quantity: 10, uom: 'KGM' }));

  it('are part of the trace of the platform’s own batches, through lots that it does not know', async () => {
    const [source, product] = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
    const between = 'https://id.gs1.org/01/09521321123458/10/MILL-7';
    const job = await client.capture(
      documentOf([
        transformation({
          eventTime: '2026-05-01T08:00:00+08:00',
          inputQuantityList: quantities(urlOf(source)),
          outputQuantityList: quantities('urn:epc:class:lgtin:9521321.012345.MILL-7'),
        }),
        transformation({
          eventTime: '2026-05-02T08:00:00+08:00',
          inputQuantityList: quantities(between),
          outputQuantityList: quantities(`urn:agritrace:batch:${product}`),
        }),
      ]),
    );
    expect(job.success, JSON.stringify(job.errors)).to.equal(true);
    const down = await traceOf(source, 'down');
    expect(codesOf(down)).to.deep.equal([source, between, product]);
    expect(down.nodes.map(({ own }) => own)).to.deep.equal([true, false, true]);
    expect(codesOf(await traceOf(product, 'up'))).to.have.members([product, between, source]);
    const held = await test.admin.post(`/api/v1/batches/${source}/hold`, { reason: '例行' });
    expect(held.status).to.equal(200);
    const { body } = await test.admin.get(`/api/v1/batches/${product}`);
    expect(body.status, 'a hold goes through it').to.equal('held');
  });

  it('join a transformation that is told in two events', async () => {
    const [source, product] = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
    const transformationID = 'urn:epc:id:gdti:0614141.12345.401';
    for (const side of [
      { inputQuantityList: quantities(urlOf(source)) },
      { outputQuantityList: quantities(urlOf(product)) },
    ])
      expect((await client.capture(documentOf([transformation({ ...side, transformationID })]))).success).to.equal(
        true,
      );
    expect(codesOf(await traceOf(source, 'down'))).to.deep.equal([source, product]);
  });

  it('lead nowhere once they are declared wrong, whichever comes first; what took their place does', async () => {
    const [source, wrong, right] = await Promise.all([1, 2, 3].map(() => registerBatch(test.admin, farm)));
    const corrected = transformation({
      inputQuantityList: quantities(urlOf(String(source))),
      outputQuantityList: quantities(urlOf(String(right))),
    });
    const mistaken = transformation({
      inputQuantityList: quantities(urlOf(String(source))),
      outputQuantityList: quantities(urlOf(String(wrong))),
    });
    const declaration = {
      ...mistaken,
      errorDeclaration: {
        declarationTime: '2026-05-03T08:00:00Z',
        reason: 'incorrect_data',
        correctiveEventIDs: [corrected.eventID],
      },
    };
    await client.capture(documentOf([mistaken]));
    expect(codesOf(await traceOf(String(source), 'down'))).to.deep.equal([source, wrong]);
    expect((await client.capture(documentOf([corrected, declaration]))).success).to.equal(true);
    expect(codesOf(await traceOf(String(source), 'down'))).to.deep.equal([source, right]);
    const late = transformation({
      inputQuantityList: quantities(urlOf(String(source))),
      outputQuantityList: quantities(urlOf(String(wrong))),
    });
    await client.capture(documentOf([{ ...late, errorDeclaration: { declarationTime: '2026-05-03T08:00:00Z' } }]));
    await client.capture(documentOf([late]));
    expect(codesOf(await traceOf(String(source), 'down')), 'declared before it came').to.deep.equal([source, right]);
  });

  it('under one hash id are declared wrong one by one, by their content', async () => {
    const [source, one, other] = await Promise.all([1, 2, 3].map(() => registerBatch(test.admin, farm)));
    const eventID = `ni:///sha-256;${'2'.repeat(64)}?ver=CBV2.0`;
    const making = (code: string | undefined) => ({
      ...transformation({
        inputQuantityList: quantities(urlOf(String(source))),
        outputQuantityList: quantities(urlOf(String(code))),
      }),
      eventID,
    });
    const [first, second] = [making(one), making(other)];
    const wrong = (event: object) => ({ ...event, errorDeclaration: { declarationTime: '2026-05-03T08:00:00Z' } });
    const takes = async (event: object) =>
      expect(await client.capture(documentOf([event as GivenEvent]))).to.include({ success: true });
    const below = async () => codesOf(await traceOf(String(source), 'down'));
    await takes(first);
    await takes(wrong(second));
    expect(await below(), 'a declaration of what has not come yet').to.deep.equal([source, one]);
    await takes(second);
    expect(await below(), 'declared before it came').to.deep.equal([source, one]);
    await takes(wrong(first));
    expect(await below()).to.deep.equal([source]);
  });

  it('are taken back by nobody but who may record them', async () => {
    const own = await test.signInAs('own-farmer', ['producer'], '611002104', farm.producerId);
    const other = await registerFarm(test.admin, '611002105');
    const stranger = await test.signInAs('stranger', ['producer'], '611002105', other.producerId);
    const event = anEvent();
    expect((await new EpcisClient(test.url, own).capture(documentOf([event]))).success).to.equal(true);
    const declared = { ...event, errorDeclaration: { declarationTime: '2026-05-03T08:00:00Z' } };
    const refused = await new EpcisClient(test.url, stranger).capture(documentOf([declared]));
    expect(refused.errors[0]?.errors[0]?.message).to.equal('is not yours to declare wrong');
  });

  it('recorded here are asked for like all others', async () => {
    const [source, product] = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
    const recorded = await transform(test.admin, [source], [product]);
    expect(recorded.status).to.equal(201);
    const [found] = await client.events(`MATCH_inputEPCClass=${encodeURIComponent(urlOf(source))}`);
    expect(found).to.include({ type: 'TransformationEvent', eventID: recorded.body.eventId, bizStep: 'commissioning' });
    expect(found?.outputQuantityList).to.deep.equal([{ epcClass: urlOf(product) }]);
    const harvest = { step: 'harvest', at: '2026-05-01T08:00:00Z', batchCode: source, siteId: farm.siteId };
    await test.admin.create('/api/v1/events', harvest);
    const [atSite] = await client.events(`WD_bizLocation=urn:agritrace:producer:${farm.producerId}`);
    expect(atSite).to.include({ bizStep: 'collecting' });
  });

  it('T4 give the same lineage when it is made anew from them', async () => {
    const { connection } = test.platform.context;
    const events = await connection.collection<EventRecord>('trace_events').find().toArray();
    const stored = await connection
      .collection<LineageRecord>('lineage')
      .find({ role: { $ne: 'void' } })
      .toArray();
    const told = ({ _id, event, batchCode, at }: LineageRecord) => `${_id} ${event} ${batchCode} ${at.toISOString()}`;
    expect(stored).to.have.length.above(1);
    expect(events.flatMap(lineageRows).map(told).sort()).to.deep.equal(stored.map(told).sort());
  });
});

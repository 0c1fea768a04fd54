import { expect } from 'chai';
import readXlsxFile from 'read-excel-file/node';
import { anEvent, documentOf, EpcisClient, type GivenDocument } from '../support/epcis.ts';
import { type Farm, registerBatch, registerFarm } from '../support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';

interface Stay {
  code: string;
  from?: string;
  until?: string;
}

interface Trace {
  code: string;
  nodes: {
    code: string;
    distance: number;
    containers: Stay[];
    contents: Stay[];
    events: { eventId: string; container?: string }[];
  }[];
  edges: { from: string; to: string }[];
}

const box = 'https://id.gs1.org/00/095213210000000018';
const pallet = 'https://id.gs1.org/00/095213210000000025';
const palletUrn = 'urn:epc:id:sscc:9521321.0000000002';
const at = (hour: number) => `2026-05-01T0${hour}:00:00.000Z`;

describe('goods that move in containers', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let client: EpcisClient;
  let farm: Farm;
  let lot: string;
  let other: string;
  let sauce: string;
  const ids: Record<string, string> = {};

  const contents = (code: string, quantity: number) => [
    { epcClass: `urn:agritrace:batch:${code}`, quantity, uom: 'KGM' },
  ];
  const packing = (hour: number, parentID: string, fields: object, action: 'ADD' | 'DELETE' = 'ADD') =>
    anEvent({
      type: 'AggregationEvent',
      action,
      bizStep: action === 'ADD' ? 'packing' : 'unpacking',
      epcList: undefined,
      parentID,
      eventTime: at(hour),
      ...fields,
    });
  const moved = (hour: number, bizStep: string) => anEvent({ epcList: [palletUrn], bizStep, eventTime: at(hour) });

  before(async () => {
    test = await startTestPlatform();
    client = new EpcisClient(test.url, test.admin);
    farm = await registerFarm(test.admin);
    [lot, other, sauce] = [
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
    ];
    const events = {
      before: moved(1, 'shipping'),
      packed: packing(2, box, { childQuantityList: contents(lot, 30) }),
      loaded: packing(3, palletUrn, { childEPCs: [box] }),
      beside: packing(3, pallet, { childQuantityList: contents(other, 5) }),
      shipped: moved(4, 'shipping'),
      received: moved(5, 'receiving'),
      cooked: anEvent({
        type: 'TransformationEvent',
        action: undefined,
        epcList: undefined,
        bizStep: 'commissioning',
        inputEPCList: [pallet],
        outputQuantityList: contents(sauce, 20),
        eventTime: at(6),
      }),
      emptied: packing(7, pallet, {}, 'DELETE'),
      after: moved(8, 'shipping'),
    };
    for (const [name, event] of Object.entries(events)) ids[name] = String(event.eventID);
    const job = await client.capture(documentOf(Object.values(events)));
    expect(job.success, JSON.stringify(job.errors)).to.equal(true);
  });
  after(() => test.stop());

  const traceOf = (code: string, query = '') =>
    test.admin.get<Trace>(`/api/v1/batches/${encodeURIComponent(code)}/trace${query}`);
  const nodeOf = ({ nodes }: Trace, code: string) => nodes.find((node) => node.code === code);
  const namesOf = (events: { eventId?: unknown; eventID?: unknown }[]) =>
    events.map(({ eventId, eventID }) => Object.keys(ids).find((name) => ids[name] === (eventId ?? eventID)));

  it('are seen moving with them, from packing to unpacking', async () => {
    const { body } = await traceOf(lot);
    const node = nodeOf(body, lot);
    expect(namesOf(node?.events ?? [])).to.deep.equal(['packed', 'loaded', 'shipped', 'received', 'cooked', 'emptied']);
    expect(node?.events.map(({ container }) => container)).to.deep.equal([
      undefined,
      box,
      pallet,
      pallet,
      pallet,
      pallet,
    ]);
    expect(node?.containers).to.deep.equal([
      { code: box, from: at(2) },
      { code: pallet, from: at(3), until: at(7) },
    ]);
  });

  it('go into what is made of the container, and are found from it', async () => {
    expect(nodeOf((await traceOf(lot, '?direction=down')).body, sauce)?.distance).to.equal(1);
    const { body: up } = await traceOf(sauce, '?direction=up');
    expect(up.nodes.map(({ code }) => code)).to.have.members([sauce, pallet, box, lot, other]);
    expect(up.edges).to.deep.include.members([up.edges.find(({ from, to }) => from === lot && to === sauce)]);
  });

  it('are what the trace of a container shows, at any time', async () => {
    for (const name of [pallet, palletUrn]) {
      const { status, body } = await traceOf(name);
      expect(status, JSON.stringify(body)).to.equal(200);
      expect(body.code).to.equal(pallet);
      expect(namesOf(nodeOf(body, pallet)?.events ?? [])).to.have.length(8);
      expect(nodeOf(body, pallet)?.contents).to.have.deep.members([
        { code: box, from: at(3), until: at(7) },
        { code: lot, from: at(3), until: at(7) },
        { code: other, from: at(3), until: at(7) },
      ]);
      expect(nodeOf(body, sauce)?.distance).to.equal(1);
    }
    const { body: early } = await traceOf(pallet, `?at=${at(2)}`);
    expect(nodeOf(early, pallet)?.contents).to.deep.equal([]);
    expect(early.nodes.map(({ code }) => code)).to.have.members([pallet, sauce]);
    expect(nodeOf((await traceOf(pallet, `?at=${at(4)}`)).body, pallet)?.contents).to.have.length(3);
  });

  it('are shown to whoever may read an event of the container, and to nobody else', async () => {
    const stranger = await test.signInAs('far-officer', ['supervisor'], '611021');
    const { status } = await stranger.get(`/api/v1/batches/${encodeURIComponent(pallet)}/trace`);
    expect(status).to.equal(404);
    expect((await traceOf('https://id.gs1.org/00/095213210000000032')).status).to.equal(404);
    expect((await traceOf('https://not an identifier')).status).to.equal(400);
  });

  it('are in the papers that go with the trace: by lot for FSMA 204, as events for others', async () => {
    const file = await fetch(`${test.url}/api/v1/batches/${lot}/fsma.xlsx?direction=down`, {
      headers: { authorization: `Bearer ${test.admin.token}` },
    });
    const sheets = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
    const shipping = sheets.find(({ sheet }) => sheet === 'Shipping')?.data ?? [];
    expect(shipping.slice(1).map((row) => row.slice(0, 4).filter((_, index) => index !== 1))).to.deep.equal([
      [lot, 30, 'kg'],
    ]);
    const { body } = await test.admin.get<GivenDocument>(`/api/v1/batches/${lot}/epcis?direction=down`);
    expect(namesOf(body.epcisBody.eventList ?? [])).to.include.members(['packed', 'loaded', 'shipped', 'received']);
    expect(namesOf(body.epcisBody.eventList ?? [])).to.not.include.members(['before', 'after', 'beside']);
  });

  it('are followed on the consumer’s page', async () => {
    const response = await fetch(`${test.url}/q/${lot}`, { headers: { accept: 'application/json' } });
    const { journey } = (await response.json()) as { journey: { step: string; at: string; ownBatch: boolean }[] };
    expect(journey.filter(({ step }) => step === 'ship' || step === 'receive')).to.deep.equal([
      { step: 'ship', at: at(4), batchCode: lot, ownBatch: true },
      { step: 'receive', at: at(5), batchCode: lot, ownBatch: true },
    ]);
  });
});

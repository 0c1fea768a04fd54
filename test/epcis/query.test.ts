import { expect } from 'chai';
import fc from 'fast-check';
import { anEvent, documentOf, EpcisClient, type GivenDocument, type GivenEvent } from '../support/epcis.ts';
import { registerBatch, registerFarm } from '../support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { meanings } from './query-model.ts';

const hours = (count: number) => new Date(Date.UTC(2026, 3, 1, count)).toISOString();
const epc = (number: number) => `urn:epc:id:sgtin:4012345.011111.${number}`;
const lot = (number: number) => `urn:epc:class:lgtin:4012345.012345.LOT${number}`;
const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const quantity = fc.record({
  epcClass: fc.constantFrom(lot(1), lot(2), lot(3)),
  quantity: fc.constantFrom(1, 2, 1500, 2000, 0.5),
  uom: fc.constantFrom('KGM', 'GRM'),
});
const quantitiesOf = maybe(fc.array(quantity, { minLength: 1, maxLength: 2 }));

const report = fc.record(
  {
    type: fc.constantFrom('Temperature', 'RelativeHumidity'),
    value: fc.constantFrom(2, 8, 50, 41),
    maxValue: fc.constantFrom(4, 60),
    uom: fc.constantFrom('CEL', 'FAH'),
    time: fc.integer({ min: 0, max: 20 }).map(hours),
    deviceID: fc.constantFrom('https://example.com/8004/401234567', 'urn:x:device:2'),
    stringValue: fc.constantFrom('a', 'b'),
    booleanValue: fc.boolean(),
    'ex:probe': fc.constantFrom('inner', 'outer'),
  },
  { requiredKeys: ['type', 'value', 'uom'] },
);

const common = {
  eventTime: fc.integer({ min: 0, max: 20 }).map(hours),
  bizStep: maybe(fc.constantFrom('shipping', 'receiving', 'packing')),
  disposition: maybe(fc.constantFrom('in_transit', 'active')),
  persistentDisposition: maybe(fc.record({ set: some(['completeness_verified', 'conformant']) })),
  readPoint: maybe(fc.record({ id: fc.constantFrom('urn:epc:id:sgln:4012345.00011.987', 'urn:x:place:1') })),
  bizLocation: maybe(fc.record({ id: fc.constantFrom('urn:x:place:1', 'urn:x:place:2') })),
  bizTransactionList: maybe(
    fc.tuple(
      fc.record({
        type: fc.constantFrom('po', 'inv'),
        bizTransaction: fc.constantFrom('urn:x:order:1', 'urn:x:order:2'),
      }),
    ),
  ),
  sourceList: maybe(
    fc.tuple(
      fc.record({
        type: fc.constantFrom('owning_party', 'location'),
        source: fc.constantFrom('urn:x:party:1', 'urn:x:party:2'),
      }),
    ),
  ),
  sensorElementList: maybe(fc.tuple(fc.record({ sensorReport: fc.array(report, { minLength: 1, maxLength: 2 }) }))),
  errorDeclaration: maybe(
    fc.record({
      declarationTime: fc.integer({ min: 0, max: 20 }).map(hours),
      reason: fc.constantFrom('incorrect_data', 'did_not_occur'),
      correctiveEventIDs: some(['urn:x:event:1', 'urn:x:event:2']),
    }),
  ),
  'ex:grade': maybe(fc.constantFrom('A', 'B')),
  'ex:weight': maybe(fc.constantFrom(1, 2.5, 10)),
  'ex:box': maybe(fc.record({ 'ex:code': fc.constantFrom('x', 'y') })),
};

const shapes = fc.oneof(
  fc.record({
    ...common,
    type: fc.constant('ObjectEvent'),
    action: fc.constantFrom('OBSERVE', 'DELETE'),
    epcList: some([1, 2, 3].map(epc)),
    quantityList: quantitiesOf,
  }),
  fc.record({
    ...common,
    type: fc.constant('ObjectEvent'),
    action: fc.constant('ADD'),
    epcList: some([1, 2, 3].map(epc)),
    ilmd: fc.record({ 'ex:variety': fc.constantFrom('red', 'green') }),
  }),
  fc.record({
    ...common,
    // GS1's schema of the aggregation leaves it out.
    persistentDisposition: fc.constant(undefined),
    type: fc.constant('AggregationEvent'),
    action: fc.constant('OBSERVE'),
    parentID: fc.constantFrom('urn:x:pallet:1', 'urn:x:pallet:2'),
    childEPCs: some([1, 2].map(epc)),
    childQuantityList: quantitiesOf,
  }),
  fc.record({
    ...common,
    type: fc.constant('TransformationEvent'),
    transformationID: fc.constantFrom('urn:x:run:1', 'urn:x:run:2'),
    inputEPCList: some([1, 2].map(epc)),
    inputQuantityList: quantitiesOf,
    outputEPCList: some([3, 4].map(epc)),
    outputQuantityList: quantitiesOf,
  }),
);

const values: Record<string, readonly string[]> = {
  eventType: ['ObjectEvent', 'AggregationEvent|TransformationEvent'],
  EQ_action: ['ADD', 'OBSERVE|DELETE'],
  EQ_bizStep: ['shipping', 'receiving|packing'],
  EQ_disposition: ['in_transit', 'active'],
  EQ_transformationID: ['urn:x:run:1', 'urn:x:run:1|urn:x:run:2'],
  EQ_readPoint: ['urn:epc:id:sgln:4012345.00011.987', 'urn:x:place:1'],
  EQ_bizLocation: ['urn:x:place:1', 'urn:x:place:2'],
  MATCH_parentID: ['urn:x:pallet:1', 'urn:x:pallet:2'],
  EQ_errorReason: ['incorrect_data'],
  EQ_correctiveEventID: ['urn:x:event:1'],
  EQ_type: ['Temperature', 'RelativeHumidity'],
  EQ_stringValue: ['a', 'a|b'],
  EQ_deviceID: ['urn:x:device:2'],
  EQ_bizTransaction_po: ['urn:x:order:1'],
  EQ_source_owning_party: ['urn:x:party:2'],
  EQ_persistentDisposition_set: ['conformant'],
  'EQ_ex:grade': ['A', 'A|B'],
  'EXISTS_ex:grade': [''],
  'EQ_ILMD_ex:variety': ['red'],
  'EQ_INNER_ex:code': ['x'],
  'EQ_SENSORREPORT_ex:probe': ['inner'],
};

function valuesFor(parameter: string): fc.Arbitrary<string> {
  const listed = values[parameter];
  if (listed) return fc.constantFrom(...listed);
  if (/^(EXISTS|EQ_boolean)/.test(parameter)) return fc.constantFrom('true', 'false');
  if (/Time$|_time$/.test(parameter)) return fc.integer({ min: 0, max: 20 }).map(hours);
  if (/EPCClass$|epcClass$/.test(parameter)) return fc.constantFrom(lot(1), `${lot(2)}|${lot(3)}`);
  if (/^MATCH/.test(parameter)) return fc.constantFrom(epc(1), `${epc(2)}|${epc(4)}`);
  return fc.constantFrom('1', '2', '8', '1500');
}

const parameters = Object.keys(meanings).filter((parameter) => parameter !== 'EQ_eventID');
const question = fc
  .subarray(parameters, { minLength: 1, maxLength: 2 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, valuesFor(name)]))));

describe('EPCIS queries', function () {
  this.timeout(180_000);
  let test: TestPlatform;
  let client: EpcisClient;
  const extensions = { 'GS1-Extensions': 'ex=https://example.com/terms/' };

  before(async () => {
    test = await startTestPlatform();
    client = new EpcisClient(test.url, test.admin);
  });
  after(() => test.stop());

  const ids = (events: GivenEvent[]) => events.map(({ eventID }) => eventID).sort();

  it('E8 agree with a plain reading of every parameter, alone and together, for random events', async () => {
    const given = fc
      .sample(shapes, { numRuns: 60, seed: 20_260_501 })
      .map((fields) =>
        JSON.parse(
          JSON.stringify({ ...anEvent({ epcList: undefined, action: undefined, bizStep: undefined }), ...fields }),
        ),
      ) as GivenEvent[];
    const job = await client.capture(documentOf(given, { ex: 'https://example.com/terms/' }));
    expect(job.success, JSON.stringify(job.errors)).to.equal(true);
    const agrees = async (asked: Record<string, string>) => {
      const expected = given.filter((event) =>
        Object.entries(asked).every(([name, value]) => meanings[name]?.(event, value)),
      );
      const query = `${new URLSearchParams(asked)}&perPage=500`;
      expect(ids(await client.events(query, extensions)), JSON.stringify(asked)).to.deep.equal(ids(expected));
      return expected.length;
    };
    const found: Record<string, number> = {};
    for (const name of parameters)
      for (const value of fc.sample(valuesFor(name), { numRuns: 1, seed: 7 }))
        found[name] = (found[name] ?? 0) + (await agrees({ [name]: value }));
    expect(Object.values(found).filter((count) => count > 0).length, JSON.stringify(found)).to.be.greaterThan(35);
    for (const asked of fc.sample(question, { numRuns: 25, seed: 11 })) await agrees(asked);
  });

  it('E8 refuse a name that means nothing', async () => {
    for (const query of [
      'EQ_nothing=1',
      'EQ_other:field=1',
      'EQ_action=MOVE',
      'GE_eventTime=yesterday',
      'GT_quantity=x',
    ]) {
      const { status, body } = await client.send('GET', `/events?${query}`);
      expect(status, query).to.equal(400);
      expect(body.type).to.equal('epcisException:QueryParameterException');
    }
  });

  it('E9 find one thing by its URN, its Digital Link and a pattern', async () => {
    const event = anEvent({ epcList: ['urn:epc:id:sgtin:9521321.012345.777'] });
    await client.capture(documentOf([event]));
    for (const name of [
      'urn:epc:id:sgtin:9521321.012345.777',
      'https://id.gs1.org/01/09521321123458/21/777',
      'https://shop.example/x/01/09521321123458/10/L/21/777?17=270101',
      'urn:epc:idpat:sgtin:9521321.012345.*',
      'urn:epc:idpat:sgtin:9521321.*.*',
    ])
      expect(ids(await client.events(`MATCH_epc=${encodeURIComponent(name)}`)), name).to.deep.equal([event.eventID]);
    expect(await client.events('MATCH_epc=urn:epc:idpat:sgtin:9521321.012346.*')).to.deep.equal([]);
  });

  it('E10 convert units', async () => {
    const cold = anEvent({
      epcList: ['urn:x:e10:1'],
      quantityList: [{ epcClass: 'urn:x:class:1', quantity: 1500, uom: 'GRM' }],
      sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 50, uom: 'FAH' }] }],
    });
    await client.capture(documentOf([cold]));
    const own = 'MATCH_epc=urn:x:e10:1';
    expect(await client.events(`${own}&GE_value_CEL=8`)).to.have.length(1);
    expect(await client.events(`${own}&GE_quantity_KGM=1`)).to.have.length(1);
    expect(await client.events(`${own}&GE_value_CEL=11`)).to.have.length(0);
    expect(await client.events(`${own}&EQ_quantity_KGM=1.5`)).to.have.length(1);
  });

  it('E11 resolve the prefix of an extension', async () => {
    const event = anEvent({ epcList: ['urn:x:e11:1'], 'mine:field': 'v' });
    await client.capture(documentOf([event], { mine: 'https://example.org/ns/' }));
    const byHeader = await client.events('EQ_theirs:field=v', { 'GS1-Extensions': 'theirs=https://example.org/ns/' });
    const byName = await client.events(`EQ_${encodeURIComponent('https://example.org/ns#field')}=v`);
    for (const found of [byHeader, byName]) expect(ids(found)).to.deep.equal([event.eventID]);
    expect(await client.events('EQ_mine:field=v', { 'GS1-Extensions': 'mine=https://other.example/' })).to.deep.equal(
      [],
    );
  });

  it('E11 find one measurement by every name of its vocabulary', async () => {
    const named = ['Temperature', 'gs1:Temperature', 'https://ref.gs1.org/voc/Temperature'];
    const sent = named.map((type, index) =>
      anEvent({
        epcList: [`urn:x:voc:${index}`],
        sensorElementList: [{ sensorReport: [{ type, value: 4, uom: 'CEL' }] }],
      }),
    );
    await client.capture(documentOf(sent));
    const others = ['https://gs1.org/voc/Temperature', 'https://www.gs1.org/voc/Temperature'];
    for (const name of [...named, ...others]) {
      const asked = `MATCH_epc=urn:x:voc:0|urn:x:voc:1|urn:x:voc:2&EQ_type=${encodeURIComponent(name)}`;
      expect(ids(await client.events(asked)), name).to.have.members(sent.map(({ eventID }) => eventID));
    }
  });

  it('E11 read values and identifiers with a prefix of the document as what they mean', async () => {
    const context = { ex: 'https://ns.example.com/terms/' };
    const event = anEvent({
      ...{ epcList: ['ex:thing1'], bizStep: 'ex:weighing', disposition: 'ex:dusty', readPoint: { id: 'ex:gate' } },
      bizTransactionList: [{ type: 'ex:order', bizTransaction: 'ex:o1' }],
    });
    expect((await client.capture(documentOf([event], context))).success).to.equal(true);
    const ns = 'https://ns.example.com/terms/';
    const full = [
      `EQ_bizStep=${ns}weighing`,
      `EQ_disposition=${ns}dusty`,
      `EQ_readPoint=${ns}gate`,
      `MATCH_epc=${ns}thing1`,
      `EQ_bizTransaction_${encodeURIComponent(`${ns}order`)}=${ns}o1`,
    ];
    for (const asked of full) expect(ids(await client.events(asked)), asked).to.deep.equal([event.eventID]);
    const headers = { 'GS1-Extensions': `other=${ns}` };
    for (const asked of ['EQ_bizStep=other:weighing', 'EQ_bizTransaction_other:order=other:o1'])
      expect(ids(await client.events(asked, headers)), asked).to.deep.equal([event.eventID]);
    const elsewhere = { 'GS1-Extensions': 'ex=https://other.example/' };
    expect(await client.events('EQ_bizStep=ex:weighing', elsewhere)).to.deep.equal([]);
    const [given] = await client.events(`EQ_bizStep=${ns}weighing`);
    expect(given).to.include({ bizStep: 'ex:weighing', disposition: 'ex:dusty' });
  });

  it('E11 find events by master data, whichever prefix names the attribute', async () => {
    const place = 'urn:epc:id:sgln:4012345.00077.1';
    const event = anEvent({ epcList: ['urn:x:md:1'], readPoint: { id: place } });
    const told = documentOf([event], { mine: 'https://ns.example.com/mda/' });
    const attributes = [
      { id: 'mine:slope', attribute: 'south' },
      { id: 'urn:epcglobal:cbv:mda:city', attribute: '商洛' },
    ];
    const vocabularyList = [
      { type: 'urn:epcglobal:epcis:vtype:ReadPoint', vocabularyElementList: [{ id: place, attributes }] },
    ];
    const job = await client.capture({ ...told, epcisHeader: { epcisMasterData: { vocabularyList } } });
    expect(job.errors).to.deep.equal([]);
    const headers = { 'GS1-Extensions': 'theirs=https://ns.example.com/mda/' };
    const slope = encodeURIComponent('https://ns.example.com/mda/slope');
    for (const asked of [
      `EQATTR_readPoint_${slope}=south`,
      'EQATTR_readPoint_theirs:slope=south|north',
      `HASATTR_readPoint=${slope}`,
      'HASATTR_readPoint=theirs:slope',
      'HASATTR_readPoint=theirs:aspect|cbvmda:city',
      'EQATTR_readPoint_cbvmda:city=%E5%95%86%E6%B4%9B',
      'EQATTR_readPoint_urn:epcglobal:cbv:mda:city=%E5%95%86%E6%B4%9B',
    ])
      expect(ids(await client.events(`MATCH_epc=urn:x:md:1&${asked}`, headers)), asked).to.deep.equal([event.eventID]);
    for (const asked of ['HASATTR_readPoint=theirs:aspect', 'EQATTR_readPoint_theirs:slope=north'])
      expect(await client.events(`MATCH_epc=urn:x:md:1&${asked}`, headers), asked).to.deep.equal([]);
  });

  it('E12 refuse contradictory limits, too large an answer and too long an address', async () => {
    for (const [query, status, type] of [
      ['eventCountLimit=5', 400, 'QueryParameterException'],
      ['eventCountLimit=5&maxEventCount=5&orderBy=eventTime', 400, 'QueryParameterException'],
      ['maxEventCount=1', 413, 'QueryTooLargeException'],
      [`EQ_eventID=${'a'.repeat(10_000)}`, 414, 'URITooLongException'],
      ['orderDirection=UP', 400, 'QueryParameterException'],
      ['nextPageToken=forged', 400, 'QueryParameterException'],
    ] as const) {
      const answer = await client.send('GET', `/events?${query}`);
      expect(answer.status, query.slice(0, 60)).to.equal(status);
      expect(answer.body.type).to.equal(`epcisException:${type}`);
    }
    const two = await client.events('eventCountLimit=2&orderBy=eventTime');
    expect(two).to.have.length(2);
    const all = await client.events('orderBy=eventTime&orderDirection=ASC&perPage=500');
    const times = all.map(({ eventTime }) => Date.parse(eventTime));
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
  });

  it('E13 page without a gap or a repeat while events come in', async () => {
    const before = Array.from({ length: 30 }, () => anEvent({ bizStep: 'stocking' }));
    await client.capture(documentOf(before));
    const seen: GivenEvent[] = [];
    let path: string | undefined = '/events?EQ_bizStep=stocking&perPage=7';
    while (path !== undefined) {
      const page: { body: GivenDocument; headers: Headers } = await client.send('GET', path);
      seen.push(...(page.body.epcisBody.queryResults?.resultsBody.eventList ?? []));
      const next: string | undefined = /^<([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
      if (next) expect(page.headers.get('gs1-next-page-token-expires')).to.be.a('string');
      path = next?.replace('/epcis/v2', '');
      await client.capture(documentOf([anEvent({ bizStep: 'stocking' })]));
    }
    expect(ids(seen.filter((event) => before.some(({ eventID }) => eventID === event.eventID)))).to.deep.equal(
      ids(before),
    );
    expect(new Set(ids(seen)).size).to.equal(seen.length);
  });

  it('E14 translate URNs by default, and give events as they were sent when asked', async () => {
    const event = anEvent({ epcList: ['urn:epc:id:sscc:4012345.3111111111'], parentID: undefined });
    await client.capture(documentOf([event]));
    const path = `/events/${encodeURIComponent(String(event.eventID))}`;
    const epcsBy = async (headers: Record<string, string>) => (await client.events(path, headers))[0]?.epcList;
    for (const format of ['Never_Translates', 'Always_EPC_URN'])
      expect(await epcsBy({ 'GS1-EPC-Format': format }), format).to.deep.equal(event.epcList);
    const linked = ['https://id.gs1.org/00/340123451111111111'];
    expect(await epcsBy({ 'GS1-EPC-Format': 'Always_GS1_Digital_Link' })).to.deep.equal(linked);
    const { body } = await client.send<GivenDocument>('GET', path);
    expect(body.epcisBody.queryResults?.resultsBody.eventList[0]?.epcList, 'without a header').to.deep.equal(linked);
  });

  it('E15 list what there is, and what can be asked of it', async () => {
    const root = await client.send<{ member: string[] }>('GET', '');
    expect(root.body.member).to.have.length(9);
    expect(root.headers.get('gs1-epcis-version')).to.equal('2.0.0');
    for (const [collection, value] of [
      ['eventTypes', 'ObjectEvent'],
      ['bizSteps', 'stocking'],
      ['dispositions', 'in_transit'],
      ['readPoints', 'urn:x:place:1'],
      ['bizLocations', 'urn:x:place:2'],
      ['epcs', 'https://id.gs1.org/00/340123451111111111'],
    ] as const) {
      const { body } = await client.send<{ member: string[] }>('GET', `/${collection}?perPage=100`);
      expect(body.member, collection).to.include(value);
      const below = `/${collection}/${encodeURIComponent(value)}`;
      expect((await client.send<{ member: string[] }>('GET', below)).body.member).to.include('events');
      expect(await client.events(`${below}/events`), below).to.have.length.above(0);
      expect((await client.send('GET', `/${collection}/none`)).status).to.equal(404);
      expect((await client.send('OPTIONS', `/${collection}`)).headers.get('allow')).to.include('GET');
    }
    const doubled = await client.send('GET', '/bizSteps/stocking/events?EQ_bizStep=packing');
    expect(doubled.status).to.equal(400);
  });

  it('E20 show nobody the events of another division, nor their values', async () => {
    const farm = await registerFarm(test.admin, '611002104');
    const batch = await registerBatch(test.admin, farm);
    const sender = await test.signInAs('sender', ['producer'], '611002104', farm.producerId);
    const neighbour = new EpcisClient(test.url, await test.signInAs('neighbour', ['supervisor'], '611021'));
    const own = new EpcisClient(test.url, sender);
    const event = anEvent({
      bizStep: 'inspecting',
      epcList: undefined,
      quantityList: [{ epcClass: `urn:agritrace:batch:${batch}`, quantity: 20, uom: 'KGM' }],
    });
    expect((await own.capture(documentOf([event]))).success).to.equal(true);
    expect(ids(await own.events('EQ_bizStep=inspecting'))).to.deep.equal([event.eventID]);
    expect(await neighbour.events('EQ_bizStep=inspecting')).to.deep.equal([]);
    expect((await neighbour.send<{ member: string[] }>('GET', '/bizSteps')).body.member).to.deep.equal([]);
    expect((await neighbour.send('GET', `/events/${encodeURIComponent(String(event.eventID))}`)).status).to.equal(404);
    const repeated = await neighbour.capture(documentOf([{ ...event, epcList: ['urn:x:1'], quantityList: undefined }]));
    expect(repeated.errors[0]?.detail).to.not.match(/by capture/);
    const naming = await neighbour.capture(documentOf([{ ...event, eventID: 'urn:x:neighbours-own' }]));
    expect(naming.errors[0]?.errors[0]?.message, 'a batch of somebody else').to.match(/there is no batch/);
  });
});

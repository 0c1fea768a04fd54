import { expect } from 'chai';
import readXlsxFile from 'read-excel-file/node';
import { anEvent, documentOf, EpcisClient, type GivenDocument } from './support/epcis.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

interface List {
  type: string;
  vocabularyElementList: { attributes: { attribute: string }[] }[];
}

describe('a trace for others', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let codes: { field: string; packed: string };

  before(async () => {
    test = await startTestPlatform();
    const farm = await registerFarm(test.admin);
    const field = await registerBatch(test.admin, farm);
    const { producerId, productId } = farm;
    const quantity = { value: 100, unit: 'kg' };
    const made = await test.admin.create('/api/v1/batches', {
      producerId,
      productId,
      quantity,
      bestBefore: '2026-06-01',
    });
    const packed = String(made.code);
    codes = { field, packed };
    const at = '2026-05-01T08:00:00Z';
    const { siteId } = farm;
    await test.admin.create('/api/v1/events', {
      step: 'harvest',
      at,
      batchCode: field,
      siteId,
      quantity: { value: 100, unit: 'kg' },
    });
    await test.admin.create('/api/v1/events', { step: 'cool', at, batchCode: field, siteId });
    const inputs = [{ batchCode: field, quantity: { value: 90_000, unit: 'g' } }];
    await test.admin.create('/api/v1/events', {
      step: 'transform',
      at,
      inputs,
      outputs: [{ batchCode: packed }],
      siteId,
    });
    await new EpcisClient(test.url, test.admin).capture(
      documentOf([
        anEvent({
          epcList: undefined,
          quantityList: [{ epcClass: `urn:agritrace:batch:${packed}`, quantity: 80, uom: 'KGM' }],
          bizTransactionList: [{ type: 'po', bizTransaction: 'urn:x:order:1' }],
        }),
      ]),
    );
  });
  after(() => test.stop());

  it('is an EPCIS document that another system captures whole', async () => {
    const { body } = await test.admin.get<GivenDocument>(`/api/v1/batches/${codes.field}/epcis`);
    expect(body.type).to.equal('EPCISDocument');
    expect(body.epcisBody.eventList?.map(({ bizStep }) => bizStep)).to.have.members([
      'collecting',
      'urn:agritrace:bizstep:cooling',
      'commissioning',
      'commissioning',
      'shipping',
    ]);
    const other = await startTestPlatform();
    try {
      const client = new EpcisClient(other.url, other.admin);
      const text = JSON.stringify(body)
        .replaceAll(/urn:agritrace:(site|batch):/g, 'urn:elsewhere:$1:')
        .replaceAll(/http:[^"]*\/q\//g, 'urn:elsewhere:batch:');
      for (const time of ['once', 'again']) {
        const job = await client.capture(JSON.parse(text));
        expect(job.success, `${time}: ${JSON.stringify(job.errors)}`).to.equal(true);
      }
      expect(await client.events(`MATCH_anyEPCClass=urn:elsewhere:batch:${codes.packed}`)).to.have.length(2);
    } finally {
      await other.stop();
    }
  });

  it('is nothing new to the system that it comes from', async () => {
    const { body } = await test.admin.get<GivenDocument>(`/api/v1/batches/${codes.field}/epcis`);
    const client = new EpcisClient(test.url, test.admin);
    const before = await client.events(`MATCH_anyEPCClass=urn:agritrace:batch:${codes.packed}`);
    const { epcisBody, ...envelope } = body;
    const recorded = (epcisBody.eventList ?? []).filter(({ eventID = '' }) => eventID.startsWith('urn:agritrace:'));
    expect(recorded).to.have.length(3);
    const job = await client.capture({ ...envelope, epcisBody: { eventList: recorded } });
    expect(job, JSON.stringify(job.errors)).to.include({ success: true });
    expect(await client.events(`MATCH_anyEPCClass=urn:agritrace:batch:${codes.packed}`)).to.have.length(before.length);
  });

  it('tells of each lot what it was when it came into being, and what the identifiers stand for', async () => {
    const { body } = await test.admin.get<
      GivenDocument & { epcisHeader: { epcisMasterData: { vocabularyList: List[] } } }
    >(`/api/v1/batches/${codes.field}/epcis`);
    const told = body.epcisBody.eventList?.filter(({ bizStep }) => bizStep === 'commissioning') ?? [];
    expect(told.map(({ type, action, ilmd }) => ({ type, action, ilmd }))).to.deep.equal([
      {
        type: 'ObjectEvent',
        action: 'ADD',
        ilmd: {
          'cbvmda:lotNumber': codes.field,
          'cbvmda:harvestStartDate': '2026-05-01',
          'cbvmda:harvestEndDate': '2026-05-01',
        },
      },
      {
        type: 'TransformationEvent',
        action: undefined,
        ilmd: { 'cbvmda:lotNumber': codes.packed, 'cbvmda:bestBeforeDate': '2026-06-01' },
      },
    ]);
    const { vocabularyList } = body.epcisHeader.epcisMasterData;
    const named = (kind: string) =>
      vocabularyList
        .find(({ type }) => type.endsWith(kind))
        ?.vocabularyElementList.map(({ attributes }) => attributes[0]?.attribute);
    expect(named('EPCClass')).to.have.length(2);
    expect(named('Location')).to.deep.equal(['冷库']);
    expect(named('Party')).to.deep.equal(['合作社 611002104']);
  });

  it('F1 is a workbook with a sheet for each critical tracking event', async () => {
    const response = await fetch(`${test.url}/api/v1/batches/${codes.field}/fsma.xlsx`, {
      headers: { authorization: `Bearer ${test.admin.token}` },
    });
    expect(response.status).to.equal(200);
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(rowsOf('Harvesting')).to.have.length(2);
    expect(rowsOf('Cooling before packing')[1]).to.include(codes.field);
    expect(rowsOf('Transformation')).to.have.length(3);
    expect(rowsOf('Shipping')[1]).to.include(codes.packed).and.to.include(80).and.to.include('missing');
  });

  it('F1 takes repacking for no initial packing, also where the trace begins below the first', async () => {
    const farm = await registerFarm(test.admin);
    const [raw, packed, repacked, fresh] = [
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
      await registerBatch(test.admin, farm),
    ];
    const lots = (code: string) => [{ epcClass: `urn:agritrace:batch:${code}`, quantity: 8, uom: 'KGM' }];
    const packing = (from: string, to: string, hour: number) =>
      anEvent({
        type: 'TransformationEvent',
        action: undefined,
        epcList: undefined,
        bizStep: 'packing',
        eventTime: `2026-05-01T0${hour}:00:00.000+08:00`,
        inputQuantityList: lots(from),
        outputQuantityList: lots(to),
      });
    const { errors } = await new EpcisClient(test.url, test.admin).capture(
      documentOf([packing(raw, packed, 1), packing(packed, repacked, 2), packing(repacked, fresh, 3)]),
    );
    expect(errors).to.deep.equal([]);
    const packings = async (code: string) => {
      const response = await fetch(`${test.url}/api/v1/batches/${code}/fsma.xlsx?direction=down`, {
        headers: { authorization: `Bearer ${test.admin.token}` },
      });
      const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
      return (sheets.find(({ sheet }) => sheet === 'Initial packing')?.data ?? []).slice(1).map(([code]) => code);
    };
    expect(await packings(raw)).to.have.length(1);
    expect(await packings(repacked)).to.deep.equal([]);
  });

  it('F1 tells the places of other systems as their events name them', async () => {
    const code = await registerBatch(test.admin, await registerFarm(test.admin));
    const shipping = anEvent({
      epcList: undefined,
      bizStep: 'shipping',
      quantityList: [{ epcClass: `urn:agritrace:batch:${code}`, quantity: 80, uom: 'KGM' }],
      readPoint: { id: 'urn:epc:id:sgln:9521321.00001.0' },
      destinationList: [{ type: 'owning_party', destination: 'urn:epc:id:pgln:9521321.00003' }],
    });
    const { errors } = await new EpcisClient(test.url, test.admin).capture(documentOf([shipping]));
    expect(errors).to.deep.equal([]);
    const response = await fetch(`${test.url}/api/v1/batches/${code}/fsma.xlsx`, {
      headers: { authorization: `Bearer ${test.admin.token}` },
    });
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const row = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data[1] ?? [];
    expect(row('Shipping'))
      .to.include('https://id.gs1.org/414/9521321000018')
      .and.to.include('https://id.gs1.org/417/9521321000032');
  });

  it('M1 tells whether more left a lot than it came to, in whatever unit', async () => {
    const { body } = await test.admin.get(`/api/v1/batches/${codes.field}/balance`);
    expect(body).to.deep.include({ verdict: 'balanced', quantity: { value: 100, unit: 'kg' } });
    expect((body.lines as { left: number }[]).map(({ left }) => left)).to.deep.equal([10]);
  });

  it('names the lots of others by the master data that came with them, and finds events by it', async () => {
    const lot = 'https://id.gs1.org/01/09521321123458/10/MILL-8';
    const master = {
      type: 'urn:epcglobal:epcis:vtype:EPCClass',
      vocabularyElementList: [
        {
          id: 'urn:epc:class:lgtin:9521321.012345.MILL-8',
          attributes: [{ id: 'cbvmda:descriptionShort', attribute: '他县菠菜' }],
        },
      ],
    };
    const client = new EpcisClient(test.url, test.admin);
    const event = anEvent({
      type: 'TransformationEvent',
      action: undefined,
      epcList: undefined,
      bizStep: 'commissioning',
      inputQuantityList: [{ epcClass: `urn:agritrace:batch:${codes.packed}` }],
      outputQuantityList: [{ epcClass: lot }],
    });
    const epcisHeader = { epcisMasterData: { vocabularyList: [master] } };
    const job = await client.capture({ ...documentOf([event]), epcisHeader });
    expect(job.success, JSON.stringify(job.errors)).to.equal(true);
    const { body } = await test.admin.get<{ nodes: { code: string; productName: string }[] }>(
      `/api/v1/batches/${codes.packed}/trace?direction=down`,
    );
    expect(body.nodes.find(({ code }) => code === lot)?.productName).to.equal('他县菠菜');
    const asked = `EQATTR_outputEPCClass_cbvmda:descriptionShort=${encodeURIComponent('他县菠菜')}`;
    expect((await client.events(asked)).map(({ eventID }) => eventID)).to.deep.equal([event.eventID]);
  });
});

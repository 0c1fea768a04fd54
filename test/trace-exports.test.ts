import { expect } from 'chai';
import readXlsxFile from 'read-excel-file/node';
import { anEvent, documentOf, EpcisClient, type GivenDocument } from './support/epcis.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('a trace for others', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let codes: { field: string; packed: string };

  before(async () => {
    test = await startTestPlatform();
    const farm = await registerFarm(test.admin);
    const [field, packed] = [await registerBatch(test.admin, farm), await registerBatch(test.admin, farm)];
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
      'commissioning',
      'shipping',
    ]);
    const other = await startTestPlatform();
    try {
      const client = new EpcisClient(other.url, other.admin);
      const text = JSON.stringify(body)
        .replaceAll(/urn:agritrace:(site|batch):/g, 'urn:elsewhere:$1:')
        .replaceAll(/http:[^"]*\/q\//g, 'urn:elsewhere:batch:');
      const job = await client.capture(JSON.parse(text));
      expect(job.success, JSON.stringify(job.errors)).to.equal(true);
      expect(await client.events(`MATCH_anyEPCClass=urn:elsewhere:batch:${codes.packed}`)).to.have.length(2);
    } finally {
      await other.stop();
    }
  });

  it('F1 is a workbook with a sheet for each critical tracking event', async () => {
    const response = await fetch(`${test.url}/api/v1/batches/${codes.field}/fsma.xlsx`, {
      headers: { authorization: `Bearer ${test.admin.token}` },
    });
    expect(response.status).to.equal(200);
    const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()));
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    expect(rowsOf('Harvesting')).to.have.length(2);
    expect(rowsOf('Transformation')).to.have.length(3);
    expect(rowsOf('Shipping')[1]).to.include(codes.packed).and.to.include(80).and.to.include('missing');
  });

  it('M1 tells whether more left a lot than it came to, in whatever unit', async () => {
    const { body } = await test.admin.get(`/api/v1/batches/${codes.field}/balance`);
    expect(body).to.deep.include({ verdict: 'balanced', quantity: { value: 100, unit: 'kg' } });
    expect((body.lines as { left: number }[]).map(({ left }) => left)).to.deep.equal([10]);
  });
});

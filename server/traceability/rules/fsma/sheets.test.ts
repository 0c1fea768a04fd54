import { expect } from 'chai';
import fc from 'fast-check';
import { cell, type FsmaEvent, fsmaSheets, type Sheet } from './sheets.ts';

const at = new Date('2026-05-01T00:00:00Z');
const lots = new Map([['A', { product: '核桃 walnut', source: '合作社' }]]);
const event = (fields: Partial<FsmaEvent>): FsmaEvent => ({
  step: 'ship',
  at,
  lots: [{ code: 'A', role: 'object', quantity: { value: 5, unit: 'kg' } }],
  eventId: 'e1',
  ...fields,
});

describe('the sortable spreadsheet of FSMA 204', () => {
  it('F1 has a sheet for each critical tracking event and a row for each lot of each event', () => {
    const transformed = event({
      step: 'transform',
      lots: [
        { code: 'A', role: 'input' },
        { code: 'B', role: 'output' },
      ],
    });
    const sheets = fsmaSheets(
      [event({}), event({ step: 'harvest' }), event({ step: 'cool' }), event({ step: 'receive' }), transformed],
      lots,
    );
    const counts = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.length - 1]));
    expect(counts).to.deep.equal({
      Harvesting: 1,
      'Cooling before packing': 1,
      'Initial packing': 0,
      Shipping: 1,
      Receiving: 1,
      Transformation: 2,
    });
    for (const { rows } of sheets) for (const row of rows) expect(row).to.have.length(rows[0]?.length ?? 0);
  });

  it('F1 names what is missing, and leaves nothing blank', () => {
    expect(firstRow(fsmaSheets([event({ destination: 'shop' })], lots), 'Shipping')).to.include({
      'Traceability lot code': 'A',
      Quantity: 5,
      'Immediate subsequent recipient': 'shop',
      'Location shipped from': 'missing',
      'Reference document type and number': 'missing',
    });
  });

  it('F1 tells of cooling and of packing where the lot was harvested and cooled before', () => {
    const harvest = event({ step: 'harvest', place: 'field 3' });
    const later = event({ step: 'harvest', place: 'field 9', at: new Date('2026-05-09T00:00:00Z') });
    const ofAnother = event({ step: 'harvest', place: 'field 5', lots: [{ code: 'C', role: 'object' }] });
    const cooling = event({ step: 'cool', place: 'cold room', at: new Date('2026-05-02T00:00:00Z') });
    const packing = event({
      step: 'transform',
      bizStep: 'https://ref.gs1.org/cbv/BizStep-packing',
      at: new Date('2026-05-03T00:00:00Z'),
      lots: [
        { code: 'B', role: 'output' },
        { code: 'A', role: 'input' },
      ],
    });
    const sheets = fsmaSheets([harvest, ofAnother, cooling, packing, later], lots);
    expect(firstRow(sheets, 'Cooling before packing')).to.include({
      'Farm and field where harvested': 'field 3',
      'Location where cooled': 'cold room',
      'Cooling date': '2026-05-02T00:00:00.000Z',
    });
    expect(firstRow(sheets, 'Initial packing')).to.include({
      'Traceability lot code': 'B',
      'Farm and field where harvested': 'field 3',
      'Harvest date': '2026-05-01T00:00:00.000Z',
      'Location where cooled': 'cold room',
      'Cooling date': '2026-05-02T00:00:00.000Z',
    });
  });

  it('F1 tells of packing what was received and what was packed, each lot with each', () => {
    const known = new Map([
      ['A', { product: 'walnuts in shell', source: 'cooperative' }],
      ['B', { product: 'walnuts, 5 kg box', source: 'packer' }],
      ['C', { product: 'walnuts in shell', source: 'family farm' }],
    ]);
    const received = event({
      step: 'receive',
      lots: [{ code: 'A', role: 'object', quantity: { value: 40, unit: 'kg' } }],
    });
    const harvests = ['A', 'C'].map((code) =>
      event({ step: 'harvest', place: `field of ${code}`, lots: [{ code, role: 'object' }] }),
    );
    const packing = event({
      step: 'transform',
      bizStep: 'https://ref.gs1.org/cbv/BizStep-packing',
      at: new Date('2026-05-03T00:00:00Z'),
      lots: [
        { code: 'A', role: 'input', quantity: { value: 30, unit: 'kg' } },
        { code: 'C', role: 'input', quantity: { value: 7, unit: 'kg' } },
        { code: 'B', role: 'output', quantity: { value: 7, unit: 'case' } },
      ],
    });
    const ofA = {
      'Traceability lot code': 'B',
      'Commodity and variety received': 'walnuts in shell',
      'Date received': '2026-05-01T00:00:00.000Z',
      'Quantity received': 40,
      'Unit of measure received': 'kg',
      'Farm and field where harvested': 'field of A',
      'Business name of the harvester': 'cooperative',
      'Telephone of the harvester': 'missing',
      'Product description': 'walnuts, 5 kg box',
      'Quantity packed': 7,
      'Unit of measure packed': 'case',
      'Traceability lot code source': 'packer',
    };
    const rows = rowsOf(fsmaSheets([...harvests, received, packing], known), 'Initial packing');
    expect(rows).to.have.length(2);
    expect(rows[0]).to.include(ofA);
    expect(rows[1]).to.include({
      ...ofA,
      'Date received': 'missing',
      'Quantity received': 7,
      'Farm and field where harvested': 'field of C',
      'Business name of the harvester': 'family farm',
    });
  });

  it('F1 takes for initial packing what was not packed before', () => {
    const bizStep = 'https://ref.gs1.org/cbv/BizStep-packing';
    const made = (from: string, to: string, day: number, fields: Partial<FsmaEvent> = {}) =>
      event({
        step: 'transform',
        at: new Date(Date.UTC(2026, 4, day)),
        lots: [
          { code: from, role: 'input' },
          { code: to, role: 'output' },
        ],
        ...fields,
      });
    const onto = event({
      step: 'other',
      bizStep,
      at: new Date('2026-05-20T00:00:00Z'),
      lots: [{ code: 'B', role: 'object' }],
    });
    const events = [
      ...[made('raw', 'A', 1), made('A', 'B', 2, { bizStep }), made('B', 'C', 3), made('C', 'D', 4, { bizStep })],
      onto,
    ];
    const sheets = fsmaSheets(events, lots);
    expect(rowsOf(sheets, 'Initial packing').map((row) => row['Traceability lot code'])).to.deep.equal(['B']);
    expect(rowsOf(sheets, 'Transformation').map((row) => row['Traceability lot code'])).to.deep.equal([
      ...['raw', 'A', 'B', 'C'],
      ...['C', 'D'],
    ]);
  });

  it('F1 names as the previous source whoever sent the goods last, or who the event says did', () => {
    const shipped = (place: string, day: number) => event({ place, at: new Date(Date.UTC(2026, 4, day)) });
    const received = event({ step: 'receive', at: new Date('2026-05-04T00:00:00Z') });
    const sent = [shipped('farm', 1), shipped('packer', 3), shipped('shop', 5)];
    const source = (...events: FsmaEvent[]) =>
      firstRow(fsmaSheets(events, lots), 'Receiving')['Immediate previous source'];
    expect(source(...sent, received)).to.equal('packer');
    expect(source(...sent, { ...received, origin: 'urn:epc:id:sgln:9521321.00001.0' })).to.contain('9521321');
    expect(source(received), 'not who gave the lot its code').to.equal('missing');
  });

  it('F1 hands no formula to a spreadsheet', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(String(cell(text))).to.not.match(/^[=+\-@\t\r]/);
      }),
    );
  });
});

function rowsOf(sheets: Sheet[], name: string): Record<string, unknown>[] {
  const [headings = [], ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index]])));
}

function firstRow(sheets: Sheet[], name: string): Record<string, unknown> {
  return rowsOf(sheets, name)[0] ?? {};
}

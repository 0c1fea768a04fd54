import { expect } from 'chai';
import fc from 'fast-check';
import { cell, type FsmaEvent, fsmaSheets } from './sheets.ts';

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
    const sheets = fsmaSheets([event({}), event({ step: 'harvest' }), event({ step: 'receive' }), transformed], lots);
    const counts = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.length - 1]));
    expect(counts).to.deep.equal({ Harvesting: 1, 'Initial packing': 0, Shipping: 1, Receiving: 1, Transformation: 2 });
    for (const { rows } of sheets) for (const row of rows) expect(row).to.have.length(rows[0]?.length ?? 0);
  });

  it('F1 names what is missing, and leaves nothing blank', () => {
    const [, , shipping] = fsmaSheets([event({ destination: 'shop' })], lots);
    const [headings = [], row = []] = shipping?.rows ?? [];
    const told = Object.fromEntries(headings.map((heading, index) => [heading, row[index]]));
    expect(told).to.include({
      'Traceability lot code': 'A',
      Quantity: 5,
      'Immediate subsequent recipient': 'shop',
      'Location shipped from': 'missing',
      'Reference document type and number': 'missing',
    });
  });

  it('F1 hands no formula to a spreadsheet', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(String(cell(text))).to.not.match(/^[=+\-@\t\r]/);
      }),
    );
  });
});

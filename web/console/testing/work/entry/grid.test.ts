import { expect } from 'chai';
import fc from 'fast-check';
import {
  clipboardCells,
  type EntryRow,
  gridColumns,
  isReadable,
  pasted,
  placeAfter,
  readCell,
  tableOfRows,
} from './grid.ts';

const row = (id: string): EntryRow => ({
  id,
  sampleId: 's',
  sampleNumber: `S-${id}`,
  productName: '核桃',
  analyte: '吡虫啉',
  cells: { value: '', unit: 'mg/kg', loq: '', method: '' },
});
const rows = ['a', 'b', 'c'].map(row);
const excel = (cells: string[][]) =>
  cells
    .map((line) => line.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n')
    .concat('\r\n');

describe('console: the grid of results', () => {
  it('reads what analysts and Excel write', () => {
    for (const [typed, read] of [
      ['<0.01', '<0.01'],
      ['＜０．０１', '<0.01'],
      [' < loq ', '<LOQ'],
      ['未检出', '<LOD'],
      ['N.D.', '<LOD'],
      ['0.10', '0.10'],
    ] as const)
      expect(readCell('value', typed)).to.equal(read);
    expect(isReadable('value', readCell('value', '0,05'))).to.equal(false);
    expect(isReadable('value', readCell('value', '-1'))).to.equal(false);
    expect(readCell('method', ' GB 23200.121-2021 ')).to.equal('GB 23200.121-2021');
  });

  it('takes a block of cells from Excel as it was copied, whatever stands in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a\tb', 'say "so"', 'two\nlines', '<0.01', '"'));
    const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(
        fc.array(
          cell.map((text) => text.replaceAll('\r', '')),
          { minLength: width, maxLength: width },
        ),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
    );
    fc.assert(
      fc.property(block, (cells) => {
        expect(clipboardCells(excel(cells))).to.deep.equal(cells);
      }),
    );
  });

  it('puts each pasted cell in its place, and counts what has none', () => {
    const text = fc.constantFrom('<0.01', '0.2', '未检出', 'x');
    const block = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(block, fc.nat(2), fc.nat(gridColumns.length - 1), (cells, at, column) => {
        const { rows: filled, put, beyond } = pasted(rows, { row: at, column }, excel(cells));
        expect(put + beyond).to.equal(cells.flat().length);
        for (const [index, each] of filled.entries())
          for (const [number, name] of gridColumns.entries()) {
            const given = index < at || number < column ? undefined : cells[index - at]?.[number - column];
            expect(each.cells[name]).to.equal(given === undefined ? rows[index]?.cells[name] : readCell(name, given));
          }
      }),
    );
  });

  it('moves as in a spreadsheet, and lets Tab out at its ends', () => {
    expect(placeAfter({ row: 0, column: 0 }, 'Enter', false, 3)).to.deep.equal({ row: 1, column: 0 });
    expect(placeAfter({ row: 1, column: 0 }, 'Enter', true, 3)).to.deep.equal({ row: 0, column: 0 });
    expect(placeAfter({ row: 0, column: 3 }, 'Tab', false, 3)).to.deep.equal({ row: 1, column: 0 });
    expect(placeAfter({ row: 2, column: 3 }, 'Tab', false, 3)).to.equal(undefined);
    expect(placeAfter({ row: 0, column: 0 }, 'Tab', true, 3)).to.equal(undefined);
    expect(placeAfter({ row: 0, column: 3 }, 'ArrowRight', false, 3)).to.equal(undefined);
  });

  it('sends the rows with a value, each found again by its line', () => {
    const typed = rows.map((each, index) => (index === 1 ? each : { ...each, cells: { ...each.cells, value: '0.1' } }));
    const { csv, rowAt } = tableOfRows(typed);
    expect(csv.split('\r\n')).to.have.length(3);
    expect([...rowAt]).to.deep.equal([
      [2, 'a'],
      [3, 'c'],
    ]);
  });
});

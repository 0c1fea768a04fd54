import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { asText, csvOf, withoutTextMark } from './csv.ts';
import { xlsxOf } from './xlsx.ts';

const hostile = [
  '=1+1',
  '+HYPERLINK("x")',
  '-2',
  '@SUM(A1)',
  '<script>&"\'',
  '中文, "引号"',
  'a\u0000\u0008b',
  'two\nlines',
];

describe('tables for download', () => {
  it('hold the same text as they were given, read as a workbook', async () => {
    const rows = [['field', 'value'], ...hostile.map((text) => ['x', text])];
    const read = (await readSheet(xlsxOf('变更 & <记录>', rows))).slice(1).map((row) => row[1]);
    expect(read).to.deep.equal(hostile.map((text) => text.replaceAll('\u0000', '').replaceAll('\u0008', '')));
  });

  it('have no cell in CSV that a program for tables would take for a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (cells) => {
        const [row = []] = parse(csvOf([cells]), { bom: true, relax_column_count: true }) as string[][];
        for (const cell of row) expect(cell).to.not.match(/^[=+\-@\t\r]/);
        expect(row).to.have.length(cells.length);
      }),
    );
    expect(asText('芹菜')).to.equal('芹菜');
    for (const text of hostile) expect(withoutTextMark(asText(text))).to.equal(text);
  });
});

import { expect } from 'chai';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { InvalidInput } from '../../errors.ts';
import { readTable } from './read-table.ts';
import { xlsxOf } from './xlsx.ts';

const form = { columns: { name: ['名称'], value: ['结果'] }, needed: ['name', 'value'], mostRows: 10 } as const;
const cellsOf = async (content: Buffer) => (await readTable(content, form)).map(({ cells }) => cells);

describe('a table that is read', () => {
  it('may be CSV in UTF-8, with or without its mark, or in GB 18030, which Excel writes in China', async () => {
    const text = '名称,结果\r\n芹菜,0.1\r\n';
    const celery = [{ name: '芹菜', value: '0.1' }];
    expect(await cellsOf(Buffer.from(text))).to.deep.equal(celery);
    expect(await cellsOf(Buffer.from(`\uFEFF${text}`))).to.deep.equal(celery);
    const words = { 名称: [0xc3, 0xfb, 0xb3, 0xc6], 结果: [0xbd, 0xe1, 0xb9, 0xfb], 芹菜: [0xc7, 0xdb, 0xb2, 0xcb] };
    const ascii = (characters: string) => [...Buffer.from(characters)];
    const inGb18030 = [words.名称, ascii(','), words.结果, ascii('\r\n'), words.芹菜, ascii(',0.1\r\n')];
    expect(await cellsOf(Buffer.from(inGb18030.flat()))).to.deep.equal(celery);
  });

  it('is no other text, and no file of another kind', async () => {
    for (const bytes of [[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10], [0x50, 0x4b, 0x03, 0x04, 0x00], [0xe9]])
      expect(await cellsOf(Buffer.from(bytes)).catch((error: unknown) => error)).to.be.instanceOf(InvalidInput);
  });

  it('has the numbers that Excel shows: 15 digits of what a formula made, and what was typed as it was typed', async () => {
    const numbers = ['0.30000000000000004', '7.0000000000000007E-2', '0.0005', '1E-7', '12'];
    const sheet = xlsxOf('s', [['名称', '结果'], ...numbers.map((number) => ['x', number])]);
    const parts = unzipSync(sheet);
    const path = 'xl/worksheets/sheet1.xml';
    const cells = strFromU8(parts[path] as Uint8Array).replaceAll(
      /<c r="(B[2-9])" t="inlineStr"><is><t [^>]*>([^<]*)<\/t><\/is><\/c>/g,
      '<c r="$1"><f>1+1</f><v>$2</v></c>',
    );
    const read = await cellsOf(Buffer.from(zipSync({ ...parts, [path]: strToU8(cells) })));
    expect(read.map(({ value }) => value)).to.deep.equal(['0.3', '0.07', '0.0005', '0.0000001', '12']);
  });
});

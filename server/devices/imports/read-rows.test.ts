import { expect } from 'chai';
import { InvalidInput } from '../../errors.ts';
import { readRows } from './read-rows.ts';

describe('a table of devices', () => {
  it('is read in UTF-8 and in GB 18030, which Excel writes in China', () => {
    const table = '设备编号,名称,类型\r\ntea-1,茶园,sensor\r\n';
    const inGb18030 = Buffer.from(
      'c9e8b1b8b1e0bac52cc3fbb3c62cc0e0d0cd0d0a7465612d312cb2e8d4b02c73656e736f720d0a',
      'hex',
    );
    const rows = readRows(Buffer.from(table));
    expect(rows).to.deep.equal([{ row: 2, id: 'tea-1', body: { id: 'tea-1', name: '茶园', kind: 'sensor' } }]);
    expect(readRows(inGb18030)).to.deep.equal(rows);
  });

  it('is no other bytes', () => {
    for (const bytes of [[0xff, 0xd8, 0xff, 0xe0], [0xe9]])
      expect(() => readRows(Buffer.from(bytes))).to.throw(InvalidInput, 'GB 18030');
  });
});

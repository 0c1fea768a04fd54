import { expect } from 'chai';
import { crc32c } from './checksum.ts';

describe('CRC-32C', () => {
  // RFC 3720, appendix B.4.
  it('gives the published values', () => {
    expect(crc32c(Buffer.alloc(32))).to.equal(0x8a9136aa);
    expect(crc32c(Buffer.alloc(32, 0xff))).to.equal(0x62a8ab43);
    expect(crc32c(Buffer.from('123456789'))).to.equal(0xe3069283);
  });
});

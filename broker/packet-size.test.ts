import { expect } from 'chai';
import fc from 'fast-check';
import { PacketScanner, payloadOfBeginning, topicOfBeginning } from './packet-size.ts';

/** A QoS 1 PUBLISH to `a/b`. */
function publish(payload: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from([0, 3]), Buffer.from('a/b'), Buffer.from([0, 7]), payload]);
  const length: number[] = [];
  for (let rest = body.length; rest > 0 || length.length === 0; rest >>= 7)
    length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return Buffer.concat([Buffer.from([0x32, ...length]), body]);
}

function cut(bytes: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) chunks.push(bytes.subarray(start, start + size));
  return chunks;
}

describe('packet scanner', () => {
  it('finds the large packet and no other, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 10 }), fc.integer({ min: 1, max: 700 }), (sizes, chunkSize) => {
        const stream = Buffer.concat([...sizes, 2000].map((size) => publish(Buffer.alloc(size, 0x30))));
        const scanner = new PacketScanner();
        const found = cut(stream, chunkSize)
          .map((chunk) => scanner.scan(chunk, 1000))
          .find((result) => result !== null);
        expect(found?.packet).to.include({ type: 3, qos: 1, length: 2007 });
      }),
    );
  });

  it('lets through any stream of small packets', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 20 }), fc.integer({ min: 1, max: 700 }), (sizes, chunkSize) => {
        const stream = Buffer.concat(sizes.map((size) => publish(Buffer.alloc(size))));
        const scanner = new PacketScanner();
        expect(cut(stream, chunkSize).every((chunk) => scanner.scan(chunk, 400) === null)).to.equal(true);
      }),
    );
  });

  it('takes a length of more than four bytes for too large', () => {
    expect(new PacketScanner().scan(Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff]), 1000)?.packet.length).to.equal(
      Infinity,
    );
  });

  it('reads topic and payload of the beginning', () => {
    const found = new PacketScanner().scan(publish(Buffer.from('hello'.repeat(100))), 100);
    expect(found && topicOfBeginning(found.packet)).to.equal('a/b');
    expect(found && payloadOfBeginning(found.packet, 5).toString()).to.equal('hello');
  });
});

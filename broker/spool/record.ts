import { crc32 } from 'node:zlib';

/** Length and checksum of the content, four bytes each. */
const HEADER_BYTES = 8;

/** A content in the form in which it stands in a segment. */
export function encodeRecord(content: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(content.length, 0);
  header.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([header, content]);
}

export interface ReadRecords {
  contents: Buffer[];
  /** The bytes that these records take; what follows is torn, damaged or not read in full. */
  bytes: number;
}

/** The whole records at the beginning of the bytes, at least one and no more than `most` bytes of them. */
export function readRecords(bytes: Buffer, most = Number.POSITIVE_INFINITY): ReadRecords {
  const contents: Buffer[] = [];
  let offset = 0;
  while (offset + HEADER_BYTES <= bytes.length && (contents.length === 0 || offset < most)) {
    const start = offset + HEADER_BYTES;
    const length = bytes.readUInt32BE(offset);
    const content = bytes.subarray(start, start + length);
    // A length of 0 with a checksum of 0 is what a file system leaves of a file that was never written.
    if (length === 0 || content.length < length || crc32(content) !== bytes.readUInt32BE(offset + 4)) break;
    contents.push(content);
    offset = start + length;
  }
  return { contents, bytes: offset };
}

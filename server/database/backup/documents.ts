import { open } from 'node:fs/promises';
import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;
const { onDemand } = BSON;

/** BSON's element types for an embedded document and an array. */
const documentType = 3;
const arrayType = 4;

const chunkSize = 1 << 20;
/** MongoDB's 16 MiB and what a server may add to a document. */
const largestDocument = 16 * 1024 * 1024 + 16 * 1024;

/** All types kept apart: a double that holds 1 stays a double. */
const typed = {
  promoteValues: false,
  promoteBuffers: false,
  bsonRegExp: true,
  validation: { utf8: false },
} as const;

export function decodeTyped(bytes: Uint8Array): mongoose.mongo.BSON.Document {
  return BSON.deserialize(bytes, typed);
}

/** The documents of a `.bson` file, each as its bytes. Throws where the file is cut off or is none. */
export async function* readDocuments(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    let rest = Buffer.alloc(0);
    const chunk = Buffer.allocUnsafe(chunkSize);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkSize);
      if (bytesRead === 0) break;
      rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
      let at = 0;
      while (rest.length - at >= 4) {
        const length = rest.readInt32LE(at);
        if (length < 5 || length > largestDocument) throw new Error(`${path} holds no BSON documents`);
        if (rest.length - at < length) break;
        yield rest.subarray(at, at + length);
        at += length;
      }
      rest = rest.subarray(at);
    }
    if (rest.length > 0) throw new Error(`${path} ends within a document`);
  } finally {
    await file.close();
  }
}

/**
 * The document in a form that the driver sends as these very bytes. Plain objects serve for nearly all; a Map keeps
 * names such as `0` or `__proto__` in their place, which an object would move or lose.
 * @throws Error for what the driver cannot send: types that BSON has given up, dates beyond the year 275760
 */
export function sendable(bytes: Buffer): mongoose.mongo.BSON.Document {
  for (const form of [decodeTyped, asMap]) {
    const document = form(bytes);
    if (bytes.equals(BSON.serialize(document))) return document;
  }
  throw new Error('a document holds a value that the driver cannot send unchanged; use mongorestore');
}

function asMap(bytes: Uint8Array): Map<string, unknown> {
  return new Map(valuesOf(bytes));
}

function* valuesOf(bytes: Uint8Array): Generator<[string, unknown]> {
  for (const [type, nameOffset, nameLength, offset, length] of onDemand.parseToElements(bytes)) {
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + nameOffset, nameLength).toString();
    const value = bytes.subarray(offset, offset + length);
    if (type === documentType) yield [name, asMap(value)];
    else if (type === arrayType) yield [name, [...valuesOf(value)].map(([, item]) => item)];
    else yield [name, scalar(type, value)];
  }
}

function scalar(type: number, value: Uint8Array): unknown {
  const wrapped = Buffer.concat([Buffer.from([0, 0, 0, 0, type, 0x76, 0]), value, Buffer.from([0])]);
  wrapped.writeInt32LE(wrapped.length);
  return decodeTyped(wrapped).v;
}

import { EngineError, ProtocolError } from '../errors.ts';
import { requireWrappedSize } from '../limits.ts';
import { field, type, Value } from '../values/bson.ts';
import { type Plain, Writer } from '../values/build.ts';
import { validateDocument } from '../values/validate.ts';
import { crc32c } from './checksum.ts';

/** Operation codes of the MongoDB wire protocol. */
export const operation = { reply: 1, query: 2004, compressed: 2012, message: 2013 } as const;

const headerLength = 16;
const checksumPresent = 1;
const moreToCome = 2;
const exhaustAllowed = 0x10000;
/** Flag bits 0–15 must be understood; `exhaustAllowed` (16) may be. */
const requiredFlags = 0xffff;

type Head = {
  requestId: number;
  /** Which kind of answer is expected. */
  kind: 'message' | 'query';
  wantsReply: boolean;
  /** Whether further answers may follow the first without being asked for. */
  mayStream: boolean;
};

export type Request = Head & { body: Value; sequences: Map<string, Value[]> };

/** A message in good form whose documents are not: it is answered before its connection is closed. */
export type InvalidRequest = Head & { error: EngineError };

function headOf(bytes: Buffer): Head {
  const requestId = bytes.readInt32LE(4);
  if (bytes.readInt32LE(12) === operation.query)
    return { requestId, kind: 'query', wantsReply: true, mayStream: false };
  const flags = bytes.readUInt32LE(headerLength);
  const mayStream = (flags & exhaustAllowed) !== 0;
  return { requestId, kind: 'message', wantsReply: (flags & moreToCome) === 0, mayStream };
}

function document(bytes: Buffer, at: number, limit: number): Value {
  const end = validateDocument(bytes, at, limit);
  requireWrappedSize(end - at);
  return new Value(type.object, bytes, at, end);
}

function parseSequence(bytes: Buffer, at: number, limit: number): { name: string; documents: Value[]; end: number } {
  if (at + 4 > limit) throw new ProtocolError('document sequence out of bounds');
  const end = at + bytes.readInt32LE(at);
  const nameEnd = bytes.indexOf(0, at + 4);
  if (end > limit || nameEnd < 0 || nameEnd >= end) throw new ProtocolError('document sequence length');
  const documents: Value[] = [];
  let position = nameEnd + 1;
  while (position < end) {
    const length = position + 4 > end ? 0 : bytes.readInt32LE(position);
    if (length < 5 || position + length > end) throw new EngineError(22, 'Invalid BSON: document length');
    documents.push(new Value(type.object, bytes, position, position + length));
    position += length;
  }
  for (const each of documents) validateDocument(each.bytes, each.start, each.end);
  return { name: bytes.toString('utf8', at + 4, nameEnd), documents, end };
}

function checkChecksum(bytes: Buffer): void {
  const end = bytes.length - 4;
  if (crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) throw new ProtocolError('checksum mismatch');
}

function parseMessage(bytes: Buffer): Request {
  const flags = bytes.readUInt32LE(headerLength);
  if (flags & requiredFlags & ~(checksumPresent | moreToCome)) throw new ProtocolError('unknown required flag');
  if (flags & checksumPresent) checkChecksum(bytes);
  const limit = bytes.length - (flags & checksumPresent ? 4 : 0);
  const sequences = new Map<string, Value[]>();
  let body: Value | undefined;
  let position = headerLength + 4;
  while (position < limit) {
    const kind = bytes[position++];
    if (kind === 0) {
      if (body) throw new ProtocolError('two bodies');
      body = document(bytes, position, limit);
      position = body.end;
    } else if (kind === 1) {
      const { name, documents, end } = parseSequence(bytes, position, limit);
      if (sequences.has(name)) throw new ProtocolError('repeated document sequence');
      sequences.set(name, documents);
      position = end;
    } else throw new ProtocolError(`unknown section kind ${kind}`);
  }
  if (!body) throw new ProtocolError('no body');
  return { ...headOf(bytes), body, sequences };
}

function parseQuery(bytes: Buffer): Request {
  const nameEnd = bytes.indexOf(0, headerLength + 4);
  if (nameEnd < 0) throw new ProtocolError('query without namespace');
  const namespace = bytes.toString('utf8', headerLength + 4, nameEnd);
  const query = document(bytes, nameEnd + 9, bytes.length);
  const wrapped = field(query, '$query');
  const body = wrapped?.type === type.object ? wrapped : query;
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is only for commands');
  return { ...headOf(bytes), body, sequences: new Map() };
}

/** Reads one whole message. Throws `ProtocolError` for one that cannot be answered. */
export function parseRequest(bytes: Buffer): Request | InvalidRequest {
  const code = bytes.readInt32LE(12);
  try {
    if (code === operation.message) return parseMessage(bytes);
    if (code === operation.query) return parseQuery(bytes);
  } catch (error) {
    if (error instanceof EngineError) {
      return { ...headOf(bytes), error };
    }
    if (error instanceof RangeError) throw new ProtocolError(error.message);
    throw error;
  }
  throw new ProtocolError(`unsupported operation code ${code}`);
}

let nextRequestId = 1;

/** The answer in the form of the request, and the number by which a further one refers to it. */
export function encodeReply(
  request: Pick<Head, 'requestId' | 'kind'>,
  reply: { [name: string]: Plain },
  streams = false,
): { id: number; bytes: Buffer } {
  const isMessage = request.kind === 'message';
  const length = isMessage ? headerLength + 5 : headerLength + 20;
  const writer = new Writer();
  writer.reserve(length);
  writer.document(reply);
  requireWrappedSize(writer.length - length);
  const bytes = writer.finish();
  nextRequestId = (nextRequestId + 1) & 0x7fffffff;
  bytes.fill(0, headerLength, length);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(nextRequestId, 4);
  bytes.writeInt32LE(request.requestId, 8);
  bytes.writeInt32LE(isMessage ? operation.message : operation.reply, 12);
  if (isMessage && streams) bytes.writeUInt32LE(moreToCome, headerLength);
  if (!isMessage) {
    // OP_REPLY: await-capable, no cursor, from 0, one document.
    bytes.writeInt32LE(8, 16);
    bytes.writeInt32LE(1, 32);
  }
  return { id: nextRequestId, bytes };
}

import mongoose from 'mongoose';
import { message, nextMessage, open } from '../../server/database/embedded/testing-support/socket.ts';
import type { Document, Outcome } from './format.ts';

const { BSON } = mongoose.mongo;

interface Corpus {
  description: string;
  bson_type: string;
  valid?: { description: string; canonical_bson: string; degenerate_bson?: string; lossy?: boolean }[];
  decodeErrors?: { description: string; bson: string }[];
}

export function isCorpus(text: string): boolean {
  return text.includes('"bson_type"');
}

/** Embeds a document's bytes as they are into `{ insert: …, documents: [<bytes>] }`, as a document sequence. */
function insertion(document: Buffer): Buffer {
  const body = message({ insert: 'corpus', $db: 'corpus' });
  const identifier = Buffer.from('documents\0');
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(4 + identifier.length + document.length, 1);
  const whole = Buffer.concat([body, head, identifier, document]);
  whole.writeInt32LE(whole.length, 0);
  return whole;
}

async function ask(uri: string, request: Buffer): Promise<Buffer | undefined> {
  const socket = open(uri);
  socket.write(request);
  const reply = await nextMessage(socket);
  socket.destroy();
  return reply;
}

const said = (reply: Buffer | undefined): Document => (reply ? BSON.deserialize(reply.subarray(21)) : {});
const isStored = (reply: Buffer | undefined) => said(reply).ok === 1 && said(reply).n === 1;

/** A stored document has an `_id`: one in front of the bytes, unless they bring their own. */
function withId(document: Buffer): Buffer {
  if (document.includes(Buffer.from('_id\0'))) return document;
  const id = Buffer.from([0x10, 0x5f, 0x69, 0x64, 0, 1, 0, 0, 0]);
  const whole = Buffer.concat([document.subarray(0, 4), id, document.subarray(4)]);
  whole.writeInt32LE(whole.length, 0);
  return whole;
}

/** Valid documents come back byte for byte; malformed ones are refused and leave nothing. */
export async function runCorpus(uri: string, text: string, place: { suite: string; file: string }): Promise<Outcome[]> {
  const corpus = JSON.parse(text) as Corpus;
  const outcomes: Outcome[] = [];
  const tell = (test: string, passed: boolean, reason: string) =>
    outcomes.push({ ...place, test, ...(passed ? { result: 'passed' } : { result: 'failed', reason }) });
  for (const { description, canonical_bson } of corpus.valid ?? []) {
    await ask(uri, message({ drop: 'corpus', $db: 'corpus' }));
    const document = withId(Buffer.from(canonical_bson, 'hex'));
    const inserted = await ask(uri, insertion(document));
    const found = await ask(uri, message({ find: 'corpus', $db: 'corpus' }));
    if (isStored(inserted)) tell(description, found?.includes(document) === true, 'other bytes came back');
    else tell(description, false, `not stored: ${JSON.stringify(said(inserted))}`);
  }
  for (const { description, bson } of corpus.decodeErrors ?? []) {
    await ask(uri, message({ drop: 'corpus', $db: 'corpus' }));
    const reply = await ask(uri, insertion(Buffer.from(bson, 'hex')));
    tell(`decode error: ${description}`, said(reply).code === 22, `was taken: ${JSON.stringify(said(reply))}`);
  }
  return outcomes;
}

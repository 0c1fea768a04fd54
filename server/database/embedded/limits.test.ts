import { BSON } from 'bson';
import { expect } from 'chai';
import { maximumDocumentSize } from './limits.ts';
import { type Running, startWithClient } from './testing-support/engine.ts';
import { rawCommand } from './testing-support/socket.ts';

describe('limits', function () {
  this.timeout(60_000);
  let running: Running;
  before(async () => {
    running = await startWithClient();
  });
  after(() => running.stop());

  const run = (command: Record<string, unknown>) => rawCommand(running.engine.uri, { ...command, $db: 'agritrace' });
  /** A document of exactly so many bytes. */
  const ofSize = (_id: number, bytes: number) => {
    const empty = BSON.calculateObjectSize({ _id, text: '' });
    return { _id, text: 'x'.repeat(bytes - empty) };
  };
  const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

  it('of a document are its 16 MiB, there and back', async () => {
    expect(await run({ insert: 'large', documents: [ofSize(1, maximumDocumentSize)] })).to.include({ ok: 1, n: 1 });
    const tooLarge = await run({ insert: 'large', documents: [ofSize(2, maximumDocumentSize + 1)] });
    expect(tooLarge.writeErrors).to.deep.include.members([
      { index: 0, code: 10334, errmsg: (tooLarge.writeErrors as { errmsg: string }[])[0]?.errmsg },
    ]);
    const { cursor } = (await run({ find: 'large' })) as { cursor: { firstBatch: { text: string }[] } };
    expect(cursor.firstBatch.map(({ text }) => text.length)).to.deep.equal([
      ofSize(1, maximumDocumentSize).text.length,
    ]);
  });

  it('of a reply are kept: batches end before, what cannot be cut is an error', async () => {
    const half = Array.from({ length: 3 }, (_, at) => ofSize(at, maximumDocumentSize / 2 - 100));
    for (const document of half) await run({ insert: 'halves', documents: [document] });
    const { cursor } = (await run({ find: 'halves' })) as { cursor: { id: unknown; firstBatch: unknown[] } };
    expect(cursor.firstBatch).to.have.length(2);
    const id = BSON.Long.isLong(cursor.id) ? cursor.id : BSON.Long.fromString(String(cursor.id));
    const more = (await run({ getMore: id, collection: 'halves' })) as { cursor: { nextBatch: unknown[] } };
    expect(more.cursor.nextBatch).to.have.length(1);
    const whole = [{ $group: { _id: 1, all: { $push: '$text' } } }];
    expect(await run({ aggregate: 'halves', pipeline: whole, cursor: {} })).to.include({ ok: 0, code: 10334 });
    for (const { _id, text } of half)
      await run({ update: 'halves', updates: [{ q: { _id }, u: { $set: { text: `${_id}${text.slice(1)}` } } }] });
    expect(await run({ distinct: 'halves', key: 'text' })).to.include({ ok: 0, code: 17217 });
    expect(await run({ ping: 1 })).to.include({ ok: 1 });
  });

  it('of errors of one command leave their texts out, not their places', async () => {
    const documents = Array.from({ length: 13_000 }, () => ({ _id: 1 }));
    const reply = await run({ insert: 'errors', documents, ordered: false });
    const errors = reply.writeErrors as { index: number; code: number; errmsg: string }[];
    expect(reply).to.include({ ok: 1, n: 1 });
    expect(errors).to.have.length(documents.length - 1);
    expect(errors.every(({ code, index }, at) => code === 11000 && index === at + 1)).to.equal(true);
    expect(errors[0]?.errmsg).to.match(/^E11000/);
    expect(errors.at(-1)?.errmsg).to.equal('');
  });

  it('of nesting are 180 levels in what is stored', async () => {
    expect(await run({ insert: 'deep', documents: [{ _id: 1, a: nested(179) }] })).to.include({ ok: 1, n: 1 });
    const { writeErrors } = await run({ insert: 'deep', documents: [{ _id: 2, a: nested(180) }] });
    expect((writeErrors as { code: number }[])[0]).to.include({ code: 15 });
    const deeper = { update: 'deep', updates: [{ q: { _id: 1 }, u: { $set: { b: nested(180) } } }] };
    expect(((await run(deeper)).writeErrors as { code: number }[])[0]).to.include({ code: 15 });
  });
});

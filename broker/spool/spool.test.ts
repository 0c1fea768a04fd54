import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { silent } from '../testing-support/memory-ports.ts';
import { useDirectory } from '../testing-support/use-directory.ts';
import { encodeRecord, readRecords } from './record.ts';
import { Spool } from './spool.ts';

const contents = fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { minLength: 1, maxLength: 8 });
const written = (many: Uint8Array[]) => Buffer.concat(many.map((one) => encodeRecord(Buffer.from(one))));

describe('spool records', () => {
  it('are read as they were written, up to where a power cut tore the file', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (many, cut) => {
        const bytes = written(many);
        const torn = bytes.subarray(0, cut % (bytes.length + 1));
        const read = readRecords(torn);
        expect(read.contents.map((one) => [...one])).to.deep.equal(
          many.slice(0, read.contents.length).map((one) => [...one]),
        );
        expect(torn.length - read.bytes).to.be.below(
          encodeRecord(Buffer.from(many[read.contents.length] ?? [0])).length,
        );
      }),
    );
  });

  it('are not read when a bit has changed', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (many, place) => {
        const bytes = written(many);
        const bit = place % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const intact = readRecords(bytes).contents.length;
        expect(intact).to.be.below(many.length);
      }),
    );
  });

  it('are none in a file of zeros', () => {
    expect(readRecords(Buffer.alloc(64)).contents).to.deep.equal([]);
  });
});

describe('spool', () => {
  const directory = useDirectory();
  const open = (changes: object = {}) =>
    Spool.open({ directory: directory.path, capacityBytes: 1_000_000, log: silent, ...changes });
  const takeAll = async (spool: Spool, most = 1) => {
    const taken: string[] = [];
    for (let batch = await spool.first(most); batch; batch = await spool.first(most)) {
      taken.push(...batch.contents.map(String));
      await spool.drop(batch);
    }
    return taken;
  };

  it('gives back in order what was appended, over many files and restarts, and leaves no file behind', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `record ${index}`);
    let spool = await open({ segmentBytes: 60 });
    for (const [index, text] of texts.entries()) {
      await spool.append(Buffer.from(text));
      if (index % 7 === 0) {
        await spool.close();
        spool = await open({ segmentBytes: 60 });
      }
    }
    expect(await takeAll(spool, 40)).to.deep.equal(texts);
    expect(spool.empty).to.equal(true);
    expect(spool.bytes).to.equal(0);
    expect(await readdir(directory.path)).to.deep.equal([]);
    await spool.close();
  });

  it('keeps what is appended while the last record is taken', async () => {
    const spool = await open();
    const taken: string[] = [];
    const taking = (async () => {
      while (taken.length < 200) {
        const batch = await spool.first(1);
        if (batch) {
          await spool.drop(batch);
          taken.push(...batch.contents.map(String));
        } else await new Promise(setImmediate);
      }
    })();
    for (let index = 0; index < 200; index += 1) await spool.append(Buffer.from(String(index)));
    await taking;
    expect(taken).to.deep.equal(Array.from({ length: 200 }, (_, index) => String(index)));
    await spool.close();
  });

  it('cuts off a torn end', async () => {
    const spool = await open();
    for (const text of ['one', 'two']) await spool.append(Buffer.from(text));
    await spool.close();
    const [name = ''] = await readdir(directory.path);
    await appendFile(join(directory.path, name), encodeRecord(Buffer.from('three')).subarray(0, 10));
    const again = await open();
    expect(await takeAll(again)).to.deep.equal(['one', 'two']);
    await again.close();
  });

  it('keeps a damaged part of an older file aside', async () => {
    const spool = await open({ segmentBytes: 20 });
    for (const text of ['one', 'two', 'three', 'four', 'five']) await spool.append(Buffer.from(text));
    await spool.close();
    const [name = ''] = (await readdir(directory.path)).sort();
    const content = await readFile(join(directory.path, name));
    content[content.length - 1] = 0;
    await writeFile(join(directory.path, name), content);
    const again = await open();
    expect(await takeAll(again)).to.deep.equal(['one', 'three', 'four', 'five']);
    expect((await readdir(directory.path)).join()).to.match(/damaged$/);
    await again.close();
  });

  it('makes the writer wait when it is full, until something is taken', async () => {
    const spool = await open({ capacityBytes: 30 });
    await spool.append(Buffer.alloc(20, 1));
    let appended = false;
    const waiting = spool.append(Buffer.alloc(20, 2)).then(() => {
      appended = true;
    });
    await new Promise(setImmediate);
    expect(appended).to.equal(false);
    const batch = await spool.first(1);
    if (batch) await spool.drop(batch);
    await waiting;
    await spool.close();
  });

  it('refuses the writer that waits when it is closed', async () => {
    const spool = await open({ capacityBytes: 30 });
    await spool.append(Buffer.alloc(20, 1));
    const waiting = spool.append(Buffer.alloc(20, 2)).catch((error: Error) => error.message);
    await spool.close();
    expect(await waiting).to.match(/closed/);
  });
});

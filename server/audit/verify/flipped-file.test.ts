import { copyFile, cp, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { open as openLmdb } from 'lmdb';
import { pino } from 'pino';
import type { Context } from '../../context.ts';
import { openDatabase } from '../../database/connection.ts';
import { prepareCollections } from '../../database/prepare.ts';
import { createEventBus } from '../../events.ts';
import { createServices } from '../../services.ts';
import { readSeal } from '../seal.ts';
import { fillCollections } from '../testing-support/fill-collections.ts';
import { seeded } from '../testing-support/seeded.ts';
import { verifyPlatform } from './platform.ts';

const collections = ['batches', 'samples', 'audit-log', 'audit-tree', 'audit-checkpoints'];
const flipsAnywhere = 2;

describe('a byte flipped in the embedded database’s file', function () {
  this.timeout(300_000);
  const random = seeded(20_260_504);
  const documents = new Map<string, Buffer[]>();
  let root: string;
  let whole: string;

  /** Documents of the log and under it, byte by byte. */
  const dump = async (dataDirectory: string, into: Map<string, Buffer[]>) => {
    const database = await openDatabase({ dataDirectory, log: pino({ level: 'silent' }) });
    for (const name of collections) {
      const found = database.connection.collection(name).find({}, { raw: true }).sort({ _id: 1 });
      into.set(name, (await found.toArray()) as unknown as Buffer[]);
    }
    await database.close();
  };

  const flippedAt = async (position: number): Promise<string> => {
    const folder = join(root, `flip-${position}`);
    await cp(whole, folder, { recursive: true });
    const file = await open(join(folder, 'database', 'data.mdb'), 'r+');
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, position);
    await file.write(Buffer.from([(byte[0] as number) ^ (1 << random(8))]), 0, 1, position);
    await file.close();
    return folder;
  };

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'agritrace-flips-'));
    const filled = join(root, 'filled');
    const log = pino({ level: 'silent' });
    const database = await openDatabase({ dataDirectory: filled, log });
    const context: Context = { connection: database.connection, bus: createEventBus(), clock: () => new Date(), log };
    const services = createServices(context, { traceUrl: (code) => code, dataDirectory: filled });
    await prepareCollections(database.connection);
    await fillCollections(context);
    await services.audit.flush();
    await database.close();
    // A compact copy has no free pages: each document stands in it once.
    whole = join(root, 'whole');
    await mkdir(join(whole, 'database'), { recursive: true });
    await cp(join(filled, 'audit'), join(whole, 'audit'), { recursive: true });
    const store = openLmdb({ path: join(filled, 'database'), noSubdir: false, readOnly: true });
    await mkdir(join(root, 'compact'));
    await store.backup(join(root, 'compact'), true);
    await store.close();
    await copyFile(join(root, 'compact', 'data.mdb'), join(whole, 'database', 'data.mdb'));
    await dump(whole, documents);
  });
  after(() => rm(root, { recursive: true, force: true }));

  it('is no matter while there is none', async () => {
    const outcome = await verifyPlatform({ dataDirectory: whole }, readSeal(whole));
    expect(outcome).to.have.property('entries', documents.get('audit-log')?.length);
  });

  for (const name of collections)
    it(`is named in ${name}`, async () => {
      const file = await readFile(join(whole, 'database', 'data.mdb'));
      const stored = documents.get(name) ?? [];
      const document = stored[random(stored.length)] as Buffer;
      const at = file.indexOf(document);
      expect(at, `${name} in the file`).to.be.greaterThan(0);
      const position = at + 4 + random(document.length - 4);
      const folder = await flippedAt(position);
      const outcome = await verifyPlatform({ dataDirectory: folder }, readSeal(folder));
      expect(outcome, `byte ${position - at} of ${document.toString('latin1')}`).to.have.property('kind');
      await rm(folder, { recursive: true });
    });

  it('anywhere is named, or changes no record at all', async () => {
    const { length } = await readFile(join(whole, 'database', 'data.mdb'));
    for (let flip = 0; flip < flipsAnywhere; flip++) {
      const position = random(length);
      const folder = await flippedAt(position);
      const outcome = await verifyPlatform({ dataDirectory: folder }, readSeal(folder));
      if ('records' in outcome) {
        const found = new Map<string, Buffer[]>();
        await dump(folder, found);
        expect(found, `after a flip at ${position}`).to.deep.equal(documents);
      }
      await rm(folder, { recursive: true });
    }
  });
});

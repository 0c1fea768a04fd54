import { expect } from 'chai';
import type { Collection, Index } from './storage/catalog.ts';
import type { View } from './storage/view.ts';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

describe('validate', () => {
  let opened: InProcess;
  let collection: Collection;
  let index: Index;
  let unique: Index;

  beforeEach(async () => {
    opened = await openInProcess();
    const keys = [
      { key: { tags: 1, n: -1 }, name: 'tags' },
      { key: { n: 1 }, name: 'n', unique: true },
      { key: { n: -1 }, name: 'some', partialFilterExpression: { n: { $gt: 5 } } },
    ];
    await opened.run({ createIndexes: 'rows', indexes: keys });
    const documents = Array.from({ length: 10 }, (_, n) => ({ _id: n, n, tags: ['all', `t${n % 3}`] }));
    expect(await opened.run({ insert: 'rows', documents })).to.include({ n: 10 });
    collection = opened.engine.catalog.find('test', 'rows') as Collection;
    [, index, unique] = collection.indexes as [Index, Index, Index];
  });
  afterEach(() => opened.close());

  const corrupt = (work: (view: View) => void) => opened.engine.store.write(work);
  const validate = () => opened.run({ validate: 'rows' });
  const details = (reply: Record<string, unknown>) => reply.indexDetails as Record<string, { valid: boolean }>;
  const firstOf = (view: View, space: number) => {
    const [entry] = view.range(space, { limit: 1 });
    if (!entry) throw new Error('empty');
    return entry;
  };

  it('finds nothing wrong with what commands have written', async () => {
    await opened.run({ update: 'rows', updates: [{ q: { n: { $lt: 4 } }, u: { $set: { tags: [] } }, multi: true }] });
    await opened.run({ delete: 'rows', deletes: [{ q: { n: 7 }, limit: 1 }] });
    await opened.run({ count: 'rows' });
    const reply = await validate();
    expect(reply).to.include({
      ns: 'test.rows',
      valid: true,
      nrecords: 9,
      nInvalidDocuments: 0,
      nIndexes: 4,
      repaired: false,
    });
    expect(reply.keysPerIndex).to.deep.equal({ _id_: 9, tags: 14, n: 9, some: 3 });
    expect(Object.values(details(reply))).to.deep.equal(Array(4).fill({ valid: true }));
    for (const list of ['errors', 'warnings', 'extraIndexEntries', 'missingIndexEntries', 'corruptRecords'])
      expect(reply[list], list).to.deep.equal([]);
  });

  it('names an entry that an index lacks', async () => {
    await corrupt((view) => view.remove(index.space, firstOf(view, index.space).key));
    const reply = await validate();
    expect(reply.valid).to.equal(false);
    expect(reply.errors).to.deep.equal(["index 'tags': Detected 1 missing index entries."]);
    expect(reply.missingIndexEntries).to.have.length(1);
    expect((reply.missingIndexEntries as object[])[0]).to.deep.include({
      indexName: 'tags',
      idKey: 9,
      indexKey: { tags: 'all', n: 9 },
    });
    expect(details(reply)).to.deep.include({ tags: { valid: false, errors: ['Detected 1 missing index entries.'] } });
    expect(details(reply).n).to.deep.equal({ valid: true });
  });

  it('finds entries without a document, and entries that are not of their document', async () => {
    await corrupt((view) => {
      const record = firstOf(view, collection.space);
      view.remove(collection.space, record.key);
      const { key, value } = firstOf(view, index.space);
      view.put(index.space, Buffer.concat([key.subarray(0, 1), Buffer.from('x'), key.subarray(1)]), value);
    });
    const reply = await validate();
    expect(reply).to.include({ valid: false, nrecords: 9 });
    expect(reply.errors).to.deep.equal([
      'fast count (10) does not match number of records (9)',
      "index '_id_': Detected 1 extra index entries.",
      "index 'tags': Detected 3 extra index entries.",
      "index 'n': Detected 1 extra index entries.",
    ]);
  });

  it('finds a unique entry that leads to another document', async () => {
    await corrupt((view) => {
      const [first, second] = view.range(unique.space, { limit: 2 });
      if (first && second) view.put(unique.space, first.key, second.value);
    });
    expect((await validate()).errors).to.deep.equal([
      "index 'n': Detected 1 missing index entries.",
      "index 'n': Detected 1 extra index entries.",
    ]);
  });

  it('finds a document that cannot be read', async () => {
    await corrupt((view) => view.put(collection.space, firstOf(view, collection.space).key, Buffer.from([9, 0, 0])));
    const reply = await validate();
    expect(reply).to.include({ valid: false, nInvalidDocuments: 1 });
    expect(reply.errors).to.include('Detected 1 invalid documents.');
    expect(reply.corruptRecords).to.have.length(1);
  });

  it('finds wrong counters', async () => {
    await opened.run({ count: 'rows' });
    collection.documents = 11;
    collection.nextRecord = 10;
    expect((await validate()).errors).to.deep.equal([
      'fast count (11) does not match number of records (10)',
      'the next record would be 10, but there is a record 10',
    ]);
  });

  it('finds an index that does not know of the arrays in its documents', async () => {
    for (const prefixes of index.arrays) prefixes.clear();
    const reply = await validate();
    expect(reply.valid).to.equal(false);
    expect(details(reply).tags?.valid).to.equal(false);
  });

  it('checks clustered collections', async () => {
    await opened.run({ create: 'clustered', clusteredIndex: { key: { _id: 1 }, unique: true } });
    await opened.run({ createIndexes: 'clustered', indexes: [{ key: { n: 1 }, name: 'n' }] });
    await opened.run({ insert: 'clustered', documents: [{ _id: 'a', n: 1 }, { _id: 'b' }] });
    expect(await opened.run({ validate: 'clustered' })).to.deep.include({
      valid: true,
      nrecords: 2,
      nIndexes: 1,
      keysPerIndex: { n: 2 },
    });
    const { space } = opened.engine.catalog.find('test', 'clustered') as Collection;
    await corrupt((view) => {
      const { key, value } = firstOf(view, space);
      view.put(space, Buffer.concat([key, key]), value);
    });
    expect(await opened.run({ validate: 'clustered' })).to.include({ valid: false, nInvalidDocuments: 1 });
  });

  it('needs a collection', async () => {
    expect(await opened.run({ validate: 'none' })).to.include({ ok: 0, code: 26, codeName: 'NamespaceNotFound' });
    expect(await opened.run({ validate: 'rows', repair: true })).to.include({ ok: 0, code: 238 });
  });
});

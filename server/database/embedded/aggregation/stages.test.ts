import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';

type Fields = Record<string, unknown>;

describe('the stages of a pipeline', () => {
  let inProcess: InProcess;

  const insert = (name: string, documents: Fields[]): Promise<Fields> => inProcess.run({ insert: name, documents });
  const reply = (pipeline: Fields[], from: string | number = 'orders', more: Fields = {}): Promise<Fields> =>
    inProcess.run({ aggregate: from, pipeline, cursor: {}, ...more });
  const rows = async (pipeline: Fields[], from: string | number = 'orders', more: Fields = {}): Promise<unknown> => {
    const answer = await reply(pipeline, from, more);
    expect(answer.ok, JSON.stringify(answer)).to.equal(1);
    return (answer.cursor as { firstBatch: unknown }).firstBatch;
  };
  const find = (name: string): Promise<unknown> => rows([{ $sort: { _id: 1 } }], name);

  beforeEach(async () => {
    inProcess = await openInProcess();
    await insert('orders', [
      { _id: 1, item: 'a', n: 2 },
      { _id: 2, item: ['b', 'c'], n: 5 },
      { _id: 3, n: 9 },
    ]);
    await insert('items', [
      { _id: 'a', price: 1, tags: ['x'] },
      { _id: 'b', price: 2, tags: ['x', 'y'] },
      { _id: 'c', price: 3 },
      { _id: 'd', price: 4, sku: null },
    ]);
  });
  afterEach(() => inProcess.close());

  it('$lookup joins by equality, through arrays, missing with null', async () => {
    const lookup = { $lookup: { from: 'items', localField: 'item', foreignField: '_id', as: 'found.items' } };
    expect(await rows([lookup, { $project: { 'found.items.price': 1 } }])).to.deep.equal([
      { _id: 1, found: { items: [{ price: 1 }] } },
      { _id: 2, found: { items: [{ price: 2 }, { price: 3 }] } },
      { _id: 3, found: { items: [] } },
    ]);
    const byMissing = { $lookup: { from: 'items', localField: 'item', foreignField: 'sku', as: 'f' } };
    expect(await rows([{ $match: { _id: 3 } }, byMissing, { $project: { n: { $size: '$f' } } }])).to.deep.equal([
      { _id: 3, n: 4 },
    ]);
  });

  it('$lookup joins an empty array to null and missing', async () => {
    const lookup = { $lookup: { from: 'items', localField: 'list', foreignField: 'sku', as: 'f' } };
    const lists = { $documents: [{ list: [] }, { list: [7] }, { list: [null, 7] }] };
    const counted = await rows([lists, lookup, { $project: { n: { $size: '$f' } } }], 1);
    expect(counted).to.deep.equal([{ n: 4 }, { n: 0 }, { n: 4 }]);
  });

  it('$lookup runs a pipeline with variables, alone or after the equality', async () => {
    const dear = {
      from: 'items',
      let: { least: '$n' },
      pipeline: [{ $match: { $expr: { $gte: ['$price', '$$least'] } } }, { $project: { _id: 1 } }],
      as: 'dear',
    };
    expect(await rows([{ $lookup: dear }, { $project: { dear: 1 } }])).to.deep.equal([
      { _id: 1, dear: [{ _id: 'b' }, { _id: 'c' }, { _id: 'd' }] },
      { _id: 2, dear: [] },
      { _id: 3, dear: [] },
    ]);
    const both = { ...dear, localField: 'item', foreignField: '_id', let: { least: 3 } };
    expect(await rows([{ $match: { _id: 2 } }, { $lookup: both }, { $project: { dear: 1 } }])).to.deep.equal([
      { _id: 2, dear: [{ _id: 'c' }] },
    ]);
  });

  it('$graphLookup walks to a depth and ends in circles', async () => {
    await insert('parts', [
      { _id: 1, of: [2, 3] },
      { _id: 2, of: [4] },
      { _id: 3, of: [4, 1] },
      { _id: 4, of: [], kind: 'raw' },
    ]);
    const walk = { from: 'parts', startWith: '$of', connectFromField: 'of', connectToField: '_id', as: 'all' };
    const sorted = { $project: { all: { $sortArray: { input: '$all._id', sortBy: 1 } } } };
    expect(await rows([{ $match: { _id: 1 } }, { $graphLookup: walk }, sorted], 'parts')).to.deep.equal([
      { _id: 1, all: [1, 2, 3, 4] },
    ]);
    const near = { ...walk, maxDepth: 0, depthField: 'd', restrictSearchWithMatch: { _id: { $ne: 3 } } };
    expect(
      await rows([{ $match: { _id: 1 } }, { $graphLookup: near }, { $project: { all: 1 } }], 'parts'),
    ).to.deep.equal([{ _id: 1, all: [{ _id: 2, of: [4], d: 0 }] }]);
  });

  it('$facet, $bucket, $sortByCount, $unionWith, $documents', async () => {
    expect(
      await rows([
        { $facet: { count: [{ $count: 'n' }], big: [{ $match: { n: { $gt: 4 } } }, { $project: { n: 1 } }] } },
      ]),
    ).to.deep.equal([
      {
        count: [{ n: 3 }],
        big: [
          { _id: 2, n: 5 },
          { _id: 3, n: 9 },
        ],
      },
    ]);
    expect(
      await rows([
        { $bucket: { groupBy: '$n', boundaries: [0, 5, 9], default: 'more', output: { ids: { $push: '$_id' } } } },
      ]),
    ).to.deep.equal([
      { _id: 0, ids: [1] },
      { _id: 5, ids: [2] },
      { _id: 'more', ids: [3] },
    ]);
    expect(await rows([{ $unwind: '$tags' }, { $sortByCount: '$tags' }], 'items')).to.deep.equal([
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ]);
    expect(
      await rows([{ $project: { _id: 1 } }, { $unionWith: { coll: 'items', pipeline: [{ $match: { price: 4 } }] } }]),
    ).to.deep.equal([{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 'd', price: 4, sku: null }]);
    expect(await rows([{ $documents: [{ x: 1 }, { x: { $add: [1, 1] } }] }, { $match: { x: 2 } }], 1)).to.deep.equal([
      { x: 2 },
    ]);
    expect(((await rows([{ $sample: { size: 2 } }])) as unknown[]).length).to.equal(2);
  });

  it('$group with the accumulators of orders and pieces', async () => {
    const group = {
      _id: null,
      count: { $count: {} },
      top: { $top: { sortBy: { n: -1 }, output: '$_id' } },
      bottoms: { $bottomN: { sortBy: { n: -1 }, output: '$_id', n: 2 } },
      firsts: { $firstN: { input: '$n', n: 2 } },
      least: { $minN: { input: '$n', n: 2 } },
      spread: { $stdDevSamp: '$n' },
      merged: { $mergeObjects: { $arrayToObject: [[[{ $toString: '$_id' }, '$n']]] } },
    };
    expect(await rows([{ $group: group }])).to.deep.equal([
      {
        _id: null,
        count: 3,
        top: 3,
        bottoms: [2, 1],
        firsts: [2, 5],
        least: [2, 5],
        spread: 3.5118845842842465,
        merged: { 1: 2, 2: 5, 3: 9 },
      },
    ]);
  });

  it('$out replaces a collection and keeps its indexes, or changes nothing', async () => {
    await insert('target', [{ _id: 'old', n: 0 }]);
    await inProcess.run({ createIndexes: 'target', indexes: [{ key: { n: 1 }, name: 'n', unique: true }] });
    expect(await rows([{ $project: { n: 1 } }, { $out: 'target' }])).to.deep.equal([]);
    expect(await find('target')).to.deep.equal([
      { _id: 1, n: 2 },
      { _id: 2, n: 5 },
      { _id: 3, n: 9 },
    ]);
    const twice = await reply([{ $project: { n: { $literal: 7 } } }, { $out: 'target' }]);
    expect(twice).to.include({ ok: 0, code: 11000 });
    expect(await find('target')).to.have.lengthOf(3);
    const { valid } = (await inProcess.run({ validate: 'target' })) as { valid: boolean };
    expect(valid).to.equal(true);
    expect(await reply([{ $out: 'x' }, { $match: {} }])).to.include({ ok: 0, code: 40601 });
  });

  it('$merge inserts, merges, replaces, keeps, computes and fails as told', async () => {
    const merge = (options: Fields): Promise<Fields> =>
      reply([{ $project: { n: 1 } }, { $merge: { into: 'target', ...options } }]);
    const fresh = async (): Promise<void> => {
      await inProcess.run({ drop: 'target' });
      await insert('target', [{ _id: 1, n: 100, kept: true }]);
    };
    const first = async (options: Fields): Promise<unknown> => {
      await fresh();
      expect((await merge(options)).ok).to.equal(1);
      return ((await find('target')) as unknown[])[0];
    };
    expect(await first({})).to.deep.equal({ _id: 1, n: 2, kept: true });
    expect(await find('target')).to.have.lengthOf(3);
    expect(await first({ whenMatched: 'replace', whenNotMatched: 'discard' })).to.deep.equal({ _id: 1, n: 2 });
    expect(await find('target')).to.have.lengthOf(1);
    expect(await first({ whenMatched: 'keepExisting' })).to.deep.equal({ _id: 1, n: 100, kept: true });
    expect(await first({ whenMatched: [{ $set: { n: { $add: ['$n', '$$new.n'] } } }] })).to.deep.equal({
      _id: 1,
      n: 102,
      kept: true,
    });
    await fresh();
    expect(await merge({ whenMatched: 'fail' })).to.include({ ok: 0, code: 11000 });
    expect(await merge({ whenNotMatched: 'fail' })).to.include({ ok: 0, code: 13113 });
    expect(await merge({ on: 'n' })).to.include({ ok: 0, code: 51183 });
  });

  it('are checked before anything is read', async () => {
    const errors: [Fields[], number][] = [
      [[{ $lookup: { from: 'x', as: '', localField: 'a', foreignField: 'b' } }], 40352],
      [[{ $lookup: { from: 'x', as: 'y', localField: 'a.', foreignField: 'b' } }], 40353],
      [[{ $lookup: { from: 'x', as: 'y', localField: 'a', foreignField: 'b..c' } }], 15998],
      [[{ $lookup: { from: 'x', as: 'y' } }], 9],
      [[{ $lookup: { from: 'x', as: 'y', localField: 'a' } }], 9],
      [[{ $lookup: { from: 'x', as: 'y', pipeline: [{ $bogus: 1 }] } }], 40324],
      [[{ $facet: { a: [{ $out: 'x' }] } }], 40600],
      [[{ $bucket: { groupBy: '$n', boundaries: [1, 'x'] } }], 40193],
      [[{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }], 40194],
      [[{ $sortByCount: 'x' }], 40147],
      [[{ $sample: { size: -1 } }], 28747],
      [
        [
          {
            $graphLookup: {
              from: 'x',
              as: 'y',
              startWith: 1,
              connectFromField: 'a',
              connectToField: 'b',
              maxDepth: -1,
            },
          },
        ],
        40101,
      ],
      [[{ $match: {} }, { $documents: [] }], 40602],
      [[{ $group: { _id: 1, a: { $top: { output: 1 } } } }], 5788002],
      [[{ $project: { a: '$$nothing' } }], 17276],
    ];
    for (const [pipeline, code] of errors)
      expect(await reply(pipeline), BSON.EJSON.stringify(pipeline)).to.include({ ok: 0, code });
    expect(await reply([{ $match: {} }], 1)).to.include({ ok: 0, code: 73 });
    expect(
      await rows([{ $match: { $expr: { $eq: ['$n', '$$n'] } } }, { $project: { n: 1 } }], 'orders', { let: { n: 5 } }),
    ).to.deep.equal([{ _id: 2, n: 5 }]);
  });
});

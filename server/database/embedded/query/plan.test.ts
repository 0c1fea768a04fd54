import { BSON } from 'bson';
import { expect } from 'chai';
import { sortKey } from '../storage/index-keys.ts';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';
import { document, fc } from '../testing-support/values.ts';
import { parseFilter } from './filter.ts';
import { choosePlan } from './plan.ts';
import { parseSort } from './sort.ts';

const { Long } = BSON;

/** Few different values, so that queries find something; arrays and nested documents among them. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom(
    1.5,
    Number.NaN,
    Long.fromNumber(3),
    null,
    'a',
    'ab',
    'b',
    'x'.repeat(1600),
    true,
    new Date(5),
    [],
    {},
  ),
);
const fieldValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ c: scalar, d: scalar }, { requiredKeys: [] }),
  fc.array(fc.oneof(scalar, fc.record({ c: scalar, d: scalar }, { requiredKeys: [] })), { maxLength: 3 }),
);
const documents = fc.array(fc.record({ a: fieldValue, b: fieldValue }, { requiredKeys: [] }), {
  minLength: 1,
  maxLength: 12,
});

const path = fc.constantFrom('a', 'b', 'a.c', 'a.d', 'b.c');
const test: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc
    .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([operator, value]) => ({ [operator]: value })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lte: high })),
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.constantFrom({ $exists: true }, { $exists: false }, { $regex: '^a' }, { $type: 'string' }, { $size: 1 }),
  scalar.map((value) => ({ $elemMatch: { $gte: value } })),
  scalar.map((value) => ({ $not: { $gt: value } })),
);
const conjunction = fc
  .array(fc.tuple(path, test), { maxLength: 3 })
  .map((tests) => ({ $and: [{}, ...tests.map(([name, asked]) => ({ [name]: asked }))] }));
const query = fc.oneof(
  { weight: 3, arbitrary: conjunction },
  fc.tuple(conjunction, conjunction, conjunction).map(([x, y, z]) => ({ $and: [x, { $or: [y, z] }] })),
);
const sort = fc.option(
  fc
    .array(fc.tuple(path, fc.constantFrom(1, -1)), { minLength: 1, maxLength: 2 })
    .map((fields) => Object.fromEntries(fields)),
  { nil: undefined },
);

const indexes = [
  { key: { a: 1 }, name: 'a' },
  { key: { b: -1 }, name: 'b' },
  { key: { a: 1, b: 1 }, name: 'ab' },
  { key: { 'a.c': 1, 'a.d': -1 }, name: 'acd' },
  { key: { 'b.c': 1 }, name: 'bc', sparse: true },
  { key: { b: 1, 'a.c': -1 }, name: 'partial', partialFilterExpression: { a: { $gte: 1 } } },
];

function isParallel(reply: Record<string, unknown>): boolean {
  return JSON.stringify(reply).includes('parallel arrays');
}

describe('the planner', () => {
  let inProcess: InProcess;

  beforeEach(async () => {
    inProcess = await openInProcess();
  });
  afterEach(() => inProcess.close());

  const found = async (
    collection: string,
    filter: unknown,
    order: unknown,
  ): Promise<{ ids: unknown[]; reply: Record<string, unknown> }> => {
    const reply = await inProcess.run({ find: collection, filter, ...(order ? { sort: order } : {}), batchSize: 1000 });
    const batch = (reply.cursor as { firstBatch: { _id: unknown }[] } | undefined)?.firstBatch ?? [];
    return { ids: batch.map(({ _id }) => _id), reply };
  };

  it('finds with indexes what a scan of the collection finds', async function () {
    this.timeout(60_000);
    let round = 0;
    const usedIndexes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(fc.tuple(query, sort), { minLength: 8, maxLength: 8 }),
        async (given, asked) => {
          const [plain, indexed] = [`plain${++round}`, `indexed${round}`];
          const rows = given.map((row, _id) => ({ _id, ...row }));
          await inProcess.run({ createIndexes: indexed, indexes });
          const inserted = await inProcess.run({ insert: indexed, documents: rows, ordered: false });
          // What an index refuses (parallel arrays) is left out of both.
          const refused = new Set(((inserted.writeErrors ?? []) as { index: number }[]).map(({ index }) => index));
          const kept = rows.filter((_, index) => !refused.has(index));
          if (kept.length > 0) await inProcess.run({ insert: plain, documents: kept });
          for (const [filter, order] of asked) {
            const [scan, byIndex] = [await found(plain, filter, order), await found(indexed, filter, order)];
            // A sort in memory may refuse parallel arrays where an index needs no sort.
            if (isParallel(scan.reply) || isParallel(byIndex.reply)) continue;
            expect(byIndex.reply.ok, JSON.stringify(byIndex.reply)).to.equal(1);
            expect([...byIndex.ids].sort(), BSON.EJSON.stringify({ filter, order, kept })).to.deep.equal(
              [...scan.ids].sort(),
            );
            const collection = inProcess.engine.catalog.find('test', indexed);
            if (!collection) throw new Error('no collection');
            const plan = choosePlan(collection, parseFilter(document(filter)), order && parseSort(document(order)));
            if (plan.kind === 'index') usedIndexes.add(plan.index.name);
          }
        },
      ),
      { numRuns: 120 },
    );
    expect([...usedIndexes].sort()).to.include.members(['a', 'ab', 'acd', 'b', 'bc']);
  });

  it('gives the order of a sort from an index as it does in memory', async function () {
    this.timeout(60_000);
    let round = 0;
    const orders = [{ a: 1 }, { a: -1 }, { a: 1, b: 1 }, { a: -1, b: -1 }, { b: 1 }, { 'a.c': 1, 'a.d': -1 }];
    let fromIndex = 0;
    await fc.assert(
      fc.asyncProperty(documents, query, fc.constantFrom(...orders), async (given, filter, order) => {
        const [plain, indexed] = [`p${++round}`, `i${round}`];
        const rows = given.map((row, _id) => ({ _id, ...row }));
        await inProcess.run({ createIndexes: indexed, indexes: indexes.slice(0, 4) });
        const inserted = await inProcess.run({ insert: indexed, documents: rows, ordered: false });
        const refused = new Set(((inserted.writeErrors ?? []) as { index: number }[]).map(({ index }) => index));
        const kept = rows.filter((_, index) => !refused.has(index));
        if (kept.length === 0) return;
        await inProcess.run({ insert: plain, documents: kept });
        const [scan, byIndex] = [await found(plain, filter, order), await found(indexed, filter, order)];
        if (isParallel(scan.reply) || isParallel(byIndex.reply)) return;
        const collection = inProcess.engine.catalog.find('test', indexed);
        if (!collection) throw new Error('no collection');
        const plan = choosePlan(collection, parseFilter(document(filter)), parseSort(document(order)));
        if (plan.sorted) fromIndex++;
        // Documents of equal sort keys may come in any order: compare the keys.
        const fields = parseSort(document(order));
        const keyOf = (id: unknown): string =>
          sortKey(fields, document(kept.find(({ _id }) => _id === id) ?? {})).toString('hex');
        expect(byIndex.ids.map(keyOf), BSON.EJSON.stringify({ filter, order, kept })).to.deep.equal(
          scan.ids.map(keyOf),
        );
      }),
      { numRuns: 300 },
    );
    expect(fromIndex).to.be.greaterThan(10);
  });

  it('takes the index with the longest equality prefix, then order, then range', async () => {
    const wanted: [Record<string, unknown>, Record<string, unknown> | undefined, string | undefined][] = [
      [{ device: 1, metric: 2, at: { $gt: 3 } }, undefined, 'device_metric_at'],
      [{ device: 1 }, { at: -1 }, 'device_at'],
      [{ device: 1, metric: 2 }, { at: -1 }, 'device_metric_at'],
      [{ serial: 'x' }, undefined, 'serial'],
      [{ other: 1 }, undefined, undefined],
      [{}, { at: 1 }, undefined],
      [{ _id: 1, device: 2 }, undefined, '_id_'],
      [{ serial: /^x/ }, undefined, 'serial'],
      [{ serial: /x/ }, undefined, undefined],
    ];
    await inProcess.run({
      createIndexes: 'readings',
      indexes: [
        { key: { device: 1, at: -1 }, name: 'device_at' },
        { key: { device: 1, metric: 1, at: 1 }, name: 'device_metric_at' },
        { key: { serial: 1 }, name: 'serial', unique: true },
      ],
    });
    const collection = inProcess.engine.catalog.find('test', 'readings');
    if (!collection) throw new Error('no collection');
    for (const [filter, order, name] of wanted) {
      const plan = choosePlan(collection, parseFilter(document(filter)), order && parseSort(document(order)));
      expect(plan.kind === 'index' ? plan.index.name : undefined, JSON.stringify([filter, order])).to.equal(name);
      if (order && name) expect(plan.sorted).to.equal(true);
    }
  });
});

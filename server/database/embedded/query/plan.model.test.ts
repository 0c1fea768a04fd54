import { BSON } from 'bson';
import { expect } from 'chai';
import { sortKey } from '../storage/index-keys.ts';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';
import { naivelyMatches } from '../testing-support/naive-match.ts';
import { anyValue, document, fc } from '../testing-support/values.ts';
import { parseSort } from './sort.ts';

type Fields = Record<string, unknown>;
const { Decimal128, Long } = BSON;

/** Values that meet often, beside those of all types. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      null,
      'a',
      'ab',
      true,
      [],
      {},
      -0,
      Number.NaN,
      Long.fromNumber(2),
      Decimal128.fromString('2.0'),
      new Date(2),
    ),
  },
  { weight: 1, arbitrary: anyValue },
);
const nested = fc.record({ c: value, d: value }, { requiredKeys: [] });
const fieldValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 1, arbitrary: nested },
  { weight: 2, arbitrary: fc.array(fc.oneof(value, nested), { maxLength: 3 }) },
);
const documents = fc.array(fc.record({ a: fieldValue, b: fieldValue }, { requiredKeys: [] }), {
  minLength: 1,
  maxLength: 10,
});

const path = fc.constantFrom('a', 'a', 'b', 'b', 'a.c', 'a.d', 'b.c', 'a.0', 'a.0.c');
const isComparable = (operand: unknown): boolean => !(operand instanceof RegExp || operand instanceof BSON.BSONRegExp);
const operand = value.filter(isComparable);
const condition: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 4, arbitrary: operand.map(($eq): Fields => ({ $eq })) },
  { weight: 3, arbitrary: fc.array(operand, { maxLength: 3 }).map(($in): Fields => ({ $in })) },
  fc
    .tuple(
      fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'),
      fc.oneof(
        { weight: 6, arbitrary: operand },
        { weight: 1, arbitrary: fc.constantFrom(new BSON.MinKey(), new BSON.MaxKey()) },
      ),
    )
    .map(([operator, of]) => ({ [operator]: of })),
  fc.tuple(operand, operand).map(([$gte, $lte]) => ({ $gte, $lte })),
  fc.array(operand, { maxLength: 2 }).map(($nin) => ({ $nin })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.nat(2).map(($size) => ({ $size })),
  operand.map(($gte) => ({ $elemMatch: { $gte } })),
  operand.map(($lt) => ({ $not: { $lt } })),
);
const clause = fc.tuple(path, condition).map(([name, asked]): Fields => ({ [name]: asked }));
const query: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 3, arbitrary: fc.array(clause, { minLength: 1, maxLength: 3 }).map(($and) => ({ $and })) },
  {
    weight: 1,
    arbitrary: fc.tuple(clause, clause, clause).map(([one, two, all]) => ({ $and: [all, { $or: [one, two] }] })),
  },
  { weight: 1, arbitrary: fc.tuple(clause, clause).map(([one, two]) => ({ $nor: [one, two] })) },
);

const indexFields = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'a.c', 'a.d', 'b.c'), fc.constantFrom(1, -1)), {
  minLength: 1,
  maxLength: 3,
  selector: ([name]) => name,
});
const index = fc
  .tuple(
    indexFields,
    fc.constantFrom<Fields>(
      {},
      {},
      { sparse: true },
      { partialFilterExpression: { a: { $gte: 1 } } },
      { partialFilterExpression: { b: { $exists: true } } },
      { unique: true },
      { expireAfterSeconds: 3600 },
    ),
  )
  .filter(([fields, options]) => fields.length === 1 || !('expireAfterSeconds' in options))
  .map(([fields, options]): Fields => ({ key: Object.fromEntries(fields), ...options }));
const indexes = fc.array(index, { minLength: 1, maxLength: 3 });
const sort = fc.option(
  indexFields.map((fields): Fields => Object.fromEntries(fields.slice(0, 2))),
  { nil: undefined },
);

/** Whether the index holds every document, so that a hint at it changes no answer. */
function isWhole(given: Fields): boolean {
  return !('sparse' in given || 'partialFilterExpression' in given);
}

function mentionsParallelArrays(reply: Fields): boolean {
  return JSON.stringify(reply).includes('parallel arrays');
}

describe('a query by random indexes over values of all types', () => {
  let inProcess: InProcess;

  before(async () => {
    inProcess = await openInProcess();
  });
  after(() => inProcess.close());

  it('finds, counts and orders what a naive reading of the documents does', async function () {
    this.timeout(120_000);
    let round = 0;
    let byIndex = 0;
    await fc.assert(
      fc.asyncProperty(
        documents,
        indexes,
        fc.array(fc.tuple(query, sort), { minLength: 4, maxLength: 4 }),
        async (given, wanted, asked) => {
          const name = `c${++round}`;
          const named: Fields[] = [];
          for (const [at, each] of wanted.entries()) {
            const made = { ...each, name: `i${at}` };
            // One that differs from another by its options alone is refused.
            if ((await inProcess.run({ createIndexes: name, indexes: [made] })).ok === 1) named.push(made);
          }
          const rows: Fields[] = given.map((row, _id) => ({ _id, ...row }));
          const inserted = await inProcess.run({ insert: name, documents: rows, ordered: false });
          const refused = new Set(((inserted.writeErrors ?? []) as { index: number }[]).map((each) => each.index));
          const kept = rows.filter((_, at) => !refused.has(at));
          for (const [filter, order] of asked) {
            const shown = BSON.EJSON.stringify({ kept, named, filter, order }, { relaxed: false });
            const expected = kept
              .filter((row) => naivelyMatches(document(row), document(filter)))
              .map(({ _id }) => _id);
            const found = await inProcess.run({
              find: name,
              filter,
              ...(order ? { sort: order } : {}),
              batchSize: 100,
            });
            if (order && mentionsParallelArrays(found)) continue;
            expect(found.ok, `${JSON.stringify(found)} ${shown}`).to.equal(1);
            const ids = (found.cursor as { firstBatch: { _id: number }[] }).firstBatch.map(({ _id }) => _id);
            expect([...ids].sort(), shown).to.deep.equal(expected);
            if (order) {
              const fields = parseSort(document(order));
              const keys = ids.map((id) => sortKey(fields, document(rows[id] ?? {})).toString('hex'));
              expect(keys, shown).to.deep.equal([...keys].sort());
            }
            const hinted = named.find(isWhole);
            if (hinted) {
              const byHint = await inProcess.run({ count: name, query: filter, hint: hinted.name });
              expect(byHint, `hint ${hinted.name} ${shown}`).to.include({ n: expected.length });
            }
            expect(await inProcess.run({ count: name, query: filter }), shown).to.include({ n: expected.length });
            const plan = JSON.stringify(
              await inProcess.run({ explain: { find: name, filter }, verbosity: 'queryPlanner' }),
            );
            if (plan.includes('IXSCAN')) byIndex++;
          }
          await inProcess.run({ drop: name });
        },
      ),
      { numRuns: 250 },
    );
    expect(byIndex).to.be.greaterThan(100);
  });
});

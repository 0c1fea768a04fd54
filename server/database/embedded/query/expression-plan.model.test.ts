import { BSON } from 'bson';
import { expect } from 'chai';
import { type InProcess, openInProcess } from '../testing-support/in-process.ts';
import { fc } from '../testing-support/values.ts';

type Fields = Record<string, unknown>;

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }) },
  fc.constantFrom(null, 'a', true, new BSON.Long(1), BSON.Decimal128.fromString('1.0'), Number.NaN, new BSON.MinKey()),
);
const fieldValue = fc.oneof(
  { weight: 6, arbitrary: scalar },
  fc.record({ c: scalar }, { requiredKeys: [] }),
  fc.array(fc.oneof(scalar, fc.record({ c: scalar })), { maxLength: 2 }),
);
const documents = fc.array(fc.record({ a: fieldValue, b: fieldValue }, { requiredKeys: [] }), {
  minLength: 1,
  maxLength: 8,
});
const index = fc.record({
  key: fc.constantFrom<Fields>({ a: 1 }, { b: -1 }, { a: 1, b: 1 }, { 'a.c': 1 }, { b: 1, 'a.c': -1 }),
  options: fc.constantFrom<Fields>({}, {}, { sparse: true }, { partialFilterExpression: { a: { $exists: true } } }),
});
const path = fc.constantFrom('$a', '$b', '$a.c');
const literal = fc.oneof(scalar, fc.constantFrom<unknown>([], [1], { c: 1 })).map(($literal) => ({ $literal }));
const operand = fc.oneof(literal, fc.constantFrom('$$x', '$$x.c', '$$REMOVE', '$b', 'a'));
const equality = fc
  .tuple(path, operand, fc.boolean())
  .map(([field, other, turned]): Fields => ({ $eq: turned ? [other, field] : [field, other] }));
const asked = fc.oneof(
  { weight: 2, arbitrary: equality },
  fc.array(equality, { minLength: 1, maxLength: 2 }).map(($and): Fields => ({ $and })),
  fc.array(equality, { minLength: 1, maxLength: 2 }).map(($or): Fields => ({ $or })),
);

function keyed(rows: readonly Fields[]): Fields[] {
  return rows.map((row, _id) => ({ _id, ...row }));
}

describe('an $expr by random indexes', () => {
  let database: InProcess;
  let round = 0;
  before(async () => {
    database = await openInProcess();
  });
  after(() => database.close());

  /** Two collections of the same documents, the second with an index. */
  async function twice(rows: readonly Fields[], { key, options }: { key: Fields; options: Fields }) {
    const [plain, indexed] = [`p${++round}`, `i${round}`];
    await database.run({ createIndexes: indexed, indexes: [{ key, name: 'i', ...options }] });
    const { writeErrors = [] } = await database.run({ insert: indexed, documents: keyed(rows), ordered: false });
    // What the index cannot hold (arrays side by side) is in neither.
    const refused = new Set((writeErrors as { index: number }[]).map(({ index: at }) => at));
    const kept = keyed(rows).filter((_, at) => !refused.has(at));
    if (kept.length > 0) await database.run({ insert: plain, documents: kept });
    return { plain, indexed };
  }

  async function found(command: Fields): Promise<string> {
    const reply = await database.run(command);
    expect(reply.ok, BSON.EJSON.stringify(reply)).to.equal(1);
    const { firstBatch } = reply.cursor as { firstBatch: Fields[] };
    return BSON.EJSON.stringify(firstBatch, { relaxed: false });
  }

  it('finds what it finds without them, with variables and without', async function () {
    this.timeout(60_000);
    let byIndex = 0;
    await fc.assert(
      fc.asyncProperty(documents, index, asked, fieldValue, async (rows, given, $expr, x) => {
        const { plain, indexed } = await twice(rows, given);
        const query = { filter: { $expr }, let: { x: { $literal: x } }, sort: { _id: 1 } };
        expect(await found({ find: indexed, ...query })).to.equal(await found({ find: plain, ...query }));
        const { sort: _, ...unsorted } = query;
        const plan = await database.run({ explain: { find: indexed, ...unsorted }, verbosity: 'queryPlanner' });
        if (JSON.stringify(plan).includes('IXSCAN')) byIndex++;
      }),
      { numRuns: 120 },
    );
    // About eleven of the random indexes serve: none at all would be no accident.
    expect(byIndex).to.be.greaterThan(0);
  });

  it('joins in $lookup what it joins without them', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(documents, documents, index, asked, fc.boolean(), async (outer, inner, given, $expr, by) => {
        const { plain, indexed } = await twice(inner, given);
        const name = `o${round}`;
        await database.run({ insert: name, documents: keyed(outer) });
        const joined = (from: string) =>
          found({
            aggregate: name,
            cursor: {},
            pipeline: [
              {
                $lookup: {
                  from,
                  let: { x: '$a' },
                  pipeline: [{ $match: { $expr } }, { $sort: { _id: 1 } }],
                  as: 'joined',
                  ...(by ? { localField: 'b', foreignField: 'a' } : {}),
                },
              },
            ],
          });
        expect(await joined(indexed)).to.equal(await joined(plain));
      }),
      { numRuns: 80 },
    );
  });
});

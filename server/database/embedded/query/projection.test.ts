import { BSON } from 'bson';
import { expect } from 'chai';
import { emptyScope } from '../aggregation/scope.ts';
import { sortKey } from '../storage/index-keys.ts';
import { document } from '../testing-support/values.ts';
import { parseFilter } from './filter.ts';
import { parseProjection } from './projection.ts';
import { parseSort } from './sort.ts';

type Fields = Record<string, unknown>;
const { Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } = BSON;

function projected(fields: Fields, projection: Fields): string {
  const project = parseProjection(document(projection), emptyScope);
  const source = document(fields);
  return BSON.EJSON.stringify(BSON.deserialize((project ? project(source) : source).raw()));
}

const source = { b: 1, _id: 7, a: { x: 1, y: 2 }, c: [{ x: 1, y: 2 }, 3, { y: 4 }, [{ x: 5 }]] };

const cases: [projection: Fields, result: Fields][] = [
  [{}, source],
  [
    { a: 1, b: 1 },
    { b: 1, _id: 7, a: { x: 1, y: 2 } },
  ],
  [{ a: true, _id: false }, { a: { x: 1, y: 2 } }],
  [{ _id: 1 }, { _id: 7 }],
  [{ _id: 0 }, { b: 1, a: { x: 1, y: 2 }, c: source.c }],
  [
    { a: 0, c: 0 },
    { b: 1, _id: 7 },
  ],
  [{ 'a.x': 1, _id: 0 }, { a: { x: 1 } }],
  [{ a: { x: 1 }, _id: 0 }, { a: { x: 1 } }],
  [{ 'c.x': 1, _id: 0 }, { c: [{ x: 1 }, {}, [{ x: 5 }]] }],
  [
    { 'c.x': 0, _id: 0, a: 0 },
    { b: 1, c: [{ y: 2 }, 3, { y: 4 }, [{}]] },
  ],
  [{ 'b.z': 1, _id: 0 }, {}],
  [{ missing: 1, _id: 0 }, {}],
  [
    { n: '$a.y', b: 1, _id: 0 },
    { b: 1, n: 2 },
  ],
  [
    { b: { $add: ['$b', 1] }, a: 1 },
    { _id: 7, a: { x: 1, y: 2 }, b: 2 },
  ],
];

describe('a projection', () => {
  for (const [projection, result] of cases) {
    it(`${JSON.stringify(projection)} keeps the document's order`, () => {
      expect(projected(source, projection)).to.equal(BSON.EJSON.stringify(result));
    });
  }

  it('may not mix, collide or ask for what is not supported', () => {
    const bad: [Fields, number][] = [
      [{ a: 1, b: 0 }, 31254],
      [{ a: 1, 'a.b': 1 }, 31249],
      [{ 'a.b': 1, a: 1 }, 31250],
      [{ a: 0, b: 1 }, 31253],
      [{ a: { $elemMatch: { x: 1 } } }, 168],
      [{ 'a.$': 1 }, 16410],
      [{ a: { $bogus: '$b' } }, 168],
    ];
    for (const [projection, code] of bad) {
      expect(() => parseProjection(document(projection), emptyScope), JSON.stringify(projection))
        .to.throw()
        .with.property('code', code);
    }
  });
});

describe("a find's projection", () => {
  const found = (fields: Fields, filter: Fields, projection: Fields): string => {
    const project = parseProjection(document(projection), emptyScope, { filter: parseFilter(document(filter)) });
    const before = document(fields);
    return BSON.EJSON.stringify(BSON.deserialize((project ? project(before) : before).raw()));
  };
  const rows = {
    _id: 1,
    a: [1, 5, 9, 5],
    b: [
      { c: 1, d: [7, 8] },
      { c: 2, d: [8] },
    ],
    e: 'x',
  };
  const findCases: [filter: Fields, projection: Fields, result: Fields][] = [
    [{}, { a: { $slice: 2 } }, { ...rows, a: [1, 5] }],
    [{}, { a: { $slice: -1 }, _id: 0 }, { a: [5], b: rows.b, e: 'x' }],
    [{}, { a: { $slice: [1, 2] }, e: 1 }, { _id: 1, a: [5, 9], e: 'x' }],
    [{}, { a: { $slice: [-3, 2] }, b: 0 }, { _id: 1, a: [5, 9], e: 'x' }],
    [
      {},
      { 'b.d': { $slice: 1 }, a: 0 },
      {
        _id: 1,
        b: [
          { c: 1, d: [7] },
          { c: 2, d: [8] },
        ],
        e: 'x',
      },
    ],
    [{}, { b: { $elemMatch: { c: 2 } }, e: 1 }, { _id: 1, e: 'x', b: [{ c: 2, d: [8] }] }],
    [{}, { a: { $elemMatch: { $gt: 4, $lt: 9 } } }, { _id: 1, a: [5] }],
    [{}, { a: { $elemMatch: { $gt: 100 } } }, { _id: 1 }],
    [{}, { a: { $elemMatch: { $gt: 4 } }, e: 0 }, { _id: 1, a: [5], b: rows.b }],
    [{}, { a: { $elemMatch: { $gt: 4 } }, b: { $slice: 1 } }, { _id: 1, a: [5], b: [rows.b[0]], e: 'x' }],
    [{}, { a: { $elemMatch: { $gt: 4 } }, _id: 0 }, { a: [5] }],
    [{}, { a: { $slice: 1 }, _id: 1 }, { _id: 1, a: [1] }],
    [{ a: { $gt: 4 } }, { 'a.$': 1 }, { _id: 1, a: [5] }],
    [{ 'b.c': 2 }, { 'b.$': 1, e: 1 }, { _id: 1, b: [{ c: 2, d: [8] }], e: 'x' }],
    [{ b: { $elemMatch: { c: 2 } } }, { 'b.$': 1, _id: 0 }, { b: [{ c: 2, d: [8] }] }],
    [{ e: 'x', a: 9 }, { 'a.$': 1, _id: 0 }, { a: [9] }],
  ];
  for (const [filter, projection, result] of findCases) {
    it(`${JSON.stringify(projection)} for ${JSON.stringify(filter)}`, () =>
      expect(found(rows, filter, projection)).to.equal(BSON.EJSON.stringify(result)));
  }

  it('refuses what has no meaning', () => {
    const bad: [Fields, Fields, number][] = [
      [{ e: 'x' }, { 'a.$': 1 }, 51246],
      [{ a: 1 }, { 'a.$': 0 }, 31395],
      [{ a: 1 }, { 'a.$': 1, 'b.$': 1 }, 31276],
      [{ a: 1 }, { 'a.$.b': 1 }, 31394],
      [{ a: 1 }, { 'a.$': 1, b: { $elemMatch: { c: 1 } } }, 31255],
      [{}, { 'b.d': { $elemMatch: { $gt: 1 } } }, 31275],
      [{}, { a: { $elemMatch: 1 } }, 31274],
      [{}, { a: { $slice: [1, 0] } }, 28724],
      [{}, { 'a.': 1 }, 40353],
      [{}, { e: 0, a: { $add: [1, 2] } }, 31252],
    ];
    for (const [filter, projection, code] of bad) {
      expect(() => found(rows, filter, projection), JSON.stringify(projection))
        .to.throw()
        .with.property('code', code);
    }
  });
});

describe('a sort', () => {
  const order = (sort: Fields, rows: Fields[]): number[] => {
    const fields = parseSort(document(sort));
    return rows
      .map((row, index) => ({ key: sortKey(fields, document(row)), index }))
      .sort((left, right) => Buffer.compare(left.key, right.key) || left.index - right.index)
      .map(({ index }) => index);
  };

  it('follows the order of types', () => {
    const ascending = [
      new MinKey(),
      [],
      null,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      Long.fromNumber(-5),
      Decimal128.fromString('0.5'),
      1,
      '',
      'a',
      {},
      { a: 1 },
      Buffer.from('x'),
      new ObjectId(),
      false,
      true,
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      /x/,
      new MaxKey(),
    ];
    const rows = ascending.map((a) => ({ a }));
    expect(order({ a: 1 }, rows)).to.deep.equal(rows.map((_, index) => index));
    expect(order({ a: -1 }, rows)).to.deep.equal(rows.map((_, index) => index).reverse());
  });

  it('takes the smallest element ascending and the largest descending', () => {
    const rows = [{ a: [5, 1] }, { a: [3, 9] }, { a: 4 }, {}, { a: [] }];
    expect(order({ a: 1 }, rows)).to.deep.equal([4, 3, 0, 1, 2]);
    expect(order({ a: -1 }, rows)).to.deep.equal([1, 0, 2, 3, 4]);
  });

  it('orders by several fields, into documents and arrays of them', () => {
    const rows = [{ a: 1, b: { c: 1 } }, { a: 1, b: { c: 2 } }, { a: 0, b: [{ c: 0 }, { c: 3 }] }, { a: 1 }];
    expect(order({ a: 1, 'b.c': -1 }, rows)).to.deep.equal([2, 1, 0, 3]);
    expect(order({ 'b.c': -1, a: 1 }, rows)).to.deep.equal([2, 1, 0, 3]);
  });
});

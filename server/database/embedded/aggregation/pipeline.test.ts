import { BSON } from 'bson';
import { expect } from 'chai';
import { document, value } from '../testing-support/values.ts';
import { items } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';
import { parseExpression } from './expression.ts';
import { parsePipeline, type Stream } from './pipeline.ts';
import { emptyScope } from './scope.ts';

const { Decimal128, Double, Int32, Long } = BSON;
type Fields = Record<string, unknown>;

function json(of: unknown): string {
  return BSON.EJSON.stringify({ v: of }, { relaxed: false });
}

function evaluated(expression: unknown, fields: Fields): string {
  const result = parseExpression(value(expression), emptyScope)(document(fields));
  if (!result) return 'missing';
  return json(BSON.deserialize(documentOf([{ name: 'v', value: result }]).raw(), { promoteValues: false }));
}

describe('an expression', () => {
  const scalar = (expected: unknown): string =>
    json(BSON.deserialize(BSON.serialize({ v: expected }), { promoteValues: false }));
  const cases: [expression: unknown, fields: Fields, result: unknown][] = [
    ['$a', { a: new Int32(1) }, 1],
    ['$a.b', { a: { b: 'x' } }, 'x'],
    [{ $add: ['$a', 1] }, { a: new Int32(2147483647) }, Long.fromString('2147483648')],
    [{ $add: [1, new Double(0.5)] }, {}, 1.5],
    [{ $add: ['$a', 1] }, {}, null],
    [{ $add: [Decimal128.fromString('0.1'), Decimal128.fromString('0.2')] }, {}, Decimal128.fromString('0.3')],
    [{ $add: [new Date(5), 10] }, {}, new Date(15)],
    [{ $subtract: [new Date(15), new Date(5)] }, {}, Long.fromNumber(10)],
    [{ $subtract: [5, 7] }, {}, -2],
    [{ $multiply: [3, Long.fromNumber(4)] }, {}, Long.fromNumber(12)],
    [{ $divide: [7, 2] }, {}, new Double(3.5)],
    [{ $cond: [{ $gt: ['$a', 1] }, 'big', 'small'] }, { a: 2 }, 'big'],
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own name
    [{ $cond: { if: '$a', then: 1, else: 2 } }, { a: 0 }, 2],
    [{ $ifNull: ['$a', '$b', 'none'] }, { b: null }, 'none'],
    [{ $eq: ['$missing', null] }, {}, false],
    [{ $lt: ['$missing', null] }, {}, true],
    [{ $gt: ['x', 4] }, {}, true],
    [{ $eq: [Long.fromNumber(5), 5] }, {}, true],
    [{ $and: ['$a', { $not: ['$b'] }] }, { a: 1, b: 0 }, true],
    [{ $or: [0, null] }, {}, false],
    [{ $concat: ['a', '$b'] }, { b: 'c' }, 'ac'],
    [{ $concat: ['a', '$b'] }, {}, null],
    [{ $literal: '$a' }, {}, '$a'],
  ];
  for (const [expression, fields, result] of cases) {
    it(`${BSON.EJSON.stringify({ e: expression })} gives ${String(result)}`, () =>
      expect(evaluated(expression, fields)).to.equal(scalar(result)));
  }

  it('reads fields of arrays of documents, and positions not at all', () => {
    const found = parseExpression(value('$a.b'), emptyScope)(document({ a: [{ b: 1 }, { c: 2 }, 3, [{ b: 4 }]] }));
    expect(found && items(found).map((item) => item.raw().readInt32LE())).to.deep.equal([1]);
    expect(parseExpression(value('$a.0'), emptyScope)(document({ a: [7] }))?.raw().length).to.equal(5);
    expect(evaluated('$missing', {})).to.equal('missing');
  });

  it('is refused when it is not on the list', () => {
    for (const expression of [{ $function: {} }, { $cond: [1, { $meta: 'x' }, 2] }, '$$CLUSTER_TIME']) {
      expect(() => parseExpression(value(expression), emptyScope))
        .to.throw(/^embedded engine does not support /)
        .with.property('code', 168);
    }
    expect(() => parseExpression(value('$$unknown'), emptyScope))
      .to.throw()
      .with.property('code', 17276);
  });
});

describe('a pipeline', () => {
  const run = (stages: Fields[], rows: Fields[]): unknown[] => {
    const pipeline = parsePipeline(
      stages.map((stage) => document(stage)),
      { scope: emptyScope, run: () => [], localSessions: () => [], parse: parsePipeline },
    );
    const stream = pipeline.reduce<Stream>(
      (input, stage) => stage.run(input),
      rows.map((row) => document(row)),
    );
    return [...stream].flatMap((found) => (found ? [BSON.deserialize(found.raw())] : []));
  };

  it('sums exactly', () => {
    const tenth = Array.from({ length: 10 }, () => ({ v: 0.1 }));
    expect(run([{ $group: { _id: null, s: { $sum: '$v' } } }], tenth)).to.deep.equal([{ _id: null, s: 1 }]);
    const longs = [{ v: Long.fromString('9007199254740993') }, { v: 1 }, { v: 'not a number' }];
    const [sum] = run([{ $group: { _id: null, s: { $sum: '$v' } } }], longs) as { s: unknown }[];
    expect(String(sum?.s)).to.equal('9007199254740994');
  });

  it('groups numbers by value, and missing with null', () => {
    const rows = [{ k: 1, v: 1 }, { k: Long.fromNumber(1), v: 2 }, { v: 3 }, { k: null, v: 4 }];
    expect(
      run([{ $group: { _id: '$k', first: { $first: '$v' }, last: { $last: '$v' }, all: { $addToSet: '$v' } } }], rows),
    ).to.deep.equal([
      { _id: 1, first: 1, last: 2, all: [1, 2] },
      { _id: null, first: 3, last: 4, all: [3, 4] },
    ]);
  });

  it('merges added fields into documents and through arrays', () => {
    const rows = [{ a: { x: 1 }, b: [{ c: 1 }, { c: 2 }] }];
    expect(run([{ $addFields: { a: { y: 2 }, 'b.d': 0, n: '$a.x', gone: '$none' } }], rows)).to.deep.equal([
      {
        a: { x: 1, y: 2 },
        b: [
          { c: 1, d: 0 },
          { c: 2, d: 0 },
        ],
        n: 1,
      },
    ]);
  });

  it('skips, limits, counts, sorts', () => {
    const rows = [3, 1, 2, 5, 4].map((v) => ({ v }));
    expect(run([{ $sort: { v: -1 } }, { $skip: 1 }, { $limit: 2 }], rows)).to.deep.equal([{ v: 4 }, { v: 3 }]);
    expect(run([{ $match: { v: { $gt: 2 } } }, { $count: 'n' }], rows)).to.deep.equal([{ n: 3 }]);
    expect(run([{ $match: { v: 99 } }, { $count: 'n' }], rows)).to.deep.equal([]);
  });

  it('is refused stage by stage', () => {
    expect(() => run([{ $match: {} }, { $search: {} }], []))
      .to.throw(/^embedded engine does not support the pipeline stage \$search/)
      .with.property('code', 40324);
    expect(() => run([{ $group: { _id: 1, a: { $accumulator: '$v' } } }], []))
      .to.throw(/^embedded engine does not support/)
      .with.property('code', 168);
    const unknown: [Record<string, unknown>, RegExp, number][] = [
      [{ $fakeStage: {} }, /^Unrecognized pipeline stage name: '\$fakeStage'$/, 40324],
      [{ $group: { _id: 1, a: { $fake: '$v' } } }, /^unknown group operator '\$fake'$/, 15952],
      [{ $project: { a: { $fake: '$v' } } }, /^Unrecognized expression '\$fake'$/, 168],
      [{ $project: { a: { $sin: '$v' } } }, /^embedded engine does not support the expression \$sin$/, 168],
    ];
    for (const [stage, message, code] of unknown) {
      expect(() => run([stage], []))
        .to.throw(message)
        .with.property('code', code);
    }
    expect(() => run([{ $limit: 0 }], []))
      .to.throw()
      .with.property('code', 15958);
    expect(() => run([{ $project: {} }], []))
      .to.throw()
      .with.property('code', 51272);
    expect(() => run([{ $group: { a: 1 } }], []))
      .to.throw()
      .with.property('code', 15955);
  });
});

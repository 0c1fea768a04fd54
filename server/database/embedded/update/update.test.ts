import { BSON } from 'bson';
import { expect } from 'chai';
import { bind } from '../aggregation/scope.ts';
import { document, text, value } from '../testing-support/values.ts';
import { applyUpdate, parseUpdate } from './update.ts';

const { Decimal128, Double, Int32, Long } = BSON;
const decimal = (digits: string) => Decimal128.fromString(digits);
const now = Date.UTC(2026, 0, 1);
type Fields = Record<string, unknown>;

function updated(fields: Fields, update: Fields): string {
  return text(applyUpdate(parseUpdate(document(update)), document(fields), now));
}

const cases: [name: string, before: Fields, update: Fields, after: Fields][] = [
  ['$set replaces in place', { a: 1, b: 2 }, { $set: { a: 9 } }, { a: 9, b: 2 }],
  [
    'new fields are added in the order of their names',
    { x: 1 },
    { $set: { c: 3, a: 1, b: 2 } },
    { x: 1, a: 1, b: 2, c: 3 },
  ],
  ['numeric names in numeric order', { x: {} }, { $set: { 'x.10': 1, 'x.9': 2 } }, { x: { 9: 2, 10: 1 } }],
  ['$set makes documents on its way', { a: 1 }, { $set: { 'b.c.d': 1 } }, { a: 1, b: { c: { d: 1 } } }],
  ['$set in an array pads with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  [
    '$set in an element of an array',
    { a: [{ b: 1 }, { b: 2 }] },
    { $set: { 'a.1.b': 3 } },
    { a: [{ b: 1 }, { b: 3 }] },
  ],
  ['$set keeps the given type', { a: new Double(1) }, { $set: { a: new Int32(1) } }, { a: new Int32(1) }],
  ['$set of the same _id is allowed', { _id: 1, a: 1 }, { $set: { _id: 1, a: 2 } }, { _id: 1, a: 2 }],
  [
    '$unset removes, and nulls in arrays',
    { a: 1, b: [1, 2] },
    { $unset: { a: '', 'b.0': '', 'c.d': '' } },
    { b: [null, 2] },
  ],
  ['$inc keeps int32', { a: new Int32(1) }, { $inc: { a: 2, b: 1 } }, { a: 3, b: 1 }],
  [
    '$inc widens int32 to int64',
    { a: new Int32(2147483647) },
    { $inc: { a: 1 } },
    { a: Long.fromString('2147483648') },
  ],
  ['$inc of a long stays a long', { a: Long.fromNumber(1) }, { $inc: { a: 1 } }, { a: Long.fromNumber(2) }],
  ['$inc of a Decimal128 NaN', { a: decimal('NaN') }, { $inc: { a: 1 } }, { a: decimal('NaN') }],
  [
    '$inc and $mul of infinities',
    { a: decimal('Infinity'), b: decimal('-Infinity'), c: decimal('Infinity') },
    { $inc: { a: decimal('-Infinity'), b: 1 }, $mul: { c: -2 } },
    { a: decimal('NaN'), b: decimal('-Infinity'), c: decimal('-Infinity') },
  ],
  ['$inc with a double makes a double', { a: 1 }, { $inc: { a: new Double(0.5) } }, { a: new Double(1.5) }],
  ['$push makes and lengthens arrays', { a: [1] }, { $push: { a: 2, b: { c: 1 } } }, { a: [1, 2], b: [{ c: 1 }] }],
  ['$push $each', { a: [1] }, { $push: { a: { $each: [2, [3]] } } }, { a: [1, 2, [3]] }],
  [
    '$addToSet compares by value and keeps what is there',
    { a: [1, { x: 1, y: 2 }] },
    { $addToSet: { a: { $each: [Long.fromNumber(1), 2, { x: 1, y: 2 }, { y: 2, x: 1 }] } } },
    { a: [1, { x: 1, y: 2 }, 2, { y: 2, x: 1 }] },
  ],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    '$pull by fields of elements',
    { a: [{ b: 1, c: 2 }, { b: 2 }, 3] },
    { $pull: { a: { b: 1 } } },
    { a: [{ b: 2 }, 3] },
  ],
  [
    '$pull by a logical condition on elements',
    { a: [{ b: 1 }, { b: 2 }, { c: 3 }, 1] },
    { $pull: { a: { $or: [{ b: 1 }, { c: { $gt: 2 } }] } } },
    { a: [{ b: 2 }, 1] },
  ],
  [
    '$pull by conditions on fields which must all hold',
    { a: [{ b: 1, c: 1 }, { b: 1 }, {}] },
    { $pull: { a: { b: 1, $nor: [{ c: 1 }] } } },
    { a: [{ b: 1, c: 1 }, {}] },
  ],
  ['$pull of an empty condition removes every document', { a: [{ b: 1 }, {}, 1] }, { $pull: { a: {} } }, { a: [1] }],
  ['$pull does not reach into nested arrays', { a: [[1], 1] }, { $pull: { a: 1 } }, { a: [[1]] }],
  [
    '$min and $max compare across types',
    { a: 5, b: 5, c: 'x' },
    { $min: { a: 3, d: 1 }, $max: { b: 3, c: 9 } },
    { a: 3, b: 5, c: 'x', d: 1 },
  ],
  [
    '$currentDate',
    { a: 1 },
    { $currentDate: { a: true, b: { $type: 'date' } } },
    { a: new Date(now), b: new Date(now) },
  ],
  ['$setOnInsert does nothing to what exists', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  [
    '$mul keeps the wider type, and makes zero',
    { a: 3 },
    { $mul: { a: Long.fromNumber(2), b: new Double(2) } },
    {
      a: Long.fromNumber(6),
      b: new Double(0),
    },
  ],
  ['$rename moves a field to the end', { a: 1, b: 2 }, { $rename: { a: 'c' } }, { b: 2, c: 1 }],
  ['$rename replaces in place', { a: 1, b: 2, c: 3 }, { $rename: { a: 'b' } }, { b: 1, c: 3 }],
  [
    '$rename into and out of documents',
    { a: { b: 1 }, c: 2 },
    { $rename: { 'a.b': 'd.e', x: 'y' } },
    {
      a: {},
      c: 2,
      d: { e: 1 },
    },
  ],
  [
    '$bit',
    { a: 13, b: Long.fromNumber(5) },
    { $bit: { a: { and: 10, or: 1 }, b: { xor: 1 }, c: { or: 3 } } },
    {
      a: 9,
      b: Long.fromNumber(4),
      c: 3,
    },
  ],
  ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1, c: 1 } }, { a: [1, 2], b: [2] }],
  [
    '$pullAll by value',
    { a: [1, 2, { x: 1, y: 2 }, { y: 2, x: 1 }] },
    { $pullAll: { a: [Long.fromNumber(1), { x: 1, y: 2 }] } },
    {
      a: [2, { y: 2, x: 1 }],
    },
  ],
  ['$push $position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
  ['$push $position from the end', { a: [1, 4] }, { $push: { a: { $each: [2], $position: -1 } } }, { a: [1, 2, 4] }],
  ['$push $slice', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [2, 3, 4] }],
  ['$push $slice to nothing', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }],
  [
    '$push $sort of whole elements',
    { a: [3, 'x', 1] },
    { $push: { a: { $each: [2], $sort: -1 } } },
    { a: ['x', 3, 2, 1] },
  ],
  [
    '$push $sort by fields, then $slice',
    { a: [{ s: 5 }, { s: 9 }] },
    {
      $push: { a: { $each: [{ s: 7, t: 1 }, 4], $sort: { s: 1, t: -1 }, $slice: 3 } },
    },
    { a: [4, { s: 5 }, { s: 7, t: 1 }] },
  ],
  [
    '$[] changes all elements',
    { a: [{ b: 1 }, { b: 2 }], c: [[1, 2], [3]] },
    { $inc: { 'a.$[].b': 1, 'c.$[].$[]': 10 } },
    {
      a: [{ b: 2 }, { b: 3 }],
      c: [[11, 12], [13]],
    },
  ],
  ['a replacement keeps _id, first', { _id: 7, a: 1 }, { b: 2 }, { _id: 7, b: 2 }],
];

describe('an update', () => {
  for (const [name, before, update, after] of cases) {
    it(name, () => expect(updated(before, update)).to.equal(text(document(after))));
  }

  it('by a pipeline computes from the document', () => {
    const { scope } = bind({ now, cells: new Map() }, []);
    const change = (fields: Fields, stages: Fields[]): string =>
      text(applyUpdate(parseUpdate(value(stages), { scope }), document(fields), now));
    expect(
      change({ _id: 1, a: 2, b: 3 }, [{ $set: { c: { $add: ['$a', '$b'] }, at: '$$NOW' } }, { $unset: 'a' }]),
    ).to.equal(text(document({ _id: 1, b: 3, c: 5, at: new Date(now) })));
    expect(change({ _id: 1, a: { x: 1 } }, [{ $replaceWith: '$a' }])).to.equal(text(document({ _id: 1, x: 1 })));
    expect(() => change({ _id: 1 }, [{ $set: { _id: 2 } }]))
      .to.throw()
      .with.property('code', 66);
    expect(() => change({ _id: 1 }, [{ $match: {} }]))
      .to.throw(/not allowed to be used within an update/)
      .with.property('code', 72);
  });

  it('that changes nothing gives the document itself', () => {
    const before = document({ a: 1, b: [1] });
    for (const update of [
      { $set: { a: 1 } },
      { $inc: { a: 0 } },
      { $addToSet: { b: 1 } },
      { $pull: { b: 7 } },
      { $unset: { z: 1 } },
      { $max: { a: 0 } },
      { $pop: { z: 1 } },
      { $rename: { z: 'y' } },
      { $mul: { a: 1 } },
      { $push: { b: { $each: [] } } },
    ]) {
      expect(applyUpdate(parseUpdate(document(update)), before, now), JSON.stringify(update)).to.equal(before);
    }
  });

  const errors: [Fields, Fields, number, RegExp][] = [
    [{ a: 1 }, { $set: { 'a.b': 1 } }, 28, /^Cannot create field 'b' in element {a: 1}/],
    [{ a: null }, { $set: { 'a.b': 1 } }, 28, /Cannot create field 'b' in element {a: null}/],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, 28, /Cannot create field 'b' in element {a: \[ 1 \]}/],
    [{ a: 'x' }, { $inc: { a: 1 } }, 14, /^Cannot apply \$inc to a value of non-numeric type/],
    [{ a: null }, { $inc: { a: 1 } }, 14, /non-numeric type null/],
    [{ a: 1 }, { $inc: { a: 'x' } }, 14, /^Cannot increment with non-numeric argument: {a: "x"}/],
    [{ a: Long.fromString('9223372036854775807') }, { $inc: { a: 1 } }, 2, /^Failed to apply \$inc/],
    [{ a: 1 }, { $push: { a: 1 } }, 2, /must be an array but is of type int/],
    [{ a: 1 }, { $addToSet: { a: 1 } }, 2, /^Cannot apply \$addToSet to non-array field/],
    [{ a: 1 }, { $pull: { a: 1 } }, 2, /^Cannot apply \$pull to a non-array value/],
    [{ a: 1 }, { $set: { a: 1, 'a.b': 2 } }, 40, /^Updating the path 'a.b' would create a conflict at 'a'/],
    [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 2 } }, 40, /conflict at 'a'/],
    [{ _id: 1 }, { $set: { _id: 2 } }, 66, /^Performing an update on the path '_id'/],
    [{ _id: 1 }, { $unset: { _id: 1 } }, 66, /immutable field '_id'/],
    [{ _id: 1 }, { _id: 2 }, 66, /^After applying the update, the \(immutable\) field '_id'/],
    [{ a: 1 }, { $set: { '': 1 } }, 56, /empty/],
    [{ a: 1 }, { $set: { 'a..b': 1 } }, 56, /empty field name/],
    [{ a: 1 }, { $foo: { a: 1 } }, 9, /^Unknown modifier: \$foo/],
    [{ a: 1 }, { $set: 1 }, 9, /^Modifiers operate on fields/],
    [{ a: 1 }, { a: 1, $set: { b: 1 } }, 52, /^The dollar \(\$\) prefixed field '\$set'/],
    [{ a: [] }, { $push: { a: { $each: [1], $bogus: 1 } } }, 2, /^Unrecognized clause in \$push: \$bogus/],
    [{ a: [] }, { $set: { 'a.$': 1 } }, 2, /^The positional operator did not find the match needed/],
    [{ a: [] }, { $set: { '$.a': 1 } }, 2, /^Cannot have positional/],
    [{ a: [] }, { $set: { 'a.$.b.$': 1 } }, 2, /^Too many positional/],
    [{ a: 1 }, { $set: { 'a.$[]': 1 } }, 2, /^Cannot apply array updates to non-array element a: 1/],
    [{ b: 1 }, { $set: { 'a.$[]': 1 } }, 2, /^The path 'a' must exist in the document/],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, 2, /^No array filter found for identifier 'x' in path 'a.\$\[x\]'/],
    [{ a: [1, 2] }, { $set: { 'a.$[]': 1, 'a.0': 2 } }, 40, /conflict at/],
    [{ a: 1 }, { $currentDate: { a: { $type: 'date', x: 1 } } }, 2, /^Unrecognized \$currentDate option: x/],
    [{ a: 1 }, { $rename: { a: 'a' } }, 2, /must differ/],
    [{ a: 1 }, { $rename: { a: 1 } }, 2, /must be a string/],
    [{ a: { b: 1 } }, { $rename: { 'a.b': 'a' } }, 2, /must not be on the same path/],
    [{ a: { b: 1 } }, { $rename: { a: 'a.c' } }, 2, /must not be on the same path/],
    [{ a: [{ b: 1 }] }, { $rename: { 'a.b': 'c' } }, 2, /^The source field cannot be an array element/],
    [{ a: [{}], b: 1 }, { $rename: { b: 'a.c' } }, 2, /^The destination field cannot be an array element/],
    [{ a: 1 }, { $rename: { a: 'b' }, $set: { a: 2 } }, 40, /conflict at 'a'/],
    [{ a: [] }, { $pop: { a: 2 } }, 9, /^\$pop expects 1 or -1, found: 2/],
    [{ a: 1 }, { $pop: { a: 1 } }, 14, /^Path 'a' contains an element of non-array type 'int'/],
    [
      { a: 'x' },
      { $pop: { 'a.b': 1 } },
      28,
      /^Cannot use the part \(b\) of \(a.b\) to traverse the element \({a: "x"}\)/,
    ],
    [{ a: 1 }, { $pullAll: { a: 1 } }, 2, /^\$pullAll requires an array argument/],
    [{ a: 'x' }, { $mul: { a: 2 } }, 14, /^Cannot apply \$mul to a value of non-numeric type/],
    [{ a: 1 }, { $mul: { a: 'x' } }, 14, /^Cannot multiply with non-numeric argument/],
    [{ a: 1.5 }, { $bit: { a: { or: 1 } } }, 2, /^Cannot apply \$bit to a value of non-integral type/],
    [{ a: 1 }, { $bit: { a: { nand: 1 } } }, 2, /^The \$bit modifier only supports 'and', 'or', and 'xor'/],
    [{ a: 1 }, { $bit: { a: {} } }, 2, /^You must pass in at least one bitwise operation/],
  ];
  for (const [fields, update, code, message] of errors) {
    it(`${JSON.stringify(update)} on ${BSON.EJSON.stringify(fields)} is error ${code}`, () => {
      expect(() => updated(fields, update))
        .to.throw(message)
        .with.property('code', code);
    });
  }
});

import { BSON } from 'bson';
import { expect } from 'chai';
import { parseFilter } from '../query/filter.ts';
import { document } from '../testing-support/values.ts';
import type { Value } from '../values/bson.ts';
import { applyUpdate, parseUpdate, upsertDocument } from './update.ts';

const { Double, Int32, Long, ObjectId } = BSON;
const now = Date.UTC(2026, 0, 1);
type Fields = Record<string, unknown>;

/** Extended JSON, so that types and field order count. */
function text(value: Value): string {
  return BSON.EJSON.stringify(BSON.deserialize(value.raw(), { promoteValues: false }), { relaxed: false });
}

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
  ['a replacement keeps _id, first', { _id: 7, a: 1 }, { b: 2 }, { _id: 7, b: 2 }],
];

describe('an update', () => {
  for (const [name, before, update, after] of cases) {
    it(name, () => expect(updated(before, update)).to.equal(text(document(after))));
  }

  it('that changes nothing gives the document itself', () => {
    const before = document({ a: 1, b: [1] });
    for (const update of [
      { $set: { a: 1 } },
      { $inc: { a: 0 } },
      { $addToSet: { b: 1 } },
      { $pull: { b: 7 } },
      { $unset: { z: 1 } },
      { $max: { a: 0 } },
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
    [
      { a: [] },
      { $push: { a: { $each: [1], $slice: 1 } } },
      238,
      /^embedded engine does not support the \$push modifier \$slice/,
    ],
    [{ a: [] }, { $set: { 'a.$': 1 } }, 238, /^embedded engine does not support the positional operator \$/],
    [{ a: 1 }, { $rename: { a: 'b' } }, 238, /^embedded engine does not support the update operator \$rename/],
  ];
  for (const [fields, update, code, message] of errors) {
    it(`${JSON.stringify(update)} on ${BSON.EJSON.stringify(fields)} is error ${code}`, () => {
      expect(() => updated(fields, update))
        .to.throw(message)
        .with.property('code', code);
    });
  }

  const upserts: [query: Fields, update: Fields, inserted: Fields][] = [
    [{ _id: 1, a: 2, b: { $gt: 3 } }, { $set: { c: 1 } }, { _id: 1, a: 2, c: 1 }],
    [
      { a: 2, _id: 1 },
      { $set: { c: 1 }, $setOnInsert: { d: 1 } },
      { _id: 1, a: 2, c: 1, d: 1 },
    ],
    [
      { _id: 1, 'a.b': 1, $and: [{ c: { $eq: 3 } }, { d: { $in: [4] } }] },
      { $inc: { n: 1 } },
      { _id: 1, a: { b: 1 }, c: 3, d: 4, n: 1 },
    ],
    [{ _id: 1, a: 5 }, { b: 1 }, { _id: 1, b: 1 }],
    [{ a: 1 }, { $setOnInsert: { _id: 9 } }, { _id: 9, a: 1 }],
    [{ _id: 1, $or: [{ a: 1 }, { a: 2 }], b: /x/ }, { $set: { c: 1 } }, { _id: 1, c: 1 }],
  ];
  for (const [query, update, inserted] of upserts) {
    it(`upserts ${BSON.EJSON.stringify(inserted)}`, () => {
      const built = upsertDocument(parseUpdate(document(update)), parseFilter(document(query)), now);
      expect(text(built)).to.equal(text(document(inserted)));
    });
  }

  it('upserts with a new _id, first, where none is given', () => {
    const built = BSON.deserialize(
      upsertDocument(parseUpdate(document({ $set: { b: 1 } })), parseFilter(document({ a: 1 })), now).raw(),
    );
    expect(Object.keys(built)).to.deep.equal(['_id', 'a', 'b']);
    expect(built._id).to.be.instanceOf(ObjectId);
  });

  it('does not upsert a field that is given twice', () => {
    const filter = parseFilter(document({ $and: [{ a: 1 }, { a: 2 }] }));
    expect(() => upsertDocument(parseUpdate(document({ $set: { b: 1 } })), filter, now))
      .to.throw(/matched twice/)
      .with.property('code', 54);
  });
});

import { BSON } from 'bson';
import { expect } from 'chai';
import { parseFilter } from '../query/filter.ts';
import { document, text } from '../testing-support/values.ts';
import { parseUpdate } from './update.ts';
import { upsertDocument } from './upsert.ts';

const { ObjectId } = BSON;
const now = Date.UTC(2026, 0, 1);
type Fields = Record<string, unknown>;

describe('an upsert', () => {
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
    it(`inserts ${BSON.EJSON.stringify(inserted)}`, () => {
      const built = upsertDocument(parseUpdate(document(update)), parseFilter(document(query)), now);
      expect(text(built)).to.equal(text(document(inserted)));
    });
  }

  it('gives a new _id, first, where none is given', () => {
    const built = BSON.deserialize(
      upsertDocument(parseUpdate(document({ $set: { b: 1 } })), parseFilter(document({ a: 1 })), now).raw(),
    );
    expect(Object.keys(built)).to.deep.equal(['_id', 'a', 'b']);
    expect(built._id).to.be.instanceOf(ObjectId);
  });

  it('refuses to replace by a part of an _id', () => {
    const filter = parseFilter(document({ '_id.x': 1 }));
    expect(() => upsertDocument(parseUpdate(document({ a: 1 })), filter, now))
      .to.throw(/must be exactly specified/)
      .with.property('code', 111);
  });

  it('refuses a field that is given twice', () => {
    const filter = parseFilter(document({ $and: [{ a: 1 }, { a: 2 }] }));
    expect(() => upsertDocument(parseUpdate(document({ $set: { b: 1 } })), filter, now))
      .to.throw(/matched twice/)
      .with.property('code', 54);
  });
});

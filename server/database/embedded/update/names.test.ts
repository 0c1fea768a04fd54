import { expect } from 'chai';
import { parseFilter } from '../query/filter.ts';
import { document, text } from '../testing-support/values.ts';
import { applyUpdate, parseUpdate } from './update.ts';
import { upsertDocument } from './upsert.ts';

const now = Date.UTC(2026, 0, 1);
type Fields = Record<string, unknown>;

describe('a name that begins with a dollar sign', () => {
  const allowed: [before: Fields, update: Fields, after: Fields][] = [
    [{ a: { $b: 1 } }, { $set: { 'a.$b': 2 } }, { a: { $b: 2 } }],
    [{ a: {} }, { $inc: { 'a.$b.c': 1 } }, { a: { $b: { c: 1 } } }],
    [{}, { $set: { a: { $b: 1, 'c.d': 2 } } }, { a: { $b: 1, 'c.d': 2 } }],
    [{ a: [] }, { $push: { a: { $b: 1 } } }, { a: [{ $b: 1 }] }],
    [{ a: [] }, { $addToSet: { a: { $ref: 'c', $id: 1 } } }, { a: [{ $ref: 'c', $id: 1 }] }],
    [{ a: { $ref: 'c', $id: 1 } }, { $set: { 'a.$id': 2 } }, { a: { $ref: 'c', $id: 2 } }],
    [{ $a: 1, b: 1 }, { $set: { b: 2 } }, { $a: 1, b: 2 }],
    [{ $a: 1, b: 1 }, { $unset: { $a: '' } }, { b: 1 }],
    [{ _id: 1 }, { a: { $b: 1 }, 'c.d': 1 }, { _id: 1, a: { $b: 1 }, 'c.d': 1 }],
  ];
  for (const [before, update, after] of allowed) {
    it(`stands below the top level: ${JSON.stringify(update)}`, () =>
      expect(text(applyUpdate(parseUpdate(document(update)), document(before), now))).to.equal(text(document(after))));
  }

  const refused: Fields[] = [{ $set: { $a: 1 } }, { $inc: { '$a.b': 1 } }, { $rename: { b: '$a' } }, { a: 1, $b: 1 }];
  for (const update of refused) {
    it(`is set by no update at the top level: ${JSON.stringify(update)}`, () => {
      expect(() => applyUpdate(parseUpdate(document(update)), document({ _id: 1, b: 1 }), now))
        .to.throw(/^The dollar \(\$\) prefixed field/)
        .with.property('code', 52);
    });
  }

  it('is inserted by an upsert', () => {
    const inserted = (update: Fields): string =>
      text(upsertDocument(parseUpdate(document(update)), parseFilter(document({ _id: 1 })), now));
    expect(inserted({ $set: { $a: 1 } })).to.equal(text(document({ _id: 1, $a: 1 })));
    expect(inserted({ a: 1, $b: 2 })).to.equal(text(document({ _id: 1, a: 1, $b: 2 })));
  });
});

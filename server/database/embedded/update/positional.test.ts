import { expect } from 'chai';
import { parseFilter } from '../query/filter.ts';
import { compileLocator } from '../query/position.ts';
import { document, text } from '../testing-support/values.ts';
import { applyUpdate, parseUpdate, type UpdateOptions } from './update.ts';

const now = Date.UTC(2026, 0, 1);
type Fields = Record<string, unknown>;

describe('an update of elements of arrays', () => {
  const positional: [query: Fields, before: Fields, update: Fields, after: Fields, filters?: Fields[]][] = [
    [{ a: { $gt: 4 } }, { a: [1, 5, 9] }, { $set: { 'a.$': 0 } }, { a: [1, 0, 9] }],
    [{ 'a.b': 2 }, { a: [{ b: 1 }, { b: 2 }] }, { $set: { 'a.$.c': 3 } }, { a: [{ b: 1 }, { b: 2, c: 3 }] }],
    [
      { a: { $elemMatch: { b: 2, c: 1 } } },
      { a: [{ b: 2 }, { b: 2, c: 1 }] },
      { $unset: { 'a.$.b': 1 } },
      { a: [{ b: 2 }, { c: 1 }] },
    ],
    [{ x: 1, a: 9 }, { x: 1, a: [1, 9], b: [5, 6] }, { $set: { 'b.$': 0 } }, { x: 1, a: [1, 9], b: [5, 0] }],
    [{ $and: [{ a: 1 }, { b: 6 }] }, { a: [1, 9], b: [5, 6] }, { $set: { 'a.$': 0 } }, { a: [1, 0], b: [5, 6] }],
    [{ $or: [{ a: 7 }, { a: 9 }] }, { a: [1, 9] }, { $set: { 'a.$': 0 } }, { a: [1, 0] }],
    [
      { 'a.b': 3 },
      { a: [{ b: [1] }, { b: [2, 3] }] },
      { $set: { 'a.$.d': 1 } },
      { a: [{ b: [1] }, { b: [2, 3], d: 1 }] },
    ],
    [{ 'a.0.b': 3 }, { a: [{ b: [1, 3] }] }, { $set: { 'a.0.b.$': 0 } }, { a: [{ b: [1, 0] }] }],
    [{}, { a: [1, 5, 9] }, { $inc: { 'a.$[big]': 1 } }, { a: [1, 6, 10] }, [{ big: { $gt: 4 } }]],
    [
      {},
      {
        a: [
          { g: 1, s: [5, 8] },
          { g: 2, s: [9] },
        ],
      },
      { $set: { 'a.$[x].s.$[y]': 0 } },
      {
        a: [
          { g: 1, s: [5, 0] },
          { g: 2, s: [9] },
        ],
      },
      [{ 'x.g': 1 }, { y: { $gte: 8 } }],
    ],
    [{}, { a: [1, 2, 3] }, { $set: { 'a.$[e]': 0 } }, { a: [0, 2, 0] }, [{ $or: [{ e: 1 }, { e: 3 }] }]],
    [{}, { a: [1] }, { $set: { 'a.$[e]': 0 } }, { a: [1] }, [{ e: 7 }]],
  ];
  for (const [query, before, update, after, arrayFilters] of positional) {
    it(`${JSON.stringify(update)} where ${JSON.stringify(arrayFilters ?? query)}`, () => {
      const options: UpdateOptions = arrayFilters ? { arrayFilters: arrayFilters.map(document) } : {};
      const source = document(before);
      const matched = compileLocator(parseFilter(document(query)))(source).position;
      expect(text(applyUpdate(parseUpdate(document(update), options), source, now, matched))).to.equal(
        text(document(after)),
      );
    });
  }

  it('refuses array filters that are unused, doubled, or about several fields', () => {
    const bad: [Fields[], number, RegExp][] = [
      [[{ e: 1 }, { x: 1 }], 9, /was not used in the update/],
      [[{ e: 1 }, { 'e.b': 1 }], 9, /^Found multiple array filters/],
      [[{ e: 1, f: 1 }], 9, /Expected a single top-level field name, found 'e' and 'f'/],
      [[{}], 9, /without a top-level field name/],
      [[{ Bad: 1 }], 2, /alphanumeric string beginning with a lowercase letter/],
    ];
    for (const [arrayFilters, code, message] of bad) {
      expect(() => parseUpdate(document({ $set: { 'a.$[e]': 1 } }), { arrayFilters: arrayFilters.map(document) }))
        .to.throw(message)
        .with.property('code', code);
    }
  });
});

import { BSON } from 'bson';
import { expect } from 'chai';
import { EngineError } from '../errors.ts';
import { type Json, naivelyUpdated } from '../testing-support/naive-update.ts';
import { document, fc } from '../testing-support/values.ts';
import { applyUpdate, parseUpdate } from './update.ts';

type Fields = { [name: string]: Json };

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom<Json>(null, 'x', 'y', true, false),
);
const value: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: scalar },
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('node'), { maxKeys: 2, noNullPrototype: true }),
  ),
})).node;
const rows = fc.record({ a: value, b: value, c: value }, { requiredKeys: [], noNullPrototype: true });

const path = fc.constantFrom(
  'a',
  'b',
  'c',
  'a.b',
  'a.0',
  'a.2',
  'a.10',
  'a.1.b',
  'a.b.a',
  'b.a',
  'b.0.a',
  'd.e',
  'd.f',
);
const number = fc.integer({ min: -3, max: 3 });
const push = fc.record(
  {
    $each: fc.array(value, { maxLength: 2 }),
    $position: fc.integer({ min: -2, max: 3 }),
    $slice: fc.integer({ min: -2, max: 3 }),
    $sort: fc.constantFrom(1, -1),
  },
  { requiredKeys: ['$each'], noNullPrototype: true },
);
const pull = fc.oneof(
  value,
  scalar.filter((each) => each !== null).map(($gte): Json => ({ $gte })),
  fc.record({ a: scalar }, { noNullPrototype: true }),
  number.map(($lte): Json => ({ b: { $lte } })),
);

function step(operator: string, operand: fc.Arbitrary<Json>): fc.Arbitrary<[string, string, Json]> {
  return fc.tuple(fc.constant(operator), path, operand);
}

const update = fc
  .array(
    fc.oneof(
      step('$set', value),
      step('$unset', fc.constant('')),
      step('$inc', number),
      step('$mul', number),
      step('$min', value),
      step('$max', value),
      step('$push', fc.oneof(value, push)),
      step('$addToSet', value),
      step('$pull', pull),
      step('$pullAll', fc.array(value, { maxLength: 2 })),
      step('$pop', fc.constantFrom(1, -1)),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((steps) => {
    const built: { [operator: string]: Fields } = {};
    for (const [operator, name, operand] of steps) built[operator] = { ...built[operator], [name]: operand };
    return built;
  });

describe('random updates of random documents', () => {
  it('give what a naive reading of the manual gives, and are refused where it refuses', () => {
    const counts = { changed: 0, refused: 0 };
    fc.assert(
      fc.property(rows, update, (before, change) => {
        const expected = naivelyUpdated(before, change);
        let found: string;
        try {
          const after = applyUpdate(parseUpdate(document(change)), document(before), 0);
          found = JSON.stringify(BSON.deserialize(after.raw()));
          if (found !== JSON.stringify(before)) counts.changed++;
        } catch (error) {
          if (!(error instanceof EngineError)) throw error;
          found = JSON.stringify('refused');
          counts.refused++;
        }
        expect(found, JSON.stringify({ before, change })).to.equal(JSON.stringify(expected));
      }),
      { numRuns: 3000 },
    );
    expect(counts.changed).to.be.greaterThan(500);
    expect(counts.refused).to.be.greaterThan(200);
  });
});

import { BSON } from 'bson';
import { expect } from 'chai';
import { emptyScope } from '../aggregation/scope.ts';
import { document } from '../testing-support/values.ts';
import { arrayOf, documentOf, undefinedValue } from '../values/build.ts';
import { parseFilter } from './filter.ts';
import { compileFilter } from './match.ts';

const { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } = BSON;

type Case = [document: Record<string, unknown>, query: Record<string, unknown>, matches: boolean];

const id = new ObjectId('65f000000000000000000001');
const now = new Date(1700000000000);

const cases: Record<string, Case[]> = {
  'equality compares by value across number types': [
    [{ a: Long.fromNumber(5) }, { a: 5 }, true],
    [{ a: new Double(5) }, { a: new Int32(5) }, true],
    [{ a: Decimal128.fromString('5.00') }, { a: 5 }, true],
    [{ a: Decimal128.fromString('0.1') }, { a: 0.1 }, false],
    [{ a: Long.fromString('9007199254740993') }, { a: new Double(9007199254740992) }, false],
    [{ a: new Double(-0) }, { a: 0 }, true],
    [{ a: NaN }, { a: NaN }, true],
    [{ a: '5' }, { a: 5 }, false],
    [{ a: true }, { a: 1 }, false],
    [{ a: id }, { a: id }, true],
    [{ a: id.toHexString() }, { a: id }, false],
    [{ a: new Binary(Buffer.from([255])) }, { a: new Binary(Buffer.from([254])) }, false],
    [
      { a: new UUID('00112233-4455-6677-8899-aabbccddeeff') },
      { a: new Binary(Buffer.from('00112233445566778899aabbccddeeff', 'hex'), 4) },
      true,
    ],
    [{ a: now }, { a: now }, true],
  ],
  'null is missing too, but not everything': [
    [{}, { a: null }, true],
    [{ a: null }, { a: null }, true],
    [{ a: 0 }, { a: null }, false],
    [{ a: [] }, { a: null }, false],
    [{ a: [null] }, { a: null }, true],
    [{ a: 5 }, { 'a.b': null }, true],
    [{ a: [{}, { b: 1 }] }, { 'a.b': null }, true],
    [{ a: [{ b: 1 }] }, { 'a.b': null }, false],
    [{ a: [1, 2] }, { 'a.b': null }, false],
    [{}, { a: { $ne: null } }, false],
    [{}, { a: { $gte: null } }, true],
    [{}, { a: { $gt: null } }, false],
    [{}, { a: { $in: [null, 1] } }, true],
    [{}, { a: { $nin: [null] } }, false],
  ],
  'documents are equal with their fields in order': [
    [{ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
    [{ a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, false],
    [{ a: { x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ],
  'ranges stay within one type': [
    [{ a: 'x' }, { a: { $gt: 4 } }, false],
    [{ a: 5 }, { a: { $gt: 4 } }, true],
    [{ a: NaN }, { a: { $lt: 4 } }, false],
    [{ a: 5 }, { a: { $gte: NaN } }, false],
    [{ a: now }, { a: { $lte: now } }, true],
    [{ a: now }, { a: { $gt: 0 } }, false],
    [{ a: false }, { a: { $lt: true } }, true],
    [{ a: 'b' }, { a: { $gte: 'a', $lt: 'c' } }, true],
    [{ a: '\uff5e' }, { a: { $lt: '\u{1f600}' } }, true],
    [{ a: 5 }, { a: { $gt: new MinKey() } }, true],
    [{ a: 'x' }, { a: { $lt: new MaxKey() } }, true],
    [{ a: new Timestamp({ t: 2, i: 1 }) }, { a: { $gt: new Timestamp({ t: 1, i: 9 }) } }, true],
    [{ a: Long.fromString('10') }, { a: { $lt: Long.fromString('9') } }, false],
    [{ a: { b: 2 } }, { a: { $gt: { b: 1 } } }, true],
  ],
  'arrays match by an element or whole': [
    [{ a: [1, 2] }, { a: 1 }, true],
    [{ a: [1, 2] }, { a: [1, 2] }, true],
    [{ a: [1, 2] }, { a: [2, 1] }, false],
    [{ a: [[1, 2]] }, { a: [1, 2] }, true],
    [{ a: [[1, 2]] }, { a: 1 }, false],
    [{ a: [1, 10] }, { a: { $gt: 4, $lt: 6 } }, true],
    [{ a: [1, 10] }, { a: { $ne: 1 } }, false],
    [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.b': 2 }, true],
    [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.b': [1, 2] }, false],
    [{ a: [{ b: [1, 2] }] }, { 'a.b': [1, 2] }, true],
    [{ a: [5, 6] }, { 'a.0': 5 }, true],
    [{ a: [5, 6] }, { 'a.1': 5 }, false],
    [{ a: [{ 0: 'x' }] }, { 'a.0': 'x' }, true],
    [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 }, true],
    [{ a: [[1, 2], 3] }, { 'a.0': [1, 2] }, true],
  ],
  '$size, $all and $elemMatch': [
    [{ a: [1, 2] }, { a: { $size: 2 } }, true],
    [{ a: 1 }, { a: { $size: 1 } }, false],
    [{ a: [{ b: 1 }, { b: 2 }] }, { 'a.b': { $size: 2 } }, false],
    [{ a: [1, 2, 3] }, { a: { $all: [1, 3] } }, true],
    [{ a: [1] }, { a: { $all: [1, 3] } }, false],
    [{ a: 1 }, { a: { $all: [1] } }, true],
    [{ a: 1 }, { a: { $all: [] } }, false],
    [{ a: [1, 10] }, { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, false],
    [{ a: [1, 5] }, { a: { $elemMatch: { $gt: 4, $lt: 6 } } }, true],
    [
      {
        a: [
          { b: 1, c: 2 },
          { b: 2, c: 1 },
        ],
      },
      { a: { $elemMatch: { b: 1, c: 1 } } },
      false,
    ],
    [{ a: [{ b: 1, c: 2 }] }, { a: { $elemMatch: { b: 1, c: 2 } } }, true],
    [{ a: { b: 1 } }, { a: { $elemMatch: { b: 1 } } }, false],
    [{ a: [{ b: 5 }, { b: 1 }] }, { 'a.b': { $elemMatch: { $gt: 4 } } }, false],
    [{ a: [1, 2] }, { a: { $not: { $elemMatch: { $gt: 1 } } } }, false],
    [{ a: [{ b: 1 }] }, { a: { $all: [{ $elemMatch: { b: 1 } }] } }, true],
  ],
  'DBRefs are compared with, not read as operators': [
    [{ a: { $ref: 'c', $id: 1 } }, { a: { $ref: 'c', $id: 1 } }, true],
    [{ a: { $ref: 'c', $id: 1 } }, { 'a.$id': 1 }, true],
    [{ a: [{ $ref: 'c', $id: 1 }] }, { a: { $elemMatch: { $ref: 'c', $id: 1 } } }, true],
    [{ a: [{ $ref: 'c', $id: 1 }] }, { a: { $elemMatch: { $id: 1 } } }, true],
    [{ a: [{ $ref: 'c', $id: 1 }] }, { a: { $elemMatch: { $id: { $gt: 1 } } } }, false],
    [{ a: [{ $ref: 'c', $id: 1, $db: 'd' }] }, { a: { $elemMatch: { $ref: 'c', $id: 1 } } }, true],
    [{ a: { $ref: 'c', $id: 1 } }, { a: { $in: [{ $ref: 'c', $id: 1 }] } }, true],
    [{ a: [{ $ref: 'c', $id: 1 }] }, { a: { $all: [{ $ref: 'c', $id: 1 }] } }, true],
  ],
  '$exists and $type': [
    [{ a: null }, { a: { $exists: true } }, true],
    [{}, { a: { $exists: false } }, true],
    [{ a: [] }, { a: { $exists: true } }, true],
    [{ a: [1] }, { 'a.b': { $exists: false } }, true],
    [{ a: Long.fromNumber(1) }, { a: { $type: 'long' } }, true],
    [{ a: new Double(1) }, { a: { $type: 'int' } }, false],
    [{ a: new Double(1) }, { a: { $type: 1 } }, true],
    [{ a: ['x'] }, { a: { $type: 'string' } }, true],
    [{ a: ['x'] }, { a: { $type: 'array' } }, true],
    [{ a: id }, { a: { $type: ['string', 'objectId'] } }, true],
    [{ a: Decimal128.fromString('1') }, { a: { $type: 'number' } }, true],
  ],
  'regular expressions': [
    [{ a: 'Shangluo' }, { a: /^shang/i }, true],
    [{ a: 'Shangluo' }, { a: { $regex: '^Shang' } }, true],
    [{ a: 'shangluo' }, { a: { $regex: '^Shang', $options: 'i' } }, true],
    [{ a: ['x', 'yes'] }, { a: /yes/ }, true],
    [{ a: 5 }, { a: /5/ }, false],
    [{ a: 'line\n' }, { a: /line$/ }, true],
    [{ a: 'a.b' }, { a: /^a\.b$/ }, true],
    [{ a: 'axb' }, { a: /^a\.b$/ }, false],
    [{ a: '商洛' }, { a: /^.洛$/ }, true],
    [{ a: 'abc' }, { a: { $not: /^a/ } }, false],
    [{ a: 'abc' }, { a: { $in: [/^b/, 'abc'] } }, true],
    [{ a: 'x-y' }, { a: { $regex: 'x\\-y' } }, true],
  ],
  logic: [
    [{ a: 1, b: 2 }, { $or: [{ a: 2 }, { b: 2 }] }, true],
    [{ a: 1, b: 2 }, { $nor: [{ a: 2 }, { b: 2 }] }, false],
    [{ a: 1 }, { $and: [{ a: { $gt: 0 } }, { a: { $lt: 1 } }] }, false],
    [{ a: 1 }, { a: { $not: { $gt: 1 } } }, true],
    [{}, { a: { $not: { $gt: 1 } } }, true],
    [{ a: 6 }, { a: { $mod: [4, 2] } }, true],
    [{ a: 1 }, { $expr: { $eq: ['$a', 1] } }, true],
    [{ a: [5] }, { $expr: { $eq: ['$a', 5] } }, false],
    [{}, { $expr: { $eq: ['$a', null] } }, false],
    [{}, { $expr: { $lt: ['$a', null] } }, true],
  ],
};

cases.bits = [
  [{ a: 5 }, { a: { $bitsAllSet: 5 } }, true],
  [{ a: 5 }, { a: { $bitsAllSet: [0, 1] } }, false],
  [{ a: 5 }, { a: { $bitsAnySet: [0, 1] } }, true],
  [{ a: 5 }, { a: { $bitsAllClear: [1, 3] } }, true],
  [{ a: 5 }, { a: { $bitsAnyClear: 5 } }, false],
  [{ a: BSON.Long.fromString('4294967296') }, { a: { $bitsAllSet: [32] } }, true],
  [{ a: -1 }, { a: { $bitsAllSet: [63, 64] } }, true],
  [{ a: 1.5 }, { a: { $bitsAllClear: [1] } }, false],
  [{ a: 'x' }, { a: { $bitsAnySet: 1 } }, false],
  [{ a: new BSON.Binary(Buffer.from([1, 2])) }, { a: { $bitsAllSet: [0, 9] } }, true],
  [{ a: [2, 4] }, { a: { $bitsAllSet: 4 } }, true],
];

describe('a query', () => {
  for (const [name, rows] of Object.entries(cases)) {
    it(name, () => {
      for (const [fields, query, matches] of rows) {
        const found = compileFilter(parseFilter(document(query), emptyScope))(document(fields));
        expect(found, `${BSON.EJSON.stringify(fields)} by ${BSON.EJSON.stringify(query)}`).to.equal(matches);
      }
    });
  }

  it('tells the deprecated undefined from null', () => {
    const fields = documentOf([
      { name: 'a', value: undefinedValue },
      { name: 'b', value: arrayOf([undefinedValue]) },
    ]);
    const finds = (query: Record<string, unknown>) => compileFilter(parseFilter(document(query)))(fields);
    expect([{ a: null }, { a: { $in: [null] } }, { b: null }, { a: { $gte: null } }].map(finds)).not.to.include(true);
    expect([{ a: { $exists: true } }, { a: { $ne: null } }, { a: { $type: 'undefined' } }].map(finds)).not.to.include(
      false,
    );
  });

  it('is refused by name when it asks for what is not supported', () => {
    const refused: Record<string, unknown>[] = [
      { $where: 'true' },
      { a: { $near: [0, 0] } },
      { $text: { $search: 'x' } },
      { a: { $jsonSchema: {} } },
      { a: { $regex: 'a', $options: 'x' } },
      { a: { $regex: '[[:alpha:]]' } },
      { a: { $regex: 'a++' } },
    ];
    for (const query of refused) {
      expect(() => parseFilter(document(query), emptyScope), JSON.stringify(query)).to.throw(
        /^embedded engine does not support /,
      );
    }
  });

  it('is an error when MongoDB says so', () => {
    const bad: [Record<string, unknown>, number, RegExp][] = [
      [{ a: { $foo: 1 } }, 2, /^unknown operator: \$foo/],
      [{ $foo: 1 }, 2, /^unknown top level operator: \$foo/],
      [{ $or: [] }, 2, /nonempty array/],
      [{ a: { $in: 1 } }, 2, /\$in needs an array/],
      [{ a: { $gt: 1, b: 2 } }, 2, /unknown operator: b/],
      [{ a: { $size: -1 } }, 2, /non-negative/],
      [{ a: { $id: 1 } }, 2, /^unknown operator: \$id/],
      [{ a: { $in: [{ $id: 1 }] } }, 2, /^cannot nest \$ under \$in/],
      [{ a: { $all: [{ $elemMatch: { b: 1 } }, 2] } }, 2, /has to be consistent/],
      [{ a: { $mod: [NaN, 1] } }, 2, /^malformed mod/],
      [{ a: { $mod: [4, Infinity] } }, 2, /^malformed mod/],
      [{ a: { $options: 'i' } }, 2, /\$options needs a \$regex/],
    ];
    for (const [query, code, text] of bad) {
      expect(() => parseFilter(document(query), emptyScope), JSON.stringify(query))
        .to.throw(text)
        .with.property('code', code);
    }
  });
});

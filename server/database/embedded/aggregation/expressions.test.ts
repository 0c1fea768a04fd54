import { BSON } from 'bson';
import { expect } from 'chai';
import { type ExpressionCase, evaluate, expectValues, missing } from '../testing-support/expressions.ts';

const { Binary, Decimal128, Double, Long, ObjectId } = BSON;

const decimal = (text: string): unknown => Decimal128.fromString(text);
const long = (number: number): unknown => Long.fromNumber(number);
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const winter = new Date('2026-01-31T20:30:15.123Z');

const cases: { [group: string]: ExpressionCase[] } = {
  arithmetic: [
    [{ $add: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, {}, new Double(1)],
    [{ $add: [Long.fromString('9223372036854775807'), 1] }, {}, new Double(2 ** 63)],
    [{ $divide: [decimal('1'), 3] }, {}, decimal('0.3333333333333333333333333333333333')],
    [{ $divide: [decimal('2.40'), 2] }, {}, decimal('1.20')],
    [{ $divide: [decimal('Infinity'), -2] }, {}, decimal('-Infinity')],
    [{ $divide: [1, decimal('Infinity')] }, {}, decimal('0E-6176')],
    [{ $multiply: [decimal('Infinity'), 0] }, {}, decimal('NaN')],
    [{ $mod: [-7, 3] }, {}, -1],
    [{ $mod: [7.5, 2] }, {}, 1.5],
    [{ $mod: [long(7), 4] }, {}, long(3)],
    [{ $abs: -5 }, {}, 5],
    [{ $abs: -2147483648 }, {}, Long.fromString('2147483648')],
    [{ $floor: -1.5 }, {}, new Double(-2)],
    [{ $ceil: decimal('1.2') }, {}, decimal('2')],
    [{ $round: [2.5, 0] }, {}, new Double(2)],
    [{ $round: [1234.567, 2] }, {}, 1234.57],
    [{ $round: [1250, -2] }, {}, 1200],
    [{ $trunc: [-1234.567, 1] }, {}, -1234.5],
    [{ $pow: [2, 31] }, {}, Long.fromString('2147483648')],
    [{ $pow: [2, -1] }, {}, 0.5],
    [{ $sqrt: 9 }, {}, new Double(3)],
    [{ $sqrt: null }, {}, null],
  ],
  conditions: [
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own name
    [{ $switch: { branches: [{ case: { $gt: ['$a', 5] }, then: 'big' }], default: 'small' } }, { a: 3 }, 'small'],
    [{ $and: [] }, {}, true],
    [{ $or: [true, { $divide: [1, 0] }] }, {}, true],
    [{ $and: [false, { $divide: [1, 0] }] }, {}, false],
    [{ $cond: [false, { $divide: [1, 0] }, '$none'] }, {}, missing],
    [{ $let: { vars: { x: '$a', y: 2 }, in: { $multiply: ['$$x', '$$y'] } } }, { a: 4 }, 8],
    [{ $let: { vars: { x: { b: 1 } }, in: '$$x.b' } }, {}, 1],
    ['$$REMOVE', {}, missing],
  ],
  strings: [
    [{ $toUpper: '$a' }, { a: 'aé' }, 'Aé'],
    [{ $toUpper: null }, {}, ''],
    [{ $toLower: 'ABC' }, {}, 'abc'],
    [{ $substrCP: ['商洛市', 1, 2] }, {}, '洛市'],
    [{ $substrBytes: ['hello', 1, -1] }, {}, 'ello'],
    [{ $strLenCP: 'a商' }, {}, 2],
    [{ $strLenBytes: 'a商' }, {}, 4],
    [{ $indexOfCP: ['商洛商洛', '洛', 2] }, {}, 3],
    [{ $indexOfBytes: ['商洛', '洛'] }, {}, 3],
    [{ $split: ['a-b-c', '-'] }, {}, ['a', 'b', 'c']],
    [{ $trim: { input: '  a b ' } }, {}, 'a b'],
    [{ $ltrim: { input: 'xxaxx', chars: 'x' } }, {}, 'axx'],
    [{ $replaceAll: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, {}, '$&.$&'],
    [{ $replaceOne: { input: 'a.a', find: 'a', replacement: 'b' } }, {}, 'b.a'],
    [{ $strcasecmp: ['ab', 'AC'] }, {}, -1],
    [{ $regexMatch: { input: 'Apple', regex: /^a/i } }, {}, true],
    [{ $regexFind: { input: '商ab', regex: '(a)(x)?' } }, {}, { match: 'a', idx: 1, captures: ['a', null] }],
    [{ $regexFindAll: { input: '$none', regex: 'x' } }, {}, []],
  ],
  arrays: [
    [{ $arrayElemAt: ['$a', -1] }, { a: [1, 2, 3] }, 3],
    [{ $arrayElemAt: ['$a', 9] }, { a: [1] }, missing],
    [{ $arrayElemAt: ['$none', 0] }, {}, null],
    [{ $first: '$a' }, { a: [7, 8] }, 7],
    [{ $last: '$a' }, { a: [] }, missing],
    [{ $concatArrays: ['$a', [3]] }, { a: [1, 2] }, [1, 2, 3]],
    [{ $concatArrays: ['$a', '$none'] }, { a: [1] }, null],
    [{ $slice: ['$a', -2] }, { a: [1, 2, 3] }, [2, 3]],
    [{ $slice: ['$a', 1, 5] }, { a: [1, 2, 3] }, [2, 3]],
    [{ $range: [5, 0, -2] }, {}, [5, 3, 1]],
    [{ $reverseArray: '$a' }, { a: [1, 2] }, [2, 1]],
    [{ $indexOfArray: ['$a', 2] }, { a: [1, Long.fromNumber(2)] }, 1],
    [{ $map: { input: '$a', as: 'x', in: { $add: ['$$x', '$b'] } } }, { a: [1, 2], b: 10 }, [11, 12]],
    [{ $map: { input: '$a', in: '$$this.k' } }, { a: [{ k: 1 }, {}] }, [1, null]],
    [{ $filter: { input: '$a', cond: { $gt: ['$$this', 1] }, limit: 1 } }, { a: [1, 2, 3] }, [2]],
    [{ $reduce: { input: '$a', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, { a: [1, 2, 3] }, 6],
    [
      {
        $map: {
          input: '$a',
          in: { $reduce: { input: '$$this', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
        },
      },
      { a: [[1, 2], [3]] },
      [3, 3],
    ],
    [
      { $zip: { inputs: ['$a', ['x', 'y']], useLongestLength: true, defaults: [0, '-'] } },
      { a: [1] },
      [
        [1, 'x'],
        [0, 'y'],
      ],
    ],
    [{ $sortArray: { input: '$a', sortBy: { k: -1 } } }, { a: [{ k: 1 }, { k: 2 }] }, [{ k: 2 }, { k: 1 }]],
    [{ $sortArray: { input: ['b', 3, 1], sortBy: 1 } }, {}, [1, 3, 'b']],
    [
      {
        $setUnion: [
          [3, 1],
          [1, 2],
        ],
      },
      {},
      [1, 2, 3],
    ],
    [
      {
        $setIntersection: [
          [1, 2, 2],
          [2, Long.fromNumber(1)],
        ],
      },
      {},
      [1, 2],
    ],
    [{ $setDifference: [[3, 1, 3], [1]] }, {}, [3]],
    [
      {
        $setEquals: [
          [1, 2],
          [2, 1, 1],
        ],
      },
      {},
      true,
    ],
    [{ $setIsSubset: [[1], [1, 2]] }, {}, true],
    [{ $anyElementTrue: [[0, false, 'x']] }, {}, true],
    [{ $sum: '$a' }, { a: [1, 2, 'x', 3] }, 6],
    [{ $avg: ['$a', 4] }, { a: 2 }, new Double(3)],
    [{ $max: ['$a', 'b', null] }, { a: 3 }, 'b'],
    [{ $min: '$a' }, { a: [3, 1, null] }, 1],
    [{ $stdDevPop: '$a' }, { a: [2, 4, 4, 4, 5, 5, 7, 9] }, new Double(2)],
    [{ $maxN: { input: '$a', n: 2 } }, { a: [1, 9, 5] }, [9, 5]],
    [{ $avg: '$a' }, { a: [decimal('0.1'), decimal('0.2')] }, decimal('0.15')],
  ],
  objects: [
    [{ $mergeObjects: ['$a', { y: 2 }, null] }, { a: { x: 1, y: 1 } }, { x: 1, y: 2 }],
    [{ $objectToArray: '$a' }, { a: { x: 1 } }, [{ k: 'x', v: 1 }]],
    [
      {
        $arrayToObject: [
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      },
      {},
      { a: 1, b: 2 },
    ],
    [{ $arrayToObject: '$a' }, { a: [{ k: 'x', v: 1 }] }, { x: 1 }],
    [{ $getField: 'a.b' }, { 'a.b': 7 }, 7],
    [{ $getField: { field: { $literal: '$x' }, input: '$a' } }, { a: { $x: 3 } }, 3],
    [{ $setField: { field: 'x', input: '$a', value: 9 } }, { a: { x: 1, y: 2 } }, { x: 9, y: 2 }],
    [{ $unsetField: { field: 'x', input: '$a' } }, { a: { x: 1, y: 2 } }, { y: 2 }],
    [{ $type: '$none' }, {}, 'missing'],
    [{ $type: '$a' }, { a: Long.fromNumber(1) }, 'long'],
    [{ $isNumber: '$a' }, { a: decimal('1') }, true],
  ],
  conversions: [
    [{ $toInt: '12' }, {}, 12],
    [{ $toInt: 3.9 }, {}, 3],
    [{ $toLong: day('2026-01-01') }, {}, Long.fromNumber(day('2026-01-01').getTime())],
    [{ $toDouble: '1e3' }, {}, new Double(1000)],
    [{ $toDecimal: 0.1 }, {}, decimal('0.100000000000000')],
    [{ $toString: new Double(0.1 + 0.2) }, {}, '0.3'],
    [{ $toString: new Double(1e20) }, {}, '1e+20'],
    [{ $toString: winter }, {}, '2026-01-31T20:30:15.123Z'],
    [{ $toBool: 'false' }, {}, true],
    [{ $toDate: '2026-01-31T20:30:15.123Z' }, {}, winter],
    [{ $toDate: '2026-01-31 20:30:15.123+08:00' }, {}, new Date(winter.getTime() - 8 * 3_600_000)],
    [{ $toDate: new ObjectId('65a000000000000000000000') }, {}, new Date(0x65a00000 * 1000)],
    [{ $toObjectId: '65a000000000000000000000' }, {}, new ObjectId('65a000000000000000000000')],
    [{ $convert: { input: 'x', to: 'int', onError: 'bad' } }, {}, 'bad'],
    [{ $convert: { input: '$none', to: 'int', onNull: -1 } }, {}, -1],
    [{ $toInt: null }, {}, null],
  ],
};

describe('expressions', () => {
  for (const [group, rows] of Object.entries(cases)) {
    it(group, () => expectValues(rows));
  }

  it('fail with the codes of MongoDB', () => {
    const errors: [unknown, number][] = [
      [{ $size: '$none' }, 17124],
      // biome-ignore lint/suspicious/noThenProperty: MongoDB's own name
      [{ $switch: { branches: [{ case: false, then: 1 }] } }, 40066],
      [{ $divide: [1, 0] }, 2],
      [{ $mod: [1, 0] }, 16610],
      [{ $add: ['x', 1] }, 16554],
      [{ $strLenCP: null }, 34471],
      [{ $substrBytes: ['商', 1, 1] }, 28656],
      [{ $arrayElemAt: ['x', 0] }, 28689],
      [{ $map: { input: 'x', in: 1 } }, 16883],
      [{ $toInt: 'x' }, 241],
      [{ $toInt: 3e10 }, 241],
      [{ $dateToString: { date: new Date(0), format: '%q' } }, 18536],
      [{ $year: { date: new Date(0), timezone: 'Nowhere/Town' } }, 40485],
      [{ $year: 'x' }, 16006],
      [{ $toUpper: [['a']] }, 16007],
      [{ $sqrt: -1 }, 28714],
      [{ $ln: 0 }, 28766],
      [{ $mergeObjects: [1] }, 40400],
      [{ $eq: [1] }, 16020],
      [{ $let: { vars: { Big: 1 }, in: 1 } }, 9],
      [{ $binarySize: new Binary(Buffer.from('x')) }, 0],
    ];
    for (const [expression, code] of errors) {
      const attempt = (): unknown => evaluate(expression, {});
      if (code === 0) expect(attempt, BSON.EJSON.stringify({ expression })).not.to.throw();
      else expect(attempt, BSON.EJSON.stringify({ expression })).to.throw().with.property('code', code);
    }
  });
});

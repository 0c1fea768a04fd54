import { BSON } from 'bson';
import fc from 'fast-check';
import { documentValue, field, type Value } from '../values/bson.ts';

/** A BSON document from what the `bson` package understands; numbers stay doubles unless they are integers. */
export function document(fields: Record<string, unknown>): Value {
  return documentValue(Buffer.from(BSON.serialize(fields, { ignoreUndefined: false })));
}

export function value(plain: unknown): Value {
  const found = field(document({ v: plain }), 'v');
  if (!found) throw new Error('no value');
  return found;
}

export function plain(of: Value): unknown {
  return BSON.deserialize(of.raw());
}

/** Extended JSON, so that types and field order count. */
export function text(of: Value): string {
  return BSON.EJSON.stringify(BSON.deserialize(of.raw(), { promoteValues: false }), { relaxed: false });
}

const { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, BSONRegExp, Code } = BSON;

const edges = [0, -0, 1, -1, 0.1, -0.5, 1e308, -1e308, 5e-324, -5e-324, 2 ** 53, 2 ** 53 + 2, NaN, Infinity, -Infinity];
const longs = ['9007199254740993', '-9007199254740993', '9223372036854775807', '-9223372036854775808', '0', '5'];
const decimals = [
  '0',
  '-0',
  '5.0',
  '5.00',
  '0.1',
  '-0.1',
  '1E+400',
  '-1E+400',
  '1E-400',
  'NaN',
  'Infinity',
  '-Infinity',
  '9007199254740993',
  '9007199254740992.5',
  '9.999999999999999999999999999999999E+6144',
  '1E-6176',
];

const numbers: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...edges).map((n) => new Double(n)),
  fc.double().map((n) => new Double(n)),
  fc.integer({ min: -5, max: 5 }).map((n) => new Int32(n)),
  fc.integer().map((n) => new Int32(n)),
  fc.integer({ min: -5, max: 5 }).map((n) => Long.fromNumber(n)),
  fc.constantFrom(...longs).map((n) => Long.fromString(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  fc.constantFrom(...decimals).map((n) => Decimal128.fromString(n)),
  fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -30, max: 30 }))
    .map(([c, e]) => Decimal128.fromString(`${c}E${e}`)),
);

const scalars: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: numbers },
  fc.string({ maxLength: 4 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'ab', '\uff5e', '\u{1f600}'),
  fc.constantFrom(null, true, false, new MinKey(), new MaxKey()),
  fc.date({ min: new Date(-1e12), max: new Date(4e12), noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc
    .tuple(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(0, 4, 128))
    .map(([bytes, subtype]) => new Binary(bytes, subtype)),
  fc.tuple(fc.integer({ min: 0 }), fc.integer({ min: 0 })).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom(new BSONRegExp('a', 'i'), new BSONRegExp('a', ''), new BSONRegExp('b', '')),
  fc.constantFrom(new Code('f'), new Code('f', { a: 1 }), new Code('f', { a: 2 })),
);

/** Values of all types, nested, with the numbers that are hard to order. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 6, arbitrary: scalars },
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', ''), tie('node'), { maxKeys: 3 }),
  ),
})).node;

export { fc };

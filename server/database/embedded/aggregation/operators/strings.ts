import { EngineError } from '../../errors.ts';
import { readString, type, type Value } from '../../values/bson.ts';
import { arrayOf, int32, nullValue, plainValue } from '../../values/build.ts';
import { isNumber, readDouble, readInteger } from '../../values/numbers.ts';
import {
  allPresent,
  isPresent,
  listed,
  type Operator,
  type Operators,
  ofValues,
  parameters,
  typeName,
  variadic,
} from '../operator.ts';
import { coerced } from './text.ts';

function asciiCase(name: '$toUpper' | '$toLower'): Operator {
  const change = (letters: string): string => (name === '$toUpper' ? letters.toUpperCase() : letters.toLowerCase());
  return ofValues(1, ([value]) => plainValue(coerced(value).replace(/[A-Za-z]+/g, change)));
}

function stringArgument(value: Value, code: number, message: string): string {
  if (value.type !== type.string) throw new EngineError(code, `${message}, found: ${typeName(value)}`);
  return readString(value);
}

function index(value: Value, code: number, what: string): number {
  if (!isNumber(value)) throw new EngineError(code, `${what} must be a numeric type (is BSON type ${typeName(value)})`);
  const whole = readInteger(value) ?? BigInt(Math.trunc(readDouble(value) || 0));
  return Number(BigInt.asIntN(32, whole));
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

const substringBytes = ofValues(3, ([value, start, length]) => {
  const bytes = Buffer.from(coerced(value));
  const from = start ? index(start, 16034, '$substrBytes: starting index') : 0;
  const count = length ? index(length, 16035, '$substrBytes: length') : -1;
  if (from < 0) throw new EngineError(50752, `$substrBytes: starting index must be non-negative (got: ${from})`);
  if (from >= bytes.length) return plainValue('');
  if (isContinuation(bytes[from]))
    throw new EngineError(28656, '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
  const to = count < 0 ? bytes.length : Math.min(from + count, bytes.length);
  if (isContinuation(bytes[to]))
    throw new EngineError(28657, '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.');
  return plainValue(bytes.toString('utf8', from, to));
});

const substringCodePoints = ofValues(3, ([value, start, length]) => {
  const points = [...coerced(value)];
  const from = start ? index(start, 34450, '$substrCP: starting index') : 0;
  const count = length ? index(length, 34452, '$substrCP: length') : 0;
  if (from < 0) throw new EngineError(34455, '$substrCP: the starting index must be nonnegative integer.');
  if (count < 0) throw new EngineError(34454, '$substrCP: length must be a nonnegative integer.');
  return plainValue(points.slice(from, from + count).join(''));
});

function indexOfText(name: '$indexOfBytes' | '$indexOfCP'): Operator {
  return listed(2, 4, (operands, document) => {
    const [text, token, start, end] = operands.map((operand) => operand(document));
    if (!isPresent(text)) return nullValue;
    const [whole, wanted] = [
      stringArgument(text, name === '$indexOfBytes' ? 40091 : 40093, `${name} requires a string as the first argument`),
      stringArgument(
        token ?? nullValue,
        name === '$indexOfBytes' ? 40092 : 40094,
        `${name} requires a string as the second argument`,
      ),
    ];
    const bound = (value: Value | undefined): number | undefined => {
      if (!value) return undefined;
      const at = index(value, 40096, `${name} index`);
      if (at < 0) throw new EngineError(40097, `${name} requires a nonnegative index, found: ${at}`);
      return at;
    };
    const [from, to] = [bound(start) ?? 0, bound(end)];
    if (name === '$indexOfBytes') {
      const bytes = Buffer.from(whole).subarray(0, to);
      return int32(from > bytes.length ? -1 : bytes.indexOf(wanted, from));
    }
    const points = [...whole].slice(0, to);
    if (from > points.length) return int32(-1);
    const found = points.slice(from).join('').indexOf(wanted);
    return int32(found < 0 ? -1 : from + [...points.slice(from).join('').slice(0, found)].length);
  });
}

const split = listed(2, 2, (operands, document) => {
  const [text, separator] = allPresent(operands, document) ?? [];
  if (!text || !separator) return nullValue;
  const [whole, by] = [
    stringArgument(text, 40085, '$split requires an expression that evaluates to a string as a first argument'),
    stringArgument(separator, 40086, '$split requires an expression that evaluates to a string as a second argument'),
  ];
  if (by === '') throw new EngineError(40087, '$split requires a non-empty separator');
  return arrayOf(whole.split(by).map(plainValue));
});

const whitespace = [...'\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'];

function trim(ends: { left: boolean; right: boolean }): Operator {
  return (operand, scope, build, name) => {
    const given = parameters(name, operand, ['input', 'chars'], ['input'], 50696);
    const input = build(given.get('input') as Value, scope);
    const chars = given.get('chars');
    const charsOf = chars && build(chars, scope);
    return (document) => {
      const value = input(document);
      if (!isPresent(value)) return nullValue;
      const points = [...stringArgument(value, 50699, `${name} requires its input to be a string`)];
      let trimmed = whitespace;
      if (charsOf) {
        const set = charsOf(document);
        if (!isPresent(set)) return nullValue;
        trimmed = [...stringArgument(set, 50700, `${name} requires 'chars' to be a string`)];
      }
      let [from, to] = [0, points.length];
      while (ends.left && from < to && trimmed.includes(points[from] as string)) from++;
      while (ends.right && to > from && trimmed.includes(points[to - 1] as string)) to--;
      return plainValue(points.slice(from, to).join(''));
    };
  };
}

function replacing(all: boolean): Operator {
  return (operand, scope, build, name) => {
    const given = parameters(name, operand, ['input', 'find', 'replacement'], ['input', 'find', 'replacement'], 51750);
    const operands = ['input', 'find', 'replacement'].map((part) => build(given.get(part) as Value, scope));
    return (document) => {
      const values = operands.map((each) => each(document));
      const codes = [51746, 51745, 51744];
      const texts = values.map((value, at) =>
        isPresent(value)
          ? stringArgument(value, codes[at] as number, `${name} requires that its arguments be strings`)
          : undefined,
      );
      const [input, find, replacement] = texts;
      if (input === undefined || find === undefined || replacement === undefined) return nullValue;
      return plainValue(all ? input.replaceAll(find, () => replacement) : input.replace(find, () => replacement));
    };
  };
}

export const stringOperators: Operators = {
  $concat: variadic((operands, document) => {
    let text = '';
    for (const operand of operands) {
      const value = operand(document);
      if (!isPresent(value)) return nullValue;
      if (value.type !== type.string) {
        throw new EngineError(16702, `$concat only supports strings, not ${typeName(value)}`);
      }
      text += readString(value);
    }
    return plainValue(text);
  }),
  $toUpper: asciiCase('$toUpper'),
  $toLower: asciiCase('$toLower'),
  $substr: substringBytes,
  $substrBytes: substringBytes,
  $substrCP: substringCodePoints,
  $indexOfBytes: indexOfText('$indexOfBytes'),
  $indexOfCP: indexOfText('$indexOfCP'),
  $split: split,
  $trim: trim({ left: true, right: true }),
  $ltrim: trim({ left: true, right: false }),
  $rtrim: trim({ left: false, right: true }),
  $replaceOne: replacing(false),
  $replaceAll: replacing(true),
  $strLenBytes: ofValues(1, ([value]) => {
    const text = stringArgument(value ?? nullValue, 34473, '$strLenBytes requires a string argument');
    return int32(Buffer.byteLength(text));
  }),
  $strLenCP: ofValues(1, ([value]) => {
    const text = stringArgument(value ?? nullValue, 34471, '$strLenCP requires a string argument');
    return int32([...text].length);
  }),
  $strcasecmp: ofValues(2, ([left, right]) => {
    const upper = (value: Value | undefined): Buffer =>
      Buffer.from(coerced(value).replace(/[a-z]+/g, (letters) => letters.toUpperCase()));
    return int32(Math.sign(Buffer.compare(upper(left), upper(right))));
  }),
  $binarySize: ofValues(1, ([value]) => {
    if (!isPresent(value)) return nullValue;
    if (value.type === type.string) return int32(value.end - value.start - 5);
    if (value.type === type.binary) return int32(value.end - value.start - 5);
    throw new EngineError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
  }),
};

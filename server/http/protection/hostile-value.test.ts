import { expect } from 'chai';
import { array, assert, constantFrom, dictionary, jsonValue, oneof, property, string, tuple } from 'fast-check';
import { deepest, hostileIn } from './hostile-value.ts';

const wellFormed = string({ unit: 'grapheme' }).filter(
  (text) => !/[\p{Control}\u202a-\u202e\u2066-\u2069]/u.test(text),
);

const key = wellFormed.filter((name) => name !== '__proto__');

describe('hostile input', () => {
  it('is found wherever it hides', () => {
    const hostile = constantFrom(
      '\0',
      'a\0b',
      '\ud800',
      'x\udc00',
      '\udc00\ud800',
      '\u001b[31m',
      'a\bb',
      '\u0085',
      '\u007f',
    );
    assert(
      property(array(oneof(key, constantFrom(0, 1)), { maxLength: deepest - 2 }), hostile, (path, text) => {
        const value = path.reduceRight<unknown>(
          (inner, part) => (typeof part === 'number' ? [inner] : { harmless: 1, [part]: inner }),
          text,
        );
        expect(hostileIn(value, '')?.message).to.equal('must be Unicode text without control characters');
      }),
    );
  });

  it('is a name that reaches the prototype, and is told by its pointer', () => {
    const body: unknown = JSON.parse('{"a":[{"__proto__":{"admin":true}}]}');
    expect(hostileIn(body, '')).to.deep.equal({ pointer: '/a/0/__proto__', message: 'is not a known field' });
  });

  it('is a name that reads otherwise than it is written', () => {
    for (const mark of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
      expect(hostileIn({ name: `invoice${mark}fdp.exe` }, '')?.pointer).to.equal('/name');
      expect(hostileIn({ [mark]: 1 }, '')?.message).to.include('has a name');
    }
  });

  it('is nesting without end', () => {
    const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect(hostileIn(nested(deepest), '')).to.equal(undefined);
    expect(hostileIn(nested(deepest + 1), '')?.message).to.include('deeper');
  });

  it('is not what people write', () => {
    assert(
      property(tuple(wellFormed, dictionary(key, wellFormed)), ([text, fields]) => {
        expect(hostileIn({ text, list: [text], fields: { ...fields } }, '')).to.equal(undefined);
      }),
    );
    expect(hostileIn({ name: '𠮷野 🌱 é', count: 3, none: null, note: 'one\r\n\ttwo' }, '')).to.equal(undefined);
  });

  it('ends with an answer for any JSON', () => {
    assert(property(jsonValue({ maxDepth: 50 }), (value) => void hostileIn(value, '')));
  });
});

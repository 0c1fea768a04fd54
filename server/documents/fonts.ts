import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');

const read = new Map<string, Buffer>();

/** Noto Sans SC with all of GB 18030's usual ideographs, read once; only the letters used get into a document. */
export function fontFile(weight: 'Regular' | 'Bold'): Buffer {
  const known = read.get(weight) ?? readFileSync(join(folder, `NotoSansHans-${weight}.otf`));
  read.set(weight, known);
  return known;
}

let letters: Font | undefined;

/** The text with what the font has no letter for as its number, 〔U+20BB7〕, so that nothing printed shows an empty box for a name. */
export function spelledOut(text: string): string {
  letters ??= create(fontFile('Regular')) as Font;
  const known = letters;
  return Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x20 || known.hasGlyphForCodePoint(code) ? letter : `〔U+${code.toString(16).toUpperCase()}〕`;
  }).join('');
}

/** Every text of a value so spelled out. */
export function everySpelledOut<Value>(value: Value): Value {
  if (typeof value === 'string') return spelledOut(value) as Value;
  if (Array.isArray(value)) return value.map(everySpelledOut) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, everySpelledOut(each)])) as Value;
}

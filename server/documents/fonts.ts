import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');

const read = new Map<string, Buffer>();

/** Noto Sans SC with all of GB 18030's usual ideographs, read once; only the letters used get into a document. */
export function fontFile(weight: 'Regular' | 'Bold'): Buffer {
  const known = read.get(weight) ?? readFileSync(join(folder, `NotoSansHans-${weight}.otf`));
  read.set(weight, known);
  return known;
}

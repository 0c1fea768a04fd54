import { create, type Font } from 'fontkit';
import { fontFile } from '../documents/index.ts';

export type Weight = 'Regular' | 'Bold';

const opened = new Map<Weight, Font>();

function fontOf(weight: Weight): Font {
  const known = opened.get(weight) ?? (create(fontFile(weight)) as Font);
  opened.set(weight, known);
  return known;
}

/** How wide a text is, in the unit of `size`, which is the height of an em. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const font = fontOf(weight);
  return (font.layout(text).advanceWidth / font.unitsPerEm) * size;
}

/**
 * A text as outlines in the form of SVG paths, so that every printer and every picture shows the same letters.
 * @param left where it begins; @param baseline on what it stands
 */
export function outlines(
  text: string,
  { left, baseline, size, weight }: { left: number; baseline: number; size: number; weight: Weight },
): string {
  const font = fontOf(weight);
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let x = left;
  let path = '';
  for (const [index, glyph] of glyphs.entries()) {
    path += glyph.path.scale(scale, -scale).translate(x, baseline).toSVG();
    x += (positions[index]?.xAdvance ?? 0) * scale;
  }
  return path;
}

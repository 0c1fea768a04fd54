import { qrCode } from '../documents/index.ts';
import data from './data/presets.json' with { type: 'json' };
import { type Label, type Resolution, type Size, toDots, toMillimeters } from './label.ts';
import { outlines, type Weight, widthOf } from './letters.ts';
import { wrap } from './rules/fit.ts';

/** A label in dots of the printer, from the upper left. */
export interface Drawing {
  width: number;
  height: number;
  /** Black squares: the modules of the code, each of the same whole number of dots. */
  modules: { left: number; top: number; side: number }[];
  /** Letters as SVG paths. */
  letters: string[];
  /** Dots a module. */
  module: number;
}

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

const lineHeight = 1.25;
/** From the top of a line down to where letters stand. */
const ascent = 0.92;

/** The code is too fine for the printer, or the label too small for what it has to say. */
export class LabelTooSmall extends Error {}

/** @throws LabelTooSmall */
export function layOut(label: Label, size: Size, dpi: Resolution): Drawing {
  const dots = (millimeters: number) => toDots(millimeters, dpi);
  const [width, height, margin] = [dots(size.width), dots(size.height), dots(data.marginMillimeters)];
  const upright = height > width;
  const code = qrCode(label.address);
  const room = upright ? Math.floor(width * 0.6) : Math.min(height - 2 * margin, Math.floor(width * 0.55));
  const module = Math.floor(room / code.side);
  if (toMillimeters(module, dpi) < data.smallestModuleMillimeters)
    throw new LabelTooSmall(`its code would have modules of less than ${data.smallestModuleMillimeters} mm`);
  const side = module * code.side;
  const at = upright
    ? { left: Math.floor((width - side) / 2), top: margin }
    : { left: margin, top: Math.floor((height - side) / 2) };
  const text: Area = upright
    ? { left: margin * 3, top: margin * 2 + side, width: width - 6 * margin, height: height - side - 4 * margin }
    : { left: at.left + side, top: margin, width: width - at.left - side - margin, height: height - 2 * margin };
  const modules = code.dark.map(({ column, row }) => ({
    left: at.left + column * module,
    top: at.top + row * module,
    side: module,
  }));
  return { width, height, module, modules, letters: write(label, text, dots) };
}

interface Line {
  text: string;
  size: number;
  weight: Weight;
}

/** As large as the room allows with nothing left out, never smaller than letters may be. @throws LabelTooSmall */
function write(label: Label, area: Area, dots: (millimeters: number) => number): string[] {
  const smallest = dots(data.smallestLetterMillimeters);
  for (let size = Math.max(smallest, Math.floor(area.height / 9)); ; size -= 1) {
    const { lines, cut } = linesOf(label, area.width, size);
    const height = lines.reduce((sum, line) => sum + line.size * lineHeight, 0);
    const last = size <= smallest;
    if (height <= area.height && (!cut || last)) return drawn(lines, area);
    if (last) throw new LabelTooSmall('it has more to say than fits in letters that can be read');
  }
}

function linesOf({ title, subtitle, facts, code, hint }: Label, width: number, size: number) {
  const pieces: [text: string, size: number, weight: Weight][] = [
    [title, Math.round(size * 1.5), 'Bold'],
    ...(subtitle ? [[subtitle, size, 'Regular'] satisfies [string, number, Weight]] : []),
    ...facts.map(({ name, value }): [string, number, Weight] => [`${name} ${value}`, size, 'Regular']),
    [code, size, 'Bold'],
    [hint, size, 'Regular'],
  ];
  let cut = false;
  const lines = pieces.flatMap(([text, each, weight]): Line[] => {
    const wrapped = wrap(text, { width, size: each, most: 2 }, (piece, at) => widthOf(piece, at, weight));
    cut ||= wrapped.cut;
    return wrapped.lines.map((line) => ({ text: line, size: each, weight }));
  });
  return { lines, cut };
}

function drawn(lines: readonly Line[], { left, top }: Area): string[] {
  let y = top;
  return lines.map(({ text, size, weight }) => {
    const path = outlines(text, { left, baseline: y + size * ascent, size, weight });
    y += size * lineHeight;
    return path;
  });
}

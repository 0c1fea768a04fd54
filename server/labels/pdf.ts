import PDFDocument from 'pdfkit';
import { collect } from '../documents/index.ts';
import { type Preset, type Resolution, toMillimeters } from './label.ts';
import type { Drawing } from './layout.ts';

const pointsPerMillimeter = 72 / 25.4;

/** A page for each label, or sheets full of them, as vectors on the printer's own dots: to be printed at 100 %. */
export function pdfOf(
  drawing: Drawing,
  { preset, dpi, copies, title, at }: { preset: Preset; dpi: Resolution; copies: number; title: string; at: Date },
): Promise<Buffer> {
  const paper = new PDFDocument({
    autoFirstPage: false,
    size: [preset.width * pointsPerMillimeter, preset.height * pointsPerMillimeter],
    margin: 0,
    info: { Title: title, CreationDate: at, ModDate: at },
  });
  const written = collect(paper);
  const { columns, rows, width, height } = preset.of ?? { columns: 1, rows: 1, ...preset };
  const side = (preset.width - columns * width) / 2;
  const top = (preset.height - rows * height) / 2;
  const scale = toMillimeters(1, dpi) * pointsPerMillimeter;
  for (let copy = 0; copy < copies; copy++) {
    const place = copy % (columns * rows);
    if (place === 0) paper.addPage();
    const left = (side + (place % columns) * width) * pointsPerMillimeter;
    const down = (top + Math.floor(place / columns) * height) * pointsPerMillimeter;
    paper.save().translate(left, down).scale(scale);
    for (const { left: x, top: y, side: length } of drawing.modules) paper.rect(x, y, length, length);
    paper.fill('#000000');
    for (const path of drawing.letters) if (path) paper.path(path).fill('#000000');
    paper.restore();
  }
  paper.end();
  return written;
}

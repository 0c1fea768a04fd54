import PDFDocument from 'pdfkit';
import data from './data/labels.json' with { type: 'json' };
import { everySpelledOut, fontFile } from './fonts.ts';
import { collect, type Paper } from './paper.ts';
import { drawQrCode, qrCodeSide } from './qr-code.ts';

export const labelLayouts = ['label-60x40', 'label-70x50', 'a4-sheet'] as const;
export type LabelLayout = (typeof labelLayouts)[number];

/** What goes on a package: a title, facts beside the QR code, and lines below it. */
export interface Label {
  title: string;
  facts: readonly (readonly [name: string, value: string])[];
  lines: readonly string[];
  /** What the QR code holds. */
  checkAt: string;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const pointsPerMillimetre = 72 / 25.4;
const inPoints = (millimetres: number) => millimetres * pointsPerMillimetre;
const lineGap = 0.4;

/** Labels as a PDF: on rolls one to a page, on A4 fifteen to a sheet with lines to cut along. */
export function printLabels(labels: readonly Label[], layout: LabelLayout, issuedAt: Date): Promise<Buffer> {
  const { paper: page, columns, rows, width, height, margin, largestFont } = data.layouts[layout];
  const paper = new PDFDocument({
    size: [inPoints(page.width), inPoints(page.height)],
    margin: 0,
    autoFirstPage: false,
    info: { Title: labels[0]?.title ?? '', CreationDate: issuedAt, ModDate: issuedAt },
  });
  const written = collect(paper);
  paper.registerFont('regular', fontFile('Regular')).registerFont('bold', fontFile('Bold'));
  const before = { left: (page.width - columns * width) / 2, top: (page.height - rows * height) / 2 };
  for (const [index, label] of labels.entries()) {
    const place = index % (columns * rows);
    if (place === 0) paper.addPage();
    const outer = {
      left: inPoints(before.left + (place % columns) * width),
      top: inPoints(before.top + Math.floor(place / columns) * height),
      width: inPoints(width),
      height: inPoints(height),
    };
    if (columns > 1)
      paper
        .lineWidth(0.3)
        .dash(2, { space: 2 })
        .strokeColor('#999999')
        .rect(outer.left, outer.top, outer.width, outer.height)
        .stroke()
        .undash();
    const inner = inPoints(margin);
    draw(
      paper,
      { ...everySpelledOut(label), checkAt: label.checkAt },
      {
        left: outer.left + inner,
        top: outer.top + inner,
        width: outer.width - 2 * inner,
        height: outer.height - 2 * inner,
      },
      largestFont,
    );
  }
  paper.end();
  return written;
}

/** In the largest letters with which all of it fits; what does not fit in the smallest is cut off at the label's edge. */
function draw(paper: Paper, label: Label, box: Box, largestFont: number): void {
  const side = qrCodeSide(label.checkAt, inPoints(data.qrModule));
  const beside = box.width - side - 2;
  const facts = label.facts.map(([name, value]) => `${name}：${value}`);
  const heightOf = (texts: readonly string[], width: number, size: number) => {
    paper.font('regular').fontSize(size);
    return texts.reduce((sum, text) => sum + paper.heightOfString(text, { width, lineGap }), 0);
  };
  const titleHeight = (size: number) => size * 1.8;
  const fits = (size: number) =>
    titleHeight(size) + Math.max(side, heightOf(facts, beside, size)) + heightOf(label.lines, box.width, size) <=
    box.height;
  let size = largestFont;
  while (size > data.leastFont && !fits(size)) size -= 0.25;

  paper.save().rect(box.left, box.top, box.width, box.height).clip();
  paper
    .fillColor('#000000')
    .font('bold')
    .fontSize(size * 1.4);
  paper.text(label.title, box.left, box.top, { width: box.width, lineBreak: false });
  const top = box.top + titleHeight(size);
  drawQrCode(paper, label.checkAt, { left: box.left + box.width - side, top, side });
  paper.fillColor('#000000').font('regular').fontSize(size);
  const factsEnd = write(paper, facts, { left: box.left, top, width: beside });
  write(paper, label.lines, { left: box.left, top: Math.max(factsEnd, top + side), width: box.width });
  paper.restore();
}

/** @returns where the text ends */
function write(paper: Paper, texts: readonly string[], at: Omit<Box, 'height'>): number {
  let { top } = at;
  for (const text of texts) {
    paper.text(text, at.left, top, { width: at.width, lineGap });
    top += paper.heightOfString(text, { width: at.width, lineGap });
  }
  return top;
}

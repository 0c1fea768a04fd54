import PDFDocument from 'pdfkit';
import type { Bilingual } from '../http/fields.ts';
import { barsHeight, drawBars, drawLines, type Frame, linesHeight } from './charts.ts';
import type { Block, Column, PrintedDocument } from './document.ts';
import { everySpelledOut, fontFile } from './fonts.ts';
import { collect, type Paper } from './paper.ts';
import { drawQrCode } from './qr-code.ts';

/** Points: A4, 2 cm at the sides. */
const page = { width: 595, height: 842, side: 57, top: 57, bottom: 68 };
const footAbove = 45;
const inner = page.width - 2 * page.side;
const qrSide = 78;
const ink = '#1a1a1a';
const faint = '#666666';
const rule = '#999999';

/** The document as a PDF of A4 pages, with its Chinese font inside. The same document gives the same pages. */
export async function printPdf(given: PrintedDocument): Promise<Buffer> {
  const document = printable(given);
  const paper = new PDFDocument({
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
    bufferPages: true,
    info: {
      Title: `${document.title.zh} ${document.number}`,
      Author: document.issuer,
      CreationDate: document.issuedAt,
      ModDate: document.issuedAt,
    },
  });
  const written = collect(paper);
  paper.registerFont('regular', fontFile('Regular')).registerFont('bold', fontFile('Bold'));
  head(paper, document);
  for (const block of document.blocks) print(paper, block);
  end(paper);
  eachPage(paper, document);
  paper.end();
  return written;
}

/** With letters that the font has. */
function printable({ title, number, issuer, blocks, ...rest }: PrintedDocument): PrintedDocument {
  return { ...rest, ...everySpelledOut({ title, number, issuer, blocks }) };
}

function head(paper: Paper, { title, number, issuer, checkAt }: PrintedDocument): void {
  if (checkAt) drawQrCode(paper, checkAt, { left: page.width - page.side - qrSide, top: page.top, side: qrSide });
  const width = checkAt ? inner - qrSide - 12 : inner;
  paper.fillColor(ink).font('bold').fontSize(18).text(title.zh, page.side, page.top, { width });
  paper.font('regular').fontSize(11).text(title.en, { width });
  paper.moveDown(0.4).fontSize(10).text(issuer, { width });
  paper.font('bold').text(`№ ${number}`, { width });
  if (checkAt) paper.font('regular').fontSize(7).fillColor(faint).text(checkAt, { width });
  paper.fillColor(ink);
  paper.y = Math.max(paper.y, checkAt ? page.top + qrSide : 0) + 12;
  paper.x = page.side;
}

function print(paper: Paper, block: Block): void {
  if (block.title) heading(paper, block.title, chartHeight(block));
  if (block.kind === 'facts') {
    const columns: Column[] = [
      { title: { zh: '', en: '' }, share: 0.34 },
      { title: { zh: '', en: '' }, share: 0.66 },
    ];
    for (const [name, value] of block.facts) row(paper, columns, [both(name), value], 'facts');
  }
  if (block.kind === 'table') {
    row(
      paper,
      block.columns,
      block.columns.map(({ title }) => `${title.zh}\n${title.en}`),
      'head',
    );
    for (const cells of block.rows) row(paper, block.columns, cells, 'cells');
  }
  if (block.kind === 'bars') chart(paper, chartHeight(block), (frame) => drawBars(paper, block.bars, frame));
  if (block.kind === 'lines') chart(paper, chartHeight(block), (frame) => drawLines(paper, block, frame));
  if (block.kind === 'paragraphs')
    for (const text of block.paragraphs)
      paper.font('regular').fontSize(9).text(text, page.side, paper.y, { width: inner, paragraphGap: 3 });
  paper.moveDown(0.6);
}

function chartHeight(block: Block): number {
  if (block.kind === 'bars') return barsHeight(block.bars.length);
  return block.kind === 'lines' ? linesHeight : 0;
}

/** A chart is never torn apart. */
function chart(paper: Paper, height: number, draw: (frame: Frame) => void): void {
  keepTogether(paper, height);
  const top = paper.y;
  draw({ left: page.side, top, width: inner });
  paper.x = page.side;
  paper.y = top + height;
}

function heading(paper: Paper, title: Bilingual, followedBy: number): void {
  keepTogether(paper, 40 + followedBy);
  paper.font('bold').fontSize(11).fillColor(ink).text(both(title), page.side, paper.y, { width: inner });
  paper.moveDown(0.2);
}

/** One row whose cells wrap; it is never torn apart by the end of a page unless it fills more than one. */
function row(
  paper: Paper,
  columns: readonly Column[],
  cells: readonly string[],
  look: 'facts' | 'head' | 'cells',
): void {
  const size = look === 'facts' ? 9 : 8;
  paper.font(look === 'head' ? 'bold' : 'regular').fontSize(size);
  const pad = 3;
  const widths = columns.map(({ share }) => share * inner);
  const heights = cells.map((cell, index) =>
    paper.heightOfString(cell || ' ', { width: (widths[index] ?? 0) - 2 * pad }),
  );
  const height = Math.max(...heights) + 2 * pad;
  keepTogether(paper, height);
  const top = paper.y;
  let left = page.side;
  for (const [index, cell] of cells.entries()) {
    const width = widths[index] ?? 0;
    if (look !== 'facts') paper.lineWidth(0.5).strokeColor(rule).rect(left, top, width, height).stroke();
    paper.fillColor(look === 'facts' && index === 0 ? faint : ink);
    paper.text(cell, left + pad, top + pad, { width: width - 2 * pad });
    left += width;
  }
  if (look === 'facts')
    paper
      .lineWidth(0.3)
      .strokeColor('#dddddd')
      .moveTo(page.side, top + height)
      .lineTo(page.side + inner, top + height)
      .stroke();
  paper.fillColor(ink);
  paper.x = page.side;
  paper.y = top + height;
}

function keepTogether(paper: Paper, height: number): void {
  if (paper.y + height > page.height - paper.page.margins.bottom) paper.addPage();
}

/** It may stand in the margin above the foot: a page of its own it needs only where the last one is full to that line. */
function end(paper: Paper): void {
  paper.page.margins.bottom = footAbove;
  keepTogether(paper, 14);
  const text = '—— 以下空白 · end of document ——';
  paper.font('regular').fontSize(9).fillColor(faint).text(text, page.side, paper.y, { width: inner, align: 'center' });
}

/** Number and page on each page; and, where there is one, the mark across it. */
function eachPage(paper: Paper, { number, mark }: PrintedDocument): void {
  const { count } = paper.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    paper.switchToPage(index);
    // Below the margin no text would start a page of its own.
    paper.page.margins.bottom = 0;
    if (mark) across(paper, mark);
    const foot = `№ ${number}    第 ${index + 1} 页 共 ${count} 页 · page ${index + 1} of ${count}`;
    paper
      .font('regular')
      .fontSize(8)
      .fillColor(faint)
      .text(foot, page.side, page.height - footAbove, { width: inner, align: 'center', lineBreak: false });
  }
}

function across(paper: Paper, mark: Bilingual): void {
  paper
    .save()
    .rotate(-35, { origin: [page.width / 2, page.height / 2] })
    .fillOpacity(0.16)
    .fillColor('#a8071a');
  paper
    .font('bold')
    .fontSize(44)
    .text(both(mark), 0, page.height / 2 - 30, { width: page.width, align: 'center', lineBreak: false });
  paper.restore().fillOpacity(1);
}

function both({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}

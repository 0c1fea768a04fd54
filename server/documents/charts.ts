import type { Bilingual } from '../http/fields.ts';
import type { Paper } from './paper.ts';

/** Shares side by side; each from 0 to 1, with the interval that it lies in where one is known. */
export interface Bar {
  label: string;
  share: number | null;
  /** What the share is in words: `96.2 % (n = 52)`. */
  text: string;
  interval?: { lower: number; upper: number } | undefined;
}

/** Shares over time, each from 0 to 1; of nothing there is a gap. */
export interface Line {
  name: Bilingual;
  points: readonly (number | null)[];
}

export interface Frame {
  left: number;
  top: number;
  width: number;
}

const colors = ['#1f6f43', '#b4690e', '#1d4e89', '#8a2846'];
const ink = '#1a1a1a';
const faint = '#666666';
const grid = '#dddddd';
const barHeight = 14;
const plotHeight = 120;

export const barsHeight = (count: number): number => count * (barHeight + 4) + 16;
export const linesHeight = plotHeight + 44;

/** Bars from the left, with the interval as a whisker; the scale stands below. */
export function drawBars(paper: Paper, bars: readonly Bar[], { left, top, width }: Frame): void {
  const [labels, texts] = [width * 0.2, width * 0.24];
  const scale = width - labels - texts;
  const at = (share: number) => left + labels + share * scale;
  const bottom = top + bars.length * (barHeight + 4);
  gridOf(paper, [0, 0.25, 0.5, 0.75, 1], (share) => ({ from: [at(share), top], to: [at(share), bottom] }));
  for (const [index, { label, share, text, interval }] of bars.entries()) {
    const y = top + index * (barHeight + 4);
    paper.font('regular').fontSize(8).fillColor(ink);
    paper.text(label, left, y + 2, { width: labels - 6, height: barHeight, ellipsis: true, lineBreak: false });
    if (share !== null) paper.rect(at(0), y + 2, Math.max(0.5, share * scale), barHeight - 4).fill(colors[0] ?? ink);
    if (interval) whisker(paper, at(interval.lower), at(interval.upper), y + barHeight / 2);
    paper.fillColor(ink).text(text, at(1) + 8, y + 2, { width: texts - 8, lineBreak: false });
  }
  paper.fontSize(7).fillColor(faint);
  for (const share of [0, 0.5, 1])
    paper.text(`${share * 100} %`, at(share) - 20, bottom + 2, { width: 40, align: 'center', lineBreak: false });
  paper.fillColor(ink);
}

function whisker(paper: Paper, from: number, to: number, y: number): void {
  paper.lineWidth(0.9).strokeColor(ink).moveTo(from, y).lineTo(to, y);
  for (const x of [from, to]) paper.moveTo(x, y - 3).lineTo(x, y + 3);
  paper.stroke();
}

/** Lines over the named times; a point without a neighbor is a dot. */
export function drawLines(
  paper: Paper,
  { labels, lines }: { labels: readonly string[]; lines: readonly Line[] },
  { left, top, width }: Frame,
): void {
  const margin = 34;
  const xOf = (index: number) => left + margin + (index + 0.5) * ((width - margin) / labels.length);
  const yOf = (share: number) => top + (1 - share) * plotHeight;
  gridOf(paper, [0, 0.25, 0.5, 0.75, 1], (share) => ({
    from: [left + margin, yOf(share)],
    to: [left + width, yOf(share)],
  }));
  paper.font('regular').fontSize(7).fillColor(faint);
  for (const share of [0, 0.5, 1])
    paper.text(`${share * 100} %`, left, yOf(share) - 4, { width: margin - 6, align: 'right', lineBreak: false });
  const wide = (width - margin) / labels.length;
  for (const [index, label] of labels.entries())
    paper.text(label, xOf(index) - wide / 2, top + plotHeight + 4, { width: wide, align: 'center', lineBreak: false });
  for (const [index, { name, points }] of lines.entries()) {
    const color = colors[index % colors.length] ?? ink;
    lineOf(paper, points, color, xOf, yOf);
    const x = left + margin + index * 160;
    paper.rect(x, top + plotHeight + 22, 12, 4).fill(color);
    paper.font('regular').fontSize(8).fillColor(ink);
    paper.text(`${name.zh} ${name.en}`, x + 16, top + plotHeight + 18, { width: 140, lineBreak: false });
  }
  paper.fillColor(ink);
}

function lineOf(
  paper: Paper,
  points: readonly (number | null)[],
  color: string,
  xOf: (index: number) => number,
  yOf: (share: number) => number,
): void {
  paper.lineWidth(1.4).strokeColor(color);
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (point === null || next === null || next === undefined) continue;
    paper
      .moveTo(xOf(index), yOf(point))
      .lineTo(xOf(index + 1), yOf(next))
      .stroke();
  }
  for (const [index, point] of points.entries())
    if (point !== null) paper.circle(xOf(index), yOf(point), 2.2).fill(color);
}

function gridOf(
  paper: Paper,
  shares: readonly number[],
  ends: (share: number) => { from: [number, number]; to: [number, number] },
): void {
  paper.lineWidth(0.4).strokeColor(grid);
  for (const share of shares) {
    const { from, to } = ends(share);
    paper.moveTo(...from).lineTo(...to);
  }
  paper.stroke();
}

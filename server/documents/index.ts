export type { Bar, Line } from './charts.ts';
export type { Block, Column, Fact, PrintedDocument } from './document.ts';
export { everySpelledOut, fontFile } from './fonts.ts';
export { type Label, type LabelLayout, labelLayouts, printLabels } from './labels.ts';
export { collect } from './paper.ts';
export { printPdf } from './pdf.ts';
export { qrCode } from './qr-code.ts';

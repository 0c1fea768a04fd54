export type { Block, Column, Fact, PrintedDocument } from './document.ts';
export { type Label, type LabelLayout, labelLayouts, printLabels } from './labels.ts';
export { printPdf } from './pdf.ts';

export type { Block, Column, Fact, PrintedDocument } from './document.ts';
export { printPdf } from './pdf.ts';

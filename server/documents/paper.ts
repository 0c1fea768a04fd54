import type PDFDocument from 'pdfkit';

export type Paper = InstanceType<typeof PDFDocument>;

/** The whole document, once it is ended. */
export function collect(paper: Paper): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    paper.on('data', (piece: Buffer) => pieces.push(piece));
    paper.on('end', () => resolve(Buffer.concat(pieces)));
    paper.on('error', reject);
  });
}

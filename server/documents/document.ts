import type { Bilingual } from '../http/fields.ts';
import type { Bar, Line } from './charts.ts';

/** One line of a document's facts: its name in both languages, and what it says. */
export type Fact = readonly [name: Bilingual, value: string];

export interface Column {
  title: Bilingual;
  /** Its share of the page's width. */
  share: number;
}

export type Block =
  | { kind: 'facts'; title?: Bilingual; facts: readonly Fact[] }
  | { kind: 'table'; title?: Bilingual; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  | { kind: 'bars'; title?: Bilingual; bars: readonly Bar[] }
  | { kind: 'lines'; title?: Bilingual; labels: readonly string[]; lines: readonly Line[] }
  | { kind: 'paragraphs'; title?: Bilingual; paragraphs: readonly string[] };

/** A paper that the platform issues: a test report, a certificate, a decision. Chinese first. */
export interface PrintedDocument {
  title: Bilingual;
  /** Stands on every page with the page's number; the last page says that it ends there (ISO/IEC 17025 7.8.2.1 d). */
  number: string;
  issuer: string;
  issuedAt: Date;
  /** Across every page, such as that it holds no more. */
  mark?: Bilingual;
  blocks: readonly Block[];
  /** What the QR code on the first page holds: where anybody can check the paper. Absent: a paper for the party alone. */
  checkAt?: string;
}

import type { Quantity, StepKind } from '../../model.ts';

/** One event for the spreadsheet; places are told in words, not in codes. */
export interface FsmaEvent {
  step: StepKind;
  bizStep?: string | undefined;
  at: Date;
  lots: { code: string; role: 'input' | 'output' | 'object'; quantity?: Quantity | undefined }[];
  place?: string | undefined;
  destination?: string | undefined;
  document?: string | undefined;
  eventId: string;
}

export interface FsmaLot {
  product: string;
  /** Who gave the lot its code, and where: the traceability lot code source. */
  source: string;
}

export interface Sheet {
  name: string;
  /** The first row holds the names of the key data elements. */
  rows: (string | number)[][];
}

/** A key data element that is required and not there is never blank. */
const missing = 'missing';

type Column = [
  heading: string,
  value: (event: FsmaEvent, lot: FsmaEvent['lots'][number], known: FsmaLot | undefined) => string | number | undefined,
];

const lotCode: Column = ['Traceability lot code', (_event, { code }) => code];
const product: Column = ['Product description', (_event, _lot, known) => known?.product];
const amount: Column = ['Quantity', (_event, { quantity }) => quantity?.value];
const unit: Column = ['Unit of measure', (_event, { quantity }) => quantity?.unit];
const source: Column = ['Traceability lot code source', (_event, _lot, known) => known?.source];
const document: Column = ['Reference document type and number', ({ document: given }) => given];
const record: Column = ['Event', ({ eventId }) => eventId];
const date = (heading: string): Column => [heading, ({ at }) => at.toISOString()];
const place = (heading: string): Column => [heading, ({ place: given }) => given];
const destination = (heading: string): Column => [heading, ({ destination: given }) => given];

interface Tracking {
  name: string;
  takes(event: FsmaEvent): boolean;
  columns: Column[];
}

const isPacking = ({ bizStep }: FsmaEvent) => bizStep === 'https://ref.gs1.org/cbv/BizStep-packing';

/** Critical tracking events with their key data elements: 21 CFR 1.1325 to 1.1350. */
const trackingEvents: readonly Tracking[] = [
  {
    name: 'Harvesting',
    takes: ({ step }) => step === 'harvest',
    columns: [
      lotCode,
      ['Commodity and variety', product[1]],
      amount,
      unit,
      place('Farm and field where harvested'),
      date('Harvest date'),
      destination('Immediate subsequent recipient'),
      document,
      record,
    ],
  },
  {
    name: 'Initial packing',
    takes: isPacking,
    columns: [
      lotCode,
      product,
      amount,
      unit,
      place('Packing location'),
      date('Packing date'),
      source,
      document,
      record,
    ],
  },
  {
    name: 'Shipping',
    takes: ({ step }) => step === 'ship',
    columns: [
      ...[lotCode, product, amount, unit],
      destination('Immediate subsequent recipient'),
      place('Location shipped from'),
      date('Ship date'),
      ...[source, document, record],
    ],
  },
  {
    name: 'Receiving',
    takes: ({ step }) => step === 'receive',
    columns: [
      ...[lotCode, product, amount, unit],
      ['Immediate previous source', (_event, _lot, known) => known?.source],
      place('Location received'),
      date('Receipt date'),
      ...[source, document, record],
    ],
  },
  {
    name: 'Transformation',
    takes: (event) => event.step === 'transform' && !isPacking(event),
    columns: [
      ['Used or produced', (_event, { role }) => (role === 'input' ? 'used' : 'produced')],
      ...[lotCode, product, amount, unit],
      place('Location of the transformation'),
      date('Date completed'),
      ...[source, document, record],
    ],
  },
];

/** One sheet for each critical tracking event, one row for each event and lot, sortable by every column. */
export function fsmaSheets(events: readonly FsmaEvent[], lots: ReadonlyMap<string, FsmaLot>): Sheet[] {
  return trackingEvents.map(({ name, takes, columns }) => ({
    name,
    rows: [
      columns.map(([heading]) => heading),
      ...events
        .filter(takes)
        .flatMap((event) =>
          event.lots.map((lot) => columns.map(([, value]) => cell(value(event, lot, lots.get(lot.code))))),
        ),
    ],
  }));
}

/** A text that a spreadsheet would take for a formula is told as text (CWE-1236). */
export function cell(value: string | number | undefined): string | number {
  if (value === undefined || value === '') return missing;
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

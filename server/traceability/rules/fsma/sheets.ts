import type { Quantity, StepKind } from '../../model.ts';
import { groupedByAll } from '../grouped.ts';
import { initialPackings, packedOf } from './initial-packing.ts';

/** One event for the spreadsheet; places are told in words, not in codes. */
export interface FsmaEvent {
  step: StepKind;
  bizStep?: string | undefined;
  at: Date;
  lots: { code: string; role: 'input' | 'output' | 'object'; quantity?: Quantity | undefined }[];
  place?: string | undefined;
  /** Where the goods came from, where the event itself tells it. */
  origin?: string | undefined;
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

/** A lot of an event, and what happened before to the lots of the event; of a packed lot, to one that it was packed of. */
interface Row {
  event: FsmaEvent;
  lot: FsmaEvent['lots'][number];
  known: FsmaLot | undefined;
  received?: { quantity?: Quantity | undefined; known: FsmaLot | undefined } | undefined;
  earlier(step: StepKind): FsmaEvent[];
}

type Column = [heading: string, value: (row: Row) => string | number | undefined];

const lotCode: Column = ['Traceability lot code', ({ lot }) => lot.code];
const product: Column = ['Product description', ({ known }) => known?.product];
const commodity: Column = ['Commodity and variety', product[1]];
const amount: Column = ['Quantity', ({ lot }) => lot.quantity?.value];
const unit: Column = ['Unit of measure', ({ lot }) => lot.quantity?.unit];
const source: Column = ['Traceability lot code source', ({ known }) => known?.source];
const document: Column = ['Reference document type and number', ({ event }) => event.document];
const record: Column = ['Event', ({ event }) => event.eventId];
const date = (heading: string): Column => [heading, ({ event }) => event.at.toISOString()];
const place = (heading: string): Column => [heading, ({ event }) => event.place];
const recipient: Column = ['Immediate subsequent recipient', ({ event }) => event.destination];
const earlierPlace = (heading: string, step: StepKind): Column => [
  heading,
  ({ earlier }) => each(earlier(step).map((event) => event.place ?? missing)),
];
const earlierDate = (heading: string, step: StepKind): Column => [
  heading,
  ({ earlier }) => each(earlier(step).map((event) => event.at.toISOString())),
];
const farm = earlierPlace('Farm and field where harvested', 'harvest');

/** As it was received; where the packer grew it himself, as it went into the packing. */
const amountReceived = ({ received, earlier }: Row): Quantity | undefined =>
  earlier('receive')
    .at(-1)
    ?.lots.find(({ role }) => role === 'object')?.quantity ?? received?.quantity;

/** 21 CFR 1.1330 (a)(1) to (9): of the food received. */
const asReceived: Column[] = [
  ['Commodity and variety received', ({ received, known }) => (received ? received.known : known)?.product],
  ['Date received', ({ earlier }) => earlier('receive').at(-1)?.at.toISOString()],
  ['Quantity received', (row) => amountReceived(row)?.value],
  ['Unit of measure received', (row) => amountReceived(row)?.unit],
  farm,
  ['Business name of the harvester', ({ received, known }) => (received ? received.known : known)?.source],
  ['Telephone of the harvester', () => undefined],
  earlierDate('Harvest date', 'harvest'),
  ...[earlierPlace('Location where cooled', 'cool'), earlierDate('Cooling date', 'cool')],
];

interface Tracking {
  name: string;
  takes(event: FsmaEvent, isInitialPacking: boolean): boolean;
  /** Absent: one row for each lot. */
  rowsOf?: typeof packedOf;
  columns: Column[];
}

/** Critical tracking events with their key data elements: 21 CFR 1.1325 to 1.1350. */
const trackingEvents: readonly Tracking[] = [
  {
    name: 'Harvesting',
    takes: ({ step }) => step === 'harvest',
    columns: [
      ...[lotCode, commodity, amount, unit],
      place('Farm and field where harvested'),
      date('Harvest date'),
      ...[recipient, document, record],
    ],
  },
  {
    name: 'Cooling before packing',
    takes: ({ step }) => step === 'cool',
    columns: [
      ...[lotCode, commodity, amount, unit],
      place('Location where cooled'),
      date('Cooling date'),
      ...[farm, recipient, document, record],
    ],
  },
  {
    name: 'Initial packing',
    takes: (_, isInitialPacking) => isInitialPacking,
    rowsOf: packedOf,
    columns: [
      lotCode,
      ...asReceived,
      ['Product description', product[1]],
      ['Quantity packed', amount[1]],
      ['Unit of measure packed', unit[1]],
      place('Packing location'),
      date('Packing date'),
      ...[source, document, record],
    ],
  },
  {
    name: 'Shipping',
    takes: ({ step }) => step === 'ship',
    columns: [
      ...[lotCode, product, amount, unit],
      recipient,
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
      ['Immediate previous source', ({ event, earlier }) => event.origin ?? earlier('ship').at(-1)?.place],
      place('Location received'),
      date('Receipt date'),
      ...[source, document, record],
    ],
  },
  {
    name: 'Transformation',
    takes: ({ step }, isInitialPacking) => step === 'transform' && !isInitialPacking,
    columns: [
      ['Used or produced', ({ lot }) => (lot.role === 'input' ? 'used' : 'produced')],
      ...[lotCode, product, amount, unit],
      place('Location of the transformation'),
      date('Date completed'),
      ...[source, document, record],
    ],
  },
];

/**
 * One sheet for each critical tracking event, one row for each event and lot, sortable by every column.
 * @param packings those of the events that are initial packings, where more is known of what came before than these events tell
 */
export function fsmaSheets(
  events: readonly FsmaEvent[],
  lots: ReadonlyMap<string, FsmaLot>,
  packings: ReadonlySet<FsmaEvent> = initialPackings(events),
): Sheet[] {
  const placed = events.map((event, place) => ({ event, place }));
  const eventsOf = groupedByAll(placed, ({ event }) => [...new Set(event.lots.map(({ code }) => code))]);
  const row = (event: FsmaEvent, { lot, received }: ReturnType<typeof packedOf>[number]): Row => ({
    event,
    lot,
    known: lots.get(lot.code),
    ...(received && { received: { quantity: received.quantity, known: lots.get(received.code) } }),
    earlier: (step) =>
      [...new Set((received ? [received, lot] : event.lots).flatMap(({ code }) => eventsOf.get(code) ?? []))]
        .toSorted((a, b) => a.place - b.place)
        .map(({ event: other }) => other)
        .filter((other) => other.step === step && other.at <= event.at),
  });
  return trackingEvents.map(({ name, takes, rowsOf = eachLot, columns }) => ({
    name,
    rows: [
      columns.map(([heading]) => heading),
      ...events
        .filter((event) => takes(event, packings.has(event)))
        .flatMap((event) => rowsOf(event).map((each) => columns.map(([, value]) => cell(value(row(event, each)))))),
    ],
  }));
}

function eachLot({ lots }: FsmaEvent): ReturnType<typeof packedOf> {
  return lots.map((lot) => ({ lot }));
}

function each(values: string[]): string {
  return [...new Set(values)].join('; ');
}

/** A text that a spreadsheet would take for a formula is told as text (CWE-1236). */
export function cell(value: string | number | undefined): string | number {
  if (value === undefined || value === '') return missing;
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

import type { StepKind } from '../model.ts';

/** Somebody who sends or receives: a site of the platform, or who another system names. */
export interface Party {
  name: string;
  /** Known of the platform's own sites alone. */
  siteId?: string | undefined;
  producerId?: string | undefined;
}

/** An event as one lot sees it. */
export interface Handling {
  eventId: string;
  step: StepKind;
  at: Date;
  /** Lots that this one came out of, in this event. */
  madeOf: readonly string[];
  /** Lots that this one went into, in this event. */
  madeInto: readonly string[];
  /** Where it was done. */
  place?: Party | undefined;
  /** Who it came from, and who it was sent to, where the event itself tells it. */
  sender?: Party | undefined;
  recipient?: Party | undefined;
}

export const lackKinds = ['source', 'sender', 'recipient', 'receipt'] as const;

/**
 * `source`: neither grown here, nor made of other lots, nor received; `sender` of a receipt and `recipient` of a shipment are not told; a
 * shipment has no `receipt`.
 */
export interface Lack {
  kind: (typeof lackKinds)[number];
  eventId?: string;
  at?: Date;
}

export interface Link {
  kind: 'grown' | 'lot' | 'party';
  /** The code of the lot, or the name of the party or field; empty where no place is told. */
  name: string;
  eventId: string;
  at: Date;
}

export interface Links {
  from: Link[];
  /** Empty while nothing tells that it has left: it is on hand. */
  to: Link[];
  lacks: Lack[];
}

interface Shipment {
  sent: Handling;
  received: boolean;
}

const farmSteps: readonly StepKind[] = ['sow', 'treat', 'irrigate', 'harvest'];

/**
 * One step up, one step down: who a lot came from and who it went to. A lot has a source or was grown here; every shipment names its
 * recipient and has a receipt; every receipt follows a shipment or names its sender.
 * @param handlings of one lot, none declared wrong
 * @param tolerance in milliseconds by which the clocks of sender and recipient may differ
 */
export function linksOf(handlings: readonly Handling[], tolerance: number): Links {
  const inOrder = handlings.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const shipments = inOrder.filter(({ step }) => step === 'ship').map((sent): Shipment => ({ sent, received: false }));
  const receipts = inOrder.filter(({ step }) => step === 'receive');
  const grown = inOrder.findLast(({ step }) => farmSteps.includes(step));
  const from: Link[] = grown ? [link('grown', grown.place?.name ?? '', grown)] : [];
  const lacks: Lack[] = [];
  for (const each of inOrder) from.push(...each.madeOf.map((code) => link('lot', code, each)));
  for (const receipt of receipts) {
    const shipment = shipmentOf(receipt, shipments, tolerance);
    if (shipment) shipment.received = true;
    const sender = receipt.sender ?? shipment?.sent.place;
    if (sender) from.push(link('party', sender.name, receipt));
    else if (!shipment) lacks.push(lackOf('sender', receipt));
  }
  if (from.length === 0 && receipts.length === 0) lacks.unshift({ kind: 'source' });
  const to = inOrder.flatMap((each) => [
    ...each.madeInto.map((code) => link('lot', code, each)),
    ...(each.step === 'ship' && each.recipient ? [link('party', each.recipient.name, each)] : []),
  ]);
  for (const { sent, received } of shipments) {
    if (!sent.recipient && !received) lacks.push(lackOf('recipient', sent));
    else if (!received) lacks.push(lackOf('receipt', sent));
  }
  return { from, to, lacks };
}

/** The shipment that arrives with a receipt: the one that fits best, one not received yet before others, the earliest of these. */
function shipmentOf(receipt: Handling, shipments: readonly Shipment[], tolerance: number): Shipment | undefined {
  const fitting = shipments
    .filter(({ sent }) => sent.at.getTime() <= receipt.at.getTime() + tolerance)
    .map((shipment) => ({ shipment, fit: fitOf(shipment.sent.recipient, receipt.place) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => Number(a.shipment.received) - Number(b.shipment.received) || b.fit - a.fit);
  return fitting[0]?.shipment;
}

/** Zero where goods sent to the one cannot have arrived at the other. */
function fitOf(recipient: Party | undefined, place: Party | undefined): number {
  if (recipient?.siteId !== undefined && recipient.siteId === place?.siteId) return 3;
  if (recipient?.producerId === undefined || place?.producerId === undefined) return 1;
  return recipient.producerId === place.producerId ? 2 : 0;
}

function link(kind: Link['kind'], name: string, { eventId, at }: Handling): Link {
  return { kind, name, eventId, at };
}

function lackOf(kind: Lack['kind'], { eventId, at }: Handling): Lack {
  return { kind, eventId, at };
}

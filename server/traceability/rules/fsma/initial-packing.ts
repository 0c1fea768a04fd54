import type { FsmaEvent } from './sheets.ts';

const packing = 'https://ref.gs1.org/cbv/BizStep-packing';

/**
 * The events that pack lots for the first time (21 CFR 1.1310, "initial packing"): what is packed of packed lots, or of what was
 * made of them, is no initial packing.
 * @param events in order of time
 */
export function initialPackings(events: readonly FsmaEvent[]): ReadonlySet<FsmaEvent> {
  const packed = new Set<string>();
  const initial = new Set<FsmaEvent>();
  for (const event of events) {
    const isPacking = event.bizStep === packing;
    const ofPacked = event.lots.some(({ code, role }) => role !== 'output' && packed.has(code));
    if (isPacking && !ofPacked) initial.add(event);
    if (isPacking || ofPacked) for (const { code, role } of event.lots) if (role !== 'input') packed.add(code);
  }
  return initial;
}

/** Each lot packed with each lot that it was packed of; the lot alone where the event tells of no other. */
export function packedOf({
  lots,
}: FsmaEvent): { lot: FsmaEvent['lots'][number]; received?: FsmaEvent['lots'][number] }[] {
  const received = lots.filter(({ role }) => role === 'input');
  const packed = lots.filter(({ role }) => role !== 'input');
  return packed.flatMap((lot) => (received.length > 0 ? received.map((each) => ({ lot, received: each })) : [{ lot }]));
}

import type { EventRecord } from '../../model.ts';
import { groupedByAll } from '../grouped.ts';
import { isWithin } from './overlap.ts';
import type { Stay } from './stays.ts';

type Told = Pick<EventRecord, 'batchCodes' | 'at' | 'packing'>;

export interface EventOfGoods<Event extends Told> {
  event: Event;
  /** The lot was in this container, which the event names. */
  container?: string;
}

/** Lot → its events, and those of the containers that it was in, of the time that it was in them; in the order of `events`. */
export function eventsOfGoods<Event extends Told>(
  lots: readonly string[],
  around: (lot: string) => readonly Stay[],
  events: readonly Event[],
): Map<string, EventOfGoods<Event>[]> {
  const order = new Map(events.map((event, index) => [event, index]));
  const ofCode = groupedByAll(events, ({ batchCodes }) => batchCodes);
  return new Map(
    lots.map((lot) => {
      const found = new Map((ofCode.get(lot) ?? []).map((event): [Event, EventOfGoods<Event>] => [event, { event }]));
      for (const stay of around(lot))
        for (const event of ofCode.get(stay.container) ?? [])
          if (!found.has(event) && isCarriedIn(event, stay)) found.set(event, { event, container: stay.container });
      return [lot, [...found.values()].toSorted((a, b) => (order.get(a.event) ?? 0) - (order.get(b.event) ?? 0))];
    }),
  );
}

/** What happened to a container happened to all that was in it; that other goods came in or out did not. */
export function isCarriedIn({ batchCodes, at, packing }: Told, stay: Stay): boolean {
  const tellsOfOthers = packing?.container === stay.container && packing.contents.length > 0;
  return batchCodes.includes(stay.container) && !tellsOfOthers && isWithin(stay, at.getTime(), 0);
}

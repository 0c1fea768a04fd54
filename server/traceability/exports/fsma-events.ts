import type { SiteRecord } from '../../producers/index.ts';
import type { BatchRecord, EventRecord, Quantity } from '../model.ts';
import type { FsmaEvent, FsmaLot } from '../rules/fsma/sheets.ts';
import type { EventOfGoods } from '../rules/reach/events-of-goods.ts';

type Told = ReadonlyMap<string, readonly EventOfGoods<EventRecord>[]>;

/** The events of lots in order of time; what happened to a container is told of the lots that were in it. */
export function fsmaEvents(told: Told, sites: ReadonlyMap<string, SiteRecord>): FsmaEvent[] {
  const lots = new Map<EventRecord, FsmaEvent['lots']>();
  for (const [code, found] of told)
    for (const { event, container } of found) {
      const lot = container === undefined ? ownLots(event, code) : [carried(code, event.at, found)];
      lots.set(event, [...(lots.get(event) ?? []), ...lot]);
    }
  return [...lots]
    .toSorted(([a], [b]) => a.at.getTime() - b.at.getTime())
    .map(([event, ofEvent]) => ({
      step: event.step,
      bizStep: event.epcis.bizStep,
      at: event.at,
      lots: ofEvent,
      place: describe(event.siteId, sites) ?? named(event, 'readPoint='),
      origin: named(event, 'source_'),
      destination: describe(event.destinationSiteId, sites) ?? named(event, 'destination_'),
      document: documentOf(event),
      eventId: event.epcis.eventId,
    }));
}

export function fsmaLot({ productName, productNameEn, producerName, divisionCode }: BatchRecord): FsmaLot {
  return {
    product: productNameEn ? `${productName} ${productNameEn}` : productName,
    source: `${producerName} (${divisionCode})`,
  };
}

function ownLots({ inputs, outputs, quantity, packing }: EventRecord, code: string): FsmaEvent['lots'] {
  const sides = { input: inputs, output: outputs };
  const shares = (['input', 'output'] as const).flatMap((role) =>
    sides[role]
      .filter(({ batchCode }) => batchCode === code)
      .map((share) => ({ code, role, quantity: share.quantity })),
  );
  if (shares.length > 0) return shares;
  const packed = packing?.contents.find(({ batchCode }) => batchCode === code)?.quantity;
  return [{ code, role: 'object', quantity: packed ?? quantity }];
}

/** As much of the lot as was packed last. */
function carried(code: string, at: Date, found: readonly EventOfGoods<EventRecord>[]): FsmaEvent['lots'][number] {
  const amounts = found.flatMap(({ event: { packing, epcis, at: packedAt } }): Quantity[] => {
    if (packedAt > at || epcis.action === 'DELETE') return [];
    const quantity = packing?.contents.find(({ batchCode }) => batchCode === code)?.quantity;
    return quantity ? [quantity] : [];
  });
  return { code, role: 'object', quantity: amounts.at(-1) };
}

function describe(id: EventRecord['siteId'], sites: ReadonlyMap<string, SiteRecord>): string | undefined {
  const site = id && sites.get(id.toHexString());
  return site && `${site.producerName}, ${site.name} (${site.divisionCode})`;
}

/** What another system names by an identifier of its own. */
function named({ epcis }: EventRecord, name: string): string | undefined {
  const token = epcis.facets.tokens.find((each) => each.startsWith(name));
  return token?.slice(token.indexOf('=') + 1);
}

function documentOf({ epcis }: EventRecord): string | undefined {
  const prefix = 'bizTransaction_';
  return epcis.facets.tokens.find((token) => token.startsWith(prefix))?.slice(prefix.length);
}

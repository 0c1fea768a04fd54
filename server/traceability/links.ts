import { type Connection, Types } from 'mongoose';
import { unscoped } from '../database/guard.ts';
import type { SiteRecord } from '../producers/index.ts';
import limits from './data/trace-limits.json' with { type: 'json' };
import { type EventRecord, traceabilityModels } from './model.ts';
import { siteIdOf } from './rules/gs1/place.ts';
import { transformationOf } from './rules/lineage-rows.ts';
import { type Handling, type Links, linksOf, type Party } from './rules/one-up-one-down.ts';
import type { EventOfGoods } from './rules/reach/events-of-goods.ts';

type Sites = ReadonlyMap<string, SiteRecord>;
type Others = ReadonlyMap<string, string[]>;

const tolerance = limits.clockToleranceMinutes * 60_000;
const besideTheEvent = unscoped('of a transformation told in several events; the trace answers for who sees what');

/** Of each lot who it came from and who it went to, and what of that is not on record. */
export function createLinks(connection: Connection) {
  const { Lineage } = traceabilityModels(connection);

  /** Transformation → what went into it, and what came out, of those that several events tell of. */
  const sharesOf = async (events: readonly EventRecord[], role: 'in' | 'yielded'): Promise<Others> => {
    const asked = [...new Set(events.flatMap((event) => transformationOf(event) ?? []))];
    const shares = new Map<string, string[]>(asked.map((transformation) => [transformation, []]));
    if (asked.length === 0) return shares;
    const rows = await Lineage.find({ event: { $in: asked }, role }, { event: 1, batchCode: 1 }, besideTheEvent).lean();
    for (const { event, batchCode } of rows) shares.get(event)?.push(batchCode);
    return shares;
  };

  /** @param eventsOf each lot's events, and those of the containers that it was in */
  return async function links(
    eventsOf: ReadonlyMap<string, readonly EventOfGoods<EventRecord>[]>,
    sites: Sites,
  ): Promise<Map<string, Links>> {
    const events = [...eventsOf.values()].flatMap((found) => found.map(({ event }) => event));
    const [into, outOf] = [await sharesOf(events, 'in'), await sharesOf(events, 'yielded')];
    return new Map(
      [...eventsOf].map(([code, found]) => [
        code,
        linksOf(
          found.map(({ event }) => handlingOf(event, code, sites, into, outOf)),
          tolerance,
        ),
      ]),
    );
  };
}

function handlingOf(event: EventRecord, code: string, sites: Sites, into: Others, outOf: Others): Handling {
  const transformation = transformationOf(event) ?? '';
  const others = (own: EventRecord['inputs'], opposite: EventRecord['inputs'], shared: Others) => {
    if (!own.some(({ batchCode }) => batchCode === code)) return [];
    const codes = opposite.map(({ batchCode }) => batchCode);
    return [...new Set([...codes, ...(shared.get(transformation) ?? [])])].filter((other) => other !== code);
  };
  return {
    eventId: event._id.toHexString(),
    step: event.step,
    at: event.at,
    madeOf: others(event.outputs, event.inputs, into),
    madeInto: others(event.inputs, event.outputs, outOf),
    place: partyOf(event.siteId, sites) ?? partyNamed(event, 'readPoint=', sites),
    sender: partyNamed(event, 'source_', sites),
    recipient: partyOf(event.destinationSiteId, sites) ?? partyNamed(event, 'destination_', sites),
  };
}

function partyOf(id: Types.ObjectId | undefined, sites: Sites): Party | undefined {
  const siteId = id?.toHexString();
  const site = siteId === undefined ? undefined : sites.get(siteId);
  return site && { name: `${site.producerName} · ${site.name}`, siteId, producerId: site.producerId.toHexString() };
}

/** As another system names it: a site of the platform, or an identifier of its own. */
function partyNamed({ epcis }: EventRecord, field: string, sites: Sites): Party | undefined {
  const token = epcis.facets.tokens.find((each) => each.startsWith(field));
  const name = token?.slice(token.indexOf('=') + 1);
  if (name === undefined) return undefined;
  const siteId = siteIdOf(name);
  return (siteId === undefined ? undefined : partyOf(new Types.ObjectId(siteId), sites)) ?? { name };
}

export function linksView({ from, to, lacks }: Links) {
  const told = ({ at, ...link }: Links['from'][number]) => ({ ...link, at: at.toISOString() });
  return {
    complete: lacks.length === 0,
    from: from.map(told),
    to: to.map(told),
    lacks: lacks.map(({ kind, eventId, at }) => ({
      kind,
      ...(eventId && { eventId }),
      ...(at && { at: at.toISOString() }),
    })),
  };
}

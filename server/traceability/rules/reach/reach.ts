import { isWithin, overlap, type Time } from './overlap.ts';
import type { Stay, StayReader } from './stays.ts';

/** At `at`, `lot` went into what `product` came out of at `productAt`. */
export interface Made {
  lot: string;
  at: number;
  product: string;
  productAt: number;
}

/** What the lineage tells of lots; each answers for many at once. */
export interface GoodsReader extends StayReader {
  madeOf(lots: string[]): Promise<Made[]>;
}

export interface Reach {
  /** Lot → the earliest time at which the matter of the start can be in it. */
  matter: Map<string, number>;
  /** Container → when it held lots that the matter is in; none of its other contents are touched by that. */
  carrying: Map<string, Time[]>;
  /** Of lots and containers that were reached. */
  stays: Stay[];
}

/**
 * Everything that a hold of the start reaches (ADR 78). Matter goes from what went into an event to what came out, whatever the
 * clocks say, and from a container that is held itself to what was in it at that time or later. A container carries what was put
 * into it until that is unpacked; what is made of the container meanwhile is made of its contents.
 */
export async function reachOf(reader: GoodsReader, start: string, tolerance: number): Promise<Reach> {
  const matter = new Map([[start, Number.NEGATIVE_INFINITY]]);
  const carrying = new Map<string, Time[]>();
  const read = cached(reader);
  let changed = new Set([start]);

  const nowMatter = (lot: string, since: number): void => {
    if (since >= (matter.get(lot) ?? Number.POSITIVE_INFINITY)) return;
    matter.set(lot, since);
    changed.add(lot);
  };
  const nowCarries = (container: string, time: Time): void => {
    const known = carrying.get(container) ?? [];
    if (known.some(({ from, until }) => from <= time.from && time.until <= until)) return;
    carrying.set(container, [...known.filter(({ from, until }) => from < time.from || time.until < until), time]);
    changed.add(container);
  };

  while (changed.size > 0) {
    const frontier = [...changed];
    changed = new Set();
    await read.about(
      frontier,
      frontier.filter((lot) => matter.has(lot)),
    );
    for (const lot of frontier) {
      const since = matter.get(lot);
      const times = [
        ...(carrying.get(lot) ?? []),
        ...(since === undefined ? [] : [{ from: since, until: Number.POSITIVE_INFINITY }]),
      ];
      for (const { at, product, productAt } of read.made(lot))
        if (since !== undefined || times.some((time) => isWithin(time, at, tolerance))) nowMatter(product, productAt);
      for (const stay of read.stays(lot))
        for (const time of times) {
          const both = overlap(stay, time, tolerance);
          if (both) nowCarries(stay.container, both);
        }
      if (since === undefined) continue;
      for (const stay of read.contents(lot))
        if (stay.until >= since - tolerance) nowMatter(stay.content, Math.max(since, stay.from));
    }
  }
  return { matter, carrying, stays: read.allStays() };
}

/** The containers that still hold what was reached, and are not reached themselves. */
export function holding({ matter, carrying }: Reach): string[] {
  return [...carrying].flatMap(([container, times]) =>
    !matter.has(container) && times.some(({ until }) => until === Number.POSITIVE_INFINITY) ? [container] : [],
  );
}

/** Asks for each lot once. */
function cached(reader: GoodsReader) {
  const made = new Map<string, Made[]>();
  const stays = new Map<string, Stay[]>();
  const contents = new Map<string, Stay[]>();
  const load = async <Row>(
    known: Map<string, Row[]>,
    lots: string[],
    ask: (unknown: string[]) => Promise<Row[]>,
    lotOf: (row: Row) => string,
  ) => {
    const unknown = lots.filter((lot) => !known.has(lot));
    if (unknown.length === 0) return;
    for (const lot of unknown) known.set(lot, []);
    for (const row of await ask(unknown)) known.get(lotOf(row))?.push(row);
  };
  return {
    async about(lots: string[], held: string[]): Promise<void> {
      await load(made, lots, reader.madeOf, ({ lot }) => lot);
      await load(stays, lots, reader.staysIn, ({ content }) => content);
      await load(contents, held, reader.contentsOf, ({ container }) => container);
    },
    made: (lot: string) => made.get(lot) ?? [],
    stays: (lot: string) => stays.get(lot) ?? [],
    contents: (lot: string) => contents.get(lot) ?? [],
    allStays: () => [...stays.values()].flat(),
  };
}

import { grouped } from '../grouped.ts';
import { always, overlap, type Time } from './overlap.ts';
import type { Stay, StayReader } from './stays.ts';

export interface Nesting {
  /** When the lot was in which container, also by way of other containers. */
  around(lot: string): Stay[];
  /** When what was in the container, also in other containers within it. */
  within(container: string): Stay[];
}

/** Containers in containers: what is in a box is in the pallet for as long as both last. */
export function nestingOf(stays: readonly Stay[]): Nesting {
  const byContent = grouped(stays, ({ content }) => content);
  const byContainer = grouped(stays, ({ container }) => container);
  return {
    around: (lot) => follow(lot, byContent, 'container').map((stay) => ({ ...stay, content: lot })),
    within: (container) => follow(container, byContainer, 'content').map((stay) => ({ ...stay, container })),
  };
}

/** Asks outwards until no container is in another one. */
export function allAround(reader: StayReader, lots: string[]): Promise<Stay[]> {
  return askAll(lots, reader.staysIn, 'container');
}

/** Asks inwards until nothing is in what was found. */
export function allWithin(reader: StayReader, containers: string[]): Promise<Stay[]> {
  return askAll(containers, reader.contentsOf, 'content');
}

type End = 'container' | 'content';

function follow(start: string, staysOf: ReadonlyMap<string, Stay[]>, to: End): Stay[] {
  const found = new Map<string, Stay>();
  const from = (lot: string, time: Time): void => {
    for (const stay of staysOf.get(lot) ?? []) {
      const both = overlap(stay, time, 0);
      const key = both && JSON.stringify([stay[to], both.from, both.until]);
      if (!both || key === undefined || found.has(key)) continue;
      found.set(key, { ...stay, ...both });
      from(stay[to], both);
    }
  };
  from(start, always);
  return [...found.values()];
}

async function askAll(lots: string[], ask: (lots: string[]) => Promise<Stay[]>, to: End): Promise<Stay[]> {
  const asked = new Set<string>();
  const found: Stay[] = [];
  for (let open = lots; open.length > 0; ) {
    for (const lot of open) asked.add(lot);
    const stays = await ask(open);
    found.push(...stays);
    open = [...new Set(stays.map((stay) => stay[to]))].filter((lot) => !asked.has(lot));
  }
  return found;
}

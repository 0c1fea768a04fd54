import type { Quantity } from '../../model.ts';
import { grouped } from '../grouped.ts';

/** Goods went into a container, or came out of it. */
export interface Packing {
  container: string;
  /** Absent: all that was in it came out. */
  content?: string;
  at: number;
  out: boolean;
  quantity?: Quantity;
}

/** Goods were in a container from then until then; still are, when `until` is infinite. */
export interface Stay {
  container: string;
  content: string;
  from: number;
  until: number;
}

/** What the lineage tells of containers; each answers for many at once. */
export interface StayReader {
  /** The containers that the lots were in. */
  staysIn(lots: string[]): Promise<Stay[]>;
  /** What was in these containers. */
  contentsOf(containers: string[]): Promise<Stay[]>;
}

/**
 * When which goods were in which container. A stay ends at a recorded unpacking alone, and while a part is known to have stayed it
 * does not end. Of an unpacking and a packing at the same time the packing counts as the later one.
 */
export function staysOf(packings: readonly Packing[]): Stay[] {
  const emptied = grouped(packings, ({ container, content }) => (content === undefined ? container : undefined));
  const pairs = grouped(packings, ({ container, content }) => content && JSON.stringify([container, content]));
  return [...pairs.values()].flatMap((ofPair) => {
    const [{ container, content = '' } = { container: '' }] = ofPair;
    const inOrder = [...ofPair, ...(emptied.get(container) ?? [])].toSorted(byTime);
    return staysOfPair(inOrder).map((stay) => ({ container, content, ...stay }));
  });
}

function byTime(a: Packing, b: Packing): number {
  return a.at - b.at || Number(b.out) - Number(a.out);
}

function staysOfPair(packings: readonly Packing[]): Pick<Stay, 'from' | 'until'>[] {
  const ended: Pick<Stay, 'from' | 'until'>[] = [];
  let since: number | undefined;
  let inside: Quantity | undefined;
  for (const packing of packings) {
    if (!packing.out) {
      inside = since === undefined ? packing.quantity : sum(inside, packing.quantity);
      since ??= packing.at;
      continue;
    }
    if (since === undefined && packing.content === undefined) continue;
    const left = since === undefined ? undefined : remaining(inside, packing.quantity);
    if (left === 'unknown' || (left && left.value > leastAmount)) {
      inside = left === 'unknown' ? undefined : left;
      continue;
    }
    // What is unpacked was inside, though nobody told of the packing.
    ended.push({ from: since ?? ended.at(-1)?.until ?? Number.NEGATIVE_INFINITY, until: packing.at });
    since = undefined;
  }
  return since === undefined ? ended : [...ended, { from: since, until: Number.POSITIVE_INFINITY }];
}

const leastAmount = 1e-9;

function sum(a: Quantity | undefined, b: Quantity | undefined): Quantity | undefined {
  return a && b && a.unit === b.unit ? { value: a.value + b.value, unit: a.unit } : undefined;
}

/** What stays when so much is taken out: nothing when no quantity is told, for then all of it was. */
function remaining(inside: Quantity | undefined, out: Quantity | undefined): Quantity | 'unknown' | undefined {
  if (!out) return undefined;
  return inside?.unit === out.unit ? { value: inside.value - out.value, unit: out.unit } : 'unknown';
}

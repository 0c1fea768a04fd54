import { createHash } from 'node:crypto';

export interface DrawInput {
  /** Published text; whoever has it and the candidates comes to the same result. */
  seed: string;
  producers: readonly { id: string; weight: number }[];
  inspectors: readonly { username: string; conflictsWith: readonly string[] }[];
  count: number;
  inspectorsEach: number;
}

export interface DrawnPair {
  producerId: string;
  inspectors: string[];
}

/**
 * 双随机: producers by weight, then inspectors for each.
 *
 * A producer of weight w has w tickets; a ticket is SHA-256 over `seed|producer|id|k` (k = 1 … w, UTF-8), as hexadecimal digits. Its
 * smallest ticket is its rank; the smallest ranks are drawn. The smallest of w equal chances is w times as likely to come first, so
 * the draw is one without replacement by weight, with no rounding. For each producer the inspectors without a conflict are
 * ranked by `seed|inspector|producer|username` in the same way.
 *
 * @throws Error where too few inspectors are free of conflicts for a drawn producer
 */
export function draw({ seed, producers, inspectors, count, inspectorsEach }: DrawInput): DrawnPair[] {
  const ranked = producers.map(({ id, weight }) => ({ id, rank: smallestTicket(seed, id, weight) })).sort(byRank);
  return ranked.slice(0, count).map(({ id }) => {
    const free = inspectors
      .filter(({ conflictsWith }) => !conflictsWith.includes(id))
      .map(({ username }) => ({ id: username, rank: ticket(`${seed}|inspector|${id}|${username}`) }))
      .sort(byRank);
    if (free.length < inspectorsEach) throw new Error(`too few inspectors without a conflict for ${id}`);
    return { producerId: id, inspectors: free.slice(0, inspectorsEach).map(({ id: username }) => username) };
  });
}

function smallestTicket(seed: string, id: string, weight: number): string {
  let smallest = ticket(`${seed}|producer|${id}|1`);
  for (let k = 2; k <= weight; k++) {
    const next = ticket(`${seed}|producer|${id}|${k}`);
    if (next < smallest) smallest = next;
  }
  return smallest;
}

function ticket(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function byRank(a: { rank: string }, b: { rank: string }): number {
  return a.rank < b.rank ? -1 : 1;
}

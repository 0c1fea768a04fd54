import { grouped } from '../grouped.ts';
import type { LineageReader, Passage } from '../time-walk.ts';
import { allAround, allWithin, nestingOf } from './nesting.ts';
import { isWithin } from './overlap.ts';
import type { Stay, StayReader } from './stays.ts';

/**
 * The lineage as it leads through containers (ADR 70): whatever goes into an event goes in with all that is in it at that moment,
 * and whatever comes out of one comes out with all that is in it then.
 */
export function throughContainers(lineage: LineageReader, goods: StayReader, tolerance: number): LineageReader {
  const widened = (stays: Stay[]): Stay[] =>
    stays.map((stay) => ({ ...stay, from: stay.from - tolerance, until: stay.until + tolerance }));

  const inside = (passage: Passage, stays: readonly Stay[]): Passage[] =>
    stays.filter((stay) => isWithin(stay, passage.at, 0)).map(({ content }) => ({ ...passage, batchCode: content }));

  return {
    async passagesOf(lots, role) {
      const stays = await allAround(goods, lots);
      if (stays.length === 0) return lineage.passagesOf(lots, role);
      const nesting = nestingOf(widened(stays));
      const around = grouped(
        lots.flatMap((lot) => nesting.around(lot)),
        ({ container }) => container,
      );
      const asked = new Set(lots);
      const found = await lineage.passagesOf([...new Set([...lots, ...around.keys()])], role);
      return found.flatMap((passage) => [
        ...(asked.has(passage.batchCode) ? [passage] : []),
        ...inside(passage, around.get(passage.batchCode) ?? []),
      ]);
    },

    async passagesThrough(events, role) {
      const found = await lineage.passagesThrough(events, role);
      const lots = [...new Set(found.map(({ batchCode }) => batchCode))];
      const stays = await allWithin(goods, lots);
      if (stays.length === 0) return found;
      const nesting = nestingOf(widened(stays));
      const within = new Map(lots.map((lot) => [lot, nesting.within(lot)]));
      return found.flatMap((passage) => [passage, ...inside(passage, within.get(passage.batchCode) ?? [])]);
    },
  };
}

import type { Period } from '../rules/placements.ts';
import { hourMilliseconds, hourOf } from './periods.ts';
import { standsForMilliseconds } from './roll-up.ts';

/** Milliseconds since 1970. */
export interface Stretch {
  from: number;
  to: number;
}

/**
 * Which parts of a period are answered by whole units (hours or days) as they are kept, and which lie at the turn of
 * places, where a unit as it is kept would tell of what was measured elsewhere.
 * @param period whole units
 * @param visible when the device stood where the caller may see it; without bounds: ever
 * @param standsFor milliseconds for which a unit may know of a reading from before it; 0 where only the readings count
 */
export function partsOf(
  period: Stretch,
  visible: Stretch,
  unit: { of(at: number): number; milliseconds: number },
  standsFor = standsForMilliseconds,
): { whole: Stretch | null; edges: Stretch[] } {
  const seen = { from: Math.max(period.from, visible.from), to: Math.min(period.to, visible.to) };
  if (seen.from >= seen.to) return { whole: null, edges: [] };
  const clean = visible.from + standsFor;
  const from = Number.isFinite(clean) ? Math.max(period.from, unit.of(clean - 1) + unit.milliseconds) : period.from;
  const to = Number.isFinite(visible.to) ? Math.min(period.to, unit.of(visible.to)) : period.to;
  if (from >= to) return { whole: null, edges: [seen] };
  const edges = [
    { from: seen.from, to: from },
    { from: to, to: seen.to },
  ];
  return { whole: { from, to }, edges: edges.filter((edge) => edge.from < edge.to) };
}

/** The parts of a period that lie in one of the others, in order. */
export function clipped(period: Stretch, others: readonly Period[]): Stretch[] {
  return others
    .map(stretchOf)
    .map(({ from, to }) => ({ from: Math.max(from, period.from), to: Math.min(to, period.to) }))
    .filter(({ from, to }) => from < to);
}

export function stretchOf({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Period): Stretch {
  return { from: Number(from), to: Number(to) };
}

/** The hours that a stretch touches. */
export function beginningsIn({ from, to }: Stretch): number[] {
  const first = hourOf(from);
  return Array.from(
    { length: Math.ceil((to - first) / hourMilliseconds) },
    (_, index) => first + index * hourMilliseconds,
  );
}

import { dayOf } from '../../calendar/index.ts';
import type { PerformanceScheme } from '../rules/performance.ts';
import rows from './data/schemes.json' with { type: 'json' };

/** All versions, the oldest first. */
export const performanceSchemes = rows as readonly unknown[] as readonly PerformanceScheme[];

/** The version that held at that time; before the first one, that. */
export function performanceSchemeOn(at: Date): PerformanceScheme {
  const day = dayOf(at);
  const [first] = performanceSchemes;
  const found = performanceSchemes.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? first;
  if (!found) throw new Error('there are no indicators');
  return found;
}

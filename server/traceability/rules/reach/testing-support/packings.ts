import fc from 'fast-check';
import type { Packing } from '../stays.ts';

export const names = ['A', 'B', 'C', 'D', 'E'];
export const time = fc.integer({ min: 0, max: 8 });

/** Any record of a packing or unpacking: with repeats, gaps, circles, and containers that are emptied. */
export const packing = fc
  .record({
    container: fc.constantFrom(...names),
    content: fc.option(fc.constantFrom(...names), { nil: undefined, freq: 5 }),
    at: time,
    out: fc.boolean(),
  })
  .filter(({ container, content, out }) => container !== content && (content !== undefined || out))
  .map(({ content, ...rest }): Packing => ({ ...rest, ...(content !== undefined && { content }) }));
/** Whether the content is in the container at a moment, told from the records before and after it. */
export function isInside(packings: readonly Packing[], content: string, container: string, moment: number): boolean {
  const ofPair = packings
    .filter((each) => each.container === container && (each.content ?? content) === content)
    .toSorted((a, b) => a.at - b.at || Number(b.out) - Number(a.out));
  const explicit = ofPair.filter((each) => each.content !== undefined);
  const before = ofPair.findLast(({ at }) => at < moment);
  const after = explicit.find(({ at }) => at > moment);
  return before?.out === false || after?.out === true || explicit.some(({ at }) => at === moment);
}

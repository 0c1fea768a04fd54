/** Randomness without state: the same words give the same number, so a series can be read at any point and again. */

/** Uniform in [0, 1). */
export function chance(...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('|')) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  // The finish of MurmurHash3: FNV alone leaves words that differ at the end too alike.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export function between(low: number, high: number, ...words: (string | number)[]): number {
  return low + (high - low) * chance(...words);
}

/** A smooth wander in [-1, 1] that takes a new direction every `period`. */
export function wander(time: number, period: number, ...words: (string | number)[]): number {
  const step = Math.floor(time / period);
  const part = time / period - step;
  const eased = part * part * (3 - 2 * part);
  const from = chance(...words, step) * 2 - 1;
  const to = chance(...words, step + 1) * 2 - 1;
  return from + (to - from) * eased;
}

/** The measuring noise of one moment, in [-1, 1], mostly near 0. */
export function jitter(time: number, ...words: (string | number)[]): number {
  return (chance(...words, time, 'a') + chance(...words, time, 'b') + chance(...words, time, 'c')) / 1.5 - 1;
}

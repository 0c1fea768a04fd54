import limits from './data/limits.json' with { type: 'json' };

/** The numbers of signing in, each with its source. */
export { limits };

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

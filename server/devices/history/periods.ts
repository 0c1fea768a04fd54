export const hourMilliseconds = 3_600_000;
export const dayMilliseconds = 24 * hourMilliseconds;
const chinaAheadOfUtc = 8 * hourMilliseconds;

/** The beginning of the hour, in milliseconds since 1970. */
export function hourOf(at: number): number {
  return Math.floor(at / hourMilliseconds) * hourMilliseconds;
}

/** Midnight in China before that moment: days are those of the calendar on the wall. */
export function dayOf(at: number): number {
  return Math.floor((at + chinaAheadOfUtc) / dayMilliseconds) * dayMilliseconds - chinaAheadOfUtc;
}

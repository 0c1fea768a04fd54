/** Lowest first: 突发事件应对法's blue, yellow, orange, red. */
const order = ['blue', 'yellow', 'orange', 'red'] as const;
type Level = (typeof order)[number];

export function isHigher(level: Level, than: Level): boolean {
  return order.indexOf(level) > order.indexOf(than);
}

/**
 * The level after another telling. It only rises by itself; where somebody has reclassified the warning, it stays as they
 * said until what is told is graver than anything they overruled.
 */
export function levelAfter(warning: { level: Level; overrules?: Level | undefined }, told: Level): Level {
  return isHigher(told, warning.overrules ?? warning.level) ? told : warning.level;
}

/** Where a county's tile stands: its row, its first column of eight, and how many it takes. */
export interface Place {
  row: number;
  column: number;
  width: number;
}

/** An own drawing by which county lies beside which; no borders, no scale. */
const places: Record<string, Place> = {
  '611021': { row: 1, column: 4, width: 3 },
  '611026': { row: 2, column: 1, width: 2 },
  '611002': { row: 2, column: 3, width: 2 },
  '611022': { row: 2, column: 5, width: 2 },
  '611023': { row: 2, column: 7, width: 2 },
  '611025': { row: 3, column: 1, width: 2 },
  '611024': { row: 3, column: 3, width: 5 },
};

/** The places of these divisions; `null` when one of them has none: then they stand as a list. */
export function placesOf(codes: readonly string[]): Record<string, Place> | null {
  return codes.length > 0 && codes.every((code) => code in places) ? places : null;
}

/** How a share is spoken of: three words and, with too few verdicts, none. */
export type Standing = 'unknown' | 'few' | 'good' | 'fair' | 'poor';

/** Fewer verdicts than this say little. */
const fewVerdicts = 5;

/** What a pass rate is called; the bounds are this display's, not of any rule. */
export function standingOf({ n, share }: { n: number; share: number | null }): Standing {
  if (share === null) return 'unknown';
  if (n < fewVerdicts) return 'few';
  if (share >= 0.98) return 'good';
  return share >= 0.95 ? 'fair' : 'poor';
}

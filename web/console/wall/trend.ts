export interface Month {
  month: string;
  share: number;
}

interface Rate {
  period?: string | undefined;
  share: number | null;
}

/** The last twelve months of which anything was judged, in order. */
export function monthsOf(rates: readonly Rate[]): Month[] {
  return rates
    .flatMap(({ period, share }) => (period === undefined || share === null ? [] : [{ month: period, share }]))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-12);
}

/** The months as points of a box of this size; the lowest share at the bottom, 100 % at the top. */
export function pointsOf(months: readonly Month[], width: number, height: number): { x: number; y: number }[] {
  const lowest = Math.min(0.9, ...months.map(({ share }) => share));
  return months.map(({ share }, index) => ({
    x: months.length === 1 ? width / 2 : (index / (months.length - 1)) * width,
    y: lowest === 1 ? 0 : ((1 - share) / (1 - lowest)) * height,
  }));
}

/** Cumulative sums of standardized values, both sides apart (Page 1954; run lengths as in Montgomery, ch. 9). */
export interface CusumChart {
  /** Half the shift to be found, in standard deviations. */
  slack: number;
  /** A sum above this is a signal. */
  threshold: number;
}

export interface CusumState {
  above: number;
  below: number;
}

export const cusumStart: CusumState = { above: 0, below: 0 };

export function cusumStep({ slack }: CusumChart, { above, below }: CusumState, value: number): CusumState {
  return { above: Math.max(0, above + value - slack), below: Math.max(0, below - value - slack) };
}

/** To which side the values have moved, if to any. */
export function cusumSignal({ threshold }: CusumChart, { above, below }: CusumState): 'above' | 'below' | null {
  if (above > threshold) return 'above';
  return below > threshold ? 'below' : null;
}

/** What is known of a device's counter. Times are milliseconds. */
export interface SequenceState {
  highest: number;
  /** When the message with the highest number was measured. */
  highestAt: number;
  /** Numbers below the highest that have not come, as ranges with both ends; the oldest are given up beyond a bound. */
  open: { from: number; to: number }[];
}

export interface Numbered {
  sequence: number;
  at: number;
  /** Nobody sent a time, so that an order of times proves nothing. */
  clockless: boolean;
}

/** LoRaWAN 1.0, MAX_FCNT_GAP: a wider jump is a counter that begins anew. */
const WIDEST_GAP = 16_384;
const MOST_RANGES = 100;

/**
 * Follows a counter that goes up by one. A number that was skipped is missing until it comes after all; a smaller number with
 * a later time means that the device has started anew. A number that is there already changes nothing.
 * @returns the new state, and by how many the count of missing messages changes
 */
export function noteSequence(
  state: SequenceState | undefined,
  { sequence, at, clockless }: Numbered,
): { state: SequenceState; missing: number } {
  const anew = { state: { highest: sequence, highestAt: at, open: [] }, missing: 0 };
  if (!state) return anew;
  const skipped = sequence - state.highest - 1;
  if (skipped >= WIDEST_GAP) return anew;
  if (skipped >= 0) return ahead(state, sequence, at, skipped);
  if (sequence < state.highest && at > state.highestAt && !clockless) return anew;
  return late(state, sequence);
}

/** The same for several, in their order. A repeat of those that the state has seen changes nothing. */
export function noteSequences(
  state: SequenceState | undefined,
  numbers: readonly Numbered[],
): { state: SequenceState | undefined; missing: number } {
  let known = state;
  let missing = 0;
  for (const number of numbers) {
    const noted = noteSequence(known, number);
    known = noted.state;
    missing += noted.missing;
  }
  return { state: known, missing };
}

function ahead(state: SequenceState, sequence: number, at: number, skipped: number) {
  const gap = skipped === 0 ? [] : [{ from: state.highest + 1, to: sequence - 1 }];
  const open = [...state.open, ...gap].slice(-MOST_RANGES);
  return { state: { highest: sequence, highestAt: at, open }, missing: skipped };
}

function late(state: SequenceState, sequence: number) {
  const open = state.open.flatMap((range) => {
    if (sequence < range.from || sequence > range.to) return [range];
    return [
      { from: range.from, to: sequence - 1 },
      { from: sequence + 1, to: range.to },
    ].filter(({ from, to }) => from <= to);
  });
  const filled = count(state.open) - count(open);
  return { state: { ...state, open }, missing: filled === 0 ? 0 : -filled };
}

function count(ranges: SequenceState['open']): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

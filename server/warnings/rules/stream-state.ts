/** What the rules on the stream of readings have in common. Times are milliseconds since 1970, of the readings, not of their arrival. */

export interface StreamReading {
  value: number;
  unit: string;
  at: number;
}

/** Live state of one rule at one device. It moves forward only: a reading older than the newest one changes nothing. */
export interface StreamState {
  raised: boolean;
  /** Time of the newest reading evaluated. */
  evaluatedAt?: number;
  /** Threshold: since when every reading has been beyond the limit. */
  beyondSince?: number;
  /** Rate of change: the lowest and highest value of each part of the window, the oldest first. */
  parts?: readonly WindowPart[];
  /** Count in a window: times of the newest readings beyond the limit, the oldest first. */
  beyondAt?: readonly number[];
}

export interface WindowPart {
  from: number;
  lowest: number;
  highest: number;
}

/** `repeat`: a raised condition was seen again. */
export type StreamEffect = 'none' | 'raise' | 'repeat' | 'clear';

export interface Evaluation {
  state: StreamState;
  effect: StreamEffect;
  /** When the effect came about, where that is not the time of the reading. */
  at?: number;
  /** The same reading has to be evaluated once more: it ends what it has shown to have been. */
  again?: true;
}

export const quietState: StreamState = { raised: false };

/** Whether a reading cannot be compared, or is older than what is known. */
export function isPassedOver(unit: string | undefined, state: StreamState, reading: StreamReading): boolean {
  if (unit !== undefined && (reading.unit !== unit || !Number.isFinite(reading.value))) return true;
  return state.evaluatedAt !== undefined && reading.at < state.evaluatedAt;
}

/** The effect of a condition that is decided anew at each reading. `isClear` may leave a dead band to `holds`. */
export function effectOf(raised: boolean, holds: boolean, isClear: boolean): { raised: boolean; effect: StreamEffect } {
  if (holds) return { raised: true, effect: raised ? 'repeat' : 'raise' };
  if (raised && isClear) return { raised: false, effect: 'clear' };
  return { raised, effect: 'none' };
}

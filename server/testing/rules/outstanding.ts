import type { ControlKind, ControlState } from './control-judgement.ts';
import { isGood } from './control-judgement.ts';

interface Outstanding {
  kind: ControlKind;
  analyteKey: string;
  material?: string | undefined;
  lot?: string | undefined;
  state: ControlState;
  /** A corrective action was taken since. */
  corrected: boolean;
}

/**
 * What is left to be put right after another control. A good one ends those of its kind, analyte and material before it: the undecided
 * at once, those out of control when a corrective action was taken in between.
 */
export function outstandingAfter<Entry extends Outstanding>(before: readonly Entry[], next: Entry): Entry[] {
  if (!isGood(next)) return [...before, next];
  const ends = (entry: Entry) =>
    entry.kind === next.kind &&
    entry.analyteKey === next.analyteKey &&
    entry.material === next.material &&
    entry.lot === next.lot &&
    (entry.state === 'undecided' || entry.corrected);
  return before.filter((entry) => !ends(entry));
}

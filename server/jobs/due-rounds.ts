import type { Context } from '../context.ts';
import { createRounds } from './rounds.ts';

/** How long what another instance has written down may lie before it is looked for. */
const lookEveryMs = 5_000;

interface Due {
  /** Of the lease. */
  name: string;
  /** What the log says when a round fails. */
  failing: string;
  /**
   * Does all that is due.
   * @param goesOn asked between any two pieces of it
   * @returns when the next is due; `null` when nothing waits
   */
  doDue(goesOn: () => boolean): Promise<Date | null>;
}

/** Rounds that begin when the next piece is due, or somebody here says `soon`; what a stop breaks off is done after the next start. */
export function createDueRounds(context: Context, { name, failing, doDue }: Due) {
  let next: Date | null = null;
  const restMs = (): number => {
    const due = next ? next.getTime() - context.clock().getTime() : lookEveryMs;
    return Math.min(Math.max(due, 0), lookEveryMs);
  };
  return createRounds(context, { name, everyMs: restMs, afterFailureMs: 2_000, failing }, async (ending) => {
    next = await doDue(() => !ending.aborted);
  });
}

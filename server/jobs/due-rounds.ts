import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type StandingBy, standBy } from './standing-by.ts';

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

/** Works in rounds, one instance of all that run: at once when somebody here says `soon`, and when the next is due. */
export function createDueRounds(context: Context, { name, failing, doDue }: Due) {
  let wake = new AbortController();
  let standing: StandingBy | undefined;

  const soon = (): void => wake.abort();

  /** Until somebody says `soon`, the next is due or the end comes. */
  const rest = async (next: Date | null, ending: AbortSignal): Promise<void> => {
    const due = next ? next.getTime() - context.clock().getTime() : lookEveryMs;
    const signal = AbortSignal.any([wake.signal, ending]);
    await wait(Math.min(Math.max(due, 0), lookEveryMs), undefined, { signal }).catch(() => undefined);
  };

  const rounds = async (ending: AbortSignal): Promise<void> => {
    while (!ending.aborted) {
      wake = new AbortController();
      await rest(await doDue(() => !ending.aborted), ending);
    }
  };

  return {
    soon,
    start(): void {
      standing = standBy(
        context,
        { name, afterFailureMs: 2_000, failed: (error) => context.log.error({ err: error }, failing) },
        rounds,
      );
    },
    /** Resolves when the round under way has ended; what it did not finish is done after the next start. */
    async stop(): Promise<void> {
      await standing?.stop();
    },
  };
}

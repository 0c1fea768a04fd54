import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type StandingBy, standBy } from './standing-by.ts';

interface Rounds {
  /** Of the lease. */
  name: string;
  /** How long one rests after a round: always as long, or asked after each. */
  everyMs: number | (() => number);
  afterFailureMs: number;
  /** What the log says of a round that failed. */
  failing: string;
  /** Done before the first round of each time that this instance holds the lease. */
  first?(): Promise<void>;
}

/** Work that is done at once and then every so often, on one instance at a time. */
export function createRounds(
  context: Pick<Context, 'connection' | 'log'>,
  { name, everyMs, afterFailureMs, failing, first }: Rounds,
  look: (ending: AbortSignal) => Promise<void>,
) {
  let standing: StandingBy | undefined;
  let wake = new AbortController();
  const failed = (error: unknown): void => context.log.error({ err: error }, failing);
  return {
    start(): void {
      standing ??= standBy(context, { name, afterFailureMs, failed }, async (ending) => {
        await first?.();
        while (!ending.aborted) {
          wake = new AbortController();
          await look(ending);
          const signal = AbortSignal.any([wake.signal, ending]);
          await wait(typeof everyMs === 'number' ? everyMs : everyMs(), undefined, { signal }).catch(() => undefined);
        }
      });
    },

    /** Begins the next round at once, if this instance has the lease. */
    soon: (): void => wake.abort(),

    /** Resolves when the round under way has ended. */
    async stop(): Promise<void> {
      await standing?.stop();
      standing = undefined;
    },
  };
}

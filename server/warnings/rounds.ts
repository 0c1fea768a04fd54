import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { underLease } from '../jobs/lease.ts';

const everyMilliseconds = 30_000;

/** What has to be done when its time has come, up to `now`. */
export type Due = (now: Date) => Promise<unknown>;

/** Looks every half minute at what has come due, on one instance at a time. What fails is logged, and due again at the next look. */
export function createRounds(context: Context, works: Readonly<Record<string, Due>>) {
  const holder = randomUUID();
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    for (const [name, work] of Object.entries(works)) {
      try {
        await work(context.clock());
      } catch (error) {
        context.log.error({ err: error, work: name }, 'what is due of the warnings not done, will retry');
      }
    }
  };

  const underTheLease = (): void => {
    const lease = { name: 'warnings', holder, clock: () => new Date(), signal: end.signal };
    running ??= underLease(context.connection, lease, look)
      .catch((error: unknown) => {
        if (!end.signal.aborted) context.log.error({ err: error }, 'what is due of the warnings not looked at');
      })
      .finally(() => {
        running = undefined;
      });
  };

  return {
    /** Does all that is due now, whoever else may be about it. */
    look,

    start(): void {
      timer ??= setInterval(underTheLease, everyMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      timer = undefined;
      end.abort();
      await running;
    },
  };
}

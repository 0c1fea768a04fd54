import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { underLease } from '../../jobs/lease.ts';
import type { Dispatch } from './dispatch.ts';

/** How long what another instance has written down may lie before it is looked for. */
const lookEveryMs = 5_000;
const afterFailureMs = 2_000;

/** Sends in rounds, one instance of all that run: at once after a warning here, and when the next delivery is due. */
export function createRounds(context: Context, dispatch: Dispatch) {
  const end = new AbortController();
  let wake = new AbortController();
  let running: Promise<void> = Promise.resolve();

  const soon = (): void => wake.abort();

  /** Until somebody says `soon`, the next delivery is due or the end comes. */
  const rest = async (next: Date | null): Promise<void> => {
    const due = next ? next.getTime() - context.clock().getTime() : lookEveryMs;
    const signal = AbortSignal.any([wake.signal, end.signal]);
    await wait(Math.min(Math.max(due, 0), lookEveryMs), undefined, { signal }).catch(() => undefined);
  };

  const rounds = async (lost: AbortSignal): Promise<void> => {
    const goesOn = () => !lost.aborted && !end.signal.aborted;
    while (goesOn()) {
      wake = new AbortController();
      await rest(await dispatch.sendDue(goesOn));
    }
  };

  const run = async (): Promise<void> => {
    const lease = { name: 'warning-deliveries', holder: randomUUID(), clock: () => new Date(), signal: end.signal };
    while (!end.signal.aborted) {
      try {
        await underLease(context.connection, lease, rounds);
      } catch (error) {
        if (end.signal.aborted) return;
        context.log.error({ err: error }, 'warnings not sent, will retry');
        await wait(afterFailureMs, undefined, { signal: end.signal }).catch(() => undefined);
      }
    }
  };

  const unsubscribe = context.bus.on('warning.changed', soon);

  return {
    soon,
    start(): void {
      running = run();
    },
    /** What is under way and not yet answered for is sent again after the next start. */
    async stop(): Promise<void> {
      unsubscribe();
      end.abort();
      await running;
    },
  };
}

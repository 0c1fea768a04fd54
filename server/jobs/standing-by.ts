import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type LeaseOptions, underLease } from './lease.ts';

interface Standing extends Partial<Pick<LeaseOptions, 'clock' | 'times'>> {
  /** Of the lease. */
  name: string;
  /** How long to wait after the work, or asking for the lease, has failed. */
  afterFailureMs: number;
  failed(error: unknown): void;
}

/**
 * Does lasting work whenever this instance alone holds the lease, and begins anew when it fails or the lease was lost, until it is
 * stopped. The work is told by the signal when to end.
 */
export function standBy(
  { connection }: Pick<Context, 'connection'>,
  { name, afterFailureMs, failed, clock = () => new Date(), times }: Standing,
  work: (ending: AbortSignal) => Promise<void>,
) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const lease = { name, holder: randomUUID(), clock, signal, ...(times && { times }) };

  const go = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await underLease(connection, lease, (lost) => work(AbortSignal.any([lost, signal])));
      } catch (error) {
        if (signal.aborted) return;
        failed(error);
        await wait(afterFailureMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const ended = go();

  return {
    /** Resolves when the work has ended. */
    stop(): Promise<void> {
      stopping.abort();
      return ended;
    },
  };
}

export type StandingBy = ReturnType<typeof standBy>;

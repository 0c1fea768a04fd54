import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BridgeSettings } from '../broker/bridge/bridge.ts';
import type { Broker } from '../broker/broker.ts';
import type { Context } from './context.ts';
import { underLease } from './jobs/lease.ts';

/** Another instance takes over within so long after this one was lost. */
const times = { leaseMs: 6_000, pollMs: 500 };
const pauseMilliseconds = 1_000;

/**
 * Takes in from the other broker for as long as this instance alone holds the lease: the rules on the stream need every
 * reading of a device, in order. The others stand by, and that broker keeps the messages meanwhile.
 */
export function startBridging(context: Context, broker: Pick<Broker, 'takeFrom'>, settings: BridgeSettings) {
  const stopping = new AbortController();
  const lease = { name: 'bridge', holder: randomUUID(), clock: context.clock, times, signal: stopping.signal };

  const bridge = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await underLease(context.connection, lease, (lost) =>
          broker.takeFrom(settings, AbortSignal.any([lost, stopping.signal])),
        );
      } catch (error) {
        if (stopping.signal.aborted) return;
        context.log.warn({ err: error }, 'the lease of the bridge cannot be asked for, will try again');
        await wait(pauseMilliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  const ended = bridge();
  return {
    /** Resolves when what had been taken is acknowledged to the other broker. */
    stop(): Promise<void> {
      stopping.abort();
      return ended;
    },
  };
}

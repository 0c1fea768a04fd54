import type { BridgeSettings } from '../broker/bridge/bridge.ts';
import type { Broker } from '../broker/broker.ts';
import type { Context } from './context.ts';
import { standBy } from './jobs/standing-by.ts';

/** Another instance takes over within so long after this one was lost. */
const times = { leaseMs: 6_000, pollMs: 500 };

/**
 * Takes in from the other broker for as long as this instance alone holds the lease: the rules on the stream need every
 * reading of a device, in order. The others stand by, and that broker keeps the messages meanwhile. Its `stop` resolves when what
 * had been taken is acknowledged to the other broker.
 */
export function startBridging(context: Context, broker: Pick<Broker, 'takeFrom'>, settings: BridgeSettings) {
  return standBy(
    context,
    {
      name: 'bridge',
      clock: context.clock,
      times,
      afterFailureMs: 1_000,
      failed: (error) =>
        context.log.warn({ err: error }, 'the lease of the bridge cannot be asked for, will try again'),
    },
    (ending) => broker.takeFrom(settings, ending),
  );
}

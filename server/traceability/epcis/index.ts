import type { Context } from '../../context.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import { siteIdentifier } from '../rules/gs1/place.ts';
import { createEpcisCapture } from './capture.ts';
import { createEpcisEvents, type EpcisDependencies } from './events.ts';
import { createMasterData } from './master-data.ts';
import { createNamedQueries } from './named-queries.ts';
import { createEpcisQuery } from './query.ts';
import { createResources } from './resources.ts';
import type { EpcisUseCases } from './routes.ts';
import { createSubscriptions } from './subscriptions.ts';

export { epcisProblemType } from './problem.ts';
export { addEpcisOptions, epcisRoutes } from './routes.ts';

/** The EPCIS 2.0 interface. @param traceUrl the address by which a batch is named to others */
export function createEpcis(
  context: Context,
  deps: Omit<EpcisDependencies, 'ownBatchOf' | 'names'> & { traceUrl(code: string): string; outbound: Outbound },
): EpcisUseCases & { start(): Promise<void>; stop(): Promise<void> } {
  const ownBatchOf = (address: string) => ownBatch(address, deps.traceUrl(''));
  const names = { batch: deps.traceUrl, site: siteIdentifier };
  const events = createEpcisEvents(context, { ...deps, ownBatchOf, names });
  const masterData = createMasterData(context, ownBatchOf);
  const capture = createEpcisCapture(context, events, masterData);
  const query = createEpcisQuery(context, { ownBatchOf, withAttribute: masterData.withAttribute });
  const resources = createResources(query, { names, ownBatchOf });
  const queries = createNamedQueries(context, { query, outbound: deps.outbound });
  const subscriptions = createSubscriptions(context, { query, outbound: deps.outbound, names });
  const start = async () => {
    await deps.recorder.completeOlder();
    await events.completeOlder();
    capture.start();
    subscriptions.start();
  };
  const stop = async () => {
    await subscriptions.stop();
    await capture.stop();
  };
  return { capture, query, queries, resources, names, now: context.clock, start, stop };
}

/** The code in the address of a batch's consumer page, or in the name that no host is part of. */
function ownBatch(address: string, base: string): string | undefined {
  const prefix = [base, 'urn:agritrace:batch:'].find((each) => address.startsWith(each));
  const code = prefix && address.slice(prefix.length);
  return code && /^[A-Za-z0-9._-]{4,40}$/.test(code) ? code : undefined;
}

import type { Services } from './services.ts';

/** What an element does by itself, from the start of the platform to its end. */
interface BackgroundWork {
  start(): void | Promise<void>;
  /** Resolves when nothing of it is in flight. */
  stop(): void | Promise<void>;
}

/** In the order in which they begin; they end in the opposite one. */
function backgroundWork(services: Services): BackgroundWork[] {
  return [
    services.audit,
    services.warnings,
    services.deliveries,
    services.deadlines,
    services.devices,
    services.calibrations,
    services.history,
    services.certificates,
    services.epcis,
    services.exchange.imports,
    services.exchange.handOvers,
    services.exchange.webhooks,
    services.assessment.passRateWatch,
    { start: services.testing.startVerdictChecks, stop: services.testing.stopVerdictChecks },
  ];
}

export async function startBackground(services: Services): Promise<void> {
  for (const work of backgroundWork(services)) await work.start();
}

export async function stopBackground(services: Services): Promise<void> {
  for (const work of backgroundWork(services).toReversed()) await work.stop();
}

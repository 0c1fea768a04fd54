import type { Router } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Health {
  /** Names of the parts that do not work at the moment. */
  notReady(): Promise<string[]>;
  /** Numbers of the broker's and the ingest's life so far, by name. */
  counters(): Record<string, number>;
}

/** `/healthz` (the process), `/readyz` (database and broker), `/metrics` (Prometheus text). */
export function addHealth(router: Router, health: Health): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = new Map<string, Gauge>();

  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    const notReady = await health.notReady();
    response
      .set('Cache-Control', 'no-store')
      .status(notReady.length ? 503 : 200)
      .json({ status: notReady.length ? 'not ready' : 'ready', notReady });
  });

  router.get('/metrics', async (_request, response) => {
    for (const [name, value] of Object.entries(health.counters())) {
      const gauge =
        gauges.get(name) ?? new Gauge({ name: `agritrace_${name}`, help: `AgriTrace ${name}`, registers: [registry] });
      gauges.set(name, gauge);
      gauge.set(value);
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
}

import type { Router } from 'express';
import { Counter, Gauge, type Registry } from 'prom-client';

export interface Health {
  /** Names of the parts that do not work at the moment. */
  notReady(): Promise<string[]>;
  /** What has been counted since the start, by name. */
  counters(): Record<string, number>;
  /** What goes up and down, by name. */
  levels(): Promise<Record<string, number>>;
}

/** `/healthz` (the process), `/readyz` (database and broker), `/metrics` (Prometheus text). */
export function addHealth(router: Router, registry: Registry, health: Health): void {
  const metrics = new Map<string, Counter | Gauge>();
  const set = (Kind: typeof Counter | typeof Gauge, name: string, value: number) => {
    const metric = metrics.get(name) ?? new Kind({ name, help: name.replaceAll('_', ' '), registers: [registry] });
    metrics.set(name, metric);
    metric.reset();
    metric.inc(value);
  };

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
    for (const [name, value] of Object.entries(health.counters())) set(Counter, `agritrace_${name}_total`, value);
    for (const [name, value] of Object.entries(await health.levels())) set(Gauge, `agritrace_${name}`, value);
    response.type(registry.contentType).send(await registry.metrics());
  });
}

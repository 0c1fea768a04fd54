import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface RequestMetrics {
  observe(request: { method: string; route: string; status: number; seconds: number }): void;
}

/** The process's own metrics and the durations of requests; others are added as they are read. */
export function createMetrics(): { registry: Registry; requests: RequestMetrics } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'agritrace_http_request_seconds',
    help: 'Time from the first byte of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    registry,
    requests: {
      observe: ({ method, route, status, seconds }) =>
        durations.observe({ method: methods.has(method) ? method : 'other', route, status }, seconds),
    },
  };
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { addressOf } from './address.ts';
import type { RequestMetrics } from './metrics.ts';

/** One line for each answer, and its share in the metrics. Queries are left out: they may hold what is somebody's own. */
export function accessLog(log: Logger, metrics: RequestMetrics): RequestHandler {
  return (request, response, next) => {
    const begun = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
      const answer = {
        method: request.method,
        path: request.originalUrl.split('?')[0],
        status: response.statusCode,
        milliseconds: Math.round(seconds * 1000),
        address: addressOf(request),
        ...(!response.writableFinished && { unfinished: true }),
      };
      metrics.observe({ method: request.method, route: routeOf(request), status: response.statusCode, seconds });
      log[frequent.has(request.path) ? 'debug' : 'info'](answer, 'request answered');
    });
    next();
  };
}

/** Asked every few seconds by whatever watches the platform. */
const frequent = new Set(['/healthz', '/readyz', '/metrics']);

/** The pattern, not the address: else every code that anybody makes up would be a series of its own. */
function routeOf(request: Request): string {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? request.baseUrl + path : 'other';
}

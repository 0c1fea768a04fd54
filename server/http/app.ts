import compression from 'compression';
import express, { type Express, type Router } from 'express';
import type { Logger } from 'pino';
import { NotFound } from '../errors.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { accessLog } from './access-log.ts';
import type { RequestMetrics } from './metrics.ts';
import { mount } from './mount.ts';
import { type ProblemType, problemHandler } from './problem.ts';
import { securityHeaders } from './protection/headers.ts';
import { createRateLimiters, defaultRateLimits, type RateLimit } from './protection/rate-limits.ts';
import { requestShape } from './protection/request-shape.ts';
import { refuseForeignPages } from './protection/same-site.ts';
import { requestScope } from './request-scope.ts';
import type { Route } from './route.ts';

export interface AppParts {
  routes: Route[];
  authenticate: Authenticate;
  log: Logger;
  metrics?: RequestMetrics;
  /** Routers that are not part of the documented interface: pages, health, files. */
  pages: ((router: Router) => void)[];
  /** Addresses of the proxies in front, whose `X-Forwarded-*` is believed; or how many there are. */
  trustProxy?: string[] | number | undefined;
  publicUrl?: string | undefined;
  rateLimits?: readonly RateLimit[] | undefined;
  /** Types of problems that a standard names. */
  problemType?: ProblemType | undefined;
}

/** Express with everything that every request passes: headers, limits, parsing, routes, problems. */
export function createApp(parts: AppParts): Express {
  const { routes, authenticate, log, metrics = { observe() {} }, pages } = parts;
  const limits = createRateLimiters(parts.rateLimits ?? defaultRateLimits);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy ?? 'loopback');
  app.set('query parser', 'simple');
  app.use(requestScope(), accessLog(log, metrics), securityHeaders());
  app.use([...limits.byAddress, refuseForeignPages(parts.publicUrl), compression(), ...requestShape()]);
  mount(app, routes, { authenticate, limits });
  for (const add of pages) add(app);
  app.use((request, _response, next) => next(new NotFound(`There is nothing at ${request.path}`)));
  app.use(problemHandler(log, parts.problemType));
  return app;
}

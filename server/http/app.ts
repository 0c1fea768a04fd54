import compression from 'compression';
import express, { type Express, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { NotFound, TooManyRequests } from '../errors.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { mount } from './mount.ts';
import { problemHandler } from './problem.ts';
import type { Route } from './route.ts';

export interface AppParts {
  routes: Route[];
  authenticate: Authenticate;
  log: Logger;
  /** Routers that are not part of the documented interface: pages, health, files. */
  pages: ((router: Router) => void)[];
}

const tenMinutes = 600_000;

/** Express with everything that every request passes: headers, limits, parsing, routes, problems. */
export function createApp({ routes, authenticate, log, pages }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.use(compression());
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.post('/api/v1/session', signInLimit());
  app.use('/api', express.json({ limit: '1mb', strict: true }));
  mount(app, routes, authenticate);
  for (const add of pages) add(app);
  app.use((request, _response, next) => next(new NotFound(`There is nothing at ${request.path}`)));
  app.use(problemHandler(log));
  return app;
}

/** Failed sign-ins alone count, so that a whole office behind one address can work. */
function signInLimit() {
  return rateLimit({
    windowMs: tenMinutes,
    limit: 30,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new TooManyRequests('Too many failed sign-ins; wait ten minutes')),
  });
}

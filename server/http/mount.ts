import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { Forbidden, InvalidInput, Unauthenticated, UnsupportedMediaType } from '../errors.ts';
import type { Authenticate } from '../identity/authenticate.ts';
import { type Caller, isOwnAccount, opensUnfinished, type Unfinished } from '../identity/caller.ts';
import { isPermission } from '../identity/permissions.ts';
import { holds } from '../identity/rights/ability.ts';
import { hostileIn } from './protection/hostile-value.ts';
import type { RateLimiters } from './protection/rate-limits.ts';
import { hasBody } from './protection/request-shape.ts';
import { requestedBy } from './request-scope.ts';
import type { Access, Route } from './route.ts';
import { validated } from './validated.ts';

interface Gate {
  authenticate: Authenticate;
  limits: Pick<RateLimiters, 'admit'>;
}

/**
 * Adds the routes to the router; each request is authorised before it is validated, and validated before it is handled.
 * @throws Error on a route that does not say who may call it: then the platform does not start
 */
export function mount(router: Router, routes: Route[], gate: Gate): void {
  for (const route of routes) {
    if (!isAccess(route.access))
      throw new Error(
        `${route.method} ${route.path} names no right of the table, nor says that it is public: ${route.access}`,
      );
    router[route.method](route.path.replaceAll(/\{(\w+)\}/g, ':$1'), handler(route, gate));
  }
}

function handler(route: Route, { authenticate, limits }: Gate): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    try {
      const caller = await authenticate(request);
      if (caller) {
        requestedBy(caller.username);
        await limits.admit(request, response, caller.userId);
      }
      authorise(route.access, caller);
      requireMediaType(route, request);
      const parameters = hostileIn(request.params, '/path');
      if (parameters) throw InvalidInput.field(parameters.pointer, parameters.message);
      const input = {
        caller,
        request,
        params: validated(route.params, request.params, '/path'),
        query: validated(route.query, request.query, '/query'),
        body: validated(route.body, request.body ?? {}, ''),
      };
      const answer = await route.handle(input, response);
      if (response.headersSent || route.produces) return;
      send(route, answer, request, response);
    } catch (error) {
      next(error);
    }
  };
}

function isAccess(access: string): access is Access {
  return access === 'public' || isOwnAccount(access) || isPermission(access);
}

function authorise(access: Access, caller: Caller | null): void {
  if (access === 'public') return;
  if (!caller) throw new Unauthenticated('This needs a session: POST /api/v1/session');
  if (isOwnAccount(access)) {
    if (!caller.sessionId) throw new Forbidden("An API token does not reach its owner's account");
    if (caller.unfinished && !opensUnfinished(access, caller.unfinished))
      throw new Forbidden(lacking[caller.unfinished]);
    return;
  }
  if (caller.unfinished) throw new Forbidden(lacking[caller.unfinished]);
  if (!holds(caller, access)) throw new Forbidden(`The right ${access} is not among your roles' rights`);
}

/** A form of another site can send text and form fields, but no JSON (WHATWG HTML, 4.10.21.8). */
function requireMediaType(route: Route, request: Request): void {
  if (request.method === 'GET' || !hasBody(request)) return;
  const taken = [...(route.consumes ?? ['application/json'])];
  if (!request.is(taken))
    throw new UnsupportedMediaType(
      `${request.headers['content-type'] ?? 'A body without a type'} is not taken here; send ${taken.join(' or ')}`,
    );
}

const lacking: Record<Unfinished, string> = {
  code: 'First give the code of your second factor: POST /api/v1/session/code',
  password: 'First choose a password of your own: POST /api/v1/password',
  'second-factor': 'Your role asks for a second factor; first enroll one: POST /api/v1/second-factor',
};

function send(route: Route, answer: unknown, request: Request, response: Response): void {
  response.status(route.status);
  if (route.status === 204 || answer === undefined) {
    response.end();
    return;
  }
  if (route.status === 201 && !response.get('Location'))
    response.location(`${request.path}/${encodeURIComponent((answer as { id: string }).id)}`);
  response.json(answer);
}

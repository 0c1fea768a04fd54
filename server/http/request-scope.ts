import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

interface RequestScope {
  id: string;
  user?: string;
}

const scopes = new AsyncLocalStorage<RequestScope>();
const open = new Set<Response>();

/** A proxy's or a client's own id is taken over when it is one that no log reader can be fooled by. */
const acceptable = /^[\w.-]{8,64}$/;

/** Gives each request an id, which its answer (`X-Request-Id`), its problems and all its log lines bear. */
export function requestScope(): RequestHandler {
  return (request, response, next) => {
    const given = request.headers['x-request-id'];
    const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID();
    response.set('X-Request-Id', id);
    open.add(response);
    // After whoever else listens, as the log line of the answer bears the request's id.
    response.once('close', () => setImmediate(leaveRequestScope, response));
    scopes.run({ id }, next);
  };
}

/**
 * What a request's scope needs makes every promise of the process dearer (Node 20), also those of the devices' readings: so it
 * is there only while requests are handled. An answer that stays open for hours, such as a stream, leaves before.
 */
export function leaveRequestScope(response: Response): void {
  if (open.delete(response) && open.size === 0) scopes.disable();
}

/** From here on the log lines of the present request name who made it. */
export function requestedBy(username: string): void {
  const scope = scopes.getStore();
  if (scope) scope.user = username;
}

export function requestId(): string | undefined {
  return scopes.getStore()?.id;
}

/** What each log line bears that is written while a request is handled. */
export function logFieldsOfRequest(): { requestId?: string; user?: string } {
  const scope = scopes.getStore();
  return scope ? { requestId: scope.id, ...(scope.user !== undefined && { user: scope.user }) } : {};
}

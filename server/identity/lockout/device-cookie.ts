import type { Request, Response } from 'express';
import { days, limits } from '../limits.ts';
import { cookieOf } from '../session-cookie.ts';

/** `__Host-` (RFC 6265bis) keeps another host, or a page that came without TLS, from planting one. */
function cookieName(request: Request): string {
  return request.secure ? '__Host-agritrace_device' : 'agritrace_device';
}

export function deviceSecretOf(request: Request): string | undefined {
  const secret = cookieOf(request, cookieName(request));
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

/** It lets nobody in; it tells a device on which somebody has signed in from a stranger's. */
export function setDeviceCookie(request: Request, response: Response, secret: string): void {
  response.cookie(cookieName(request), secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    maxAge: days(limits.lockout.knownDays),
  });
}

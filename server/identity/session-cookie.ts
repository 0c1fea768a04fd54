import type { Request, Response } from 'express';

/**
 * `__Host-` (RFC 6265bis) keeps another host, or a page that came without TLS, from planting one. Over HTTPS no other
 * name is taken.
 */
function cookieName(request: Request): string {
  return request.secure ? '__Host-agritrace_session' : 'agritrace_session';
}

/** The token of a request: `Authorization: Bearer`, else the session cookie. */
export function tokenOf(request: Request): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  return cookieOf(request, cookieName(request));
}

export function cookieOf(request: Request, name: string): string | undefined {
  const cookie = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return cookie?.slice(name.length + 1);
}

/** `SameSite=Strict`: no other site can make a signed-in browser act here. `Secure` wherever the request came by HTTPS. */
export function setSessionCookie(request: Request, response: Response, token: string, expires: Date): void {
  response.cookie(cookieName(request), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    expires,
  });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(cookieName(request), { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' });
}

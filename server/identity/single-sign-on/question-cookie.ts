import type { Request, Response } from 'express';
import { z } from 'zod';
import { minutes } from '../limits.ts';
import { cookieOf } from '../session-cookie.ts';

const path = '/api/v1/session/single-sign-on';
const minutesKept = 10;

const asked = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });
export type Asked = z.infer<typeof asked>;

/** `__Secure-` (RFC 6265bis) keeps a page that came without TLS from planting one. */
function cookieName(request: Request): string {
  return request.secure ? '__Secure-agritrace_sign_on' : 'agritrace_sign_on';
}

function options(request: Request) {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path } as const;
}

/** `SameSite=Lax`, unlike the session's cookie: the browser comes back from another site, and has to bring it along. */
export function rememberQuestion(request: Request, response: Response, question: Asked): void {
  const value = Buffer.from(JSON.stringify(question)).toString('base64url');
  response.cookie(cookieName(request), value, { ...options(request), maxAge: minutes(minutesKept) });
}

/** The question this browser asked, once. */
export function takeQuestion(request: Request, response: Response): Asked | undefined {
  const value = cookieOf(request, cookieName(request));
  response.clearCookie(cookieName(request), options(request));
  if (value === undefined) return undefined;
  try {
    return asked.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

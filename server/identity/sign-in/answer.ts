import type { Request, Response } from 'express';
import { setDeviceCookie } from '../lockout/device-cookie.ts';
import { setSessionCookie } from '../session-cookie.ts';

interface Begun<User> {
  token: string;
  expiresAt: Date;
  user: User;
  deviceSecret?: string;
}

/** The session as cookie for browsers and as body for programs. */
export function answerWithSession<User>(request: Request, response: Response, begun: Begun<User>) {
  const { token, expiresAt, user, deviceSecret } = begun;
  setSessionCookie(request, response, token, expiresAt);
  if (deviceSecret !== undefined) setDeviceCookie(request, response, deviceSecret);
  return { token, expiresAt: expiresAt.toISOString(), user };
}

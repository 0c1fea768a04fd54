import type { Request, Response } from 'express';
import { setSessionCookie } from '../session-cookie.ts';

interface Begun<User> {
  token: string;
  expiresAt: Date;
  user: User;
}

/** The session as cookie for browsers and as body for programs. */
export function answerWithSession<User>(request: Request, response: Response, { token, expiresAt, user }: Begun<User>) {
  setSessionCookie(request, response, token, expiresAt);
  return { token, expiresAt: expiresAt.toISOString(), user };
}

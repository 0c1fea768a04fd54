import { z } from 'zod';
import { NotFound } from '../../errors.ts';
import { type Route, route } from '../../http/route.ts';
import { originOf } from '../origin.ts';
import { setSessionCookie } from '../session-cookie.ts';
import { rememberQuestion, takeQuestion } from './question-cookie.ts';
import type { SingleSignOn } from './single-sign-on.ts';

const tag = 'identity';
const path = '/api/v1/session/single-sign-on';

/** A path within the console, never another site. */
const next = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\r\n\\]*$/, 'must be a path of the console')
  .default('/');

export function singleSignOnRoutes(singleSignOn: SingleSignOn | undefined): Route[] {
  const configured = () => {
    if (!singleSignOn) throw new NotFound('No single sign-on is configured');
    return singleSignOn;
  };
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Go to the single sign-on (a redirect for browsers)',
      access: 'public',
      query: z.object({ next }),
      produces: ['text/html'],
      async handle({ query, request }, response) {
        const { address, question } = await configured().ask();
        rememberQuestion(request, response, { ...question, next: query.next });
        response.redirect(303, address.href);
      },
    }),
    route({
      method: 'get',
      path: `${path}/callback`,
      tag,
      summary: 'Where the single sign-on sends the browser back to',
      access: 'public',
      produces: ['text/html'],
      async handle({ request }, response) {
        const asked = takeQuestion(request, response);
        const query = new URL(request.originalUrl, 'http://localhost').search;
        const outcome = await configured().comeBack(query, asked, originOf(request));
        if ('problem' in outcome) {
          response.redirect(303, `/console/sign-in?problem=${outcome.problem}`);
          return;
        }
        const { token, expiresAt } = outcome.session;
        setSessionCookie(request, response, token, expiresAt);
        response.redirect(303, `/console${asked?.next ?? '/'}`);
      },
    }),
  ];
}

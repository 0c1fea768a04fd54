import i18next from 'i18next';
import createClient from 'openapi-fetch';
import { Problem } from './problem.ts';
import type { paths } from './schema.d.ts';

/** The session lives in an HttpOnly cookie: the console never sees the token. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

interface Called<Answer> {
  data?: Answer;
  error?: unknown;
  response: Response;
}

/**
 * The answer of a call.
 * @throws Problem for anything but a success
 */
export async function answerOf<Answer>(call: Promise<Called<Answer>>): Promise<Answer> {
  const { data, error, response } = await call.catch(() => {
    throw Problem.unreachable();
  });
  if (response.ok) return data as Answer;
  throw problemOf(response.status, error);
}

/** The problem that an answer tells, in the language that is shown. */
export function problemOf(status: number, body: unknown): Problem {
  return Problem.of(status, body, i18next.language === 'en' ? 'en' : 'zh');
}

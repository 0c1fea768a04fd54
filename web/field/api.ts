import createClient from 'openapi-fetch';
import type { components, paths } from '../console/api/schema.d.ts';

type Schemas = components['schemas'];
export type Inspection = Schemas['Inspection'];
export type Checklist = Schemas['Checklists']['items'][number];
export type Producer = Schemas['Producer'];
export type User = Schemas['CurrentUser'];
export type NewSample = paths['/api/v1/samples']['post']['requestBody']['content']['application/json'];
export type Submission = paths['/api/v1/inspections/{id}/submit']['post']['requestBody']['content']['application/json'];

/** The session lives in an HttpOnly cookie, which this app never sees. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });

/** What the platform refuses, in both languages where it says so. */
export class Refused extends Error {
  readonly status: number;
  readonly text: { zh: string; en: string };

  constructor(status: number, body: unknown) {
    const problem = (body ?? {}) as { text?: { zh: string; en: string }; detail?: string; title?: string };
    const words = problem.detail ?? problem.title ?? `HTTP ${status}`;
    super(words);
    this.status = status;
    this.text = problem.text ?? { zh: words, en: words };
  }
}

/** No answer came: the network is away, or the platform. */
export class Unreachable extends Error {}

/** @throws Refused, Unreachable */
export async function answerOf<Answer>(
  call: Promise<{ data?: Answer; error?: unknown; response: Response }>,
): Promise<{ data: Answer; response: Response }> {
  const { data, error, response } = await call.catch(() => {
    throw new Unreachable();
  });
  if (!response.ok) {
    // A proxy that has lost the platform behind it, or one that asks to wait, is no answer to the record.
    if (response.status >= 500 || response.status === 429) throw new Unreachable();
    throw new Refused(response.status, error);
  }
  return { data: data as Answer, response };
}

import express, { type Router } from 'express';
import type { z } from 'zod';
import { renderComplaintForm, renderComplaintReceived, renderComplaintStatus } from '../../../web/consumer/index.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import { hostileIn } from '../../http/protection/hostile-value.ts';
import { languageOf, sendPage } from '../../http/public-page.ts';
import { statusBody, submitComplaintBody } from './schema.ts';
import type { Complaints } from './service.ts';

/** A text of 2 000 characters, each of which a form writes with up to twelve bytes. */
const form = express.urlencoded({ extended: false, limit: 32 * 1024, parameterLimit: 10 });

/** `/complaints`: what the public reports without an account, and what became of it, by forms that need no script. */
export function addComplaintPages(
  router: Router,
  complaints: Pick<Complaints, 'submitComplaint' | 'complaintStatus'>,
): void {
  router.get('/complaints', (request, response) => {
    const { batch } = request.query;
    const known = typeof batch === 'string' ? { batchCode: batch.slice(0, 40) } : {};
    sendPage(response, 200, renderComplaintForm({ ...known, wrong: [] }, languageOf(request)));
  });

  router.post('/complaints', form, async (request, response) => {
    const language = languageOf(request);
    const given = filledIn(request.body);
    const parsed = submitComplaintBody.safeParse(given);
    const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
    if (!parsed.success || hostileIn(given, ''))
      return sendPage(
        response,
        400,
        renderComplaintForm({ ...given, wrong: wrong.length ? wrong : ['text'] }, language),
      );
    const received = await receive(parsed.data);
    if ('wrong' in received) return sendPage(response, 400, renderComplaintForm({ ...given, ...received }, language));
    sendPage(response, 201, renderComplaintReceived(received.queryCode, language));
  });

  router.get('/complaints/status', (request, response) => {
    sendPage(response, 200, renderComplaintStatus(undefined, languageOf(request)));
  });

  router.post('/complaints/status', form, async (request, response) => {
    const language = languageOf(request);
    const parsed = statusBody.safeParse(filledIn(request.body));
    const found = parsed.success ? await progressOf(parsed.data.queryCode) : null;
    sendPage(response, found ? 200 : 404, renderComplaintStatus(found, language));
  });

  const receive = async (given: z.output<typeof submitComplaintBody>) => {
    try {
      return await complaints.submitComplaint(given);
    } catch (error) {
      if (error instanceof InvalidInput) return { wrong: (error.errors ?? []).map(({ pointer }) => pointer.slice(1)) };
      throw error;
    }
  };

  const progressOf = async (queryCode: string) => {
    try {
      return await complaints.complaintStatus(queryCode);
    } catch (error) {
      if (error instanceof NotFound) return null;
      throw error;
    }
  };
}

/** The fields with a text in them: a form sends what was left empty as an empty text. */
function filledIn(body: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '',
    ),
  );
}

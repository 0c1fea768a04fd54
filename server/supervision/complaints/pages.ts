import type { Request, Response, Router } from 'express';
import { renderComplaintForm, renderComplaintReceived, renderComplaintStatus } from '../../../web/consumer/index.ts';
import { InvalidInput, NotFound, TooLarge } from '../../errors.ts';
import { languageOf, sendPage } from '../../http/public-page.ts';
import { validated } from '../../http/validated.ts';
import { readComplaintForm, readTexts } from './photos.ts';
import { statusBody, submitComplaintBody } from './schema.ts';
import type { Complaints } from './service.ts';

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

  router.post('/complaints', async (request, response) => {
    let given: Record<string, string> = {};
    try {
      const { texts, photos } = await readComplaintForm(request);
      given = texts;
      const { queryCode } = await complaints.submitComplaint(validated(submitComplaintBody, texts), photos);
      sendPage(response, 201, renderComplaintReceived(queryCode, photos.length, languageOf(request)));
    } catch (error) {
      giveBack(request, response, given, error);
    }
  });

  router.get('/complaints/status', (request, response) => {
    sendPage(response, 200, renderComplaintStatus(undefined, languageOf(request)));
  });

  router.post('/complaints/status', async (request, response) => {
    const found = await progressOf(request);
    sendPage(response, found ? 200 : 404, renderComplaintStatus(found, languageOf(request)));
  });

  const progressOf = async (request: Request) => {
    try {
      return await complaints.complaintStatus(validated(statusBody, await readTexts(request)).queryCode);
    } catch (error) {
      if (error instanceof NotFound || error instanceof InvalidInput) return null;
      throw error;
    }
  };
}

/** The form again, with what was typed and a mark at what is wrong; files have to be chosen anew. */
function giveBack(request: Request, response: Response, given: Record<string, string>, error: unknown): void {
  if (!(error instanceof InvalidInput || error instanceof TooLarge)) throw error;
  const wrong =
    error instanceof TooLarge ? ['photos'] : error.errors.map(({ pointer }) => pointer.split('/')[1] || 'text');
  sendPage(response, error.status, renderComplaintForm({ ...given, wrong }, languageOf(request)));
}

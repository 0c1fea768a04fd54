import type { Router } from 'express';
import {
  proofScript,
  renderLookupPage,
  renderNotFoundPage,
  renderTracePage,
  tracePagePolicy,
} from '../../web/consumer/index.ts';
import type { TraceView } from '../../web/consumer/trace-view.ts';
import { NotFound } from '../errors.ts';
import { languageOf, sendPage } from '../http/public-page.ts';
import type { PublicProofs } from './public-proofs.ts';
import { batchCode } from './schema.ts';

/** `/q/{code}`: what a QR code opens. Never cached, so that no cache can hide a recall. */
export function addConsumerPages(
  router: Router,
  { publicTrace, publicProofs }: { publicTrace(code: string): Promise<TraceView>; publicProofs: PublicProofs },
): void {
  router.get('/proof.js', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('js').send(proofScript);
  });

  router.get('/q/:code/proofs', async (request, response) => {
    const code = batchCode.safeParse(request.params.code);
    if (!code.success) throw new NotFound(`There is no batch ${request.params.code}`);
    response.set('Cache-Control', 'no-store').json(await publicProofs(code.data));
  });

  router.get('/', (request, response) => {
    sendPage(response, 200, renderLookupPage(languageOf(request)));
  });

  router.get('/q', (request, response) => {
    const code = typeof request.query.code === 'string' ? request.query.code.trim() : '';
    const language = `?lang=${languageOf(request)}`;
    response.redirect(303, code ? `/q/${encodeURIComponent(code)}${language}` : `/${language}`);
  });

  router.get('/q/:code', async (request, response) => {
    const asked = request.params.code;
    const code = batchCode.safeParse(asked).success ? asked : undefined;
    const view = code === undefined ? null : await findTrace(publicTrace, code);
    response.vary('Accept');
    if (request.accepts(['html', 'json']) === 'json') {
      if (!view) throw new NotFound(`There is no batch ${asked}`);
      response.set('Cache-Control', 'no-store').json(view);
      return;
    }
    const language = languageOf(request);
    if (view) sendPage(response, 200, renderTracePage(view, language), tracePagePolicy);
    else sendPage(response, 404, renderNotFoundPage(asked, language));
  });
}

async function findTrace(publicTrace: (code: string) => Promise<TraceView>, code: string): Promise<TraceView | null> {
  try {
    return await publicTrace(code);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

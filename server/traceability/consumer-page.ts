import type { Request, Response, Router } from 'express';
import {
  contentSecurityPolicy,
  renderLookupPage,
  renderNotFoundPage,
  renderTracePage,
} from '../../web/consumer/index.ts';
import type { TraceView } from '../../web/consumer/trace-view.ts';
import { NotFound } from '../errors.ts';
import { batchCode } from './schema.ts';

/** `/q/{code}`: what a QR code opens. Never cached, so that no cache can hide a recall. */
export function addConsumerPages(router: Router, publicTrace: (code: string) => Promise<TraceView>): void {
  router.get('/', (request, response) => {
    sendPage(response, 200, renderLookupPage(languageOf(request)));
  });

  router.get('/q', (request, response) => {
    const code = typeof request.query.code === 'string' ? request.query.code.trim() : '';
    response.redirect(303, code ? `/q/${encodeURIComponent(code)}` : '/');
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
    if (view) sendPage(response, 200, renderTracePage(view, language));
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

/** Chinese unless the link asks for English, or the browser prefers it and the link asks for nothing. */
function languageOf(request: Request): 'zh' | 'en' {
  if (request.query.lang === 'en' || request.query.lang === 'zh') return request.query.lang;
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

function sendPage(response: Response, status: number, page: string): void {
  response
    .status(status)
    .set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' })
    .vary('Accept-Language')
    .type('html')
    .send(page);
}

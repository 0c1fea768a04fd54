import type { Request, Router } from 'express';
import type { Logger } from 'pino';
import {
  proofScript,
  renderLookupPage,
  renderNotFoundPage,
  renderTracePage,
  tracePagePolicy,
} from '../../web/consumer/index.ts';
import type { TraceView } from '../../web/consumer/trace-view.ts';
import { NotFound } from '../errors.ts';
import { addressOf } from '../http/address.ts';
import { languageOf, sendPage, sendRecord } from '../http/public-page.ts';
import { tokenOf } from '../identity/index.ts';
import type { PublicProofs } from './public-proofs.ts';
import type { Scans } from './scans/service.ts';
import { batchCode } from './schema.ts';

interface Pages {
  publicTrace(code: string): Promise<TraceView>;
  publicProofs: PublicProofs;
  scans: Pick<Scans, 'count'>;
  log: Pick<Logger, 'warn'>;
}

/** `/q/{code}`: what a QR code opens. Never cached, so that no cache can hide a recall. */
export function addConsumerPages(router: Router, { publicTrace, publicProofs, scans, log }: Pages): void {
  /** Beside the answer: nobody waits for it, and a page is shown whether or not it could be counted. */
  const count = (code: string, request: Request): void => {
    if (request.method === 'HEAD' || tokenOf(request) !== undefined) return;
    scans
      .count(code, { address: addressOf(request), agent: request.get('user-agent') })
      .catch((error: unknown) => log.warn({ err: error, batchCode: code }, 'opening of a page not counted'));
  };

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
    sendRecord(request, response, {
      view,
      absent: `There is no batch ${asked}`,
      page: renderTracePage,
      absentPage: (language) => renderNotFoundPage(asked, language),
      policy: tracePagePolicy,
    });
    if (view && request.accepts(['html', 'json']) === 'html') count(view.code, request);
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

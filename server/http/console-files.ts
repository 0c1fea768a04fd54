import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Response, type Router } from 'express';
import { consolePolicy } from './protection/content-policy.ts';

/** What the console's page holds where each answer has its own nonce; `web/console/vite.config.ts` puts it there. */
const noncePlace = /__CSP_NONCE__/g;

/** The built console; its hashed files may be kept for ever, the page that names them may not. */
export function addConsole(router: Router): void {
  const folder = consoleFolder();
  if (!folder) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const sendPage = (response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    response
      .set({ 'Content-Security-Policy': consolePolicy(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(page.replaceAll(noncePlace, nonce));
  };
  router.get(['/console', '/console/', '/console/index.html'], (_request, response) => sendPage(response));
  router.use(
    '/console/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  router.get(/^\/console\/(?!assets\/)/, (_request, response) => sendPage(response));
}

/** Beside the compiled server in `dist`, or in `dist` below the sources. */
function consoleFolder(): string | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return [join(here, '../../web/console'), join(here, '../../dist/web/console')].find((folder) =>
    existsSync(join(folder, 'assets')),
  );
}

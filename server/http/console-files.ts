import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response, Router } from 'express';
import { builtFolder, hashedFiles } from './built-files.ts';
import { consolePolicy } from './protection/content-policy.ts';
import { consolePermissions } from './protection/headers.ts';

/** What the console's page holds where each answer has its own nonce; `web/console/vite.config.ts` puts it there. */
const noncePlace = /__CSP_NONCE__/g;

/** The built console; its hashed files may be kept for ever, the page that names them may not. */
export function addConsole(router: Router): void {
  const folder = builtFolder('console');
  if (!folder) return;
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const sendPage = (response: Response) => {
    const nonce = randomBytes(16).toString('base64');
    response
      .set({
        'Content-Security-Policy': consolePolicy(nonce),
        'Permissions-Policy': consolePermissions,
        'Cache-Control': 'no-store',
      })
      .type('html')
      .send(page.replaceAll(noncePlace, nonce));
  };
  router.get(['/console', '/console/', '/console/index.html'], (_request, response) => sendPage(response));
  router.use('/console/assets', hashedFiles(folder));
  router.get(/^\/console\/(?!assets\/)/, (_request, response) => sendPage(response));
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import { fieldPolicy } from './protection/content-policy.ts';
import { fieldPermissions } from './protection/headers.ts';

/**
 * The built field app. Its hashed files may be kept for ever; the page, its worker and its manifest are asked for anew, so
 * that a new version is found at the next contact.
 */
export function addFieldApp(router: Router): void {
  const folder = fieldFolder();
  if (!folder) return;
  router.use(
    '/field/assets',
    express.static(join(folder, 'assets'), {
      index: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  );
  router.use(
    '/field',
    express.static(folder, {
      setHeaders: (response) =>
        response.set({
          'Content-Security-Policy': fieldPolicy,
          'Permissions-Policy': fieldPermissions,
          'Cache-Control': 'no-cache',
        }),
    }),
  );
}

/** Beside the compiled server in `dist`, or in `dist` below the sources. */
function fieldFolder(): string | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return [join(here, '../../web/field'), join(here, '../../dist/web/field')].find((folder) =>
    existsSync(join(folder, 'assets')),
  );
}

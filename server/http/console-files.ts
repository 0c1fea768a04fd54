import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';

/** The built console; its hashed files may be kept for ever, the page that names them may not. */
export function addConsole(router: Router): void {
  const folder = consoleFolder();
  if (!folder) return;
  router.use(
    '/console',
    express.static(folder, {
      index: 'index.html',
      setHeaders(response, path) {
        const hashed = path.includes(`${join(folder, 'assets')}`);
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.get(/^\/console\//, (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
}

/** Beside the compiled server in `dist`, or in `dist` below the sources. */
function consoleFolder(): string | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return [join(here, '../../web/console'), join(here, '../../dist/web/console')].find((folder) =>
    existsSync(join(folder, 'assets')),
  );
}

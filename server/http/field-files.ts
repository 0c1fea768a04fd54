import express, { type Router } from 'express';
import { builtFolder, hashedFiles } from './built-files.ts';
import { fieldPolicy } from './protection/content-policy.ts';
import { fieldPermissions } from './protection/headers.ts';

/**
 * The built field app. Its hashed files may be kept for ever; the page, its worker and its manifest are asked for anew, so
 * that a new version is found at the next contact.
 */
export function addFieldApp(router: Router): void {
  const folder = builtFolder('field');
  if (!folder) return;
  router.use('/field/assets', hashedFiles(folder));
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

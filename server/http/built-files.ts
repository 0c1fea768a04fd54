import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';

/** Where `web/<name>` was built to: beside the compiled server in `dist`, or in `dist` below the sources; absent when it was not. */
export function builtFolder(name: string): string | undefined {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return [join(here, '../../web', name), join(here, '../../dist/web', name)].find((folder) =>
    existsSync(join(folder, 'assets')),
  );
}

/** The files whose names hold their hashes: they may be kept for ever. */
export function hashedFiles(folder: string): RequestHandler {
  return express.static(join(folder, 'assets'), {
    index: false,
    setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
  });
}

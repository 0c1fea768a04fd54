/** Content security policies, one for each kind of page: each may load what it needs and nothing else (CSP level 3). */

type Directives = Record<string, readonly string[]>;

const nothingLoaded: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const written = (directives: Directives) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

/** JSON, problems, images: nothing that a browser should build a page from. */
export const dataPolicy = written(nothingLoaded);

/** For what somebody uploaded: an origin of its own in addition, so that even a file taken for a page could touch nothing. */
export const filePolicy = written({ ...nothingLoaded, sandbox: [] });

/** The console: own scripts; style elements only with the nonce of this answer, which the console's own scripts know. */
export const consolePolicy = (nonce: string) =>
  written({
    ...nothingLoaded,
    'script-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
  });

/** The field app: own scripts and styles in files, a service worker, codes read by WebAssembly, photographs as blobs. */
export const fieldPolicy = written({
  ...nothingLoaded,
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
});

/** The interface's documentation: Swagger UI brings icons as `data:`, and no inline script or style. */
export const documentationPolicy = written({
  ...nothingLoaded,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
});

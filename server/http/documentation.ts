import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Router } from 'express';
import { openApiDocument } from './openapi.ts';
import { documentationPolicy } from './protection/content-policy.ts';
import type { Route } from './route.ts';

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>AgriTrace API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<body><div id="swagger"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>`;

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger', validatorUrl: null });`;

/** The OpenAPI document, made when it is first asked for, and a page that shows it. */
export function addDocumentation(router: Router, routes: Route[], version: string): void {
  let document: string | undefined;
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/api/v1/openapi.json', (_request, response) => {
    document ??= JSON.stringify(openApiDocument(routes, version));
    response.type('json').send(document);
  });
  router.get('/api/docs', (_request, response) => {
    response.set('Content-Security-Policy', documentationPolicy).type('html').send(page);
  });
  router.get('/api/docs/start.js', (_request, response) => {
    response.type('js').send(start);
  });
  router.use('/api/docs', express.static(files, { index: false }));
}

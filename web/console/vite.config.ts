import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: folder,
  base: '/console/',
  cacheDir: `${folder}/../../node_modules/.cache/vite-console`,
  plugins: [react()],
  // The server puts each answer's own nonce here (server/http/console-files.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/web/console',
    emptyOutDir: true,
    target: 'es2022',
    // The server's content security policy takes no inline scripts, and `data:` in images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/q': 'http://127.0.0.1:8080' } },
});

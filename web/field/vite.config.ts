import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The service worker, told of every file that the app needs without network; another build is another version. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const source = readFileSync(`${folder}/worker/service-worker.js`, 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: source.replace('__FILES__', JSON.stringify(files.toSorted())),
      });
    },
  };
}

export default defineConfig({
  root: folder,
  base: '/field/',
  cacheDir: `${folder}/../../node_modules/.cache/vite-field`,
  plugins: [react(), serviceWorker()],
  build: {
    outDir: '../../dist/web/field',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/files': 'http://127.0.0.1:8080' } },
});

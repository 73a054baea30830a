import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { fonts } from './tools/fonts/vite-fonts.ts';

const repository = dirname(fileURLToPath(import.meta.url));
const web = join(repository, 'web');

// Pages live in `web/` and are served from `/`; a caller that names the repository as root must get the same output.
const rootedInWeb: Plugin = { name: 'kouan-root', config: () => ({ root: web }) };

/** One entry per page; a page to come is one more line. */
const pages = {
  portal: join(web, 'index.html'),
  port: join(web, 'port/index.html'),
  kiosk: join(web, 'kiosk/index.html'),
  outbox: join(web, 'outbox/index.html'),
  officer: join(web, 'officer/index.html'),
  check: join(web, 'check/index.html'),
  verify: join(web, 'verify/index.html'),
  rules: join(web, 'rules/index.html'),
};

export default defineConfig({
  root: web,
  plugins: [rootedInWeb, fonts(repository), react()],
  build: {
    outDir: join(repository, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // The content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
});

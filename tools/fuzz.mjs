// Runs the fuzzer: `npm run fuzz -- [--parser NAME] [--inputs N] [--seed N]`. Bundled first, for its threads need plain JavaScript.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './terminal.mjs';

const OUT = join(root, '.cache/fuzz');

await build({
  absWorkingDir: root,
  entryPoints: { main: 'tools/fuzz/main.ts', 'fuzz-worker': 'tools/fuzz/fuzz-worker.ts' },
  outdir: OUT,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.chdir(root);
await import(pathToFileURL(join(OUT, 'main.js')).href);

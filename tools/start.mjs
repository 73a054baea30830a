// `npm start`: installs, builds, then runs the port and starts it again if it is killed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './terminal.mjs';

/** Exit codes after which another start would fail the same way: bad settings, taken port, newer data, full disk. */
const FINAL_CODES = new Set([0, 2, 130, 143]);
const RESTARTS_MAX = 5;
/** A run that lasted this long counts as healthy: the restart count begins anew. */
const HEALTHY_MS = 60_000;

await install();
const { buildAll } = await import('./build.mjs');
await buildAll();

let restarts = 0;
let stopping = false;
let child;

function run() {
  const started = performance.now();
  child = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'dist/cli.js'), 'serve', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      cwd: process.cwd(),
    },
  );
  child.on('exit', (code, signal) => {
    if (stopping || (code !== null && FINAL_CODES.has(code))) process.exit(code ?? 0);
    restarts = performance.now() - started > HEALTHY_MS ? 1 : restarts + 1;
    if (restarts > RESTARTS_MAX) {
      console.error(
        'The port stopped five times in a row; not starting it again. The last message above says why.',
      );
      process.exit(1);
    }
    console.error(`The port ended (${signal ?? `code ${code}`}); starting it again.`);
    run();
  });
}

// The terminal sends Ctrl-C to the whole group; other signals are handed on, and the child's end is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal);
  });
}
run();

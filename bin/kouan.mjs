#!/usr/bin/env node
// The executable: installs and builds what is missing, then runs the command line.
import { install } from '../tools/install.mjs';
import { silently } from '../tools/terminal.mjs';

// A machine-readable answer must stand alone on standard output, so progress goes to standard error here.
await silently(async () => {
  await install();
  const { buildAll } = await import('../tools/build.mjs');
  await buildAll({ only: ['program', 'models', 'law'] });
});
await import('../dist/cli.js');

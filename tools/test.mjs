// `npm test`: everything that must hold, in the order in which it fails fastest.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, say } from './terminal.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);

const steps = [
  { name: 'types', group: 'static', run: [bin('tsc'), '-p', '.'] },
  { name: 'style', group: 'static', run: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  {
    name: 'boundaries',
    group: 'static',
    run: [bin('depcruise'), '--config', 'tools/boundaries/rules.cjs', 'src', 'web'],
  },
  { name: 'dead code', group: 'static', run: [bin('knip'), '--no-progress'] },
  { name: 'build', group: 'build', run: [process.execPath, 'tools/build.mjs'] },
  { name: 'tests', group: 'tests', run: [bin('vitest'), 'run'] },
  {
    name: 'journeys',
    group: 'journeys',
    run: [bin('vitest'), 'run', '--config', 'vitest.journeys.config.ts'],
  },
];

function spawnStep([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, CI: process.env.CI ?? '1' },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

await install();
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? process.argv[onlyAt + 1] : undefined;
for (const step of steps.filter(({ group }) => !only || group === only)) {
  const done = say(step.name);
  const code = await spawnStep(step.run);
  if (code !== 0) {
    console.error(`✗ ${step.name} failed (exit code ${code}).`);
    process.exit(code);
  }
  done();
}

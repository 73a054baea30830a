// Builds what runs: the executable with its workers, the models, the law, the pages. Steps whose sources did not change are skipped.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder } from './compress.mjs';
import { install } from './install.mjs';
import { whenChanged } from './stamp.mjs';
import { root, say } from './terminal.mjs';

/** Every file that is started by name; workers land beside the executable because they are found relative to it. */
const entries = {
  cli: 'src/cli/main.ts',
  'face-worker': 'src/biometrics/face/face-worker.ts',
  'gallery-worker': 'src/biometrics/gallery/gallery-worker.ts',
  'build-models': 'tools/models/build.ts',
};

/** What a stranger may install alone, as subpath exports. */
const libraries = { 'policy-node': 'src/policy/node.ts', credentials: 'src/credentials/index.ts' };

async function bundle() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: { ...entries, ...libraries },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    chunkNames: 'chunk-[hash]',
    logLevel: 'warning',
  });
}

async function models() {
  const { buildModels } = await import(pathToFileURL(join(root, 'dist/build-models.js')).href);
  const dir = join(root, 'dist/models');
  mkdirSync(dir, { recursive: true });
  await buildModels(dir);
}

async function law() {
  const { bundleRules } = await import(pathToFileURL(join(root, 'dist/policy-node.js')).href);
  const dir = join(root, 'dist/rules');
  const { file, text } = bundleRules(join(root, 'rules'));
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, file), text);
  const { packedLaw, policyLibrary } = await import('./policy-library.mjs');
  writeFileSync(join(root, 'dist/kouan-policy.js'), await policyLibrary(await packedLaw()));
}

async function pages() {
  const { build } = await import('vite');
  rmSync(join(root, 'dist/web'), { recursive: true, force: true });
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
  compressFolder(join(root, 'dist/web'));
}

const steps = [
  {
    name: 'program',
    label: 'Building the program',
    sources: ['src', 'tools/models', 'tools/fonts', 'package-lock.json', 'tools/build.mjs'],
    outputs: ['dist/cli.js'],
    make: bundle,
  },
  {
    name: 'models',
    label: 'Making the models',
    sources: ['tools/models', 'package-lock.json'],
    outputs: ['dist/models/models.json'],
    make: models,
  },
  {
    name: 'law',
    label: 'Checking the law',
    sources: ['rules', 'src/policy', 'src/kernel', 'tools/policy-library.mjs'],
    outputs: ['dist/rules', 'dist/kouan-policy.js'],
    make: law,
  },
  {
    name: 'pages',
    label: 'Building the pages',
    sources: [
      'web',
      'vite.config.ts',
      'tools/compress.mjs',
      'src',
      'rules',
      'assets/people/people.json',
      'tools/fonts',
      'package-lock.json',
    ],
    outputs: ['dist/web/index.html'],
    make: pages,
  },
];

export async function buildAll({ only } = {}) {
  for (const step of steps) {
    if (only && !only.includes(step.name)) continue;
    let done;
    await whenChanged(step.name, step, async () => {
      done = say(step.label);
      await step.make().catch((error) => giveUp(step, error));
    });
    done?.();
  }
}

/** What an author can mend is told in its own words; a fault of ours with the place where it broke. */
function giveUp({ label }, error) {
  console.error(`\n${label} failed.\n${error.code ? error.message : error.stack}`);
  process.exit(error.code ? 2 : 1);
}

if (process.argv[1] === join(root, 'tools/build.mjs')) {
  await install();
  await buildAll({ only: process.argv.length > 2 ? process.argv.slice(2) : undefined });
}

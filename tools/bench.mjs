// Runs one benchmark: `npm run bench -- <name> [--json]`. Exits 0 whatever the figures are: they inform, they do not judge.
import { mkdirSync, readdirSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './terminal.mjs';

const OUT = join(root, '.cache/bench');

const names = () =>
  readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.ts') && file !== 'frame.ts')
    .map((file) => basename(file, '.ts'))
    .sort();

const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
  system: `${process.platform} ${release()}`,
});

/** Workers are bundled beside the benchmark, where a bundle looks for them. */
async function bundle(name) {
  const { build } = await import('esbuild');
  const workers = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('-worker.ts'))
    .map((file) => [basename(file, '.ts'), join(root, 'src', file)]);
  mkdirSync(OUT, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { [name]: join(root, 'bench', `${name}.ts`), ...Object.fromEntries(workers) },
    outdir: OUT,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(join(OUT, `${name}.js`)).href);
}

function line({ name, value, unit, goal, better, met, peer, note }) {
  const shown = value === null ? 'not measured' : `${value} ${unit}`;
  const bound = `${better === 'lower' ? 'at most' : 'at least'} ${goal} ${unit}`;
  const tail = [peer && `${peer.name}: ${peer.value} ${unit}`, note].filter(Boolean).join('; ');
  return `${met ? '✓' : '✗'} ${name.padEnd(44)} ${shown.padStart(18)}   ${bound.padEnd(26)} ${tail}`;
}

function print({ bench, machine: on, figures, notes }) {
  console.log(`${bench}, on ${on.cpu}, ${on.cores} cores, ${on.memoryGb} GB, Node ${on.node}\n`);
  for (const figure of figures) console.log(line(figure));
  for (const note of notes) console.log(`\n${note}`);
}

const [name, ...others] = process.argv.slice(2).filter((argument) => argument !== '--json');
if (!name || others.length > 0 || !names().includes(name)) {
  console.error(`Usage: npm run bench -- <name> [--json], where <name> is one of: ${names().join(', ')}.`);
  process.exit(2);
}
process.chdir(root);
const { run } = await bundle(name);
const report = { bench: name, machine: machine(), ...(await run()) };
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else print(report);

// What a build step was made from: if no source changed, the step is skipped.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './terminal.mjs';

const stampDir = join(root, '.cache', 'stamps');

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name));
}

/** Hash of names, sizes and modification times below the given paths: quick, and enough on one machine. */
export function fingerprintOf(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** Runs `make` unless the sources are as they were when it last succeeded and its outputs exist. */
export async function whenChanged(name, { sources, outputs }, make) {
  const file = join(stampDir, name);
  const now = fingerprintOf(sources);
  const fresh = outputs.every((output) => existsSync(join(root, output)));
  if (fresh && existsSync(file) && readFileSync(file, 'utf8') === now) return false;
  await make();
  mkdirSync(stampDir, { recursive: true });
  writeFileSync(file, now);
  return true;
}

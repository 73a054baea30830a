/** Finds installed npm packages on disk. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const requireHere = createRequire(import.meta.url);

/** Looks through the folders Node would, because a package need not publish its data files through `exports`. */
export function packageFolder(name: string): string {
  const folder = requireHere.resolve
    .paths(name)
    ?.map((root) => join(root, name))
    .find((candidate) => existsSync(join(candidate, 'package.json')));
  if (!folder)
    throw new Error(`The package ${name} is not installed; run "npm install" with development packages.`);
  return folder;
}

export const packageVersion = (name: string): string =>
  JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')).version;

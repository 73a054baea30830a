/** Where the built parts lie: found from the nearest package.json upwards, so that sources and bundle agree. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoomError } from '../kernel/index.ts';

export interface Places {
  readonly root: string;
  readonly models: string;
  readonly rules: string;
  readonly pages: string;
  readonly people: string;
  readonly version: string;
}

export function findPlaces(from = fileURLToPath(import.meta.url)): Places {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
      return placesAt(folder, version);
    }
    if (dirname(folder) === folder)
      throw new RoomError('INTERNAL', 'The folder of the program was not found.');
  }
}

const placesAt = (root: string, version: string): Places => ({
  root,
  models: join(root, 'dist/models'),
  rules: join(root, 'dist/rules'),
  pages: join(root, 'dist/web'),
  people: join(root, 'assets/people'),
  version,
});

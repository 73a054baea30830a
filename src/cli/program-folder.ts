/** Where the program lies: the folder of the nearest package.json, so that sources and bundle agree. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoomError } from '../kernel/index.ts';

export function inProgram(path: string, from = fileURLToPath(import.meta.url)): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, path);
    if (dirname(folder) === folder)
      throw new RoomError('INTERNAL', 'The folder of the program was not found.');
  }
}

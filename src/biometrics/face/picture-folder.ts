/** A collection of pictures for measuring: `DIR/person/picture.jpg`. */
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';

export interface PersonPictures {
  readonly person: string;
  readonly paths: readonly string[];
}

const EXTENSIONS = ['.jpg', '.jpeg', '.png', '.webp', '.tif', '.tiff', '.bmp', '.pgm', '.ppm'];

/** People and their pictures by name, so that two runs see the same order. @throws RoomError NOT_FOUND */
export async function listPictures(folder: string): Promise<PersonPictures[]> {
  const people: PersonPictures[] = [];
  for (const person of await entriesOf(folder, 'folders')) {
    const files = await entriesOf(join(folder, person), 'files');
    const paths = files.filter((file) => EXTENSIONS.includes(extname(file).toLowerCase()));
    if (paths.length > 0) people.push({ person, paths: paths.map((file) => join(folder, person, file)) });
  }
  if (people.length > 0) return people;
  throw new RoomError(
    'NOT_FOUND',
    `${folder} holds no pictures; expected are folders, one a person, with pictures in them.`,
    {
      value: folder,
    },
  );
}

async function entriesOf(folder: string, kind: 'files' | 'folders'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new RoomError('NOT_FOUND', `The folder ${folder} cannot be read.`, { value: folder }, cause);
  });
  return entries
    .filter((entry) => (kind === 'files' ? entry.isFile() : entry.isDirectory()))
    .map(({ name }) => name)
    .sort();
}

/**
 * At most this many pictures, so that comparing all of them with each other stays within minutes: every person keeps
 * some, taken evenly from the list.
 */
export function thinOut(people: readonly PersonPictures[], picturesMax: number): PersonPictures[] {
  const count = people.reduce((sum, { paths }) => sum + paths.length, 0);
  if (count <= picturesMax) return [...people];
  const share = picturesMax / count;
  return people.slice(0, picturesMax).map(({ person, paths }) => {
    const kept = Math.max(1, Math.floor(paths.length * share));
    return {
      person,
      paths: Array.from({ length: kept }, (_, i) => paths[Math.floor((i * paths.length) / kept)]!),
    };
  });
}

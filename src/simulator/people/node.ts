/** The pictured people from their files. Needs Node; everything else of the synthetic people is pure. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GreyImage, RoomError } from '../../kernel/index.ts';
import type { Portrait } from './face/develop.ts';
import type { PicturedView } from './face/pictured-views.ts';
import { decodeMaster, decodePortrait } from './picture-files.ts';
import { type Finger, type PicturedPerson, parseRoster } from './roster.ts';

export { encodeMaster, encodePortrait } from './picture-files.ts';

export interface People {
  readonly roster: readonly PicturedPerson[];
  /** The decoded picture; an id that is not in the roster is an error NOT_FOUND. */
  picture(id: string, view: PicturedView): Promise<Portrait>;
  /** A finger to make impressions from. */
  master(id: string, finger: Finger): Promise<GreyImage>;
  /** Where the picture lies, for whoever wants the file itself. */
  picturePath(id: string, view: PicturedView): string;
}

/** Decoded pictures kept, 0.6 MB each. */
const PICTURES_MAX = 48;
const MASTERS_MAX = 80;

/** Reads `people.json` of the folder; pictures are decoded when asked for, the latest are kept. */
export async function loadPeople(assetsFolder: string): Promise<People> {
  const roster = parseRoster(JSON.parse(await readFile(join(assetsFolder, 'people.json'), 'utf8')));
  const known = new Set(roster.map(({ id }) => id));
  const path = (id: string, name: string) => {
    if (!known.has(id))
      throw new RoomError('NOT_FOUND', 'There is no pictured person with this id.', {
        field: 'id',
        value: id,
      });
    return join(assetsFolder, id, name);
  };
  const picturePath = (id: string, view: PicturedView) => path(id, `face-${view}.webp`);
  const pictures = keepLatest(PICTURES_MAX, decodePortrait);
  const masters = keepLatest(MASTERS_MAX, decodeMaster);
  return {
    roster,
    picturePath,
    picture: async (id, view) => pictures(picturePath(id, view)),
    master: async (id, finger) => masters(path(id, `finger-${finger}.png`)),
  };
}

/** Remembers the latest results; two asking at once wait for the same one; a failure is not remembered. */
function keepLatest<T>(max: number, make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const found = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.get(key) === found && kept.delete(key));
    const oldest = kept.keys().next();
    if (kept.size > max && !oldest.done) kept.delete(oldest.value);
    return found;
  };
}

/** A collection of fingerprints: files named `finger_impression.ext`, in one folder. */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';

export interface FingerFile {
  readonly finger: string;
  readonly impression: string;
  readonly path: string;
}

const EXTENSIONS = ['.png', '.tif', '.tiff', '.bmp', '.pgm', '.ppm', '.jpg', '.jpeg', '.webp', '.raw'];

/** The finger is what stands before the last underscore; undefined for names that are no picture of a finger. */
export function parseFingerName(name: string): Omit<FingerFile, 'path'> | undefined {
  const extension = extname(name);
  if (!EXTENSIONS.includes(extension.toLowerCase())) return undefined;
  const stem = name.slice(0, -extension.length);
  const at = stem.lastIndexOf('_');
  if (at < 1 || at === stem.length - 1) return undefined;
  return { finger: stem.slice(0, at), impression: stem.slice(at + 1) };
}

/** Sorted by finger, then impression, numbers as numbers. @throws RoomError NOT_FOUND, FIELD_INVALID */
export function listFingers(folder: string): readonly FingerFile[] {
  const files = namesIn(folder).flatMap((name) => {
    const parsed = parseFingerName(name);
    return parsed ? [{ ...parsed, path: join(folder, name) }] : [];
  });
  if (files.length === 0)
    throw new RoomError(
      'NOT_FOUND',
      `${folder} holds no fingerprints; expected are pictures named finger_impression.ext, such as 101_1.png.`,
      { value: folder },
    );
  assertPairs(folder, files);
  return files.sort((a, b) => order(a.finger, b.finger) || order(a.impression, b.impression));
}

const order = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch (cause) {
    throw new RoomError('NOT_FOUND', `The folder ${folder} cannot be read.`, { value: folder }, cause);
  }
}

function assertPairs(folder: string, files: readonly FingerFile[]): void {
  const fingers = new Set(files.map(({ finger }) => finger)).size;
  if (fingers === files.length)
    throw tooFew(folder, `${files.length} fingers with one impression each`, 'two impressions of one finger');
  if (fingers < 2) throw tooFew(folder, 'one finger only', 'two different fingers');
}

const tooFew = (folder: string, found: string, needed: string): RoomError =>
  new RoomError('FIELD_INVALID', `${folder} holds ${found}; a measurement needs at least ${needed}.`, {
    field: 'DIR',
    value: found,
    expected: needed,
  });

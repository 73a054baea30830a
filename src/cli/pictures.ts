/** Picture files named on the command line. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { PictureFile } from '../host/index.ts';
import { fieldInvalid, RoomError } from '../kernel/index.ts';

/** Larger than any camera's picture that the engines read. */
const FILE_BYTES_MAX = 60 * 1024 * 1024;

export function readPicture(path: string, field: string): PictureFile {
  const { size, directory } = sizeOf(path, field);
  if (directory) throw fieldInvalid(field, path, 'a picture file, not a folder');
  if (size > FILE_BYTES_MAX) {
    throw new RoomError(
      'IMAGE_TOO_LARGE',
      `${path} has ${Math.round(size / 1048576)} MiB; at most 60 are read.`,
      { field },
    );
  }
  return { name: basename(path), data: readFileSync(path).toString('base64') };
}

function sizeOf(path: string, field: string) {
  try {
    const stat = statSync(path);
    return { size: stat.size, directory: stat.isDirectory() };
  } catch {
    throw new RoomError('NOT_FOUND', `There is no file ${path}.`, { field });
  }
}

/** `right-index=f1.png,f2.png` → position and pictures. */
export function readFinger(text: string) {
  const [position, files] = text.split(/=(.*)/s);
  if (!position || !files) {
    throw fieldInvalid('--finger', text, 'a finger and its pictures, such as right-index=f1.png,f2.png');
  }
  return { position, pictures: files.split(',').map((path) => readPicture(path, '--finger')) };
}

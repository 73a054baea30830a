/** A picture file for the tools that measure: bytes, or a sentence why not. */
import { readFileSync, statSync } from 'node:fs';
import { RoomError } from '../../kernel/index.ts';

/** Larger than any picture that the engines read. */
const FILE_BYTES_MAX = 60 * 1024 * 1024;

/** @throws RoomError NOT_FOUND, IMAGE_TOO_LARGE */
export function readBytes(path: string): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new RoomError('NOT_FOUND', `There is no file ${path}.`, { value: path });
  if (found.size > FILE_BYTES_MAX)
    throw new RoomError('IMAGE_TOO_LARGE', `${path} has more than 60 MiB.`, { value: path });
  return readFileSync(path);
}

/** Messages about a picture name the file. */
export async function naming<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RoomError && error.code.startsWith('IMAGE_'))
      throw new RoomError(error.code, `${path}: ${error.message}`, error.facts, error);
    throw error;
  }
}

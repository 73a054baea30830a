/** Files that the commands about the law read and write: bounded, and never one over another. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fieldInvalid, RoomError } from '../../kernel/index.ts';

const TEXT_BYTES_MAX = 32 * 1024 * 1024;

/** @throws RoomError NOT_FOUND when it is missing, FIELD_INVALID when it is too large */
export function readTextFile(path: string, field: string): string {
  if (!existsSync(path)) throw new RoomError('NOT_FOUND', `There is no file ${path}.`, { field });
  const { size } = statSync(path);
  if (size > TEXT_BYTES_MAX)
    throw fieldInvalid(field, `${size} bytes`, `a file of at most ${TEXT_BYTES_MAX} bytes`);
  return readFileSync(path, 'utf8');
}

/** @throws RoomError FIELD_INVALID for a text that is no JSON; what the text says stays out of the message */
export function readJson(text: string, path: string, field: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw fieldInvalid(field, path, 'a file of JSON');
  }
}

/** @throws RoomError ALREADY_EXISTS for a file that is there: keys and decisions are never written over */
export function writeNewFile(path: string, text: string, mode = 0o644): void {
  if (existsSync(path)) throw new RoomError('ALREADY_EXISTS', `${path} is there already.`, { value: path });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx', mode });
}

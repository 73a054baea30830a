/** The files that the tools write. */
import { writeFileSync } from 'node:fs';
import { RoomError } from '../../kernel/index.ts';

/** @throws RoomError NOT_FOUND when the folder is missing or may not be written to */
export function writeOut(path: string, content: string | Uint8Array, option: string): void {
  try {
    writeFileSync(path, content);
  } catch (cause) {
    throw new RoomError(
      'NOT_FOUND',
      `${path} cannot be written: its folder is missing or closed to you.`,
      { field: option },
      cause,
    );
  }
}

/** The house's key towards push services. Browsers subscribe with it, so that a new one would lose them all. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';
import { makePushKeys, type PushKeys } from '../../notices/index.ts';

const FILE = 'vapid.json';

/** Throws KEYS_MISSING when the file is there and cannot be read. */
export async function openPushKeys(folder: string): Promise<PushKeys> {
  const file = join(folder, FILE);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return read(text, file);
  const keys = makePushKeys();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Written beside and renamed: a process that is killed leaves no half of a key.
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return keys;
}

function read(text: string, file: string): PushKeys {
  try {
    const { publicKey, privateKey } = JSON.parse(text) as Partial<PushKeys>;
    if (typeof publicKey === 'string' && typeof privateKey === 'string') return { publicKey, privateKey };
  } catch {
    // Told below, together with a file that holds something else.
  }
  throw new RoomError(
    'KEYS_MISSING',
    `${file} holds no push key. Put the right one back; nothing was changed.`,
  );
}

/** Private keys on disk: one file each, the private part wrapped by the house's key-encryption key. */
import { chmod, mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RoomError } from '../../../kernel/index.ts';

/** Wraps and unwraps private keys; the house's key provider is one. `context` binds a wrapped key to what it is for. */
export interface KeyWrapper {
  wrap(key: Uint8Array, context: string): Promise<{ readonly kekId: string; readonly bytes: Uint8Array }>;
  unwrap(
    wrapped: { readonly kekId: string; readonly bytes: Uint8Array },
    context: string,
  ): Promise<Uint8Array>;
}

/** `anchor` signs key lists, `credential` signs credentials, `document` seals PDF files. */
export const KEY_USES = ['anchor', 'credential', 'document'] as const;
export type KeyUse = (typeof KEY_USES)[number];

export interface KeyFile {
  readonly version: 1;
  readonly kid: string;
  readonly use: KeyUse;
  /** Counts the keys of a folder from 1; the newest has the highest. */
  readonly serial: number;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until?: number;
  readonly revoked: boolean;
  readonly kekId: string;
  /** PKCS #8, wrapped; base64. */
  readonly wrapped: string;
  /** Of a document key: its certificate and how signatures name it; base64. */
  readonly certificate?: string;
  readonly issuerAndSerial?: string;
}

const NAME = /^issuer-([0-9a-f]{16})\.json$/;
const fileOf = (folder: string, kid: string) => join(folder, `issuer-${kid}.json`);

/** The files of a folder, the oldest key first; none when the folder is not there. */
export async function readKeyFiles(folder: string): Promise<KeyFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => NAME.test(name));
  const files = await Promise.all(names.map((name) => readKeyFile(join(folder, name))));
  return files.sort((a, b) => a.serial - b.serial);
}

async function readKeyFile(path: string): Promise<KeyFile> {
  if (((await stat(path)).mode & 0o077) !== 0) {
    const text = `${path} can be opened by other users of this machine. Run: chmod go= ${path}`;
    throw new RoomError('CONFIG_INVALID', text, { field: 'KOUAN_KEYS' });
  }
  const file = parse(await readFile(path, 'utf8'));
  if (file) return file;
  const text = `${path} is damaged. Bring it back from the backup of the keys.`;
  throw new RoomError('KEYS_MISSING', text, { field: 'KOUAN_KEYS' });
}

function parse(text: string): KeyFile | undefined {
  try {
    const file: unknown = JSON.parse(text);
    return isKeyFile(file) ? file : undefined;
  } catch {
    return undefined;
  }
}

const isKeyFile = (file: unknown): file is KeyFile =>
  typeof file === 'object' &&
  file !== null &&
  'version' in file &&
  file.version === 1 &&
  'use' in file &&
  KEY_USES.some((use) => use === file.use) &&
  'wrapped' in file &&
  typeof file.wrapped === 'string';

/** After a power cut either the old file is there or the whole new one. */
export async function writeKeyFile(folder: string, file: KeyFile): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = fileOf(folder, file.kid);
  const beside = `${path}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(file));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, path);
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

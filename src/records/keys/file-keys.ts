/** Keys in a folder of their own, apart from the data: for one port without a key service. */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';
import { syncFolder, writeDurably } from '../postgres/write-durably.ts';
import type { KeyProvider, WrappedKey } from './key-provider.ts';
import { newKey, seal, unseal } from './seal.ts';

const KEY_FILE = /^kek-(\d{4,})\.key$/;
const INDEX_FILE = 'index.key';
const KEY_BYTES = 32;

export interface FileKeysOptions {
  /** KOUAN_KEYS */
  readonly folder: string;
  /** Whether a folder without keys gets new ones; production says no. */
  readonly makeIfAbsent: boolean;
}

/** `made` says that the keys are new. Throws KEYS_MISSING or CONFIG_INVALID. */
export async function openFileKeys(options: FileKeysOptions): Promise<KeyProvider & { made: boolean }> {
  const { folder } = options;
  const names: string[] = await readdir(folder).catch(() => []);
  const made = !names.some((name) => KEY_FILE.test(name));
  if (made) {
    if (!options.makeIfAbsent || names.includes(INDEX_FILE)) throw keysMissing(folder);
    await makeKeys(folder);
  }
  await refuseForeignEyes(folder);
  const keks = await readKeks(folder);
  const index = await readKey(join(folder, INDEX_FILE));
  return { ...provider(folder, keks, index), made };
}

async function makeKeys(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(join(folder, INDEX_FILE), newKey());
  await writeDurably(join(folder, fileOf('0001')), newKey());
}

const fileOf = (kekId: string) => `kek-${kekId}.key`;

async function readKeks(folder: string): Promise<Map<string, Uint8Array>> {
  const ids = (await readdir(folder)).flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).sort();
  const entries = ids.map(async (id) => [id, await readKey(join(folder, fileOf(id)))] as const);
  return new Map(await Promise.all(entries));
}

async function readKey(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes?.length === KEY_BYTES) return bytes;
  const text = `The key file ${path} is not there or has not ${KEY_BYTES} bytes. Bring the keys back from their backup.`;
  throw new RoomError('KEYS_MISSING', text, { field: 'KOUAN_KEYS' });
}

async function refuseForeignEyes(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.key'));
  for (const path of [folder, ...names.map((name) => join(folder, name))]) {
    if (((await stat(path)).mode & 0o077) === 0) continue;
    const text = `${path} can be opened by other users of this machine. Run: chmod -R go= ${folder}`;
    throw new RoomError('CONFIG_INVALID', text, { field: 'KOUAN_KEYS' });
  }
}

function keysMissing(folder: string): RoomError {
  const text = `There is no key-encryption key in ${folder}. Set KOUAN_KEYS to the folder that holds it.`;
  return new RoomError('KEYS_MISSING', text, { field: 'KOUAN_KEYS' });
}

function provider(folder: string, keks: Map<string, Uint8Array>, index: Uint8Array): KeyProvider {
  const current = () => [...keks.keys()].sort().at(-1) ?? '';
  const kek = (id: string): Uint8Array => {
    const key = keks.get(id);
    if (key) return key;
    const text = `The key-encryption key ${id} is not in ${folder}; what it wraps cannot be read.`;
    throw new RoomError('KEYS_MISSING', text, { field: 'KOUAN_KEYS', value: id });
  };
  return {
    currentKeyId: current,
    async wrap(key, context) {
      const kekId = current();
      return { kekId, bytes: seal(kek(kekId), key, { record: 'key', kekId, context }) };
    },
    async unwrap({ kekId, bytes }: WrappedKey, context) {
      return unseal(kek(kekId), bytes, { record: 'key', kekId, context });
    },
    async rotate() {
      const id = String(Number(current()) + 1).padStart(4, '0');
      const key = newKey();
      await writeDurably(join(folder, fileOf(id)), key);
      keks.set(id, key);
      return id;
    },
    async retire(kekId) {
      if (kekId === current())
        throw new RoomError('STORE_CONFLICT', 'The current key cannot be retired; rotate first.');
      kek(kekId).fill(0);
      keks.delete(kekId);
      await rm(join(folder, fileOf(kekId)), { force: true });
      await syncFolder(folder);
    },
    indexKey: () => index,
  };
}

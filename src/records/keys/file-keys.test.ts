import { chmod, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blindIndex } from './blind-index.ts';
import { openFileKeys } from './file-keys.ts';
import { newKey } from './seal.ts';

let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kouan-keys-'));
  folder = join(home, 'keys');
});
afterEach(() => rm(home, { recursive: true, force: true }));

describe('file keys', () => {
  it('are made once, for nobody else to read, and said to be new', async () => {
    expect((await openFileKeys({ folder, makeIfAbsent: true })).made).toBe(true);
    expect((await openFileKeys({ folder, makeIfAbsent: true })).made).toBe(false);
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('are not made in production: KEYS_MISSING names KOUAN_KEYS', async () => {
    const attempt = openFileKeys({ folder, makeIfAbsent: false });
    await expect(attempt).rejects.toMatchObject({ code: 'KEYS_MISSING', facts: { field: 'KOUAN_KEYS' } });
  });

  it('are not made anew when some of them are gone', async () => {
    await openFileKeys({ folder, makeIfAbsent: true });
    await rm(join(folder, 'kek-0001.key'));
    await expect(openFileKeys({ folder, makeIfAbsent: true })).rejects.toMatchObject({
      code: 'KEYS_MISSING',
    });
  });

  it('are refused when half of one is missing or others may read them', async () => {
    await openFileKeys({ folder, makeIfAbsent: true });
    await chmod(join(folder, 'index.key'), 0o640);
    await expect(openFileKeys({ folder, makeIfAbsent: true })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    });
    await chmod(join(folder, 'index.key'), 0o600);
    await truncate(join(folder, 'index.key'), 16);
    await expect(openFileKeys({ folder, makeIfAbsent: true })).rejects.toMatchObject({
      code: 'KEYS_MISSING',
    });
  });

  it('R17 open what an older key wrapped after rotation and a restart, and not after it is retired', async () => {
    const keys = await openFileKeys({ folder, makeIfAbsent: true });
    const key = newKey();
    const old = await keys.wrap(key, 'T-1/face');
    expect(await keys.rotate()).toBe('0002');
    expect((await keys.wrap(key, 'T-1/face')).kekId).toBe('0002');
    const again = await openFileKeys({ folder, makeIfAbsent: false });
    expect(Buffer.from(await again.unwrap(old, 'T-1/face')).equals(key)).toBe(true);
    await again.retire('0001');
    await expect(again.unwrap(old, 'T-1/face')).rejects.toMatchObject({ code: 'KEYS_MISSING' });
    await expect(again.retire('0002')).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
  });

  it('do not unwrap one person’s key for another', async () => {
    const keys = await openFileKeys({ folder, makeIfAbsent: true });
    const wrapped = await keys.wrap(newKey(), 'T-1/face');
    await expect(keys.unwrap(wrapped, 'T-2/face')).rejects.toMatchObject({ code: 'TEMPLATE_TAMPERED' });
  });
});

describe('blind index', () => {
  it('is the same for one number however it is written, another for another number, field or key', () => {
    const key = newKey();
    const index = blindIndex(key, 'document-number', 'A123456(7)');
    for (const written of ['a1234567', 'Ａ１２３４５６（７）', ' A 123-4567 ']) {
      expect(blindIndex(key, 'document-number', written).equals(index)).toBe(true);
    }
    expect(blindIndex(key, 'document-number', 'A1234568').equals(index)).toBe(false);
    expect(blindIndex(key, 'phone', 'A1234567').equals(index)).toBe(false);
    expect(blindIndex(newKey(), 'document-number', 'A1234567').equals(index)).toBe(false);
  });
});

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openPushKeys } from './push-keys.ts';

const scratch = mkdtempSync(join(tmpdir(), 'kouan-push-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('makes the key towards push services once, for the owner of the folder alone', async () => {
  const folder = join(scratch, 'made');
  const first = await openPushKeys(folder);
  expect(await openPushKeys(folder)).toEqual(first);
  expect(statSync(join(folder, 'vapid.json')).mode & 0o077).toBe(0);
});

it.each(['', '{', '{"publicKey":"x"}'])('never makes a new one over a damaged file: %s', async (text) => {
  writeFileSync(join(scratch, 'vapid.json'), text);
  await expect(openPushKeys(scratch)).rejects.toMatchObject({ code: 'KEYS_MISSING' });
});

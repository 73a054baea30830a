/** The random password of the embedded Postgres: loopback is open to every user of the machine. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeDurably } from './write-durably.ts';

export async function readSecret(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim() || undefined;
}

export async function ensureSecret(path: string): Promise<string> {
  const known = await readSecret(path);
  if (known) return known;
  const secret = randomBytes(24).toString('base64url');
  await writeDurably(path, `${secret}\n`);
  return secret;
}

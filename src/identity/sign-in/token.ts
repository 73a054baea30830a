/** Bearer tokens: unguessable outside, known inside by their hash only. */
import { createHash } from 'node:crypto';
import type { FillRandom } from '../../kernel/index.ts';

const TOKEN_BYTES = 32;
const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, base64url. */
export function newToken(fill: FillRandom): string {
  const bytes = new Uint8Array(TOKEN_BYTES);
  fill(bytes);
  return Buffer.from(bytes).toString('base64url');
}

/** SHA-256 in hex: enough for a token that nobody can guess, and comparing hashes tells nothing by its time. */
export const hashToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

export const isToken = (value: unknown): value is string =>
  typeof value === 'string' && TOKEN_FORM.test(value);

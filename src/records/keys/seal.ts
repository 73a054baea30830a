/** Authenticated encryption of one record: AES-256-GCM (NIST SP 800-38D), bound to what it belongs to (R16). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalJson, RoomError } from '../../kernel/index.ts';

/** A sealed record is `version 1 | nonce 12 | tag 16 | ciphertext`, in bytes. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;
const KEY_BYTES = 32;

/** What a sealed record is bound to; it opens only with the very same fields. */
export type SealContext = Readonly<Record<string, string>>;

export const newKey = (): Uint8Array => randomBytes(KEY_BYTES);

export function seal(key: Uint8Array, plain: Uint8Array, context: SealContext): Buffer {
  // Nonces come from the platform's generator always: a seeded one would repeat, and a repeated nonce gives the key away.
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associatedData(context));
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** Throws TEMPLATE_TAMPERED when one bit of record, key or context is not what was sealed. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: SealContext): Buffer {
  if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) throw tampered(context);
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(context));
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  const plain = decipher.update(sealed.subarray(HEAD_BYTES));
  try {
    decipher.final();
  } catch {
    plain.fill(0);
    throw tampered(context);
  }
  return plain;
}

/** Seals a value as canonical JSON. */
export const sealJson = (key: Uint8Array, value: unknown, context: SealContext): Buffer =>
  seal(key, Buffer.from(canonicalJson(value), 'utf8'), context);

/** The value as it was sealed; what cannot be forged needs no second check of its form. */
export const unsealJson = <T>(key: Uint8Array, sealed: Uint8Array, context: SealContext): T =>
  JSON.parse(unseal(key, sealed, context).toString('utf8')) as T;

const associatedData = (context: SealContext): Buffer => Buffer.from(canonicalJson(context), 'utf8');

function tampered(context: SealContext): RoomError {
  const text =
    'A sealed record was changed, moved to another person, or sealed with another key. It is not used.';
  return new RoomError('TEMPLATE_TAMPERED', text, { record: context.record });
}

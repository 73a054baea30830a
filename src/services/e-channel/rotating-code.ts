/**
 * The code of the first gate (F-06): it changes every half minute, says nothing to whoever photographs it, and opens a gate once.
 * A code is `KC1:` and, in hexadecimal, a nonce of 12 bytes with an AES-256-GCM box of `<step>.<registration>`. The nonce is an HMAC
 * of what is boxed (as in RFC 8452), so that one step has one code, and no nonce serves two different texts.
 */
import { type Instant, instantOf } from '../../kernel/index.ts';

const ROTATES_MS = 30_000;
/** A phone and a gate may disagree on the time by this many steps, either way. */
const STEPS_OFF_MAX = 1;
const MARK = 'KC1:';
const NONCE_BYTES = 12;
const SECRET_BYTES_MIN = 32;
const CODE_FORM = /^KC1:(?:[0-9A-F]{2}){29,120}$/;

export interface RotatingCode {
  readonly text: string;
  /** When the next one is due. */
  readonly refreshAt: Instant;
}

/** What a gate has let through. */
export interface SeenCodes {
  /** True for the first time only; may be forgotten after `until`. */
  use(code: string, until: Instant, at: Instant): Promise<boolean>;
}

export type CodeCheck =
  | { readonly outcome: 'valid'; readonly registration: string }
  | { readonly outcome: 'rejected'; readonly because: 'not-genuine' | 'too-old' | 'too-early' | 'used' };

const stepOf = (at: Instant): number => Math.floor(at / ROTATES_MS);
const stepBegins = (step: number): Instant => instantOf(step * ROTATES_MS);

/** `secret`: at least 32 bytes that only the issuer and the gates hold. */
export async function makeCode(secret: Uint8Array, registration: string, at: Instant): Promise<RotatingCode> {
  const step = stepOf(at);
  const keys = await deriveKeys(secret);
  const plain = new TextEncoder().encode(`${step}.${registration}`);
  const nonce = new Uint8Array(await crypto.subtle.sign('HMAC', keys.nonce, plain)).slice(0, NONCE_BYTES);
  const box = await crypto.subtle.encrypt(gcm(nonce), keys.box, plain);
  return { text: MARK + hexOf(nonce) + hexOf(new Uint8Array(box)), refreshAt: stepBegins(step + 1) };
}

/** At the gate, by the gate's own clock. Only a code that is good in every other way is marked as used. */
export async function checkCode(
  secret: Uint8Array,
  text: string,
  at: Instant,
  seen: SeenCodes,
): Promise<CodeCheck> {
  const plain = await openCode(secret, text);
  const [, step = '', registration = ''] = /^(\d{1,12})\.(.+)$/.exec(plain ?? '') ?? [];
  if (registration === '') return { outcome: 'rejected', because: 'not-genuine' };
  const off = stepOf(at) - Number(step);
  if (off > STEPS_OFF_MAX) return { outcome: 'rejected', because: 'too-old' };
  if (off < -STEPS_OFF_MAX) return { outcome: 'rejected', because: 'too-early' };
  const until = stepBegins(Number(step) + STEPS_OFF_MAX + 1);
  return (await seen.use(`${step}.${registration}`, until, at))
    ? { outcome: 'valid', registration }
    : { outcome: 'rejected', because: 'used' };
}

async function openCode(secret: Uint8Array, text: string): Promise<string | undefined> {
  if (!CODE_FORM.test(text)) return undefined;
  const bytes = bytesOf(text.slice(MARK.length));
  const keys = await deriveKeys(secret);
  try {
    const box = bytes.slice(NONCE_BYTES);
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(gcm(bytes.slice(0, NONCE_BYTES)), keys.box, box),
    );
  } catch {
    // The box was made with another key, or was changed on the way: both are no code of ours.
    return undefined;
  }
}

const gcm = (iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv });

async function deriveKeys(secret: Uint8Array): Promise<{ box: CryptoKey; nonce: CryptoKey }> {
  if (secret.length < SECRET_BYTES_MIN) throw new RangeError(`secret: at least ${SECRET_BYTES_MIN} bytes.`);
  const base = await crypto.subtle.importKey('raw', Uint8Array.from(secret), 'HKDF', false, ['deriveKey']);
  const from = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`kouan/e-channel/${info}`),
  });
  const [box, nonce] = await Promise.all([
    crypto.subtle.deriveKey(from('box'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(from('nonce'), base, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return { box, nonce };
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );

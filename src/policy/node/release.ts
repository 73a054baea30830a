/**
 * A release: the law of one day as its authority issued it, named by the SHA-256 of its canonical content and signed with
 * Ed25519 (RFC 8032). Ed25519 signs without chance, so that the same law and key give the same file, byte for byte.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, RoomError } from '../../kernel/index.ts';
import type { RulesBundle, RulesContent } from '../bundle.ts';

/** Releases and content are versioned apart: a reader knows before it reads whether it can. */
const RELEASE_FORMAT = 1;
const CONTENT_FORMATS: readonly number[] = [1];

/** A law of a thousand questions is smaller; what is larger is no release. */
const RELEASE_LENGTH_MAX = 32 * 1024 * 1024;

export interface NamedRelease {
  /** `sha256-<hex>.release.json` */
  readonly file: string;
  readonly text: string;
}

const envelope = z.strictObject({
  release: z.literal(RELEASE_FORMAT),
  rules: z.string().regex(/^sha256-[0-9a-f]{64}$/),
  /** The public key, raw, base64url: 32 bytes. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** base64url: 64 bytes. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  content: z.custom<RulesContent>((value) => typeof value === 'object' && value !== null),
});

export function nameRules(content: RulesContent): string {
  return `sha256-${createHash('sha256').update(canonicalJson(content)).digest('hex')}`;
}

export const releaseFile = (rules: string): string => `${rules}.release.json`;

/** What is signed: nothing else that this key may ever sign has the same beginning. */
const signedBytes = (rules: string): Buffer =>
  Buffer.from(`kouan rules release ${RELEASE_FORMAT}\n${rules}\n`);

const rawKey = (key: KeyObject): string => String(key.export({ format: 'jwk' }).x);

/** @throws RoomError FIELD_INVALID when the text is no Ed25519 key in PEM */
function readKey(pem: string, make: (pem: string) => KeyObject, field: string): KeyObject {
  const wrong = () => new RoomError('FIELD_INVALID', `${field} is no Ed25519 key in PEM.`, { field });
  let key: KeyObject;
  try {
    key = make(pem);
  } catch {
    throw wrong();
  }
  if (key.asymmetricKeyType !== 'ed25519') throw wrong();
  return key;
}

export const readSigningKey = (pem: string): KeyObject => readKey(pem, createPrivateKey, 'The signing key');
export const readTrustedKey = (pem: string): KeyObject => readKey(pem, createPublicKey, 'The trusted key');

/** Signs a bundle. */
export function makeRelease({ rules, content }: RulesBundle, signingKey: KeyObject): NamedRelease {
  const signature = sign(null, signedBytes(rules), signingKey).toString('base64url');
  const key = rawKey(createPublicKey(signingKey));
  const text = canonicalJson({ release: RELEASE_FORMAT, rules, key, signature, content });
  return { file: releaseFile(rules), text };
}

type ReleaseProblem = 'format' | 'hash' | 'name' | 'signature' | 'untrusted';

const refused = (problem: ReleaseProblem, message: string) =>
  new RoomError('RULES_INVALID', message, { problem });

function readEnvelope(file: string, text: string): z.infer<typeof envelope> {
  if (text.length > RELEASE_LENGTH_MAX) {
    throw refused('format', `${file} is larger than ${RELEASE_LENGTH_MAX} characters.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused('format', `${file} is no JSON, so no release of the rules.`);
  }
  const read = envelope.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refused(
      'format',
      `${file} is no release of format ${RELEASE_FORMAT}: ${issue?.path.join('.')} ${issue?.message}.`,
    );
  }
  return read.data;
}

/**
 * Reads a release back. The signature must be that of the key inside; where keys are trusted, the key must be one of them.
 *
 * @throws RoomError RULES_INVALID with `facts.problem`: `format`, `hash` (another content than it names), `name` (another file
 *   name than its hash), `signature`, `untrusted`
 */
export function openRelease(file: string, text: string, trusted?: readonly KeyObject[]): RulesBundle {
  const { rules, key, signature, content } = readEnvelope(file, text);
  if (!CONTENT_FORMATS.includes(content.format)) {
    throw refused(
      'format',
      `${file} holds rules of format ${String(content.format)}; known: ${CONTENT_FORMATS.join(', ')}.`,
    );
  }
  const held = nameRules(content);
  if (held !== rules)
    throw refused('hash', `${file} says that it holds ${rules}, but it holds ${held}: it was changed.`);
  const name = file.replace(/^.*[\\/]/, '');
  if (name !== releaseFile(rules))
    throw refused('name', `${file} holds ${rules}; name it ${releaseFile(rules)}.`);
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
  if (!verify(null, signedBytes(rules), publicKey, Buffer.from(signature, 'base64url'))) {
    throw refused('signature', `${file} is not signed by the key that it names.`);
  }
  if (trusted && !trusted.some((one) => rawKey(one) === key)) {
    throw refused('untrusted', `${file} is signed by ${key}, which is not a trusted key.`);
  }
  return { rules, content };
}

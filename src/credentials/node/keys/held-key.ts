/** One private key in memory, with what its file tells of it. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Instant, Millis } from '../../../kernel/index.ts';
import { later } from '../../../kernel/index.ts';
import { namePublicKey, type PublicKey } from '../../cose/public-key.ts';
import type { Signer } from '../../cose/signed-text.ts';
import { makeCertificate } from './certificate.ts';
import type { KeyFile, KeyUse, KeyWrapper } from './key-files.ts';

export interface HeldKey {
  readonly file: KeyFile;
  readonly publicKey: PublicKey;
  readonly secret: KeyObject;
}

/** Seals PDF documents: a certificate, and signatures by its key. */
export interface DocumentSeal {
  /** X.509, DER. */
  readonly certificate: Uint8Array;
  /** IssuerAndSerialNumber of RFC 5652, DER. */
  readonly issuerAndSerial: Uint8Array;
  /** ECDSA with SHA-256, DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

const signAsync = promisify(sign);
const contextOf = (use: KeyUse, kid: string) => `issuer/${use}/${kid}`;

async function publicKeyOf(secret: KeyObject): Promise<PublicKey> {
  const { x = '', y = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
  return namePublicKey({ x: bytes(x), y: bytes(y) });
}

export interface NewKey {
  readonly use: KeyUse;
  readonly serial: number;
  readonly from: Instant;
  /** For a document key: the name on its certificate, and how long that lasts. */
  readonly name: string;
  readonly certificateLasts: Millis;
}

export async function makeKey(wish: NewKey, wrapper: KeyWrapper): Promise<HeldKey> {
  const { privateKey: secret } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = await publicKeyOf(secret);
  const { use, serial, from } = wish;
  const plain = { version: 1, kid: publicKey.kid, use, serial, from, revoked: false } as const;
  const certified = use === 'document' ? certify(secret, wish) : {};
  const file = { ...plain, ...certified, ...(await wrapKey(secret, use, publicKey.kid, wrapper)) };
  return { file, publicKey, secret };
}

function certify(key: KeyObject, { name, from, certificateLasts }: NewKey) {
  const until = later(from, certificateLasts);
  const { certificate, issuerAndSerial } = makeCertificate({ key, name, from, until });
  return {
    until,
    certificate: certificate.toString('base64'),
    issuerAndSerial: issuerAndSerial.toString('base64'),
  };
}

export async function wrapKey(secret: KeyObject, use: KeyUse, kid: string, wrapper: KeyWrapper) {
  const plain = secret.export({ type: 'pkcs8', format: 'der' });
  const { kekId, bytes } = await wrapper.wrap(plain, contextOf(use, kid));
  plain.fill(0);
  return { kekId, wrapped: Buffer.from(bytes).toString('base64') };
}

/** Throws what the wrapper throws when the key-encryption key is gone or the file was changed. */
export async function openKey(file: KeyFile, wrapper: KeyWrapper): Promise<HeldKey> {
  const wrapped = { kekId: file.kekId, bytes: Buffer.from(file.wrapped, 'base64') };
  const plain = Buffer.from(await wrapper.unwrap(wrapped, contextOf(file.use, file.kid)));
  const secret = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' });
  plain.fill(0);
  return { file, publicKey: await publicKeyOf(secret), secret };
}

export const signerOf = ({ publicKey, secret }: HeldKey): Signer => ({
  kid: publicKey.kid,
  sign: async (bytes) =>
    new Uint8Array(await signAsync('sha256', bytes, { key: secret, dsaEncoding: 'ieee-p1363' })),
});

export const sealOf = ({ file, secret }: HeldKey): DocumentSeal => ({
  certificate: Buffer.from(file.certificate ?? '', 'base64'),
  issuerAndSerial: Buffer.from(file.issuerAndSerial ?? '', 'base64'),
  sign: (bytes) => signAsync('sha256', bytes, secret),
});

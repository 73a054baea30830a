/** Public keys of the curve P-256, and the check of a signature by Web Crypto, which browsers and Node share. */
import { RoomError } from '../../kernel/index.ts';
import { encodeCbor } from '../encoding/cbor.ts';
import { toHex } from '../encoding/hex.ts';
import { KID_BYTES } from './sign1.ts';

export const COORDINATE_BYTES = 32;

/** A point of P-256; `x` and `y` have 32 bytes each. */
export interface PublicPoint {
  readonly x: Uint8Array<ArrayBuffer>;
  readonly y: Uint8Array<ArrayBuffer>;
}

export interface PublicKey extends PublicPoint {
  /** The first 8 bytes of the key's COSE thumbprint (RFC 9679), as 16 hexadecimal digits. */
  readonly kid: string;
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SCHEME = { name: 'ECDSA', hash: 'SHA-256' } as const;

const imported = new WeakMap<PublicPoint, Promise<CryptoKey | undefined>>();

/** Browsers have it over https and on the same computer only. */
export function webCrypto(): SubtleCrypto {
  const found: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (found) return found;
  throw new RoomError('CONFIG_INVALID', 'Signatures can be checked only over https or on this computer.');
}

/** SHA-256 of the required members of the COSE key in deterministic form (RFC 9679, 3). */
export async function thumbprint({ x, y }: PublicPoint): Promise<Uint8Array<ArrayBuffer>> {
  const members = new Map<number, unknown>([
    [1, 2],
    [-1, 1],
    [-2, x],
    [-3, y],
  ]);
  return new Uint8Array(await webCrypto().digest('SHA-256', encodeCbor(members)));
}

export async function namePublicKey(point: PublicPoint): Promise<PublicKey> {
  return { kid: toHex((await thumbprint(point)).subarray(0, KID_BYTES)), x: point.x, y: point.y };
}

/** False also for a key that lies on no curve and for a signature of the wrong length. */
export async function isSignedBy(
  key: PublicPoint,
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const found = imported.get(key) ?? importKey(key);
  imported.set(key, found);
  const usable = await found;
  return usable !== undefined && (await webCrypto().verify(SCHEME, usable, signature, signed));
}

function importKey({ x, y }: PublicPoint): Promise<CryptoKey | undefined> {
  const raw = new Uint8Array(1 + x.length + y.length);
  raw.set([4]);
  raw.set(x, 1);
  raw.set(y, 1 + x.length);
  return webCrypto()
    .importKey('raw', raw, CURVE, true, ['verify'])
    .catch(() => undefined);
}

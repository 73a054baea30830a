/**
 * COSE_Sign1 (RFC 9052, 4.2), tagged, with ES256 (RFC 9053) and the key's name in the protected header. The unprotected header
 * is always empty: what is not signed could be changed by anybody.
 */
import { decodeCbor, encodeCbor } from '../encoding/cbor.ts';
import { fromHex, toHex } from '../encoding/hex.ts';

const TAG_SIGN1 = 0xd2;
const HEADER_ALG = 1;
const HEADER_KID = 4;
const ES256 = -7;
export const KID_BYTES = 8;
const SIGNATURE_BYTES = 64;

export interface Sign1 {
  /** Name of the key, 16 hexadecimal digits. */
  readonly kid: string;
  readonly payload: Uint8Array<ArrayBuffer>;
  /** `r` and `s` of 32 bytes each. */
  readonly signature: Uint8Array<ArrayBuffer>;
}

const protectedHeader = (kid: string): Uint8Array<ArrayBuffer> =>
  encodeCbor(
    new Map<number, unknown>([
      [HEADER_ALG, ES256],
      [HEADER_KID, fromHex(kid)],
    ]),
  );

/** What is signed: the Sig_structure of RFC 9052, 4.4, without external data. */
export const sigStructure = (header: Uint8Array, payload: Uint8Array): Uint8Array<ArrayBuffer> =>
  encodeCbor(['Signature1', header, new Uint8Array(0), payload]);

export const bytesToSign = (kid: string, payload: Uint8Array): Uint8Array<ArrayBuffer> =>
  sigStructure(protectedHeader(kid), payload);

export function encodeSign1({ kid, payload, signature }: Sign1): Uint8Array<ArrayBuffer> {
  const body = encodeCbor([protectedHeader(kid), new Map(), payload, signature]);
  const tagged = new Uint8Array(body.length + 1);
  tagged[0] = TAG_SIGN1;
  tagged.set(body, 1);
  return tagged;
}

/** Undefined when the bytes are not what `encodeSign1` writes. The signature is not checked here. */
export function decodeSign1(bytes: Uint8Array): Sign1 | undefined {
  if (bytes[0] !== TAG_SIGN1) return undefined;
  const parts = decodeCbor(bytes.subarray(1));
  if (!Array.isArray(parts) || parts.length !== 4) return undefined;
  const [header, unprotected, payload, signature]: unknown[] = parts;
  const kid = header instanceof Uint8Array ? readKid(header) : undefined;
  if (kid === undefined || !(unprotected instanceof Map) || unprotected.size > 0) return undefined;
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return undefined;
  if (signature.length !== SIGNATURE_BYTES) return undefined;
  return { kid, payload: new Uint8Array(payload), signature: new Uint8Array(signature) };
}

function readKid(header: Uint8Array): string | undefined {
  const fields = decodeCbor(header);
  if (!(fields instanceof Map) || fields.size !== 2 || fields.get(HEADER_ALG) !== ES256) return undefined;
  const kid: unknown = fields.get(HEADER_KID);
  return kid instanceof Uint8Array && kid.length === KID_BYTES ? toHex(kid) : undefined;
}

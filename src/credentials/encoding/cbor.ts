/** CBOR in its one deterministic form (RFC 8949, 4.2.1): what can be written in two ways is refused when read. */
import { decode, encode, rfc8949EncodeOptions } from 'cborg';

const STRICT = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowBigInt: false,
  allowInfinity: false,
  allowNaN: false,
} as const;

/** A copy on an `ArrayBuffer` of its own, as Web Crypto asks for. */
export const encodeCbor = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encode(value, rfc8949EncodeOptions));

/** Maps come as `Map`. Undefined when the bytes are no CBOR, or not in the deterministic form. */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    const value: unknown = decode(bytes, STRICT);
    return sameBytes(encodeCbor(value), bytes) ? value : undefined;
  } catch {
    // The library tells damaged bytes by errors of many texts; to whoever scans they are all one.
    return undefined;
  }
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

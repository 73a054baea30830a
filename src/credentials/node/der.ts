/** Writes ASN.1 in DER (X.690): just what a certificate and a signature need. */

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  generalizedTime: 0x18,
} as const;

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const bytes = Buffer.from(length.toString(16).replace(/^(?=(..)*.$)/, '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(TAG.sequence, ...parts);
export const octets = (bytes: Uint8Array): Buffer => der(TAG.octetString, bytes);
export const utf8 = (text: string): Buffer => der(TAG.utf8, Buffer.from(text, 'utf8'));
export const isTrue = (): Buffer => der(TAG.boolean, Buffer.of(0xff));
/** `unused` counts the bits at the end of the last byte that mean nothing. */
export const bits = (bytes: Uint8Array, unused = 0): Buffer => der(TAG.bitString, Buffer.of(unused), bytes);

/** Constructed, for `[n]` of a context. */
export const context = (n: number, ...parts: readonly Uint8Array[]): Buffer => der(0xa0 | n, ...parts);

/** Elements of a set stand in the order of their bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer =>
  der(TAG.set, ...[...parts].sort(Buffer.compare));

/** A number of any length, not negative, most significant byte first. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first < 0 ? Buffer.of(0) : Buffer.from(bytes.subarray(first));
  return der(TAG.integer, short[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), short]) : short);
}

/** `1.2.840.10045.4.3.2` */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.oid, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 0x7f) | 0x80);
  return groups;
}

/** `20261122020000Z`, from milliseconds since 1970. */
export const generalizedTime = (epochMs: number): Buffer =>
  der(
    TAG.generalizedTime,
    Buffer.from(`${new Date(epochMs).toISOString().replace(/\D/g, '').slice(0, 14)}Z`),
  );

export const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256: '2.16.840.1.101.3.4.2.1',
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

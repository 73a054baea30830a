/** A detached CMS signature (RFC 5652) as PAdES baseline B asks for (ETSI EN 319 142-1): it names its certificate and tells no time. */
import { createHash } from 'node:crypto';
import { context, integer, OID, octets, oid, sequence, setOf } from '../der.ts';
import type { DocumentSeal } from '../keys/held-key.ts';

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const attribute = (name: string, value: Uint8Array): Buffer => sequence(oid(name), setOf(value));
const one = () => integer(Buffer.of(1));

export async function signCms(content: Uint8Array, seal: DocumentSeal): Promise<Buffer> {
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(sha256(content))),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(sha256(seal.certificate)))))),
  );
  const signature = await seal.sign(attributes);
  // The attributes are signed as a set and sent as [0], so that only the tag differs.
  const sent = Buffer.concat([Buffer.of(0xa0), attributes.subarray(1)]);
  const digest = sequence(oid(OID.sha256));
  const scheme = sequence(oid(OID.ecdsaWithSha256));
  const signer = sequence(one(), seal.issuerAndSerial, digest, sent, scheme, octets(signature));
  const signed = sequence(
    one(),
    setOf(digest),
    sequence(oid(OID.data)),
    context(0, seal.certificate),
    setOf(signer),
  );
  return sequence(oid(OID.signedData), context(0, signed));
}

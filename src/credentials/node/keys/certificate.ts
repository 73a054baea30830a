/** The X.509 certificate (RFC 5280) of the key that seals documents: signed by that very key, as nobody stands above it here. */
import { createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { Instant } from '../../../kernel/index.ts';
import {
  bits,
  context,
  generalizedTime,
  integer,
  isTrue,
  OID,
  octets,
  oid,
  sequence,
  setOf,
  utf8,
} from '../der.ts';

export interface CertificateWish {
  readonly key: KeyObject;
  /** What readers of a sealed document are shown. */
  readonly name: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface CertificateParts {
  readonly certificate: Buffer;
  /** Names this certificate in a signature (IssuerAndSerialNumber of RFC 5652). */
  readonly issuerAndSerial: Buffer;
}

const ECDSA = () => sequence(oid(OID.ecdsaWithSha256));
const SERIAL_BYTES = 16;
/** digitalSignature and nonRepudiation. */
const KEY_USAGE = Buffer.of(0b1100_0000);

const nameOf = (name: string): Buffer =>
  sequence(
    setOf(sequence(oid(OID.organisation), utf8(name))),
    setOf(sequence(oid(OID.commonName), utf8(`${name} (documents)`))),
  );

const extensions = (): Buffer =>
  context(
    3,
    sequence(
      sequence(oid(OID.basicConstraints), isTrue(), octets(sequence())),
      sequence(oid(OID.keyUsage), isTrue(), octets(bits(KEY_USAGE, 6))),
    ),
  );

export function makeCertificate({ key, name, from, until }: CertificateWish): CertificateParts {
  const serial = integer(Buffer.concat([Buffer.of(1), randomBytes(SERIAL_BYTES - 1)]));
  const subject = nameOf(name);
  const toSign = sequence(
    context(0, integer(Buffer.of(2))),
    serial,
    ECDSA(),
    subject,
    sequence(generalizedTime(from), generalizedTime(until)),
    subject,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    extensions(),
  );
  const certificate = sequence(toSign, ECDSA(), bits(sign('sha256', toSign, key)));
  return { certificate, issuerAndSerial: sequence(subject, serial) };
}

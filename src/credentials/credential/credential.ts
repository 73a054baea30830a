/** A credential as a value, and as CWT claims (RFC 8392): what the rooms speak of, and what is signed. */
import { fieldInvalid, type Instant, RoomError } from '../../kernel/index.ts';
import { decodeCbor, encodeCbor } from '../encoding/cbor.ts';
import { type Field, instant, text } from './fields.ts';
import { CREDENTIAL_KINDS, type CredentialKind, type FactsOf, KINDS } from './kinds.ts';

interface Frame {
  /** Permit number, receipt number, reference: what a revocation names. At most 32 signs. */
  readonly id: string;
  /** Short id of the issuer, at most 24 signs; the key list holds its names. */
  readonly issuer: string;
  readonly issuedAt: Instant;
  /** Valid from this instant on. Whole seconds count. */
  readonly validFrom: Instant;
  /** Valid before this instant, no longer at it. */
  readonly validUntil: Instant;
}

export type CredentialOf<Kind extends CredentialKind> = Frame & {
  readonly kind: Kind;
  readonly facts: FactsOf<Kind>;
};
/** A closed union over the kinds: `switch (credential.kind)` gives the facts their type. */
export type Credential = { [Kind in CredentialKind]: CredentialOf<Kind> }[CredentialKind];

const CLAIM = { issuer: 1, until: 4, from: 5, issuedAt: 6, id: 7 } as const;
/** A private claim (RFC 8392, 9.1.1: below -65536): the kind and its facts as one array. */
const CLAIM_CONTENT = -65537;
const CLAIMS = 6;

const ID = text(32);
const ISSUER = text(24);

const fieldsOf = (kind: CredentialKind): [string, Field<unknown>][] => Object.entries(KINDS[kind]);

/** Throws FIELD_INVALID with the name of the fact that is wrong. */
export function encodeCredential(credential: Credential): Uint8Array<ArrayBuffer> {
  const { kind, issuedAt, validFrom, validUntil } = credential;
  if (!CREDENTIAL_KINDS.includes(kind)) {
    throw fieldInvalid('kind', kind, `one of ${CREDENTIAL_KINDS.join(', ')}`);
  }
  if (Math.floor(validUntil / 1000) <= Math.floor(validFrom / 1000)) {
    throw fieldInvalid('validUntil', validUntil, 'at least a second after validFrom');
  }
  return encodeCbor(
    new Map<number, unknown>([
      [CLAIM.issuer, ISSUER.write(credential.issuer, 'issuer')],
      [CLAIM.until, instant.write(validUntil, 'validUntil')],
      [CLAIM.from, instant.write(validFrom, 'validFrom')],
      [CLAIM.issuedAt, instant.write(issuedAt, 'issuedAt')],
      [CLAIM.id, new TextEncoder().encode(String(ID.write(credential.id, 'id')))],
      [CLAIM_CONTENT, [CREDENTIAL_KINDS.indexOf(kind), ...writeFacts(credential)]],
    ]),
  );
}

function writeFacts({ kind, facts }: Credential): unknown[] {
  const given = new Map<string, unknown>(Object.entries(facts));
  for (const name of given.keys()) {
    // A fact that the kind does not carry is never dropped in silence: somebody believes that it is signed.
    if (!Object.hasOwn(KINDS[kind], name)) {
      throw new RoomError('FIELD_INVALID', `A ${kind} carries no ${name}.`, { field: name });
    }
  }
  return fieldsOf(kind).map(([name, field]) => field.write(given.get(name), name));
}

/** Undefined when the claims are not what `encodeCredential` writes, or of a kind that this version does not know. */
export function decodeCredential(payload: Uint8Array): Credential | undefined {
  const claims = decodeCbor(payload);
  if (!(claims instanceof Map) || claims.size !== CLAIMS) return undefined;
  const content: unknown = claims.get(CLAIM_CONTENT);
  const rawId: unknown = claims.get(CLAIM.id);
  if (!Array.isArray(content) || !(rawId instanceof Uint8Array)) return undefined;
  const [place, ...raw]: unknown[] = content;
  const kind = typeof place === 'number' ? CREDENTIAL_KINDS[place] : undefined;
  const frame = {
    kind,
    id: ID.read(new TextDecoder().decode(rawId)),
    issuer: ISSUER.read(claims.get(CLAIM.issuer)),
    issuedAt: instant.read(claims.get(CLAIM.issuedAt)),
    validFrom: instant.read(claims.get(CLAIM.from)),
    validUntil: instant.read(claims.get(CLAIM.until)),
    facts: kind && readFacts(kind, raw),
  };
  return isWhole(frame) ? frame : undefined;
}

function readFacts(kind: CredentialKind, raw: readonly unknown[]): object | undefined {
  const fields = fieldsOf(kind);
  if (raw.length !== fields.length) return undefined;
  const facts = fields.map(([name, field], i) => [name, field.read(raw[i])] as const);
  return facts.every(([, value]) => value !== undefined) ? Object.fromEntries(facts) : undefined;
}

/** Every field was read, each by the very field description that its type comes from. */
const isWhole = (frame: { readonly [Name in keyof Credential]: unknown }): frame is Credential =>
  Object.values(frame).every((value) => value !== undefined);

/**
 * An identity provider that ships with the project and stands in for an authority's: OpenID Connect Core 1.0 with PKCE
 * (RFC 7636). One chooses whom to be among synthetic people. It never runs in production.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  type Clock,
  type FillRandom,
  type Instant,
  later,
  minutes,
  RoomError,
  seconds,
} from '../../kernel/index.ts';
import { newToken } from '../sign-in/token.ts';

export const DEV_PATH = '/dev/identity';
export const DEV_CLIENT = 'kouan';

export interface DevPerson {
  readonly id: string;
  readonly name: string;
  readonly document: { readonly type: string; readonly number: string };
}

export interface DevProviderOptions {
  /** Ends in `DEV_PATH`. */
  readonly issuer: string;
  readonly redirectUri: string;
  readonly clock: Clock;
  readonly fill: FillRandom;
  readonly people: () => Promise<readonly DevPerson[]>;
}

export interface DevProvider {
  discovery(): object;
  jwks(): Promise<object>;
  /** Whom one may choose; throws FIELD_INVALID when the request is not one of our client. */
  ask(query: URLSearchParams): Promise<readonly DevPerson[]>;
  /** Where to send the browser once somebody is chosen. */
  choose(query: URLSearchParams, person: string): Promise<string>;
  /** `status` and body of the token endpoint. */
  token(form: URLSearchParams): Promise<{ status: number; body: object }>;
  /** The same, for a client in this process. */
  fetch(url: string, options: { readonly body?: unknown }): Promise<Response>;
}

interface Grant {
  readonly person: DevPerson;
  readonly nonce: string;
  readonly challenge: string;
  readonly expiresAt: Instant;
}

const CODE_MS = minutes(1);
const TOKEN_MS = seconds(300);
const ALGORITHM = 'ES256';
const GRANTS_MAX = 200;

export async function openDevProvider(options: DevProviderOptions): Promise<DevProvider> {
  const { issuer, clock, fill, people } = options;
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const kid = newToken(fill).slice(0, 8);
  const grants = new Map<string, Grant>();

  const discovery = () => discoveryOf(issuer);
  const jwks = async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' }] });

  async function choose(query: URLSearchParams, id: string): Promise<string> {
    const { nonce, challenge, state } = readRequest(options, query);
    const person = (await people()).find((each) => each.id === id);
    if (!person) throw new RoomError('NOT_FOUND', 'There is no such person here.', { field: 'person' });
    const code = newToken(fill);
    const oldest = grants.size >= GRANTS_MAX ? grants.keys().next().value : undefined;
    if (oldest !== undefined) grants.delete(oldest);
    grants.set(code, { person, nonce, challenge, expiresAt: later(clock.now(), CODE_MS) });
    const answer = new URLSearchParams({ code, state });
    return `${options.redirectUri}?${answer}`;
  }

  async function token(form: URLSearchParams) {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const good =
      grant && clock.now() < grant.expiresAt && provesPossession(grant, form.get('code_verifier') ?? '');
    if (!good) return { status: 400, body: { error: 'invalid_grant' } };
    const idToken = await signIdToken(grant, { issuer, clock, kid, privateKey });
    const body = { access_token: newToken(fill), token_type: 'Bearer', expires_in: 300, id_token: idToken };
    return { status: 200, body };
  }

  return {
    discovery,
    jwks,
    async ask(query) {
      readRequest(options, query);
      return people();
    },
    choose,
    token,
    async fetch(url, { body }) {
      const path = new URL(url).pathname;
      if (path.endsWith('/openid-configuration')) return Response.json(discovery());
      if (path.endsWith('/jwks')) return Response.json(await jwks());
      const answer = await token(new URLSearchParams(String(body ?? '')));
      return Response.json(answer.body, { status: answer.status });
    },
  };
}

const discoveryOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: [ALGORITHM],
  code_challenge_methods_supported: ['S256'],
  token_endpoint_auth_methods_supported: ['none'],
  scopes_supported: ['openid', 'profile', 'document'],
  claims_supported: ['sub', 'name', 'document_type', 'document_number'],
});

interface Signer {
  readonly issuer: string;
  readonly clock: Clock;
  readonly kid: string;
  readonly privateKey: CryptoKey;
}

function signIdToken({ person, nonce }: Grant, { issuer, clock, kid, privateKey }: Signer): Promise<string> {
  const now = Math.floor(clock.now() / 1000);
  const { type, number } = person.document;
  return new SignJWT({ nonce, name: person.name, document_type: type, document_number: number })
    .setProtectedHeader({ alg: ALGORITHM, kid })
    .setIssuer(issuer)
    .setSubject(person.id)
    .setAudience(DEV_CLIENT)
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_MS / 1000)
    .sign(privateKey);
}

/** Only our own client, only back to its own address, only with PKCE. */
function readRequest({ redirectUri }: DevProviderOptions, query: URLSearchParams) {
  const wanted = {
    client_id: DEV_CLIENT,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge_method: 'S256',
  };
  for (const [field, expected] of Object.entries(wanted)) {
    if (query.get(field) !== expected) {
      throw new RoomError('FIELD_INVALID', `${field} is not that of this client.`, { field, expected });
    }
  }
  const [state, nonce, challenge] = ['state', 'nonce', 'code_challenge'].map(
    (field) => query.get(field) ?? '',
  );
  return { state: state ?? '', nonce: nonce ?? '', challenge: challenge ?? '' };
}

function provesPossession({ challenge }: Grant, verifier: string): boolean {
  const [given, wanted] = [createHash('sha256').update(verifier).digest('base64url'), challenge].map((each) =>
    Buffer.from(each),
  );
  return (
    given !== undefined &&
    wanted !== undefined &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}

/**
 * Signing in through an authority's identity provider: OpenID Connect, authorization code with PKCE. The provider says
 * who somebody is and which document they hold; which account that is, is decided elsewhere.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { type Clock, type Instant, later, minutes, RoomError, type Texts } from '../../kernel/index.ts';
import { type Refused, refused } from '../sign-in/desk.ts';

export interface ProviderConfig {
  /** A short code, part of addresses: `iam-smart`. */
  readonly id: string;
  readonly name: Texts;
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client, which PKCE alone protects. */
  readonly clientSecret?: string;
}

export interface ProviderOptions {
  readonly providers: readonly ProviderConfig[];
  /** Where providers send the browser back to. */
  readonly redirectUri: string;
  readonly clock: Clock;
  /** In place of the network, for a provider that runs in this process. */
  readonly fetch?: CustomFetch;
}

/** What the provider vouches for. */
export interface Vouched {
  readonly outcome: 'vouched';
  readonly issuer: string;
  readonly subject: string;
  readonly name?: string;
  readonly document?: { readonly type: string; readonly number: string };
}

export interface Providers {
  list(): readonly Pick<ProviderConfig, 'id' | 'name'>[];
  /** Where to send the browser, and the ticket it brings back in a cookie. Throws NOT_FOUND, DEVICE_FAULT. */
  start(provider: string, language: string): Promise<{ url: string; ticket: string }>;
  finish(ticket: string, answer: URLSearchParams): Promise<Vouched | Refused>;
}

const TICKET_MS = minutes(10);
const TICKETS_MAX = 2000;
const SCOPE = 'openid profile document';

interface Ticket {
  readonly config: Configuration;
  readonly verifier: string;
  readonly nonce: string;
  readonly expiresAt: Instant;
}

export function openProviders(options: ProviderOptions): Providers {
  const { providers, redirectUri, clock } = options;
  const discovered = new Map<string, Promise<Configuration>>();
  const tickets = new Map<string, Ticket>();

  async function start(id: string, language: string) {
    const provider = providers.find((each) => each.id === id);
    if (!provider)
      throw new RoomError('NOT_FOUND', 'There is no such identity provider.', { field: 'provider' });
    const config = await discoverOnce(discovered, provider, options);
    const [verifier, nonce, state] = [randomPKCECodeVerifier(), randomNonce(), randomState()];
    forgetOld(tickets, clock.now());
    tickets.set(state, { config, verifier, nonce, expiresAt: later(clock.now(), TICKET_MS) });
    const url = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state,
      nonce,
      ui_locales: language,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, ticket: state };
  }

  async function finish(state: string, answer: URLSearchParams): Promise<Vouched | Refused> {
    const ticket = tickets.get(state);
    tickets.delete(state);
    if (!ticket) return refused('unknown');
    if (clock.now() >= ticket.expiresAt) return refused('expired');
    const url = new URL(redirectUri);
    url.search = answer.toString();
    const { config, verifier, nonce } = ticket;
    const checks = {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      expectedState: state,
      idTokenExpected: true,
    };
    const tokens = await authorizationCodeGrant(config, url, checks).catch(() => undefined);
    const claims = tokens?.claims();
    return claims ? readClaims(claims) : refused('not-verified');
  }

  return { list: () => providers.map(({ id, name }) => ({ id, name })), start, finish };
}

/** A provider that was away is asked again the next time. */
function discoverOnce(
  discovered: Map<string, Promise<Configuration>>,
  provider: ProviderConfig,
  options: ProviderOptions,
): Promise<Configuration> {
  const known = discovered.get(provider.id) ?? discover(provider, options);
  discovered.set(provider.id, known);
  known.catch(() => discovered.delete(provider.id));
  return known;
}

async function discover(
  { issuer, clientId, clientSecret }: ProviderConfig,
  { fetch }: ProviderOptions,
): Promise<Configuration> {
  const authentication = clientSecret === undefined ? None() : undefined;
  const execute = [enableNonRepudiationChecks, ...(isLocal(issuer) ? [allowInsecureRequests] : [])];
  try {
    return await discovery(new URL(issuer), clientId, clientSecret, authentication, {
      execute,
      ...(fetch && { [customFetch]: fetch }),
    });
  } catch (cause) {
    throw new RoomError(
      'DEVICE_FAULT',
      'The identity provider does not answer. Use another way to sign in.',
      { field: 'provider' },
      cause,
    );
  }
}

/** Plain http is for a provider on this machine alone. */
const isLocal = (issuer: string): boolean => ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname);

function forgetOld(tickets: Map<string, Ticket>, now: Instant): void {
  for (const [state, { expiresAt }] of tickets) if (now >= expiresAt) tickets.delete(state);
  const oldest = tickets.size >= TICKETS_MAX ? tickets.keys().next().value : undefined;
  if (oldest !== undefined) tickets.delete(oldest);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 120 ? value : undefined;

function readClaims(claims: IDToken): Vouched {
  const [name, type, number] = [claims.name, claims.document_type, claims.document_number].map(textOf);
  return {
    outcome: 'vouched',
    issuer: claims.iss,
    subject: claims.sub,
    ...(name !== undefined && { name }),
    ...(type !== undefined && number !== undefined && { document: { type, number } }),
  };
}

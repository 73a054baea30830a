import { describe, expect, it } from 'vitest';
import { platformRandom, systemClock, type Texts } from '../../kernel/index.ts';
import { TRAVELLER, testWorld } from '../travellers/travellers.fixture.ts';
import { type DevPerson, openDevProvider } from './dev-provider.ts';
import { openProviders } from './providers.ts';

const ISSUER = 'http://localhost:8080/dev/identity';
const REDIRECT = 'http://localhost:8080/account/oidc/callback';
const NAME: Texts = { 'zh-Hant': 'x', 'zh-Hans': 'x', en: 'x', pt: 'x' };
const CHAN: DevPerson = { id: 'T-1', name: '陳大文', document: { type: 'HRP', number: 'H12345678' } };

async function house(clientId = 'kouan') {
  const dev = await openDevProvider({
    issuer: ISSUER,
    redirectUri: REDIRECT,
    clock: systemClock,
    fill: platformRandom,
    people: async () => [CHAN],
  });
  const providers = openProviders({
    providers: [{ id: 'demo', name: NAME, issuer: ISSUER, clientId }],
    redirectUri: REDIRECT,
    clock: systemClock,
    fetch: (url, init) => dev.fetch(url, init),
  });
  return { dev, providers };
}

/** What the browser does: is sent there, chooses, is sent back. */
async function walk({ dev, providers }: Awaited<ReturnType<typeof house>>) {
  const { url, ticket } = await providers.start('demo', 'zh-Hant');
  const query = new URL(url).searchParams;
  expect(await dev.ask(query)).toEqual([CHAN]);
  const back = new URL(await dev.choose(query, CHAN.id));
  return { ticket, answer: back.searchParams, query };
}

describe('an identity provider', () => {
  it('G-07 vouches for a person and a document', async () => {
    const parts = await house();
    const { ticket, answer, query } = await walk(parts);
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('ui_locales')).toBe('zh-Hant');
    expect(await parts.providers.finish(ticket, answer)).toEqual({
      outcome: 'vouched',
      issuer: ISSUER,
      subject: 'T-1',
      name: '陳大文',
      document: CHAN.document,
    });
  });

  it('is believed once, only in the browser that asked, and only with its own answer', async () => {
    const parts = await house();
    const [mine, theirs] = [await walk(parts), await walk(parts)];
    expect(await parts.providers.finish(mine.ticket, theirs.answer)).toMatchObject({ outcome: 'refused' });
    expect(await parts.providers.finish(mine.ticket, mine.answer)).toMatchObject({ reason: 'unknown' });
    expect(await parts.providers.finish('', theirs.answer)).toMatchObject({ reason: 'unknown' });
    const refused = await walk(parts);
    const denied = new URLSearchParams({ error: 'access_denied', state: refused.ticket });
    expect(await parts.providers.finish(refused.ticket, denied)).toMatchObject({ reason: 'not-verified' });
  });

  it('of the demonstration answers its own client alone, with PKCE, and each code once', async () => {
    const { dev, providers } = await house();
    const { url } = await providers.start('demo', 'en');
    const query = new URL(url).searchParams;
    for (const [field, value] of [
      ['client_id', 'other'],
      ['redirect_uri', 'https://evil.example/'],
      ['code_challenge_method', 'plain'],
    ] as const) {
      const wrong = new URLSearchParams(query);
      wrong.set(field, value);
      await expect(dev.choose(wrong, CHAN.id)).rejects.toMatchObject({ facts: { field } });
    }
    const code = new URL(await dev.choose(query, CHAN.id)).searchParams.get('code') ?? '';
    const form = new URLSearchParams({ code, code_verifier: 'guessed' });
    expect(await dev.token(form)).toMatchObject({ status: 400 });
  });

  it('that does not answer is a fault of its own, and is asked again', async () => {
    let away = true;
    const { dev } = await house();
    const providers = openProviders({
      providers: [{ id: 'demo', name: NAME, issuer: ISSUER, clientId: 'kouan' }],
      redirectUri: REDIRECT,
      clock: systemClock,
      fetch: (url, init) => (away ? Promise.reject(new Error('away')) : dev.fetch(url, init)),
    });
    await expect(providers.start('demo', 'en')).rejects.toMatchObject({ code: 'DEVICE_FAULT' });
    away = false;
    expect(await providers.start('demo', 'en')).toMatchObject({ url: expect.stringContaining(ISSUER) });
    await expect(providers.start('nobody', 'en')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('whom a provider vouches for', () => {
  const vouched = {
    outcome: 'vouched',
    issuer: ISSUER,
    subject: 'T-1',
    name: '陳大文',
    document: CHAN.document,
  } as const;

  it('signs in to one account always, and has passed the real-name check', async () => {
    const { identity, store } = testWorld();
    const first = await identity.signInByProvider(vouched, 'en');
    const second = await identity.signInByProvider(vouched, 'en');
    if (first.outcome !== 'signed-in' || second.outcome !== 'signed-in') throw new Error('refused');
    expect(second.account).toBe(first.account);
    expect(await store.account(first.account)).toMatchObject({
      kind: 'oidc',
      realName: { traveller: TRAVELLER },
    });
  });

  it('has an account without a real name when the register knows them otherwise', async () => {
    const { identity, store } = testWorld();
    const signedIn = await identity.signInByProvider({ ...vouched, name: '黃大文' }, 'en');
    if (signedIn.outcome !== 'signed-in') throw new Error('refused');
    expect((await store.account(signedIn.account))?.realName).toBeUndefined();
  });
});

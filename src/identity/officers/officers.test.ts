import { beforeEach, describe, expect, it } from 'vitest';
import { instantOf, ManualClock, millis, minutes } from '../../kernel/index.ts';
import { type Ceremony, TestAuthenticator } from '../sign-in/test-authenticator.ts';
import type { Officer } from './officer-store.ts';
import { type Officers, openIdentity } from './open-identity.ts';
import { ACTIONS, may, ROLES } from './permissions.ts';
import { memoryStore } from './test-officer-store.ts';

const refused = (reason: string) => ({ outcome: 'refused', reason });
const one = millis(1);

let clock: ManualClock;
let identity: Officers;
let officer: Officer;
let store: ReturnType<typeof memoryStore>;
let audited: { action: string; actor: string; result?: string }[];

beforeEach(async () => {
  clock = new ManualClock(instantOf(Date.parse('2025-12-01T10:00:00+08:00')));
  store = memoryStore();
  audited = [];
  identity = openIdentity({
    store,
    clock,
    audit: { append: async (note) => void audited.push(note) },
    relyingParty: { id: 'localhost', name: 'Kouan', origins: ['http://localhost:8080'] },
  });
  officer = await identity.add({ name: 'Officer Lam', role: 'officer' }, 'cli');
});

async function signIn(): Promise<string> {
  const { token } = await identity.issueLink(officer.id, 'cli');
  const result = await identity.redeemLink(token);
  if (result.outcome !== 'signed-in') throw new Error(result.reason);
  return result.sessionToken;
}

describe('a sign-in link', () => {
  it('signs in once, and is kept nowhere as it is', async () => {
    const { token } = await identity.issueLink(officer.id, 'cli');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(JSON.stringify(store.contents())).not.toContain(token);
    const attempts = await Promise.all([identity.redeemLink(token), identity.redeemLink(token)]);
    expect(attempts.filter((attempt) => attempt.outcome === 'signed-in')).toHaveLength(1);
    expect(await identity.redeemLink(token)).toEqual(refused('unknown'));
    expect(audited.map((note) => note.action)).toEqual([
      'officer-added',
      'sign-in-link-issued',
      'officer-signed-in',
    ]);
  });

  it('works until fifteen minutes are over, not then', async () => {
    const [early, late] = [
      await identity.issueLink(officer.id, 'cli'),
      await identity.issueLink(officer.id, 'cli'),
    ];
    clock.advance(millis(minutes(15) - 1));
    expect(await identity.redeemLink(early.token)).toMatchObject({ outcome: 'signed-in' });
    clock.advance(one);
    expect(await identity.redeemLink(late.token)).toEqual(refused('expired'));
  });

  it.each([undefined, '', 'x', 7, 'A'.repeat(43), { token: 'x' }])('is none when it is %j', async (token) => {
    expect(await identity.redeemLink(token)).toEqual(refused('unknown'));
  });

  it('is not made for a stranger or a disabled officer, and dies with the account', async () => {
    await expect(identity.issueLink('O-nobody', 'cli')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { token } = await identity.issueLink(officer.id, 'cli');
    await identity.disable(officer.id, 'cli');
    expect(await identity.redeemLink(token)).toEqual(refused('unknown'));
    await expect(identity.issueLink(officer.id, 'cli')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a session', () => {
  it('T30 lasts while it is used, and ends after fifteen minutes without', async () => {
    const token = await signIn();
    expect(JSON.stringify(store.contents())).not.toContain(token);
    for (let i = 0; i < 4; i++) {
      clock.advance(minutes(14));
      expect(await identity.checkSession(token)).toMatchObject({
        outcome: 'valid',
        officer: { id: officer.id },
      });
    }
    clock.advance(minutes(15));
    expect(await identity.checkSession(token)).toEqual(refused('idle'));
    expect(await identity.checkSession(token)).toEqual(refused('unknown'));
  });

  it('T30 ends after eight hours however busy', async () => {
    const token = await signIn();
    for (let i = 0; i < 47; i++) {
      clock.advance(minutes(10));
      expect(await identity.checkSession(token)).toMatchObject({ outcome: 'valid' });
    }
    clock.advance(millis(minutes(10) - 1));
    expect(await identity.checkSession(token)).toMatchObject({ outcome: 'valid' });
    clock.advance(one);
    expect(await identity.checkSession(token)).toEqual(refused('expired'));
  });

  it('ends with a sign-out, with the account, and leaves others alone', async () => {
    const [first, second] = [await signIn(), await signIn()];
    await identity.endSession(first);
    expect(await identity.checkSession(first)).toEqual(refused('unknown'));
    expect(await identity.checkSession(second)).toMatchObject({ outcome: 'valid' });
    await identity.disable(officer.id, 'cli');
    expect(await identity.checkSession(second)).toEqual(refused('unknown'));
  });

  it('is forgotten with links and challenges once it has run out', async () => {
    await signIn();
    await identity.issueLink(officer.id, 'cli');
    await identity.startAuthentication();
    clock.advance(minutes(481));
    await identity.forgetExpired();
    expect(store.contents()).toMatchObject([[expect.anything()], [], [], [], []]);
  });
});

describe('a passkey', () => {
  let device: TestAuthenticator;
  beforeEach(() => {
    device = new TestAuthenticator();
  });
  const register = async (more: Partial<Ceremony> = {}) => {
    const { challenge } = await identity.startRegistration(officer.id);
    return identity.finishRegistration(officer.id, device.create({ challenge, ...more }), 'key at lane 1');
  };
  const authenticate = async (more: Partial<Ceremony> = {}) => {
    const { challenge } = await identity.startAuthentication();
    return identity.finishAuthentication(device.get({ challenge, ...more }));
  };

  it('R23 once registered signs its officer in, again and again', async () => {
    expect(await register()).toMatchObject({ outcome: 'registered' });
    for (let i = 0; i < 2; i++) {
      const result = await authenticate();
      expect(result).toMatchObject({ outcome: 'signed-in', officer: { id: officer.id } });
    }
  });

  it.each([
    ['another origin', { origin: 'http://localhost.evil:8080' }],
    ['another relying party', { rpId: 'evil' }],
    ['a user who was not verified', { verified: false }],
    ['a challenge of somebody else', { challenge: 'AAAA' }],
  ])('is refused with %s, when it registers and when it signs in', async (_, wrong) => {
    expect(await register(wrong)).toEqual(refused('not-verified'));
    await register();
    expect(await authenticate(wrong)).toEqual(refused('not-verified'));
  });

  it('takes a challenge once, within five minutes, and for its own ceremony and officer', async () => {
    await register();
    const { challenge } = await identity.startAuthentication();
    expect(await identity.finishAuthentication(device.get({ challenge }))).toMatchObject({
      outcome: 'signed-in',
    });
    expect(await identity.finishAuthentication(device.get({ challenge }))).toEqual(refused('not-verified'));
    const late = await identity.startAuthentication();
    clock.advance(minutes(5));
    expect(await identity.finishAuthentication(device.get(late))).toEqual(refused('not-verified'));
    const other = await identity.startRegistration(officer.id);
    expect(await identity.finishAuthentication(device.get(other))).toEqual(refused('not-verified'));
    const colleague = await identity.add({ name: 'Officer Wong', role: 'officer' }, 'cli');
    const { challenge: theirs } = await identity.startRegistration(colleague.id);
    const response = new TestAuthenticator().create({ challenge: theirs });
    expect(await identity.finishRegistration(officer.id, response, 'x')).toEqual(refused('not-verified'));
  });

  it('is refused when its counter goes back: it was copied', async () => {
    await register();
    await authenticate();
    await authenticate();
    device.counter = 0;
    expect(await authenticate()).toEqual(refused('not-verified'));
  });

  it('is unknown when nobody registered it, and when its officer is disabled', async () => {
    expect(await authenticate()).toEqual(refused('unknown'));
    await register();
    await identity.disable(officer.id, 'cli');
    expect(await authenticate()).toEqual(refused('unknown'));
  });

  it('survives answers that are no answers', async () => {
    await register();
    const good = device.get(await identity.startAuthentication());
    for (const response of [
      {},
      { ...good, response: {} },
      { ...good, response: { ...good.response, signature: 'AA' } },
    ]) {
      expect(await identity.finishAuthentication(response as never)).toMatchObject({ outcome: 'refused' });
    }
  });
});

describe('permissions', () => {
  it('are what the table says: operators see no traveller, officers no audit, and nobody what is not in it', () => {
    for (const action of [
      'view-traveller',
      'enrol-traveller',
      'view-crossings',
      'resolve-referral',
    ] as const) {
      expect(may('operator', action)).toBe(false);
      expect(may('officer', action)).toBe(true);
    }
    expect(may('officer', 'view-audit')).toBe(false);
    expect(may('supervisor', 'view-audit')).toBe(true);
    expect(may('officer', 'reset-store')).toBe(false);
    for (const action of ['fly', '__proto__', 'constructor', 'toString']) {
      for (const role of ROLES) expect(may(role, action as never)).toBe(false);
    }
  });

  it('give each action to somebody', () => {
    for (const action of ACTIONS) expect(ROLES.some((role) => may(role, action))).toBe(true);
  });

  it('are of a closed set of roles', async () => {
    const attempt = identity.add({ name: 'X', role: 'admin' as never }, 'cli');
    await expect(attempt).rejects.toMatchObject({ code: 'FIELD_INVALID', facts: { field: 'role' } });
  });
});

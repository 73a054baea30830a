import { beforeEach, describe, expect, it } from 'vitest';
import { millis, minutes } from '../../kernel/index.ts';
import { TestAuthenticator } from '../sign-in/test-authenticator.ts';
import { type TestWorld, TRAVELLER, testWorld } from './travellers.fixture.ts';

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});

async function guest() {
  const { account, token } = await world.identity.openGuest('en');
  return { account, token };
}

/** A guest who has added a passkey. */
async function holder(device = new TestAuthenticator()) {
  const { account } = await guest();
  const { challenge } = await world.identity.startDevice(account);
  const added = await world.identity.finishDevice(account, device.create({ challenge }), 'phone');
  if (added.outcome !== 'signed-in') throw new Error(added.reason);
  return { account, device, token: added.token };
}

const kindOf = async (token: string) => {
  const check = await world.identity.checkSession(token);
  return check.outcome === 'valid' ? check.view.kind : check.reason;
};

describe('a guest', () => {
  it('W-09 goes on at once without anything to remember, for an hour at most', async () => {
    const { token } = await guest();
    for (let i = 0; i < 4; i++) {
      world.clock.advance(minutes(14));
      expect(await kindOf(token)).toBe('guest');
    }
    world.clock.advance(millis(minutes(4) - 1));
    expect(await kindOf(token)).toBe('guest');
    world.clock.advance(millis(1));
    expect(await kindOf(token)).toBe('expired');
  });

  it('is told when the session ends', async () => {
    const { token } = await guest();
    const check = await world.identity.checkSession(token);
    expect(check).toMatchObject({ view: { endsAt: world.clock.now() + minutes(60) } });
  });

  it('becomes an account that can be signed in to again once a passkey is added', async () => {
    const { token, device } = await holder();
    expect(await kindOf(token)).toBe('passkey');
    const { challenge } = await world.identity.startSignIn();
    const again = await world.identity.finishSignIn(device.get({ challenge }));
    expect(again).toMatchObject({ outcome: 'signed-in' });
  });
});

describe('a session', () => {
  it('ends after fifteen minutes unused and after twelve hours however busy', async () => {
    const { token } = await holder();
    for (let i = 0; i < 71; i++) {
      world.clock.advance(minutes(10));
      expect(await kindOf(token)).toBe('passkey');
    }
    world.clock.advance(minutes(10));
    expect(await kindOf(token)).toBe('expired');
    const { token: idle } = await holder();
    world.clock.advance(minutes(15));
    expect(await kindOf(idle)).toBe('idle');
  });

  it('ends everywhere at once, and with the account', async () => {
    const { account, token } = await holder();
    await world.identity.endAllSessions(account);
    expect(await kindOf(token)).toBe('unknown');
    const other = await holder();
    await world.identity.close(other.account);
    expect(await kindOf(other.token)).toBe('unknown');
    await expect(world.identity.startDevice(other.account)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a second device', () => {
  it('is added with the first one’s code, once, however it is typed; the holder is told', async () => {
    const { account } = await holder();
    await world.store.setContacts(account, { mobile: '+85291234567' }, false);
    const { token: code } = await world.identity.issueDeviceCode(account);
    const typed = code.toLowerCase().replace('-', ' ');
    const second = new TestAuthenticator();
    const asked = await world.identity.startWayIn('device', typed);
    if (asked.outcome !== 'asked') throw new Error(asked.reason);
    const proof = second.create(asked.options);
    const added = await world.identity.finishWayIn('device', typed, proof, 'laptop');
    expect(added).toMatchObject({ outcome: 'signed-in', account });
    expect((await world.identity.devices(account)).map(({ label }) => label)).toEqual(['phone', 'laptop']);
    expect(await world.identity.startWayIn('device', code)).toEqual({
      outcome: 'refused',
      reason: 'unknown',
    });
    expect(world.sent.at(-1)?.text).toContain('a device was added');
  });

  it('is not added after fifteen minutes, by a guess, or with a recovery token', async () => {
    const { account } = await holder();
    const { token: code } = await world.identity.issueDeviceCode(account);
    for (const wrong of ['AAAAA-AAAAA', '', 7, undefined, 'A'.repeat(43), { code }]) {
      expect(await world.identity.startWayIn('device', wrong)).toMatchObject({ outcome: 'refused' });
    }
    expect(await world.identity.startWayIn('recovery', code)).toMatchObject({ outcome: 'refused' });
    world.clock.advance(minutes(15));
    expect(await world.identity.startWayIn('device', code)).toEqual({
      outcome: 'refused',
      reason: 'expired',
    });
  });

  it('of somebody else is not found, and the last one stays', async () => {
    const [mine, theirs] = [await holder(), await holder()];
    const [device] = await world.identity.devices(theirs.account);
    const remove = (id = '') => world.identity.removeDevice(mine.account, id);
    await expect(remove(device?.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [own] = await world.identity.devices(mine.account);
    await expect(remove(own?.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('recovery', () => {
  async function lost() {
    const { account, device, token } = await holder();
    await world.store.setRealName(account, TRAVELLER, world.clock.now());
    await world.store.setContacts(account, { mobile: '+85291234567' }, false);
    return { account, device, token };
  }

  it('is a counter’s: audited, the holder is told, and what signed in before ends', async () => {
    const { account, device, token } = await lost();
    const link = await world.identity.issueRecovery('H12345678', 'O-1');
    expect(world.sent.at(-1)?.text).toContain('recovery link');
    expect(world.audited.at(-1)).toMatchObject({
      action: 'recovery-issued',
      actor: 'O-1',
      traveller: TRAVELLER,
    });
    expect(await kindOf(token)).toBe('passkey');
    const asked = await world.identity.startWayIn('recovery', link.token);
    if (asked.outcome !== 'asked') throw new Error(asked.reason);
    const fresh = new TestAuthenticator();
    const back = await world.identity.finishWayIn(
      'recovery',
      link.token,
      fresh.create(asked.options),
      'new phone',
    );
    expect(back).toMatchObject({ outcome: 'signed-in', account });
    expect(await kindOf(token)).toBe('unknown');
    const { challenge } = await world.identity.startSignIn();
    expect(await world.identity.finishSignIn(device.get({ challenge }))).toMatchObject({
      outcome: 'refused',
    });
    expect((await world.identity.devices(account)).map(({ label }) => label)).toEqual(['new phone']);
    expect(world.sent.at(-1)?.text).toContain('was recovered');
  });

  it('leaves the old devices when the new one fails, and works once', async () => {
    const { account } = await lost();
    const { token } = await world.identity.issueRecovery('H12345678', 'O-1');
    const stranger = new TestAuthenticator().create({ challenge: 'AAAA' });
    const failed = await world.identity.finishWayIn('recovery', token, stranger, 'x');
    expect(failed).toEqual({ outcome: 'refused', reason: 'not-verified' });
    expect(await world.identity.devices(account)).toHaveLength(1);
    expect(await world.identity.startWayIn('recovery', token)).toMatchObject({ outcome: 'refused' });
  });

  it('is refused for a number that nobody has and for a person without an account alike', async () => {
    for (const number of ['H12345678', 'H99999999']) {
      await expect(world.identity.issueRecovery(number, 'O-1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('a contact', () => {
  const codeIn = (text = '') => /\d{6}/.exec(text)?.[0] ?? '';
  const ask = (account: string, to = '+852 9123 4567') =>
    world.identity.sendCode(account, { channel: 'sms', to });

  it('H-10 is confirmed by the code that was sent, and is kept masked', async () => {
    const { account } = await guest();
    expect(await ask(account, '+86 138 0013 8000')).toMatchObject({ outcome: 'sent' });
    const code = codeIn(world.sent[0]?.text);
    expect(await world.identity.confirmCode(account, `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({
      outcome: 'confirmed',
      channel: 'sms',
    });
    expect(await world.identity.maskedContacts(account)).toEqual({ mobile: '+86 •••• 8000' });
    expect(await world.store.account(account)).toMatchObject({ mainlandMobile: true });
    await world.identity.forgetContact(account, 'sms');
    expect(await world.store.account(account)).toMatchObject({ mainlandMobile: false });
  });

  it('is not confirmed by the sixth guess, even the right one', async () => {
    const { account } = await guest();
    await ask(account);
    const code = codeIn(world.sent[0]?.text);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let left = 4; left > 0; left--) {
      expect(await world.identity.confirmCode(account, wrong)).toEqual({
        outcome: 'wrong-code',
        triesLeft: left,
      });
    }
    expect(await world.identity.confirmCode(account, wrong)).toEqual({ outcome: 'no-code' });
    expect(await world.identity.confirmCode(account, code)).toEqual({ outcome: 'no-code' });
  });

  it('is confirmed until ten minutes are over, not then, and never by another account', async () => {
    const [mine, theirs] = [await guest(), await guest()];
    await ask(mine.account);
    const code = codeIn(world.sent[0]?.text);
    expect(await world.identity.confirmCode(theirs.account, code)).toEqual({ outcome: 'no-code' });
    world.clock.advance(minutes(10));
    expect(await world.identity.confirmCode(mine.account, code)).toEqual({ outcome: 'no-code' });
  });

  it('is rung five times an hour from one account, five times a day from all', async () => {
    const { account } = await guest();
    for (let i = 0; i < 5; i++) expect(await ask(account)).toMatchObject({ outcome: 'sent' });
    expect(await ask(account)).toEqual({ outcome: 'locked', until: world.clock.now() + minutes(60) });
    expect(await ask((await guest()).account)).toMatchObject({ outcome: 'locked' });
    world.clock.advance(minutes(60));
    expect(await ask(account)).toMatchObject({ outcome: 'locked' });
    expect(await ask(account, '+85366123456')).toMatchObject({ outcome: 'sent' });
  });

  it('W-01 costs nothing when the gateway is away, and a wrong number names its field', async () => {
    const { account } = await guest();
    world.script.gateway = 'broken';
    for (let i = 0; i < 9; i++) expect(await ask(account)).toEqual({ outcome: 'service-fault' });
    world.script.gateway = 'works';
    expect(await ask(account)).toMatchObject({ outcome: 'sent' });
    await expect(ask(account, '12345')).rejects.toMatchObject({
      code: 'FIELD_INVALID',
      facts: { field: 'to' },
    });
  });
});

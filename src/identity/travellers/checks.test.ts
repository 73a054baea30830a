import { beforeEach, describe, expect, it } from 'vitest';
import type { Day, TravellerId } from '../../kernel/index.ts';
import { millis, minutes } from '../../kernel/index.ts';
import { PERSON_CONSENT } from './consent-text.ts';
import { CHAN, CHANS_FORM, GOOD_FACE, type TestWorld, TRAVELLER, testWorld } from './travellers.fixture.ts';

let world: TestWorld;
let account: string;
let token: string;
beforeEach(async () => {
  world = testWorld();
  ({ account, token } = await world.identity.openGuest('en'));
});

const WAYS = ['counter', 'hotline-12367'];
const check = (change: Partial<typeof CHANS_FORM> = {}, by = account) =>
  world.settle(world.identity.checkRealName(by, { ...CHANS_FORM, ...change }));

describe('the real-name check', () => {
  it('H-10 H-15 passes with what is printed on the document, as people copy it', async () => {
    expect(await check({ number: ' ｈ１２３ ４５６７８ ', name: 'chan tai-man' })).toEqual({
      outcome: 'passed',
      traveller: TRAVELLER,
    });
    const session = await world.identity.checkSession(token);
    expect(session).toMatchObject({ view: { realName: { traveller: TRAVELLER } } });
    expect(world.audited.at(-1)).toEqual({
      action: 'real-name-passed',
      actor: account,
      traveller: TRAVELLER,
    });
  });

  it.each(['number', 'expires', 'name', 'type'])(
    'H-11 W-01 names the field %s when it is empty, and what would be right',
    async (field) => {
      await expect(check({ [field]: '' })).rejects.toMatchObject({
        code: 'FIELD_INVALID',
        facts: { field, expected: expect.any(String) },
      });
      expect(world.audited).toEqual([]);
    },
  );

  it.each([
    ['another name', { name: '黃大文' }],
    ['another day', { expires: '2030-12-30' }],
    ['another type', { type: 'PP_FOREIGN' }],
    ['a number that nobody has', { number: 'H00000000' }],
  ])('does not say that it was %s', async (_, change) => {
    const started = world.clock.elapsed();
    expect(await check(change)).toEqual({ outcome: 'not-matched', triesLeft: 4, ways: WAYS });
    expect(world.clock.elapsed() - started).toBe(400);
    expect(world.audited).toEqual([{ action: 'real-name-failed', actor: account }]);
  });

  it('takes as long when it passes', async () => {
    await check();
    expect(world.clock.elapsed()).toBe(400);
  });

  it('W-02 tells the officers of the third failure, and locks after the fifth until when it says', async () => {
    const outcomes = [];
    for (let i = 0; i < 5; i++) outcomes.push((await check({ name: '黃大文' })).outcome);
    expect(new Set(outcomes)).toEqual(new Set(['not-matched']));
    expect(world.audited.map(({ action }) => action)).toEqual([
      'real-name-failed',
      'real-name-failed',
      'real-name-failed-repeatedly',
      'real-name-failed-repeatedly',
      'real-name-failed-repeatedly',
    ]);
    const locked = await check();
    if (locked.outcome !== 'locked') throw new Error(locked.outcome);
    expect(locked.ways).toEqual(WAYS);
    world.clock.advance(millis(locked.until - world.clock.now() - 1));
    expect(await check()).toMatchObject({ outcome: 'locked' });
    world.clock.advance(millis(1));
    expect(await check()).toMatchObject({ outcome: 'passed' });
  });

  it('counts guesses at one number over all accounts, many at once too', async () => {
    const guests = await Promise.all(Array.from({ length: 14 }, () => world.identity.openGuest('en')));
    const guess = (by: { account: string }) =>
      world.identity.checkRealName(by.account, { ...CHANS_FORM, name: '黃大文' });
    const outcomes = await world.settle(Promise.all(guests.map(guess)));
    expect(outcomes.filter(({ outcome }) => outcome === 'not-matched').length).toBeLessThanOrEqual(12);
    expect(outcomes.some(({ outcome }) => outcome === 'locked')).toBe(true);
  });

  it('a fault of the register costs nothing', async () => {
    world.script.register = 'broken';
    for (let i = 0; i < 8; i++) expect(await check()).toEqual({ outcome: 'service-fault', ways: WAYS });
    world.script.register = 'works';
    expect(await check()).toMatchObject({ outcome: 'passed' });
  });

  it('says that a document has expired only to whoever knows all of it', async () => {
    const expired = '2025-11-30';
    world.people.set('H12345678', { ...CHAN, document: { type: 'HRP', expires: expired as Day } });
    expect(await check({ expires: expired })).toEqual({ outcome: 'expired-document', expired, ways: WAYS });
    expect(await check({ expires: expired, name: '黃大文' })).toMatchObject({ outcome: 'not-matched' });
    world.people.set('H12345678', { ...CHAN, document: { type: 'HRP', expires: '2025-12-01' as Day } });
    expect(await check({ expires: '2025-12-01' })).toMatchObject({ outcome: 'passed' });
  });

  it('keeps an account to its person, and tells the person’s other accounts', async () => {
    await check();
    await world.store.setContacts(account, { email: 'chan@example.org' }, false);
    world.people.set('H87654321', { ...CHAN, traveller: 'T-2' as TravellerId });
    expect(await check({ number: 'H87654321' })).toEqual({ outcome: 'other-person', ways: WAYS });
    const other = await world.identity.openGuest('en');
    expect(await check({}, other.account)).toMatchObject({ outcome: 'passed' });
    expect(world.sent.map(({ to }) => to)).toEqual(['chan@example.org']);
  });
});

describe('the real-person check', () => {
  const picture = Uint8Array.of(1);
  const subject = async () => {
    const session = await world.identity.checkSession(token);
    if (session.outcome !== 'valid') throw new Error(session.reason);
    return { account, session: session.session, traveller: TRAVELLER };
  };
  const begin = async () => world.identity.person.begin(await subject(), PERSON_CONSENT.version);
  const frame = async () => world.identity.person.frame(await subject(), picture);
  const three = async () => {
    await begin();
    await frame();
    await frame();
    return frame();
  };

  it('H-10 passes with three pictures like the portrait on file, and counts for fifteen minutes', async () => {
    await check();
    await begin();
    expect(await frame()).toMatchObject({ outcome: 'taken', taken: 1, needed: 3 });
    expect(await frame()).toMatchObject({ outcome: 'taken', taken: 2, needed: 3 });
    const until = world.clock.now() + minutes(15);
    expect(await frame()).toEqual({ outcome: 'passed', until });
    const seen = async () => {
      const session = await world.identity.checkSession(token);
      return session.outcome === 'valid' && session.view.realPerson !== undefined;
    };
    world.clock.advance(millis(minutes(10)));
    expect(await seen()).toBe(true);
    world.clock.advance(millis(minutes(5) - 1));
    expect(await seen()).toBe(true);
    world.clock.advance(millis(1));
    expect(await seen()).toBe(false);
  });

  it('C-02 has a consent of its own, of this text, before any picture is looked at', async () => {
    await expect(frame()).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
    const other = world.identity.person.begin(await subject(), 'face/2025-11-05');
    await expect(other).rejects.toMatchObject({ code: 'FIELD_INVALID', facts: { field: 'consent' } });
    await begin();
    expect(await world.store.consentFor(account, 'real-person-check')).toBe(PERSON_CONSENT.version);
  });

  it('H-12 says what to change, which costs no try', async () => {
    await begin();
    world.script.face = { outcome: 'adjust', guidance: ['more-light'] };
    for (let i = 0; i < 9; i++)
      expect(await frame()).toMatchObject({ outcome: 'adjust', guidance: ['more-light'], taken: 0 });
    world.script.face = GOOD_FACE;
    expect(await frame()).toMatchObject({ outcome: 'taken', taken: 1 });
  });

  it('gives three tries, then the counter; a fault and a missing portrait cost none', async () => {
    world.script.portrait = 'broken';
    for (let i = 0; i < 4; i++) expect(await three()).toEqual({ outcome: 'service-fault', ways: WAYS });
    world.script.portrait = 'no-portrait';
    for (let i = 0; i < 4; i++) expect(await three()).toEqual({ outcome: 'no-portrait', ways: WAYS });
    world.script.portrait = 'no-match';
    for (const triesLeft of [2, 1, 0]) {
      expect(await three()).toEqual({ outcome: 'not-matched', triesLeft, ways: WAYS });
    }
    world.script.portrait = 'match';
    expect(await three()).toMatchObject({ outcome: 'locked', ways: WAYS });
    world.clock.advance(minutes(60));
    ({ account, token } = await world.identity.openGuest('en'));
    expect(await three()).toMatchObject({ outcome: 'passed' });
  });

  it('is over after five minutes, and pictures sent at once decide once', async () => {
    await begin();
    const at = await subject();
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, () => world.identity.person.frame(at, picture)),
    );
    const decided = all.filter((each) => each.status === 'fulfilled' && each.value.outcome === 'passed');
    expect(decided).toHaveLength(1);
    await begin();
    world.clock.advance(minutes(5));
    await expect(world.identity.person.frame(at, picture)).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  });
});

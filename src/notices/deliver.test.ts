import { describe, expect, it } from 'vitest';
import { type Instant, instantOf, LANGUAGES, ManualClock, seconds } from '../kernel/index.ts';
import type { Channels } from './channels.ts';
import { compose, type Message } from './compose.ts';
import { type DeliveryParts, deliverDue, startDelivery } from './deliver.ts';
import { NOTICE_KINDS, type PushSubscription, type WaitingNotice, type Ways } from './notice.ts';
import { openOutbox, withoutGateway } from './outbox.ts';

const TITLE = {
  'zh-Hant': '臨時通行證',
  'zh-Hans': '临时通行证',
  en: 'Temporary permit',
  pt: 'Salvo-conduto',
};
const BROWSER: PushSubscription = {
  endpoint: 'https://fcm.googleapis.com/x',
  keys: { p256dh: 'p', auth: 'a' },
};
const NOTICE: WaitingNotice = {
  id: 'N-1',
  account: 'U-1',
  language: 'pt',
  kind: 'case-granted',
  case: { id: 'K-1', service: 'permit' },
};

function world(ways: Partial<Ways> = {}, notices: WaitingNotice[] = [NOTICE]) {
  const clock = new ManualClock(instantOf(Date.parse('2025-12-01T10:00:00+08:00')));
  const sent: [way: string, to: string, message: Message][] = [];
  const marked: [id: string, at: Instant][] = [];
  const forgotten: (string | undefined)[] = [];
  const broken = new Set<string>();
  const outbox = openOutbox(clock);
  const by = (way: string) => async (to: string, message: Message) => {
    if (broken.has(way)) throw new Error('gateway');
    sent.push([way, to, message]);
  };
  const channels: Channels = {
    email: by('email'),
    sms: by('sms'),
    async push({ endpoint }, message) {
      await by('push')(endpoint, message);
      return broken.has('gone') ? 'gone' : 'taken';
    },
  };
  const parts: DeliveryParts = {
    store: {
      take: async (most) => notices.filter(({ id }) => !marked.some(([one]) => one === id)).slice(0, most),
      delivered: async (id, at) => void marked.push([id, at]),
      waysOf: async () => ({ subscriptions: [], ...ways }),
      subscribe: async () => {},
      unsubscribe: async (_, endpoint) => void forgotten.push(endpoint),
    },
    channels,
    outbox,
    clock,
    titleOf: (service) => (service === 'permit' ? TITLE : undefined),
    linkTo: (reference) => `https://port.example/cases/${reference}`,
  };
  return { parts, clock, sent, marked, forgotten, broken, outbox };
}

describe('a notice', () => {
  it('F-01 says the service, the reference and the link in every language, and nothing else of a case', () => {
    for (const language of LANGUAGES) {
      for (const kind of NOTICE_KINDS) {
        const message = compose({
          kind,
          language,
          title: TITLE,
          reference: 'K-1',
          link: 'https://x/cases/K-1',
        });
        expect(message.text).toContain(TITLE[language]);
        expect(message.text).toContain('K-1');
        expect(message.text).not.toContain('{');
        expect(message.subject.length).toBeLessThan(80);
      }
    }
  });

  it('goes out by every way that its holder left, in the holder’s language, and is then marked', async () => {
    const { parts, sent, marked, clock } = world({
      email: 'a@example.org',
      mobile: '+85291234567',
      subscriptions: [BROWSER],
    });
    expect(await deliverDue(parts)).toBe(1);
    expect(sent.map(([way, to]) => [way, to])).toEqual([
      ['email', 'a@example.org'],
      ['sms', '+85291234567'],
      ['push', BROWSER.endpoint],
    ]);
    expect(sent[0]?.[2].text).toContain('Salvo-conduto');
    expect(marked).toEqual([['N-1', clock.now()]]);
    expect(await deliverDue(parts)).toBe(0);
  });

  it('waits for a later round when no way took it, and counts as told when one did', async () => {
    const { parts, marked, broken, sent } = world({ email: 'a@example.org', mobile: '+85291234567' });
    broken.add('email').add('sms');
    expect(await deliverDue(parts)).toBe(0);
    expect(marked).toEqual([]);
    broken.delete('sms');
    expect(await deliverDue(parts)).toBe(1);
    expect(sent.map(([way]) => way)).toEqual(['sms']);
  });

  it('is kept in the outbox for a holder who left no address', async () => {
    const { parts, outbox } = world();
    await deliverDue(parts);
    expect(outbox.newestFirst()).toMatchObject([{ channel: 'portal', to: 'U-1' }]);
  });

  it('of a service that is not offered any more, or of a case that is gone, is put away in silence', async () => {
    const { case: _, ...gone } = NOTICE;
    const unknown = { ...NOTICE, id: 'N-2', case: { id: 'K-2', service: 'unknown' } };
    const { parts, sent, outbox, marked } = world({ email: 'a@example.org' }, [gone, unknown]);
    expect(await deliverDue(parts)).toBe(2);
    expect([sent, outbox.newestFirst(), marked.length]).toEqual([[], [], 2]);
  });

  it('forgets a browser that takes nothing more', async () => {
    const { parts, broken, forgotten } = world({ subscriptions: [BROWSER] });
    broken.add('gone');
    await deliverDue(parts);
    expect(forgotten).toEqual([BROWSER.endpoint]);
  });
});

describe('the rounds of delivery', () => {
  it('go on after a store that was away, until they are stopped', async () => {
    const { parts, clock, sent } = world({ email: 'a@example.org' });
    const troubles: unknown[] = [];
    let away = true;
    const store = {
      ...parts.store,
      take: (most: number) => (away ? Promise.reject(new Error('away')) : parts.store.take(most)),
    };
    const stop = startDelivery({ ...parts, store, onTrouble: (error) => void troubles.push(error) });
    await clock.advanceAsync(seconds(5));
    expect([troubles.length, sent.length]).toEqual([1, 0]);
    away = false;
    await clock.advanceAsync(seconds(5));
    expect(sent.length).toBe(1);
    await stop();
    expect(clock.nextDue()).toBeUndefined();
  });
});

describe('the outbox', () => {
  it('keeps the newest hundred', () => {
    const outbox = openOutbox(new ManualClock(instantOf(0)));
    for (let n = 0; n < 101; n++) outbox.keep('sms', String(n), { subject: '', text: '' });
    const kept = outbox.newestFirst();
    expect([kept.length, kept[0]?.to, kept.at(-1)?.to]).toEqual([100, '100', '1']);
  });

  it('takes what no gateway takes in a demonstration; production says so instead', async () => {
    const outbox = openOutbox(new ManualClock(instantOf(0)));
    await withoutGateway('sms', outbox)('+853', { subject: 's', text: 't' });
    expect(outbox.newestFirst()).toMatchObject([{ channel: 'sms', to: '+853' }]);
    await expect(withoutGateway('sms', undefined)('+853', { subject: 's', text: 't' })).rejects.toMatchObject(
      {
        code: 'DEVICE_FAULT',
      },
    );
  });
});

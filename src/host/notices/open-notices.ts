/** Notices with their parts: gateways as the settings name them, in a demonstration the outbox in their place. */
import { join } from 'node:path';
import type { Messages } from '../../identity/index.ts';
import {
  type Channels,
  type Outbox,
  openMail,
  openOutbox,
  openPush,
  readSubscription,
  startDelivery,
  withoutGateway,
} from '../../notices/index.ts';
import type { NoticeSource } from '../../server/index.ts';
import { SERVICES } from '../../services/index.ts';
import type { House } from '../house/house.ts';
import { openPushKeys } from './push-keys.ts';

export interface NoticeHouse {
  /** For codes and what a holder hears of at once. */
  readonly messages: Messages;
  readonly source: NoticeSource;
  stop(): Promise<void>;
}

/** `origin`: of the pages, as `https://port.example`. */
export async function openNotices(
  { settings, records, clock }: Pick<House, 'settings' | 'records' | 'clock'>,
  origin: string,
): Promise<NoticeHouse> {
  const outbox = settings.production ? undefined : openOutbox(clock);
  const pushKeys = await openPushKeys(join(settings.keysDir, 'push'));
  const channels: Channels = {
    email: settings.mail ? openMail(settings.mail) : withoutGateway('email', outbox),
    sms: withoutGateway('sms', outbox),
    push: openPush(pushKeys, settings.mail ? `mailto:${addressIn(settings.mail.from)}` : origin),
  };
  const stop = startDelivery({
    store: records.notices,
    channels,
    clock,
    ...(outbox ? { outbox } : {}),
    titleOf: (service) => SERVICES.find(({ id }) => id === service)?.words.title,
    linkTo: (reference) => `${origin}/cases/${reference}`,
  });
  return {
    messages: messagesBy(channels),
    source: {
      ...(outbox ? { outbox: () => shown(outbox) } : {}),
      pushKey: pushKeys.publicKey,
      subscribe: (account, subscription) =>
        records.notices.subscribe(account, readSubscription(subscription)),
      unsubscribe: (account, endpoint) => records.notices.unsubscribe(account, endpoint),
    },
    stop,
  };
}

const messagesBy = (channels: Channels): Messages => ({
  send: ({ channel, to, text }) => channels[channel](to, { subject: 'Kouan 口岸', text }),
});

const shown = (outbox: Outbox): ReturnType<NonNullable<NoticeSource['outbox']>> =>
  outbox.newestFirst().map(({ number, channel, to, at, message: { subject, text, link } }) => ({
    number,
    channel,
    to,
    at,
    subject,
    text,
    ...(link === undefined ? {} : { link }),
  }));

/** `Kouan <no-reply@port.example>` → `no-reply@port.example`. */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

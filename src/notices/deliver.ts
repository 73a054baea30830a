/** Delivery: takes what waits, writes it in the holder's language, hands it over, and only then marks it as delivered. */
import { type CancelTimer, type Clock, type Millis, seconds, type Texts } from '../kernel/index.ts';
import type { Channels } from './channels.ts';
import { compose, type Message } from './compose.ts';
import type { NoticeStore, WaitingNotice, Ways } from './notice.ts';
import type { Outbox } from './outbox.ts';

export interface DeliveryParts {
  readonly store: NoticeStore;
  readonly channels: Channels;
  /** Present in a demonstration: shows what a holder without an address would have been told. */
  readonly outbox?: Outbox;
  readonly clock: Clock;
  /** Undefined for a service that is not offered any more: nothing is said of it. */
  titleOf(service: string): Texts | undefined;
  /** The page of a case, as an absolute address. */
  linkTo(reference: string): string;
  /** Told of a round that failed, by the code of its error. */
  onTrouble?(error: unknown): void;
}

const ROUND = 20;
const EVERY: Millis = seconds(5);

/** One round; returns how many were delivered. A notice that cannot be handed over waits for a later round. */
export async function deliverDue(parts: DeliveryParts): Promise<number> {
  let delivered = 0;
  for (const notice of await parts.store.take(ROUND)) {
    if (!(await tell(parts, notice))) continue;
    await parts.store.delivered(notice.id, parts.clock.now());
    delivered += 1;
  }
  return delivered;
}

/** True when at least one way took it, or there is none: the case itself says the same to whoever signs in. */
async function tell(parts: DeliveryParts, notice: WaitingNotice): Promise<boolean> {
  const message = messageOf(parts, notice);
  if (!message) return true;
  const ways = await parts.store.waysOf(notice.account);
  const sent = await Promise.allSettled(sendings(parts, notice.account, ways, message));
  if (sent.length > 0) return sent.some(({ status }) => status === 'fulfilled');
  parts.outbox?.keep('portal', notice.account, message);
  return true;
}

function messageOf({ titleOf, linkTo }: DeliveryParts, notice: WaitingNotice): Message | undefined {
  const title = notice.case && titleOf(notice.case.service);
  if (!notice.case || !title) return undefined;
  const { kind, language } = notice;
  const { id } = notice.case;
  return compose({ kind, language, title, reference: id, link: linkTo(id) });
}

function sendings(
  { channels, store }: DeliveryParts,
  account: string,
  { mobile, email, subscriptions }: Ways,
  message: Message,
): Promise<unknown>[] {
  return [
    ...(email === undefined ? [] : [channels.email(email, message)]),
    ...(mobile === undefined ? [] : [channels.sms(mobile, message)]),
    ...subscriptions.map(async (subscription) => {
      if ((await channels.push(subscription, message)) === 'gone')
        await store.unsubscribe(account, subscription.endpoint);
    }),
  ];
}

/** Round after round until stopped; a store that is away only delays them. Stopping waits for the round that runs. */
export function startDelivery(parts: DeliveryParts): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  let cancel: CancelTimer = schedule();

  function schedule(): CancelTimer {
    return parts.clock.after(EVERY, () => {
      running = deliverDue(parts).catch((error) => parts.onTrouble?.(error));
      void running.then(() => {
        if (!stopped) cancel = schedule();
      });
    });
  }

  return async () => {
    stopped = true;
    cancel();
    await running;
  };
}

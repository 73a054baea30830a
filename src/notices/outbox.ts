/** Messages of a demonstration: kept in memory, the newest few, for whoever wants to read what would have been sent. */
import { type Clock, type Instant, RoomError } from '../kernel/index.ts';
import type { Message } from './compose.ts';

export interface OutboxMessage {
  /** Counts up from 1. */
  readonly number: number;
  readonly channel: 'sms' | 'email' | 'push' | 'portal';
  /** Whom it would have gone to; `portal` is for a holder who left no address. */
  readonly to: string;
  readonly message: Message;
  readonly at: Instant;
}

export interface Outbox {
  keep(channel: OutboxMessage['channel'], to: string, message: Message): void;
  newestFirst(): readonly OutboxMessage[];
}

const KEPT_MAX = 100;

export function openOutbox(clock: Pick<Clock, 'now'>): Outbox {
  const kept: OutboxMessage[] = [];
  let count = 0;
  return {
    keep(channel, to, message) {
      count += 1;
      kept.unshift({ number: count, channel, to, message, at: clock.now() });
      kept.length = Math.min(kept.length, KEPT_MAX);
    },
    newestFirst: () => [...kept],
  };
}

/** Where no gateway is set up: a demonstration keeps the message, production says that it cannot be sent. */
export const withoutGateway =
  (channel: 'sms' | 'email', outbox: Outbox | undefined) => async (to: string, message: Message) => {
    if (!outbox) throw new RoomError('DEVICE_FAULT', `No ${channel} gateway is set up here.`);
    outbox.keep(channel, to, message);
  };

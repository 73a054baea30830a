/** The ways by which a message leaves the house; each is a small interface, so that another gateway is another file. */
import type { Message } from './compose.ts';
import type { PushSubscription } from './notice.ts';

/** Resolves when the other side took it over; rejects when it did not. */
export type SendTo = (to: string, message: Message) => Promise<void>;

export interface Channels {
  readonly email: SendTo;
  readonly sms: SendTo;
  /** `gone`: the browser takes nothing more from us, and the subscription is to be forgotten. */
  push(to: PushSubscription, message: Message): Promise<'taken' | 'gone'>;
}

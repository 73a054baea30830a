/** Notices: what a holder is told outside the pages, by e-mail, message or push; in a demonstration, in the outbox. */
export type { Channels } from './channels.ts';
export { compose, type Message } from './compose.ts';
export { type DeliveryParts, deliverDue, startDelivery } from './deliver.ts';
export { type MailSettings, openMail } from './mail.ts';
export {
  NOTICE_KINDS,
  type NoticeKind,
  type NoticeStore,
  type PushSubscription,
  type WaitingNotice,
} from './notice.ts';
export { type Outbox, type OutboxMessage, openOutbox, withoutGateway } from './outbox.ts';
export { makePushKeys, openPush, type PushKeys, readSubscription } from './push.ts';

/** Web push (RFC 8030, 8291, 8292): encrypted for one browser, signed with the house's own key. */

import webPush from 'web-push';
import { fieldInvalid } from '../kernel/index.ts';
import type { Channels } from './channels.ts';
import type { PushSubscription } from './notice.ts';

export interface PushKeys {
  /** Base64url; browsers subscribe with it. */
  readonly publicKey: string;
  readonly privateKey: string;
}

export const makePushKeys = (): PushKeys => webPush.generateVAPIDKeys();

/**
 * The push services of the browsers. The server posts to whatever address it was given, so any other one would let a
 * stranger send it into the house's own network.
 */
const SERVICES =
  /^https:\/\/(fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|web\.push\.apple\.com|[a-z0-9-]+\.notify\.windows\.com)\//;
const ENDPOINT_MAX = 1000;
const P256DH = /^[A-Za-z0-9_-]{87}=?$/;
const AUTH = /^[A-Za-z0-9_-]{22}(==)?$/;

/** Throws FIELD_INVALID. */
export function readSubscription({ endpoint, keys }: PushSubscription): PushSubscription {
  if (endpoint.length > ENDPOINT_MAX || !SERVICES.test(endpoint))
    throw fieldInvalid('endpoint', endpoint, 'an address of a browser’s push service');
  if (!P256DH.test(keys.p256dh))
    throw fieldInvalid('keys.p256dh', 'what was sent', 'a P-256 point in base64url');
  if (!AUTH.test(keys.auth)) throw fieldInvalid('keys.auth', 'what was sent', '16 bytes in base64url');
  return { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
}

const WAIT_MS = 8000;
const KEPT_S = 24 * 3600;
const GONE = [404, 410];

/** `contact`: whom a push service turns to, as `mailto:…` or an https address. */
export function openPush(keys: PushKeys, contact: string): Channels['push'] {
  const options = { vapidDetails: { subject: contact, ...keys }, TTL: KEPT_S, timeout: WAIT_MS };
  return async (subscription, { subject, text, link }) => {
    const [line = ''] = text.split('\n');
    try {
      await webPush.sendNotification(
        subscription,
        JSON.stringify({ title: subject, text: line, link }),
        options,
      );
      return 'taken';
    } catch (error) {
      if (error instanceof webPush.WebPushError && GONE.includes(error.statusCode)) return 'gone';
      throw error;
    }
  };
}

/** What the pages say and hear of notices. */
import { z } from 'zod';

/** What would have been sent, had a gateway been set up: of a demonstration alone. */
export const outboxMessage = z
  .object({
    number: z.number().int(),
    channel: z.enum(['sms', 'email', 'push', 'portal']),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    link: z.string().optional(),
    at: z.string(),
  })
  .meta({ id: 'OutboxMessage' });
export type OutboxMessageView = z.infer<typeof outboxMessage>;

/** As a browser gives it (`PushSubscription.toJSON()`). */
export const pushSubscription = z
  .object({
    endpoint: z.string().max(1000),
    keys: z.object({ p256dh: z.string().max(100), auth: z.string().max(40) }),
  })
  .meta({ id: 'PushSubscription' });

/** What travellers' accounts say and hear: signing in, contacts, devices, the real-name and the real-person check. */
import { z } from 'zod';
import { language } from './kiosk.ts';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });
const channel = z.enum(['sms', 'email']);
const ways = z.array(z.enum(['counter', 'hotline-12367']));

const accountView = z
  .object({
    kind: z.enum(['guest', 'passkey', 'oidc']),
    language,
    endsAt: z
      .string()
      .meta({ description: 'When this session ends at the latest; idle for 15 minutes ends it too.' }),
    realName: z.object({ at: z.string() }).optional(),
    realPerson: z.object({ until: z.string() }).optional(),
    contacts: z.object({ mobile: z.string().optional(), email: z.string().optional() }),
    mainlandMobile: z.boolean(),
    devices: z.number().int(),
  })
  .meta({ id: 'Account' });

export const accountAnswer = z
  .object({
    signedIn: z.boolean(),
    account: accountView.optional(),
    demo: z.boolean(),
    providers: z.array(z.object({ id: z.string(), name: texts })),
    /** No presentation attack detection that counts is bundled; the pages say so. */
    pad: z.literal('advisory'),
  })
  .meta({ id: 'AccountAnswer' });
export type AccountAnswer = z.infer<typeof accountAnswer>;

export const guestDraft = z.object({ language });
export const contactDraft = z.object({ channel, to: z.string().max(254) }).meta({ id: 'ContactDraft' });
export const channelParams = z.object({ channel });
export const codeDraft = z.object({ code: z.string().max(20) });

/** `locked`: too many in this time; says until when. `service-fault`: ours, costs nothing. */
export const codeSent = z
  .object({
    outcome: z.enum(['sent', 'locked', 'service-fault']),
    expiresAt: z.string().optional(),
    until: z.string().optional(),
  })
  .meta({ id: 'CodeSent' });
export type CodeSentAnswer = z.infer<typeof codeSent>;

export const codeAnswer = z
  .object({
    outcome: z.enum(['confirmed', 'wrong-code', 'no-code']),
    channel: channel.optional(),
    triesLeft: z.number().int().optional(),
  })
  .meta({ id: 'CodeAnswer' });
export type CodeAnswer = z.infer<typeof codeAnswer>;

export const device = z
  .object({ id: z.string(), label: z.string(), addedAt: z.string(), usedAt: z.string().optional() })
  .meta({ id: 'Device' });
export type DeviceView = z.infer<typeof device>;

/** A code or link that works once. */
export const oneTimeCode = z.object({ code: z.string(), expiresAt: z.string() }).meta({ id: 'OneTimeCode' });
export type OneTimeCode = z.infer<typeof oneTimeCode>;

export const passkeyDraft = z.object({ label: z.string().min(1).max(60), response: z.unknown() });
export const wayInStart = z.object({ way: z.enum(['device', 'recovery']), given: z.string().max(100) });
export const wayInFinish = wayInStart.extend(passkeyDraft.shape);
export const recoveryDraft = z.object({ documentNumber: z.string().min(1).max(40) });

/** Everything as typed; what is wrong with a field is a problem of that field. */
export const realNameForm = z
  .object({
    type: z.string().max(24),
    number: z.string().max(60),
    expires: z.string().max(40),
    name: z.string().max(200),
  })
  .meta({ id: 'RealNameForm' });
export type RealNameDraft = z.infer<typeof realNameForm>;

export const realNameAnswer = z
  .object({
    outcome: z.enum(['passed', 'not-matched', 'expired-document', 'locked', 'other-person', 'service-fault']),
    triesLeft: z.number().int().optional(),
    expired: z.string().optional(),
    until: z.string().optional(),
    ways: ways.optional(),
  })
  .meta({ id: 'RealNameAnswer' });
export type RealNameAnswer = z.infer<typeof realNameAnswer>;

export const personConsent = z
  .object({ version: z.string(), title: texts, body: texts })
  .meta({ id: 'PersonConsent' });
export type PersonConsentText = z.infer<typeof personConsent>;

export const personBegin = z.object({ consent: z.string().max(60) });
export const personProgress = z.object({ taken: z.number().int(), needed: z.number().int() });

export const personAnswer = z
  .object({
    outcome: z.enum(['adjust', 'taken', 'passed', 'not-matched', 'locked', 'no-portrait', 'service-fault']),
    guidance: z.array(z.string()).optional(),
    box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
    taken: z.number().int().optional(),
    needed: z.number().int().optional(),
    triesLeft: z.number().int().optional(),
    until: z.string().optional(),
    ways: ways.optional(),
  })
  .meta({ id: 'PersonAnswer' });
export type PersonAnswer = z.infer<typeof personAnswer>;

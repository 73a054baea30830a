/** What the kiosk says and hears: collection point first, then the lane. */
import { z } from 'zod';
import { screenView } from './port.ts';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });

export const language = z.enum(['zh-Hant', 'zh-Hans', 'en', 'pt']);

export const kioskView = z
  .object({
    lane: z.string(),
    direction: z.enum(['entry', 'exit']),
    port: z.object({ id: z.string(), name: texts }),
    /** `mirror`: a lane with its own devices, the page only shows its screen. `walk-through`: this page's webcam is the lane's camera. */
    mode: z.enum(['mirror', 'walk-through']),
    fingerReader: z.enum(['device', 'simulated']),
    pad: z.enum(['required', 'advisory', 'none']),
    screen: screenView,
    signedIn: z.boolean(),
  })
  .meta({ id: 'Kiosk' });
export type KioskView = z.infer<typeof kioskView>;

/** The versioned words a person agrees to; one object per purpose and modality. */
export const consentText = z.object({
  modality: z.enum(['face', 'fingerprint']),
  version: z.string(),
  title: texts,
  body: texts,
});
export type ConsentText = z.infer<typeof consentText>;

export const enrolmentDraft = z
  .object({
    category: z.enum(['hkmo', 'mainland', 'taiwan', 'foreigner']),
    name: z.string().min(1).max(80),
    birthDate: z.string(),
    document: z.object({ type: z.string(), number: z.string().max(24), expires: z.string() }),
    endorsement: z
      .object({
        type: z.string(),
        entries: z.enum(['multiple', 'single', 'two', 'weekly']),
        destination: z.enum(['HK', 'MO']),
        expires: z.string(),
      })
      .optional(),
    guardianPresent: z.boolean().optional(),
    language,
  })
  .meta({ id: 'EnrolmentDraft' });
export type EnrolmentDraft = z.infer<typeof enrolmentDraft>;

/** Asked before anything is captured (C-06): who may not enrol is told so, kindly, with the other ways. */
export const enrolmentAnswer = z
  .object({
    outcome: z.enum(['may-enrol', 'turned-away']),
    /** Present when the person may enrol. */
    enrolment: z.string().optional(),
    reasons: z.array(z.object({ code: z.string(), kind: texts })),
    alternatives: z.array(z.object({ id: z.string(), text: texts })),
    remedies: z.array(z.object({ text: texts })),
    consents: z.array(consentText),
  })
  .meta({ id: 'EnrolmentAnswer' });
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswer>;

export const consentChoice = z
  .object({ face: z.boolean(), fingerprint: z.boolean() })
  .meta({ id: 'ConsentChoice' });
export type ConsentChoice = z.infer<typeof consentChoice>;

/** Answer to each picture sent: what to change, or how many are taken. */
export const captureAnswer = z
  .object({
    outcome: z.enum(['taken', 'adjust', 'complete']),
    guidance: z.array(z.string()),
    taken: z.number().int(),
    needed: z.number().int(),
    /** Where the face is, as fractions of the picture. */
    box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
    quality: z.number().min(0).max(100).optional(),
  })
  .meta({ id: 'CaptureAnswer' });
export type CaptureAnswer = z.infer<typeof captureAnswer>;

export const enrolmentReceipt = z
  .object({ traveller: z.string(), face: z.boolean(), fingerprint: z.boolean(), usableAt: z.string() })
  .meta({ id: 'EnrolmentReceipt' });
export type EnrolmentReceipt = z.infer<typeof enrolmentReceipt>;

export const travellerInput = z
  .object({
    input: z.enum([
      'confirm',
      'not-me',
      'cancel',
      'help',
      'step-in',
      'finger',
      'step-out',
      'receipt',
      'walk-back',
    ]),
  })
  .meta({ id: 'TravellerInput' });
export type TravellerInput = z.infer<typeof travellerInput>;

export const receiptView = z
  .object({
    port: texts,
    direction: z.enum(['entry', 'exit']),
    at: z.string(),
    documentTail: z.string(),
    reference: z.string(),
    qr: z.string().meta({ description: 'SVG of the receipt code.' }),
  })
  .meta({ id: 'Receipt' });
export type ReceiptView = z.infer<typeof receiptView>;

export const session = z
  .object({
    signedIn: z.boolean(),
    officer: z
      .object({ id: z.string(), name: z.string(), role: z.string(), passkeys: z.number() })
      .optional(),
    demo: z.boolean(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof session>;

/** RFC 9457, with what a person needs: which field, what would be right, that nothing was lost, the other way. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    field: z.string().optional(),
    expected: z.string().optional(),
    trace: z.string(),
    nothingLost: z.literal(true),
    help: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** What the portal and the officers' desk say and hear of services and cases. */
import { z } from 'zod';
import { FILE_MEDIA } from '../../services/index.ts';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });

/** Any JSON: what a form asks and what a person answers differ by service; the desk has read and checked them. */
const json = z.unknown();

export const serviceView = z
  .object({
    id: z.string(),
    group: z.string(),
    holder: z.enum(['guest', 'person']),
    needsRealPerson: z.boolean(),
    minutes: z.number(),
    question: z.string(),
    title: texts,
    summary: texts,
    need: z.array(texts),
    appeal: texts.optional(),
  })
  .meta({ id: 'Service' });
export type ServiceView = z.infer<typeof serviceView>;

/** A decision of the law in the words of the four languages. */
export const answerView = z
  .object({
    decision: z.string(),
    reasons: z.array(z.object({ code: z.string(), text: texts.optional() })),
    alternatives: z.array(z.object({ id: z.string(), text: texts.optional() })),
    obligations: z.array(z.object({ id: z.string(), text: texts.optional() })),
    remedies: z.array(z.object({ text: texts })),
    outputs: z.record(z.string(), json).optional(),
  })
  .meta({ id: 'LawAnswer' });
export type AnswerView = z.infer<typeof answerView>;

export const lookView = z
  .object({
    service: serviceView,
    outcome: z.enum(['open', 'needs', 'refused']),
    proof: z.enum(['sign-in', 'real-name', 'mainland-mobile']).optional(),
    answer: answerView.optional(),
  })
  .meta({ id: 'ServiceLook' });
export type LookView = z.infer<typeof lookView>;

const value = z.union([z.string(), texts]);
const caseState = z.enum(['draft', 'in-review', 'returned', 'proposed', 'granted', 'refused', 'withdrawn']);

export const caseHead = z
  .object({
    id: z.string(),
    service: z.string(),
    title: texts,
    state: caseState,
    openedAt: z.string(),
    changedAt: z.string(),
    dueOn: z.string().optional(),
  })
  .meta({ id: 'CaseHead' });
export type CaseHead = z.infer<typeof caseHead>;

export const faultView = z.object({ field: z.string(), code: z.string(), text: texts });
export type FaultView = z.infer<typeof faultView>;

const fileView = z.object({
  id: z.string(),
  field: z.string(),
  name: z.string(),
  media: z.enum(FILE_MEDIA),
  bytes: z.number(),
  pages: z.number(),
});
export type FileView = z.infer<typeof fileView>;

const grantView = z.object({
  rows: z.array(z.object({ label: texts, value })),
  next: z.array(texts),
  bring: z.array(texts),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  /** What the QR holds. */
  credential: z.object({ kind: z.string(), id: z.string(), text: z.string() }).optional(),
  letter: z.boolean(),
  /** `GET /v1/cases/{id}/code` has the code to show. */
  rotating: z.boolean(),
  booking: z.object({ calendar: z.string(), at: z.string() }).optional(),
  timeline: z
    .object({
      from: z.string(),
      to: z.string(),
      marks: z.array(z.object({ at: z.string(), label: texts, kind: z.enum(['limit']).optional() })),
    })
    .optional(),
});
export type GrantView = z.infer<typeof grantView>;

export const caseView = caseHead
  .extend({
    answers: z.record(z.string(), json),
    files: z.array(fileView),
    /** The form as it stands for these answers; see `services/engine/form.ts`. */
    form: json,
    /** Ids of the steps that count for these answers, in order. */
    steps: z.array(z.string()),
    /** The step that still has something to answer; absent when the case can be sent or was. */
    next: z.string().optional(),
    faults: z.array(faultView),
    answer: answerView.optional(),
    grant: grantView.optional(),
    /** Granted, and its holder may still change it. */
    editable: z.boolean().optional(),
    messages: z.array(z.object({ from: z.enum(['officer', 'holder']), at: z.string(), text: z.string() })),
    events: z.array(z.object({ at: z.string(), action: z.string(), state: caseState })),
    appeal: texts.optional(),
    /** The officer who answers for it (U-08). */
    owner: z.string().optional(),
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof caseView>;

export const sentView = z
  .object({
    outcome: z.enum(['sent', 'faults', 'needs']),
    case: caseView.optional(),
    faults: z.array(faultView).optional(),
    proof: z.enum(['real-person']).optional(),
  })
  .meta({ id: 'Sent' });
export type SentView = z.infer<typeof sentView>;

export const slotView = z.object({ at: z.string(), free: z.number() });
export type SlotView = z.infer<typeof slotView>;

/** A code that changes: `at` is the server's clock, so that a page whose own is wrong still fetches in time. */
export const codeView = z
  .object({ text: z.string(), at: z.string(), refreshAt: z.string() })
  .meta({ id: 'RotatingCode' });
export type CodeView = z.infer<typeof codeView>;

/** A line of the officers' queue. */
export const deskCaseHead = caseHead
  .extend({
    /** The officer who has taken it. */
    owner: z.string().optional(),
    /** The officer who has decided first: another one has to agree. */
    proposedBy: z.string().optional(),
  })
  .meta({ id: 'DeskCaseHead' });
export type DeskCaseHead = z.infer<typeof deskCaseHead>;

/** What an officer sees besides. */
export const deskCaseView = caseView
  .extend({
    traveller: z.string().optional(),
    proposal: z
      .object({ officer: z.string(), outcome: z.enum(['grant', 'refuse']), reason: z.string() })
      .optional(),
    because: z.array(z.object({ clause: z.string(), passed: z.boolean(), reference: z.string() })),
  })
  .meta({ id: 'DeskCase' });
export type DeskCaseView = z.infer<typeof deskCaseView>;

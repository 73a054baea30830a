/** What "my data" and the crossing records say to the person whose they are. */
import { z } from 'zod';
import { answerView } from './cases.ts';

const texts = z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string(), pt: z.string() });

export const overviewView = z
  .object({
    names: z.array(z.string()),
    birthDate: z.string(),
    category: z.enum(['hkmo', 'mainland', 'taiwan', 'foreigner']),
    documents: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        name: texts,
        tail: z.string(),
        expires: z.string(),
        expired: z.boolean(),
        endorsements: z.array(
          z.object({
            name: texts,
            entries: z.string(),
            destination: z.string(),
            expires: z.string(),
            expired: z.boolean(),
          }),
        ),
        today: answerView,
      }),
    ),
    linked: z.array(z.object({ relation: z.enum(['guardian', 'ward']), name: z.string() })),
  })
  .meta({ id: 'MyData' });
export type OverviewView = z.infer<typeof overviewView>;

export const numberView = z.object({ number: z.string() });
export type NumberView = z.infer<typeof numberView>;

export const modality = z.enum(['face', 'fingerprint']);

export const erasureView = z
  .object({
    id: z.string(),
    at: z.string(),
    modality,
    templatesErased: z.number(),
    /** By RFC 6962, in hex: the leaf of the audit log that attests it. */
    leafHash: z.string(),
  })
  .meta({ id: 'Erasure' });
export type ErasureView = z.infer<typeof erasureView>;

export const consentsView = z
  .object({
    consents: z.array(
      z.object({
        id: z.string(),
        purpose: z.string(),
        modality,
        textVersion: z.string(),
        givenAt: z.string(),
        withdrawnAt: z.string().optional(),
        title: texts.optional(),
        body: texts.optional(),
        /** Only of a consent in force. */
        ifWithdrawn: z.object({ losesLane: z.boolean(), law: answerView }).optional(),
      }),
    ),
    erasures: z.array(erasureView),
  })
  .meta({ id: 'MyConsents' });
export type ConsentsView = z.infer<typeof consentsView>;

export const withdrawnView = z
  .object({
    outcome: z.enum(['withdrawn', 'refused']),
    receipt: erasureView.optional(),
    answer: answerView.optional(),
  })
  .meta({ id: 'ConsentWithdrawn' });
export type WithdrawnView = z.infer<typeof withdrawnView>;

export const looksView = z
  .array(
    z.object({
      at: z.string(),
      action: z.string(),
      kind: z.enum(['you', 'account', 'officer', 'port', 'operator']),
      pseudonym: z.string().optional(),
      purpose: z.string().optional(),
    }),
  )
  .meta({ id: 'WhoLooked' });
export type LooksView = z.infer<typeof looksView>;

export const crossingsView = z
  .object({
    outcome: z.enum(['found', 'refused']),
    answer: answerView,
    from: z.string().optional(),
    to: z.string().optional(),
    crossings: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        direction: z.enum(['entry', 'exit']),
        port: texts,
        document: texts.optional(),
        documentLast4: z.string().optional(),
      }),
    ),
    ports: z.array(z.object({ id: z.string(), name: texts })),
    more: z.boolean(),
  })
  .meta({ id: 'MyCrossings' });
export type CrossingsView = z.infer<typeof crossingsView>;

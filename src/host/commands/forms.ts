/** What the commands take and give: checked here, whether they come from a terminal or over loopback. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';

const picture = z.object({
  /** How the person named it, for messages. */
  name: z.string().max(300),
  /** The file, as base64. */
  data: z.string(),
});
export type PictureFile = z.infer<typeof picture>;

const finger = z.object({ position: z.string().max(20), pictures: z.array(picture).min(1).max(8) });

export const enrolForm = z.object({
  traveller: z.string(),
  faces: z.array(picture).min(1, 'at least one picture of the face').max(8),
  fingers: z.array(finger).max(10),
  consents: z.array(z.enum(['face', 'fingerprint'])),
});
export type EnrolForm = z.infer<typeof enrolForm>;

export const crossForm = z.object({
  faces: z.array(picture).min(1, 'one picture of the face').max(8),
  fingers: z.array(finger).max(10),
  port: z.string(),
  direction: z.enum(['entry', 'exit']),
  at: z.string().optional(),
  companion: z.object({ role: z.string(), present: z.boolean(), sameLaneGroup: z.boolean() }).optional(),
});
export type CrossForm = z.infer<typeof crossForm>;

export interface CrossResult {
  readonly outcome: 'passed' | 'referred';
  readonly reasons: readonly string[];
  readonly steps: readonly { readonly name: string; readonly ms: number; readonly outcome: string }[];
  readonly decision: { readonly decision: string; readonly [fact: string]: unknown } | null;
  readonly crossing?: {
    readonly id: string;
    readonly at: string;
    readonly port: string;
    readonly direction: string;
  };
}

export const travellerForm = z.object({
  name: z.string().min(1).max(80),
  category: z.enum(['hkmo', 'mainland', 'taiwan', 'foreigner']),
  birthDate: z.string(),
  documents: z.array(z.object({ type: z.string(), number: z.string(), expires: z.string() })).max(5),
  endorsements: z
    .array(z.object({ type: z.string(), entries: z.string(), destination: z.string(), expires: z.string() }))
    .max(10),
});
export type TravellerForm = z.infer<typeof travellerForm>;

export const listForm = z.object({
  limit: z.number().int().min(1).max(1000),
  search: z.string().max(80).optional(),
});
export const showForm = z.object({ traveller: z.string() });
export const withdrawForm = z.object({
  traveller: z.string(),
  modalities: z.array(z.enum(['face', 'fingerprint'])).min(1),
});

/** Reads input against its form; FIELD_INVALID names the first field that does not fit. */
export function readForm<T>(form: z.ZodType<T>, input: unknown): T {
  const read = form.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') || 'input';
  throw new RoomError('FIELD_INVALID', `${field}: ${issue?.message ?? 'not as expected'}.`, {
    field,
    expected: issue?.message ?? '',
  });
}

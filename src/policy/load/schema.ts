/** The form of every rules file, strictly: an unknown key is a fault, since a misspelt one would be silently ignored. */
import { z } from 'zod';
import { isDay, LANGUAGES } from '../../kernel/index.ts';
import { KINDS } from '../facts/kinds.ts';

const day = z.string().refine(isDay, { message: 'is not a day that exists, written YYYY-MM-DD' });
const text = z.string().min(1);
const texts = z.strictObject({ 'zh-Hant': text, 'zh-Hans': text, en: text, pt: text });
const tree = z.json();
const requirement = z.array(z.string().regex(/^[A-X]-\d{2}$/)).min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, { message: 'is not an id in small letters and hyphens' });
const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/, { message: 'is not a code in capitals' });
export const CONFIDENCE = ['source-official', 'found', 'source-press', 'derived', 'unverified'] as const;
const KIND_NAMES = [...KINDS.keys(), 'object', 'list', 'flag-or-choice'] as const;

const datedValue = z.strictObject({ until: day.optional(), value: tree, reference: id });
const parameter = z.strictObject({
  requirement,
  unit: z.string().optional(),
  text: texts,
  values: z.record(z.string(), datedValue),
});

const fact = z.strictObject({
  kind: z.enum(KIND_NAMES),
  given: z.literal('always').optional(),
  values: z.array(tree).min(1).optional(),
  table: id.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  nullable: z.boolean().optional(),
  default: tree.optional(),
  notAfterTheDay: z.boolean().optional(),
  expected: z.string().optional(),
  ask: texts.optional(),
});

const remedy = z.strictObject({
  if: tree.optional(),
  set: z.record(z.string(), tree).optional(),
  wait: tree.optional(),
  text: texts,
});

const clause = z.strictObject({
  id,
  requirement,
  reference: id,
  from: day.optional(),
  until: day.optional(),
  alone: z.boolean().optional(),
  when: tree.optional(),
  require: tree,
  reason: code,
  gives: code.optional(),
  parameter: id.optional(),
  doubt: code.optional(),
  text: texts,
  remedies: z.array(remedy).optional(),
});

const offer = z.strictObject({ id: z.string(), with: z.array(code).optional(), if: tree.optional() });
const output = z.strictObject({ with: z.array(code).optional(), if: tree.optional(), value: tree });

const part = z.strictObject({
  id,
  when: tree.optional(),
  day: z.string(),
  decisions: z.array(code).min(2),
  pass: z.strictObject({ decision: code, reason: code }),
  fail: code,
  clauses: z.array(clause).min(1),
  each: z
    .array(z.strictObject({ list: z.string(), when: tree.optional(), clauses: z.array(clause).min(1) }))
    .optional(),
  obligations: z.array(offer).optional(),
  alternatives: z.array(offer).optional(),
  outputs: z.record(z.string(), output).optional(),
});

export const questionFile = z.strictObject({
  question: id,
  title: texts,
  facts: z.record(z.string(), fact),
  parameters: z.record(id, parameter).optional(),
  parts: z.array(part).min(1),
});

export const parametersFile = z.strictObject({ parameters: z.record(id, parameter) });

export const referencesFile = z.strictObject({
  references: z.record(id, z.strictObject({ authority: text, title: text, date: day })),
});

const row = z.looseObject({
  key: z.union([z.string(), z.array(z.string()).min(1)]),
  from: day.optional(),
  until: day.optional(),
  reference: id.optional(),
  confidence: z.enum(CONFIDENCE).optional(),
  names: z.partialRecord(z.enum(LANGUAGES), text).optional(),
  aliases: z.array(text).optional(),
});

const table = z.strictObject({
  keys: z.array(z.string()).min(1).max(2),
  requirement,
  unverified: code,
  covers: z.strictObject({ from: day, until: day }).optional(),
  text: texts,
  groups: z
    .array(
      z.strictObject({
        from: day.optional(),
        until: day.optional(),
        reference: id,
        confidence: z.enum(CONFIDENCE),
        rows: z.array(row).min(1),
      }),
    )
    .min(1),
});

export const tablesFile = z.strictObject({ tables: z.record(id, table) });

export const textsFile = z.strictObject({ kind: id, texts: z.record(z.string(), texts) });

export const casesFile = z.strictObject({
  question: id,
  base: z.record(z.string(), tree).optional(),
  cases: z
    .array(
      z.strictObject({
        name: text,
        requirement,
        facts: z.record(z.string(), tree).optional(),
        without: z.array(z.string()).optional(),
        decision: code,
        reasons: z.array(code),
        obligations: z.array(z.string()).optional(),
        alternatives: z.array(z.string()).optional(),
        missing: z.array(z.string()).optional(),
        outputs: z.record(z.string(), tree).optional(),
      }),
    )
    .min(1),
});

export type QuestionFile = z.infer<typeof questionFile>;
export type ParameterEntry = z.infer<typeof parameter>;
export type TableEntry = z.infer<typeof table>;
export type CasesFile = z.infer<typeof casesFile>;
export type TextsFile = z.infer<typeof textsFile>;
export type ReferencesFile = z.infer<typeof referencesFile>;
export type ParametersFile = z.infer<typeof parametersFile>;
export type TablesFile = z.infer<typeof tablesFile>;

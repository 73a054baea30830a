/** Reads one answer as a person types it: full-width signs, spaces and marks of direction are no errors; what is wrong has a code. */
import { normaliseNumber, readNumber } from '../../documents/index.ts';
import { type Day, isDay } from '../../kernel/index.ts';
import { isCountryCode } from '../../policy/index.ts';
import { readCreditCode } from './credit-code.ts';
import { type Fault, type FaultCode, fault } from './faults.ts';
import type { Answers, Field, SimpleField, Value } from './form.ts';

export type Reading =
  | { readonly outcome: 'ok'; readonly value: Value }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'wrong'; readonly faults: readonly Fault[] };

export interface ReadContext {
  readonly today: Day;
  /** The answers around the field: its form's, or its group item's. */
  readonly around: Answers;
}

const NAME_LENGTH_MAX = 80;
const ok = (value: Value): Reading => ({ outcome: 'ok', value });
const absent: Reading = { outcome: 'absent' };
const wrong = (path: string, code: FaultCode): Reading => ({ outcome: 'wrong', faults: [fault(path, code)] });

/** Marks that steer writing direction or join nothing: copied along unseen, they mean nothing here. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g;
const PICTURE = /[\p{Extended_Pictographic}\p{Cc}\p{Co}\p{Cn}]/u;
const NAME_SIGNS = /^[\p{L}\p{M}\p{Nl}\s.,'’·‧・\-–/()]+$/u;

const clean = (text: string): string => text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
const narrow = (text: string): string => clean(text.normalize('NFKC'));

export function readValue(
  field: Field | SimpleField,
  raw: unknown,
  path: string,
  context: ReadContext,
): Reading {
  if (typeof raw === 'string') return readText(field, raw, path, context);
  if (typeof raw === 'boolean') return readFlag(field, raw, path);
  if (typeof raw === 'number')
    return field.kind === 'number' ? readNumberField(field, String(raw), path) : wrong(path, 'NOT_AN_OPTION');
  if (Array.isArray(raw)) return readList(field, raw, path, context);
  return raw === undefined || raw === null ? absent : wrong(path, 'NOT_AN_OPTION');
}

function readText(field: Field | SimpleField, raw: string, path: string, context: ReadContext): Reading {
  const text = clean(raw);
  if (text === '') return absent;
  switch (field.kind) {
    case 'text':
      return [...text].length > field.lengthMax ? wrong(path, 'TOO_LONG') : ok(text);
    case 'name':
      return readName(text, path);
    case 'day':
      return readDay(narrow(raw), field.when ?? 'any', path, context.today);
    case 'instant':
      return readInstant(narrow(raw), path);
    case 'choice':
      return field.options.some(({ id }) => id === text) ? ok(text) : wrong(path, 'NOT_AN_OPTION');
    case 'document-number':
      return readDocumentNumber(field, text, path, context);
    case 'credit-code':
      return readOrganisation(text, path);
    case 'country':
      return isCountryCode(text.toUpperCase()) ? ok(text.toUpperCase()) : wrong(path, 'NOT_A_COUNTRY');
    case 'phone':
      return readPhone(narrow(raw), path);
    case 'email':
      return /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(narrow(raw)) && raw.length <= 254
        ? ok(narrow(raw))
        : wrong(path, 'NOT_AN_EMAIL');
    case 'number':
      return readNumberField(field, narrow(raw), path);
    case 'slot':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\+08:00$/.test(text) ? ok(text) : wrong(path, 'NOT_AN_OPTION');
    default:
      return wrong(path, 'NOT_AN_OPTION');
  }
}

function readName(text: string, path: string): Reading {
  if ([...text].length > NAME_LENGTH_MAX) return wrong(path, 'TOO_LONG');
  if (PICTURE.test(text) || !NAME_SIGNS.test(text)) return wrong(path, 'SIGNS_NOT_ALLOWED');
  return /\p{L}/u.test(text) ? ok(text) : wrong(path, 'NO_WORDS');
}

const DAY_PARTS = /^(\d{1,4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** `2026-3-31`, `2026/03/31`, `2026年3月31日`, `20260331`; a year of the Republic is told apart. */
function readDay(text: string, when: 'past' | 'future' | 'any', path: string, today: Day): Reading {
  if (/^民國|^民国/.test(text)) return wrong(path, 'REPUBLIC_YEAR');
  const parts = DAY_PARTS.exec(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  const [, year = '', month = '', day = ''] = parts ?? [];
  if (!parts) return wrong(path, 'NOT_A_DAY');
  if (year.length < 4)
    return wrong(path, year.length >= 2 && Number(year) < 150 ? 'REPUBLIC_YEAR' : 'NOT_A_DAY');
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(iso)) return wrong(path, 'NO_SUCH_DAY');
  if (when === 'past' && iso > today) return wrong(path, 'NOT_YET');
  return when === 'future' && iso < today ? wrong(path, 'ALREADY_PAST') : ok(iso);
}

/** Stored with Beijing's offset. */
function readInstant(text: string, path: string): Reading {
  const [, day = '', hour = '', minute = '', offset] =
    /^(\S+?)[T\s]+(\d{1,2})[:：](\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const read = readDay(day, 'any', path, '' as Day);
  if (read.outcome !== 'ok' || Number(hour) > 23 || Number(minute) > 59) return wrong(path, 'NOT_A_TIME');
  return ok(`${read.value}T${hour.padStart(2, '0')}:${minute}:00${offset ?? '+08:00'}`);
}

function readDocumentNumber(
  field: { readonly type?: string; readonly typeField?: string },
  text: string,
  path: string,
  { around }: ReadContext,
): Reading {
  const chosen = field.typeField === undefined ? field.type : around[field.typeField];
  const verdict = readNumber(typeof chosen === 'string' ? chosen : '', normaliseNumber(text));
  if (verdict.outcome === 'valid') return ok(verdict.number);
  return wrong(path, verdict.outcome === 'wrong-form' ? 'NUMBER_FORM' : 'NUMBER_CHECK');
}

function readOrganisation(text: string, path: string): Reading {
  const reading = readCreditCode(text);
  if (reading.outcome === 'valid') return ok(reading.code);
  return wrong(path, reading.outcome === 'wrong-form' ? 'NUMBER_FORM' : 'NUMBER_CHECK');
}

/** E.164, as people write it; a bare mainland, Hong Kong or Macao mobile gets its code. */
function readPhone(text: string, path: string): Reading {
  const digits = text.replace(/[\s\-().]/g, '').replace(/^00/, '+');
  const whole = /^1[3-9]\d{9}$/.test(digits)
    ? `+86${digits}`
    : /^[569]\d{7}$/.test(digits)
      ? `+852${digits}`
      : digits;
  return /^\+[1-9]\d{6,14}$/.test(whole) ? ok(whole) : wrong(path, 'NOT_A_PHONE');
}

function readNumberField(
  field: { readonly from: number; readonly to: number },
  text: string,
  path: string,
): Reading {
  const number = Number(text);
  if (!/^-?\d{1,9}(?:\.\d{1,4})?$/.test(text)) return wrong(path, 'OUT_OF_RANGE');
  return number >= field.from && number <= field.to ? ok(number) : wrong(path, 'OUT_OF_RANGE');
}

function readFlag(field: Field | SimpleField, raw: boolean, path: string): Reading {
  if (field.kind === 'yes-no') return ok(raw);
  if (field.kind !== 'consent') return wrong(path, 'NOT_AN_OPTION');
  return raw ? ok(true) : wrong(path, 'CONSENT_NEEDED');
}

function readList(
  field: Field | SimpleField,
  raw: readonly unknown[],
  path: string,
  context: ReadContext,
): Reading {
  if (field.kind === 'choices') return readChoices(field, raw, path);
  if (field.kind === 'group') return readGroup(field, raw, path, context);
  // Files are counted by the desk, which holds them; what a page says of them is not believed.
  return field.kind === 'files' ? absent : wrong(path, 'NOT_AN_OPTION');
}

function readChoices(
  field: Extract<Field, { kind: 'choices' }> | Extract<SimpleField, { kind: 'choices' }>,
  raw: readonly unknown[],
  path: string,
): Reading {
  const known = new Set(field.options.map(({ id }) => id));
  const chosen = [...new Set(raw)].filter(
    (item): item is string => typeof item === 'string' && known.has(item),
  );
  if (chosen.length !== new Set(raw).size) return wrong(path, 'NOT_AN_OPTION');
  if (field.most !== undefined && chosen.length > field.most) return wrong(path, 'TOO_MANY');
  return chosen.length === 0 ? absent : ok(chosen);
}

function readGroup(
  field: Extract<Field, { kind: 'group' }>,
  raw: readonly unknown[],
  path: string,
  { today }: ReadContext,
): Reading {
  if (raw.length > field.most) return wrong(path, 'TOO_MANY');
  if (raw.length < field.least) return wrong(path, 'TOO_FEW');
  const items = raw.map((item, index) => readAnswers(field.fields, item, today, `${path}.${index}.`));
  const faults = items.flatMap((item) => item.faults);
  return faults.length > 0 ? { outcome: 'wrong', faults } : ok(items.map(({ answers }) => answers));
}

export interface AnswersRead {
  readonly answers: Answers;
  readonly faults: readonly Fault[];
}

/** Reads the fields that are shown, in their order: a field may hang on one before it. Unknown names are dropped. */
export function readAnswers(
  fields: readonly (Field | SimpleField)[],
  raw: unknown,
  today: Day,
  prefix = '',
  before: Answers = {},
): AnswersRead {
  const given: Readonly<Record<string, unknown>> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const answers: Record<string, Value> = { ...before };
  const faults: Fault[] = [];
  for (const field of fields) {
    if (field.only && !field.only.is.includes(answers[field.only.field] as string | boolean)) continue;
    const value = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    const reading = readValue(field, value, prefix + field.id, { today, around: answers });
    if (reading.outcome === 'ok') answers[field.id] = reading.value;
    else if (reading.outcome === 'wrong') faults.push(...reading.faults);
    else if (!field.optional && field.kind !== 'files')
      faults.push(fault(prefix + field.id, field.kind === 'consent' ? 'CONSENT_NEEDED' : 'REQUIRED'));
  }
  return { answers, faults };
}

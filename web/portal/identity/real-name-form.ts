/** What the real-name form holds and what can be wrong with it before it is sent: every fault at once, each with its field. */
import {
  REAL_NAME_DOCUMENTS,
  type RealNameDocument,
  readDay,
  readNumber,
} from '../../../src/documents/index.ts';
import type { RealNameDraft } from '../../../src/server/index.ts';
import { documentWords } from '../../shared/i18n/enrol-words.ts';
import { moreDocumentWords, realNameWords } from '../../shared/i18n/identity-words.ts';
import type { Words } from '../../shared/i18n/words.ts';
import type { TypedDay } from './field.tsx';

export interface RealNameFields {
  readonly type: RealNameDocument;
  readonly number: string;
  readonly name: string;
  readonly expires: TypedDay;
}

export type RealNameField = 'type' | 'number' | 'name' | 'expires';

/** Problems of the server name the same fields. */
export const isRealNameField = (name: string | undefined): name is RealNameField =>
  name === 'type' || name === 'number' || name === 'name' || name === 'expires';

export const fieldIdOf = (field: RealNameField): string => `real-name-${field}`;

export interface FieldFault {
  readonly field: RealNameField;
  readonly text: Words;
}

const TYPE_WORDS = { ...documentWords, ...moreDocumentWords };
export const DOCUMENT_CHOICES: readonly (readonly [RealNameDocument, Words])[] = REAL_NAME_DOCUMENTS.map(
  (type) => [type, TYPE_WORDS[type]] as const,
);

export const emptyRealName = (): RealNameFields => ({
  type: 'HRP',
  number: '',
  name: '',
  expires: { year: '', month: '', day: '' },
});

const dayText = ({ year, month, day }: TypedDay): string => `${year}-${month}-${day}`;
const isBlank = (text: string): boolean => text.replace(/[\s\p{Cf}]/gu, '') === '';
const NAME_SIGNS = /^[\p{L}\p{M}\p{Cf}\s'’‘.,·・•()/-]+$/u;

function faultOfNumber({ type, number }: RealNameFields): Words | undefined {
  if (isBlank(number)) return realNameWords.required;
  const read = readNumber(type, number);
  if (read.outcome === 'wrong-check-digit') return realNameWords.badCheckDigit;
  return read.outcome === 'valid' ? undefined : realNameWords.badNumber;
}

function faultOfName({ name }: RealNameFields): Words | undefined {
  if (isBlank(name)) return realNameWords.required;
  return NAME_SIGNS.test(name.normalize('NFKC')) ? undefined : realNameWords.badName;
}

/** A missing day is the fault at which people got stuck: its hint says where the day stands (H-11). */
function faultOfDay({ expires }: RealNameFields): Words | undefined {
  if (isBlank(expires.year + expires.month + expires.day)) return realNameWords.required;
  const read = readDay(dayText(expires));
  if (read.outcome === 'republic-calendar') return realNameWords.republic;
  return read.outcome === 'day' ? undefined : realNameWords.badDay;
}

/** In the order of the page. */
export function faultsOfRealName(fields: RealNameFields): readonly FieldFault[] {
  const found = [
    ['number', faultOfNumber(fields)],
    ['name', faultOfName(fields)],
    ['expires', faultOfDay(fields)],
  ] as const;
  return found.flatMap(([field, text]) => (text ? [{ field, text }] : []));
}

export const draftOfRealName = ({ type, number, name, expires }: RealNameFields): RealNameDraft => ({
  type,
  number,
  name,
  expires: dayText({ ...expires, month: expires.month.padStart(2, '0'), day: expires.day.padStart(2, '0') }),
});

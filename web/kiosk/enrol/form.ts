/** What a traveller fills in at the collection point, and its check: every fault at once, each with its field. */
import { type Day, isDay } from '../../../src/kernel/index.ts';
import type { EnrolmentDraft } from '../../../src/server/index.ts';
import { type documentWords, type endorsementWords, enrolWords } from '../../shared/i18n/enrol-words.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { Words } from '../../shared/i18n/words.ts';

export type Category = EnrolmentDraft['category'];
export type DocumentType = keyof typeof documentWords;
export type EndorsementType = keyof typeof endorsementWords;
export type Entries = NonNullable<EnrolmentDraft['endorsement']>['entries'];
export type Destination = 'HK' | 'MO';

/** A day as it is typed; joined only when it is checked. */
export interface TypedDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

export interface Form {
  readonly category: Category;
  readonly name: string;
  readonly birth: TypedDay;
  readonly documentType: DocumentType;
  readonly number: string;
  readonly expires: TypedDay;
  readonly endorsementType: EndorsementType;
  readonly entries: Entries;
  readonly destination: Destination;
  readonly endorsementExpires: TypedDay;
  readonly guardianPresent: boolean;
  /** A fault that the server found, shown where it belongs. */
  readonly refused?: Fault;
}

/** Names as the server's problems use them, so that its faults find their field here. */
export type FieldName = 'name' | 'birthDate' | 'document.number' | 'document.expires' | 'endorsement.expires';

export interface Fault {
  readonly field: FieldName;
  readonly text: Words;
  /** Words that the server gave, instead of ours. */
  readonly told?: string;
}

export const FIELD_WORDS: Readonly<Record<FieldName, Words>> = {
  name: enrolWords.name,
  birthDate: enrolWords.birth,
  'document.number': enrolWords.number,
  'document.expires': enrolWords.expires,
  'endorsement.expires': enrolWords.endorsementExpires,
};

export const isField = (name: string | undefined): name is FieldName =>
  name !== undefined && Object.hasOwn(FIELD_WORDS, name);

/** Documents that each category of person travels on, the usual one first. */
export const DOCUMENTS: Readonly<Record<Category, readonly DocumentType[]>> = {
  hkmo: ['HRP', 'HRP_NC'],
  mainland: ['EEP', 'EEP_OFFICIAL'],
  taiwan: ['MTP_TW_5Y', 'MTP_TW_1'],
  foreigner: ['PP_FOREIGN', 'FPR'],
};

const NO_DAY: TypedDay = { year: '', month: '', day: '' };

export const emptyForm = (): Form => ({
  category: 'hkmo',
  name: '',
  birth: NO_DAY,
  documentType: 'HRP',
  number: '',
  expires: NO_DAY,
  endorsementType: 'G',
  entries: 'multiple',
  destination: 'HK',
  endorsementExpires: NO_DAY,
  guardianPresent: false,
});

/** Endorsements are stamped only into the permits of mainland residents. */
export const needsEndorsement = (form: Form): boolean => form.category === 'mainland';

/** The ISO day typed, or undefined when there is no such day. */
export function dayTyped({ year, month, day }: TypedDay): Day | undefined {
  const text = `${year.trim().padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

const isBlank = (typed: TypedDay) => !typed.year.trim() && !typed.month.trim() && !typed.day.trim();

function faultOfDay(field: FieldName, typed: TypedDay): Fault | undefined {
  if (isBlank(typed)) return { field, text: enrolWords.required };
  return dayTyped(typed) ? undefined : { field, text: enrolWords.badDate };
}

function faultOfBirth(typed: TypedDay, today: Day): Fault | undefined {
  const day = dayTyped(typed);
  if (day && day > today) return { field: 'birthDate', text: enrolWords.futureBirth };
  return faultOfDay('birthDate', typed);
}

const faultOfText = (field: FieldName, text: string): Fault | undefined =>
  text.trim() ? undefined : { field, text: enrolWords.required };

/** Every fault, in the order of the page. Whether a document is still valid is the law's question, not the form's. */
export function faultsOf(form: Form, today: Day): readonly Fault[] {
  return [
    faultOfText('name', form.name),
    faultOfBirth(form.birth, today),
    faultOfText('document.number', form.number),
    faultOfDay('document.expires', form.expires),
    needsEndorsement(form) ? faultOfDay('endorsement.expires', form.endorsementExpires) : undefined,
  ].filter((fault) => fault !== undefined);
}

/** The draft to send; call it only for a form without faults. */
export function draftOf(form: Form, language: Language): EnrolmentDraft {
  const draft: EnrolmentDraft = {
    category: form.category,
    name: form.name.trim(),
    birthDate: dayTyped(form.birth) ?? '',
    document: {
      type: form.documentType,
      number: form.number.trim().toUpperCase(),
      expires: dayTyped(form.expires) ?? '',
    },
    language,
  };
  if (form.guardianPresent) draft.guardianPresent = true;
  if (needsEndorsement(form)) {
    draft.endorsement = {
      type: form.endorsementType,
      entries: form.entries,
      destination: form.destination,
      expires: dayTyped(form.endorsementExpires) ?? '',
    };
  }
  return draft;
}

/** Who comes to the collection point: the draft, checked field by field, and the facts it gives the law. */
import { readNumber } from '../../documents/index.ts';
import {
  type Day,
  fieldInvalid,
  formatInstant,
  type Instant,
  parseDay,
  shanghaiDay,
} from '../../kernel/index.ts';

export interface Draft {
  readonly category: 'hkmo' | 'mainland' | 'taiwan' | 'foreigner';
  readonly name: string;
  readonly birthDate: string;
  readonly document: { readonly type: string; readonly number: string; readonly expires: string };
  readonly endorsement?:
    | {
        readonly type: string;
        readonly entries: string;
        readonly destination: string;
        readonly expires: string;
      }
    | undefined;
  readonly guardianPresent?: boolean | undefined;
  /** In which the words of the consents were shown. */
  readonly language: string;
}

export interface CheckedDraft extends Draft {
  readonly birthDate: Day;
}

const NAME_LENGTH_MAX = 80;
/** Throws FIELD_INVALID naming the field. */
export function checkDraft(draft: Draft, at: Instant): CheckedDraft {
  const name = draft.name.normalize('NFC').trim();
  if (name === '' || name.length > NAME_LENGTH_MAX)
    throw fieldInvalid('name', draft.name, 'a name of 1 to 80 signs');
  const birthDate = parseDay(draft.birthDate, 'birthDate');
  if (birthDate > shanghaiDay(at)) throw fieldInvalid('birthDate', birthDate, 'a day that has been');
  const number = checkNumber(draft.document);
  const expires = parseDay(draft.document.expires, 'document.expires');
  if (draft.endorsement) parseDay(draft.endorsement.expires, 'endorsement.expires');
  return { ...draft, name, birthDate, document: { ...draft.document, number, expires } };
}

function checkNumber({ type, number }: Draft['document']): string {
  const verdict = readNumber(type, number);
  if (verdict.outcome !== 'valid') throw fieldInvalid('document.number', number, verdict.expected);
  return verdict.number;
}

/** Facts for the `lane` question, as if everything that enrolment brings were there already. */
export function lawFacts(draft: CheckedDraft, place: { port: string; direction: string; at: Instant }) {
  return {
    at: formatInstant(place.at),
    port: place.port,
    direction: place.direction,
    person: { category: draft.category, birthDate: draft.birthDate },
    document: { type: draft.document.type, expires: draft.document.expires },
    consent: { face: true, fingerprint: true },
    biometricsOnFile: false,
    endorsements: draft.endorsement ? [draft.endorsement] : [],
    companion: draft.guardianPresent
      ? { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true }
      : null,
  };
}

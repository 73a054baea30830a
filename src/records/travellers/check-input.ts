/** Refuses what cannot be a traveller, naming the field, before anything is sealed or stored. */
import { fieldInvalid, isDay, parseId } from '../../kernel/index.ts';
import { CATEGORIES, type NewDocument, type NewEndorsement, type NewTraveller } from './traveller.ts';

const CODE_FORM = /^[A-Za-z0-9_-]{1,24}$/;
const NUMBER_FORM = /^[\p{L}\p{N}\s()/-]{1,40}$/u;
const NAME_LENGTH_MAX = 120;

export function checkTraveller(input: NewTraveller): void {
  if (input.id !== undefined) parseId('traveller', input.id, 'id');
  if (!CATEGORIES.includes(input.category))
    throw fieldInvalid('category', input.category, `one of ${CATEGORIES.join(', ')}`);
  checkDay('birthDate', input.birthDate);
  const names = Object.entries(input.names);
  if (names.length === 0) throw fieldInvalid('names', 'nothing', 'at least one name');
  for (const [script, name] of names) {
    if (typeof name !== 'string' || name.trim() === '' || name.length > NAME_LENGTH_MAX) {
      // The value is personal: the message goes without it.
      throw fieldInvalid(`names.${script}`, 'the text given', `a name of 1-${NAME_LENGTH_MAX} characters`);
    }
  }
  for (const document of input.documents ?? []) checkDocument(document);
}

export function checkDocument(document: NewDocument): void {
  if (!CODE_FORM.test(document.type))
    throw fieldInvalid('document.type', document.type, 'a document type such as EEP');
  if (!NUMBER_FORM.test(document.number)) {
    throw fieldInvalid('document.number', 'the text given', 'a document number of 1-40 letters and digits');
  }
  checkDay('document.expires', document.expires);
  for (const endorsement of document.endorsements ?? []) checkEndorsement(endorsement);
}

export function checkEndorsement(endorsement: NewEndorsement): void {
  for (const field of ['type', 'entries', 'destination'] as const) {
    if (!CODE_FORM.test(endorsement[field]))
      throw fieldInvalid(`endorsement.${field}`, endorsement[field], 'a short code');
  }
  checkDay('endorsement.expires', endorsement.expires);
}

function checkDay(field: string, value: unknown): void {
  if (!isDay(value)) throw fieldInvalid(field, value, 'a day that exists, written YYYY-MM-DD');
}

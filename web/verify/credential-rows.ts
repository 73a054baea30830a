/** What a genuine credential says, as label and value, in the order in which one looks at it. */
import type { Credential, KeyList } from '../../src/credentials/index.ts';
import { issuerName } from '../../src/credentials/index.ts';
import type { Language } from '../shared/i18n/language.ts';
import { credentialWords, purposeWords, verifyWords as w } from '../shared/i18n/verify-words.ts';
import { fill, type Words } from '../shared/i18n/words.ts';
import { dateTime, longDay } from '../shared/ui/format.ts';

export interface Row {
  readonly label: Words;
  readonly value: string;
  /** To be compared with what else is shown. */
  readonly large?: boolean;
}

export function rowsOf(credential: Credential, keys: KeyList, language: Language): readonly Row[] {
  const { validFrom, validUntil, issuer, id } = credential;
  return [
    { label: w.whatItIs, value: credentialWords[credential.kind][language] },
    ...factRows(credential, language),
    { label: w.from, value: dateTime(validFrom, language) },
    { label: w.until, value: dateTime(validUntil, language), large: true },
    { label: w.issuer, value: issuerName(keys, issuer)[language] },
    { label: w.reference, value: id },
  ];
}

function factRows(credential: Credential, language: Language): readonly Row[] {
  const { facts } = credential;
  const name: Row[] = 'name' in facts ? [{ label: w.name, value: facts.name, large: true }] : [];
  const document: Row[] =
    'document' in facts ? [{ label: w.document, value: facts.document, large: true }] : [];
  return [...name, ...document, ...ownRows(credential, language)];
}

/** What only one kind of credential says. */
function ownRows(credential: Credential, language: Language): readonly Row[] {
  switch (credential.kind) {
    case 'permit': {
      const names = credential.facts.purposes.map((purpose) => purposeWords[purpose][language]);
      return [{ label: w.purposes, value: names.join(language.startsWith('zh') ? '、' : ', ') }];
    }
    case 'crossing-receipt': {
      const { port, direction, at } = credential.facts;
      return [
        { label: w.crossing, value: w[direction][language], large: true },
        { label: w.when, value: dateTime(at, language), large: true },
        { label: w.port, value: port },
      ];
    }
    case 'linkage':
      return [
        { label: w.permitNumber, value: credential.facts.permit, large: true },
        { label: w.residenceNumber, value: credential.facts.residence, large: true },
      ];
    case 'appointment': {
      const { service, place, at } = credential.facts;
      return [
        { label: w.when, value: dateTime(at, language), large: true },
        { label: w.service, value: service },
        { label: w.place, value: place },
      ];
    }
    case 'records-certificate': {
      const { exits, entries } = credential.facts;
      const [from, to] = [longDay(credential.facts.from, language), longDay(credential.facts.to, language)];
      return [
        { label: w.period, value: fill(w.periodValue[language], { from, to }) },
        { label: w.records, value: fill(w.recordsValue[language], { exits, entries }), large: true },
      ];
    }
    case 'letter':
      return [{ label: w.subject, value: credential.facts.subject, large: true }];
  }
}

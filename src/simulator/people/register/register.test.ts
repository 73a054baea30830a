import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ageOn, parseDay, seededRandom } from '../../../kernel/index.ts';
import { DOCUMENT_TYPES, type DocumentType, issueDocument, withCheckDigit } from './documents.ts';
import { birthDateFor, makePopulation } from './population.ts';

const DAY = parseDay('2026-03-02');
const people = [...makePopulation({ seed: 7, count: 2000, day: DAY })];

const FORMS: Readonly<Record<DocumentType, RegExp>> = {
  HRP: /^[HM]000[0-9]{5}$/,
  HRP_NC: /^[HM]A00[0-9]{5}$/,
  EEP: /^C000[0-9]{5}$/,
  EEP_OFFICIAL: /^OB000[0-9]{5}$/,
  MTP_TW_5Y: /^000[0-9]{5}$/,
  PP_FOREIGN: /^X000[0-9]{5}$/,
  FPR: /^900[0-9]{14}[0-9X]$/,
  RP_HKMOTW: /^8[12]0000[0-9]{11}[0-9X]$/,
};

it('gives as many as asked, and the same ones for the same seed', () => {
  expect(people.length).toBe(2000);
  expect([...makePopulation({ seed: 7, count: 2000, day: DAY })]).toEqual(people);
  expect([...makePopulation({ seed: 8, count: 2000, day: DAY })]).not.toEqual(people);
});

it('ids and document numbers are distinct', () => {
  expect(new Set(people.map(({ id }) => id)).size).toBe(2000);
  expect(new Set(people.map(({ documents }) => documents[0]!.number)).size).toBe(2000);
});

it('document numbers have the form of their type and lie in a range led by zeros', () => {
  for (const { type, number } of people.flatMap(({ documents }) => documents))
    expect(number).toMatch(FORMS[type]);
});

it.each(DOCUMENT_TYPES)('a %s is issued in form, in force on the day', (type) => {
  const holder = { birthDate: parseDay('2010-06-01'), serial: 42, ofHongKong: false };
  const document = issueDocument(seededRandom(1), type, holder, DAY);
  expect(document.number).toMatch(FORMS[type]);
  expect(document.expires > DAY).toBe(true);
});

it('the check character is that of GB 11643', () => {
  // The worked example of the standard itself.
  expect(withCheckDigit('11010519491231002')).toBe('11010519491231002X');
});

it('a birth date gives the age that was asked, on any day', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 90 }), fc.integer(), (date, age, seed) => {
      const day = parseDay(date.toISOString().slice(0, 10));
      expect(ageOn(birthDateFor(seededRandom(seed), age, day), day)).toBe(age);
    }),
  );
});

it('a minor has a guardian of age, next in the register and on the same side; adults have none', () => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const minors = people.filter(({ guardians }) => guardians.length > 0);
  expect(minors.length).toBeGreaterThan(40);
  for (const minor of minors) {
    const guardian = byId.get(minor.guardians[0]!)!;
    expect(ageOn(minor.birthDate, DAY)).toBeLessThan(18);
    expect(ageOn(guardian.birthDate, DAY)).toBeGreaterThanOrEqual(30);
    expect([guardian.side, guardian.category]).toEqual([minor.side, minor.category]);
  }
  for (const person of people.filter(({ guardians }) => guardians.length === 0)) {
    expect(ageOn(person.birthDate, DAY)).toBeGreaterThanOrEqual(18);
  }
});

it('nobody has biometrics on file without consent, or below fourteen', () => {
  for (const person of people.filter(({ biometricsOnFile }) => biometricsOnFile)) {
    expect(person.consent.face && person.consent.fingerprint).toBe(true);
    expect(ageOn(person.birthDate, DAY)).toBeGreaterThanOrEqual(14);
  }
});

it('names are in the script of the document: simplified for the mainland, traditional for Hong Kong', () => {
  const family = (category: string) =>
    people.filter((p) => p.category === category).map(({ name }) => name.han?.[0]);
  expect(family('mainland')).toContain('陈');
  expect(family('mainland')).not.toContain('陳');
  expect(family('hkmo')).toContain('陳');
  expect(family('hkmo')).not.toContain('陈');
});

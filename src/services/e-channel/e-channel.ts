/**
 * Registration for the contactless e-Channel of Hong Kong (G-01 to G-09): the holder, or a minor whom the holder answers for; the
 * result is not a document but a code that changes (`rotating-code.ts`).
 */
import { ageOn, type Day } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Answers, Field, Form, Option } from '../engine/form.ts';
import { joined } from '../engine/joined.ts';
import { sameIn } from '../engine/law-lists.ts';
import { listedOptions } from '../engine/listed-options.ts';
import type { DecideContext, FormContext, HolderPerson, Service, Verdict } from '../engine/service.ts';
import { eChannelWords as w } from './words.ts';

const SELF = 'self';
const TERMS_VERSION = 'e-channel-2026-1';

/** Who registers: an id for the form, a name, the day of birth. */
interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly birthDate: Day;
}

export const eChannel: Service = {
  id: 'e-channel',
  words: {
    title: w.title,
    summary: w.summary,
    need: [w.needIdentity, w.needGuardian, w.needNoPhone],
    appeal: w.appeal,
  },
  minutes: 2,
  holder: 'person',
  needsRealPerson: true,
  question: 'e-channel',
  group: 'crossing',
  form,
  prefill,
  screen(context) {
    const answers = candidates(context).map((each) => askEnrol(context, each, each.id !== SELF));
    return answers.some(({ decision }) => decision === 'ENROLLED') ? undefined : answers[0];
  },
  decide,
  grant,
};

function candidates({ holder: { person } }: FormContext): Candidate[] {
  if (!person) return [];
  const { name, birthDate } = person;
  const wards = person.wards.map(({ traveller, ...ward }) => ({ id: traveller, ...ward }));
  return [{ id: SELF, name, birthDate }, ...wards];
}

/** `consent`: the guardian's, for a minor. The name was checked before this service opens (G-07). */
function askEnrol({ law, today }: FormContext, { birthDate }: Candidate, consent: boolean): Decision {
  return law.decide('e-channel', {
    at: today,
    way: 'app',
    age: ageOn(birthDate, today),
    guardianConsent: consent,
    verified: true,
  });
}

const askUse = ({ law, today }: FormContext, { birthDate }: Candidate, who: unknown): Decision =>
  law.decide('e-channel', { at: today, who, age: ageOn(birthDate, today) });

function form(context: FormContext): Form {
  const people = candidates(context);
  const minors = people
    .filter((each) => each.id !== SELF)
    .filter((each) => askEnrol(context, each, false).reasons.includes('GUARDIAN_CONSENT_REQUIRED'))
    .map(({ id }) => id);
  return {
    steps: [
      ...(people.length > 1 ? [{ id: 'for', title: w.forWhom, fields: [forWhom(people)] }] : []),
      { id: 'who', title: w.who, fields: [WHO] },
      ...(minors.length > 0
        ? [
            {
              id: 'guardian',
              title: w.guardian,
              only: { field: 'for', is: minors },
              fields: [GUARDIAN],
            },
          ]
        : []),
      { id: 'terms', title: w.terms, fields: [TERMS] },
    ],
  };
}

const forWhom = (people: readonly Candidate[]): Field => ({
  id: 'for',
  kind: 'choice',
  label: w.forWhom,
  options: people.map(({ id, name }): Option => ({ id, text: id === SELF ? w.self : sameIn(name) })),
});

const WHO: Field = {
  id: 'who',
  kind: 'choice',
  label: w.who,
  hint: w.whoHint,
  options: [
    { id: 'HKPR', text: w.permanent },
    { id: 'HK-resident', text: w.resident },
    { id: 'mainland-visitor', text: w.mainlandVisitor },
    { id: 'visitor', text: w.visitor },
  ],
};
const GUARDIAN: Field = {
  id: 'guardianConsent',
  kind: 'consent',
  version: TERMS_VERSION,
  label: w.guardian,
  text: w.guardianText,
};
const TERMS: Field = {
  id: 'terms',
  kind: 'consent',
  version: TERMS_VERSION,
  label: w.terms,
  text: w.termsText,
};

function prefill({ holder: { person } }: FormContext): Answers {
  const who = person ? classOf(person) : undefined;
  return who === undefined ? {} : { who };
}

/** As the register knows the holder; what it does not tell is asked. The letter of a home-return permit tells the Region. */
function classOf({ category, documents }: HolderPerson): string | undefined {
  if (category === 'mainland') return 'mainland-visitor';
  if (category !== 'hkmo') return 'visitor';
  const first = documents.find(({ type }) => type === 'HRP' || type === 'HRP_NC')?.number[0];
  return first === 'H' ? 'HKPR' : first === 'M' ? 'visitor' : undefined;
}

const chosen = (context: DecideContext): Candidate | undefined =>
  candidates(context).find(({ id }) => id === (context.answers.for ?? SELF));

function decide(context: DecideContext): Verdict {
  const { answers } = context;
  // A ward who is one no longer is not on the list: the holder's own age then decides nothing for them.
  const candidate = chosen(context) ?? { id: SELF, name: '', birthDate: context.today };
  const enrolled = byLaw(askEnrol(context, candidate, answers.guardianConsent === true), ['ENROLLED']);
  return enrolled.outcome === 'granted'
    ? byLaw(askUse(context, candidate, answers.who), ['ELIGIBLE'])
    : enrolled;
}

function grant(context: DecideContext): Grant {
  const { law, today, at } = context;
  const ports = listedOptions(law, 'e-channel-ports', today).map(({ text }) => text);
  return {
    rows: [
      { label: w.what, value: w.title },
      { label: w.name, value: chosen(context)?.name ?? '' },
      { label: w.where, value: joined(ports) },
    ],
    validFrom: at,
    rotating: true,
    next: [w.nextFirst, w.nextSecond, w.nextStaff],
    bring: [w.bringCard],
  };
}

/**
 * Single-entry permits for residents of Taiwan at the ports (N-02 to N-06). The permit is issued at the port, on the spot; here it is
 * filled in beforehand, so that the law is asked before the journey and not after it.
 */
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import { dayLetter } from '../engine/day-letter.ts';
import type { Answers, Form, Step } from '../engine/form.ts';
import { nameIn, optionsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { singleEntryWords as w } from './single-entry-words.ts';

const PORTS = 'taiwan-ports';
const ANOTHER = 'another';

export const taiwanSingleEntry: Service = {
  id: 'taiwan-single-entry',
  words: { title: w.title, summary: w.summary, need: [w.needIdentity, w.needArrival], appeal: w.appeal },
  minutes: 2,
  // Whoever has no valid document could not pass a check of one.
  holder: 'guest',
  question: 'taiwan',
  group: 'visit',
  form,
  prefill: ({ holder: { person } }) =>
    person?.category === 'taiwan' ? { name: person.name, birthDate: person.birthDate } : {},
  decide: (context): Verdict => byLaw(ask(context, context.answers), ['ISSUED']),
  grant,
};

/** Who is refused for the port or for a permit at hand is asked for no name and no number (C-06). */
function form(context: FormContext, answers: Answers = {}): Form {
  const told = answers.port !== undefined && answers.arrival !== undefined;
  const refused = told && ask(context, answers).decision === 'REFUSED';
  return { steps: [...lawSteps(context), ...(refused ? [] : [applicantStep()])] };
}

const lawSteps = ({ law }: FormContext): Step[] => [
  {
    id: 'permits',
    title: w.permits,
    fields: [
      {
        id: 'permits',
        kind: 'choice',
        label: w.permits,
        hint: w.permitsHint,
        options: [
          { id: 'none', text: w.none },
          { id: 'carried', text: w.carried },
          { id: 'at-home', text: w.atHome },
        ],
      },
    ],
  },
  {
    id: 'port',
    title: w.port,
    fields: [
      {
        id: 'port',
        kind: 'choice',
        label: w.port,
        hint: w.portHint,
        options: [...optionsOf(law, PORTS), { id: ANOTHER, text: w.anotherPort }],
      },
      {
        id: 'portName',
        kind: 'text',
        lengthMax: 40,
        label: w.portName,
        only: { field: 'port', is: [ANOTHER] },
      },
    ],
  },
  {
    id: 'arrival',
    title: w.arrival,
    fields: [{ id: 'arrival', kind: 'day', when: 'future', label: w.arrival }],
  },
];

const applicantStep = (): Step => ({
  id: 'applicant',
  title: w.who,
  fields: [
    { id: 'name', kind: 'name', label: w.name, hint: w.nameHint },
    { id: 'birthDate', kind: 'day', when: 'past', label: w.birthDate },
    // No one type: identity cards, passports and household papers of Taiwan all serve, so only the signs are checked.
    { id: 'identity', kind: 'document-number', label: w.identity },
  ],
});

const portOf = ({ port, portName }: Answers) => String(port === ANOTHER ? portName : port);

/** Asked for the day of arrival, since that is when the port issues it. */
const ask = ({ law }: FormContext, answers: Answers): Decision =>
  law.decide('taiwan', {
    at: answers.arrival,
    port: portOf(answers),
    validDocument: answers.permits !== 'none',
    carried: answers.permits !== 'at-home',
  });

function grant(context: DecideContext, _: Decision): Grant {
  const { answers, law } = context;
  const name = String(answers.name);
  return {
    ...dayLetter(context, answers.arrival, name, w.subject),
    rows: [
      { label: w.result, value: w.permit },
      { label: w.portRow, value: nameIn(law, [PORTS], portOf(answers)) },
      { label: w.arrivalRow, value: String(answers.arrival) },
      { label: w.entries, value: w.once },
      { label: w.name, value: name },
    ],
    next: [w.nextShow, w.nextCollect, w.nextCounter],
    bring: [w.bringIdentity, w.bringPhoto],
  };
}

/** A correction of what the register holds: the person says what is wrong and shows it, two officers decide. */
import { formatInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Form } from '../engine/form.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { correctionWords as w } from './words.ts';

const WHAT = [
  { id: 'name', text: w.name },
  { id: 'birth-date', text: w.birthDate },
  { id: 'document', text: w.document },
  { id: 'crossing', text: w.crossing },
  { id: 'linked', text: w.linked },
  { id: 'other', text: w.other },
] as const;

const FORM: Form = {
  steps: [
    {
      id: 'what',
      title: w.what,
      fields: [{ id: 'what', kind: 'choice', label: w.what, options: WHAT }],
    },
    {
      id: 'right',
      title: w.right,
      fields: [{ id: 'right', kind: 'text', lengthMax: 1000, lines: 4, label: w.right, hint: w.rightHint }],
    },
    {
      id: 'evidence',
      title: w.evidence,
      fields: [
        {
          id: 'evidence',
          kind: 'files',
          most: 3,
          accept: ['image/jpeg', 'image/png', 'application/pdf'],
          label: w.evidence,
          hint: w.evidenceHint,
          optional: true,
        },
      ],
    },
  ],
};

export const correction: Service = {
  id: 'correction',
  words: { title: w.title, summary: w.summary, need: [w.need], appeal: w.appeal },
  minutes: 3,
  holder: 'person',
  needsRealPerson: true,
  question: 'service',
  group: 'documents',
  form: () => FORM,
  decide,
  grant: ({ answers }) => ({
    rows: [
      { label: w.what, value: WHAT.find(({ id }) => id === answers.what)?.text ?? String(answers.what) },
      { label: w.right, value: String(answers.right) },
      { label: w.result, value: w.corrected },
    ],
    letter: true,
    next: [w.nextLook],
  }),
};

/** What the register says is never changed by a form alone. */
function decide(context: DecideContext): Verdict {
  const verdict = byLaw(askHelp(context), ['ADVICE']);
  return verdict.outcome === 'granted' ? { ...verdict, outcome: 'to-officer' } : verdict;
}

const askHelp = ({ law, at, holder }: FormContext): Decision =>
  law.decide('service', { at: formatInstant(at), realPerson: holder.realPerson });

/** The 12367 desk as a case: a question with a trace number, for anybody, which an officer answers by message. */
import { formatInstant } from '../../kernel/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Form } from '../engine/form.ts';
import type { DecideContext, Service, Verdict } from '../engine/service.ts';
import { helpDeskWords as w } from './words.ts';

const TOPICS = [
  { id: 'lane', text: w.lane },
  { id: 'document', text: w.document },
  { id: 'stuck', text: w.stuck },
  { id: 'complaint', text: w.complaint },
  { id: 'other', text: w.other },
] as const;

const FORM: Form = {
  steps: [
    {
      id: 'topic',
      title: w.topic,
      fields: [{ id: 'topic', kind: 'choice', label: w.topic, options: TOPICS }],
    },
    {
      id: 'question',
      title: w.question,
      fields: [
        { id: 'question', kind: 'text', lengthMax: 2000, lines: 5, label: w.question, hint: w.questionHint },
        {
          id: 'trace',
          kind: 'text',
          lengthMax: 60,
          label: w.trace,
          hint: w.traceHint,
          optional: true,
          only: { field: 'topic', is: ['stuck'] },
        },
      ],
    },
    {
      id: 'reply',
      title: w.reply,
      fields: [
        {
          id: 'reply',
          kind: 'choice',
          label: w.reply,
          options: [
            { id: 'here', text: w.here, hint: w.hereHint },
            { id: 'email', text: w.email },
            { id: 'phone', text: w.phone },
          ],
        },
        { id: 'email', kind: 'email', label: w.email, only: { field: 'reply', is: ['email'] } },
        { id: 'phone', kind: 'phone', label: w.phone, only: { field: 'reply', is: ['phone'] } },
      ],
    },
  ],
};

export const helpDesk: Service = {
  id: 'help-desk',
  words: { title: w.title, summary: w.summary, need: [w.need] },
  minutes: 2,
  holder: 'guest',
  question: 'service',
  group: 'help',
  form: () => FORM,
  decide,
  grant: ({ answers }) => ({
    rows: [
      { label: w.topic, value: TOPICS.find(({ id }) => id === answers.topic)?.text ?? '' },
      { label: w.result, value: w.answered },
    ],
    next: [w.nextAgain],
  }),
};

/** A person answers, always; the law is asked for the other ways, such as the hotline. */
function decide({ law, at }: DecideContext): Verdict {
  const verdict = byLaw(law.decide('service', { at: formatInstant(at), realPerson: true }), ['ADVICE']);
  return { outcome: 'to-officer', decision: verdict.decision };
}

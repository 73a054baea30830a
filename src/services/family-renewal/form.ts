/** The questions of the renewal: where, which endorsement, until when; then, with the last day told, when it will be filed. */
import type { Texts } from '../../kernel/index.ts';
import type { Form, Option, Step } from '../engine/form.ts';
import { renewalWords as w } from './words.ts';

/** `deadline`: the last day and the agency in words, once they are known. */
export const renewalForm = (endorsements: readonly Option[], deadline: Texts | undefined): Form => ({
  steps: [
    {
      id: 'place',
      title: w.place,
      fields: [
        {
          id: 'place',
          kind: 'choice',
          label: w.place,
          options: [
            { id: 'HK', text: w.hongKong },
            { id: 'MO', text: w.macao },
          ],
        },
      ],
    },
    {
      id: 'endorsement',
      title: w.held,
      fields: [{ id: 'endorsement', kind: 'choice', label: w.held, hint: w.heldHint, options: endorsements }],
    },
    requestedStep(endorsements),
    {
      id: 'stayEnds',
      title: w.stayEnds,
      fields: [{ id: 'stayEnds', kind: 'day', label: w.stayEnds, hint: w.stayEndsHint }],
    },
    {
      id: 'filedOn',
      title: w.filedOn,
      fields: [
        {
          id: 'filedOn',
          kind: 'day',
          when: 'future',
          label: w.filedOn,
          ...(deadline ? { hint: deadline } : {}),
        },
      ],
    },
  ],
});

const requestedStep = (endorsements: readonly Option[]): Step => ({
  id: 'requested',
  title: w.requested,
  fields: [
    {
      id: 'requested',
      kind: 'choice',
      label: w.requested,
      options: [
        { id: 'same', text: w.same },
        { id: 'another', text: w.another },
      ],
    },
    {
      id: 'anotherType',
      kind: 'choice',
      label: w.anotherType,
      options: endorsements,
      only: { field: 'requested', is: ['another'] },
    },
  ],
});

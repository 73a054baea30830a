/** The questions of the replacement, one a page; the lists are the law's, fee and delivery say theirs. */
import type { Answers, Field, Form, Option, Step } from '../engine/form.ts';
import { nameIn, optionsOf, rowsOf } from '../engine/law-lists.ts';
import type { FormContext } from '../engine/service.ts';
import type { Delivery, Fee } from './fee.ts';
import { replacementWords as w } from './words.ts';

export const ANOTHER_CITY = 'another';
const PHOTOS = ['image/jpeg', 'image/png'] as const;

export interface Parts {
  readonly fee: Fee;
  readonly delivery: Delivery;
}

/** What the law asks; `served` by it: then what the making of the document asks as well. */
export const replacementForm = (
  parts: Parts,
  { law }: FormContext,
  answers: Answers,
  served: boolean,
): Form => ({ steps: [...lawSteps(law), ...(served ? makingSteps(parts, answers) : [])] });

const lawSteps = (law: FormContext['law']): Step[] => [
  choiceStep('document', w.document, documents(law)),
  choiceStep(
    'reason',
    w.reason,
    Object.entries(w.reasons).map(([id, text]) => ({ id, text })),
  ),
  choiceStep(
    'city',
    w.city,
    [...optionsOf(law, 'replacement-cities'), { id: ANOTHER_CITY, text: w.anotherCity }],
    w.cityHint,
  ),
  choiceStep('duty', w.duty, [
    { id: 'neither', text: w.neither },
    { id: 'military', text: w.military },
    { id: 'registered', text: w.registered },
    { id: 'unregistered', text: w.unregistered },
  ]),
];

const makingSteps = ({ fee, delivery }: Parts, answers: Answers): Step[] => [
  {
    id: 'number',
    title: w.number,
    fields: [
      {
        id: 'number',
        kind: 'document-number',
        typeField: 'document',
        label: w.number,
        hint: w.numberHint,
      },
    ],
  },
  evidenceStep(),
  deliveryStep(delivery, answers),
  paymentStep(fee, answers),
];

const documents = (law: FormContext['law']): Option[] =>
  rowsOf(law, 'replacement-documents').map(({ key: [id = ''] }) => ({
    id,
    text: nameIn(law, ['documents'], id),
  }));

const choiceStep = (
  id: string,
  label: Field['label'],
  options: readonly Option[],
  hint?: Field['label'],
): Step => ({
  id,
  title: label,
  fields: [{ id, kind: 'choice', label, options, ...(hint ? { hint } : {}) }],
});

/** Only what the reason calls for: the day of a loss, a picture of the damage. */
const evidenceStep = (): Step => ({
  id: 'evidence',
  title: w.evidence,
  fields: [
    {
      id: 'lostOn',
      kind: 'day',
      when: 'past',
      label: w.lostOn,
      hint: w.lostOnHint,
      only: { field: 'reason', is: ['lost'] },
    },
    {
      id: 'damage',
      kind: 'files',
      most: 2,
      accept: PHOTOS,
      label: w.damage,
      only: { field: 'reason', is: ['damaged'] },
    },
    { id: 'photo', kind: 'files', most: 1, accept: PHOTOS, label: w.photo, hint: w.photoHint },
  ],
});

function deliveryStep(delivery: Delivery, { city }: Answers): Step {
  const options = delivery.options(typeof city === 'string' ? city : undefined);
  const only = {
    field: 'delivery',
    is: options.filter(({ toAddress }) => toAddress).map(({ id }) => id),
  };
  return {
    id: 'delivery',
    title: w.delivery,
    fields: [
      {
        id: 'delivery',
        kind: 'choice',
        label: w.delivery,
        options: options.map(({ id, text, hint }) => ({ id, text, hint })),
      },
      { id: 'address', kind: 'text', lengthMax: 200, lines: 2, label: w.address, only },
      { id: 'phone', kind: 'phone', label: w.phone, only },
    ],
  };
}

function paymentStep(fee: Fee, { document }: Answers): Step {
  const quote = typeof document === 'string' ? fee.quote(document) : undefined;
  return choiceStep(
    'payment',
    w.payment,
    [
      { id: 'online', text: w.payOnline },
      { id: 'on-receipt', text: w.payOnReceipt },
    ],
    quote && w.paymentHint(quote.text),
  );
}

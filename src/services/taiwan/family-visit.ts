/** Family-visit endorsements for Taiwan at any county-level office (N-01): an appointment, with what the office will ask for. */
import type { Decision } from '../../policy/index.ts';
import { visitGrant, visitRows } from '../engine/appointment.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Answers, Form, Step } from '../engine/form.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { familyWords as w } from './family-words.ts';
import { OFFICES } from './offices.ts';

const RELATIONS = {
  spouse: w.spouse,
  parent: w.parent,
  child: w.child,
  sibling: w.sibling,
  other: w.otherRelation,
} as const;

export const taiwanFamilyVisit: Service = {
  id: 'taiwan-family-visit',
  words: { title: w.title, summary: w.summary, need: [w.needPermit, w.needRelative], appeal: w.appeal },
  minutes: 2,
  holder: 'person',
  question: 'taiwan',
  group: 'endorsement',
  calendars: OFFICES,
  form,
  screen(context) {
    const decision = ask(context, { type: 'family' });
    return decision.reasons.includes('RULE_NOT_IN_FORCE') ? decision : undefined;
  },
  decide(context): Verdict {
    const verdict = byLaw(ask(context, context.answers), ['ACCEPTED']);
    if (verdict.outcome !== 'to-officer') return verdict;
    return {
      ...verdict,
      booking: { calendar: officeOf(context.answers).id, at: String(context.answers.slot) },
    };
  },
  grant,
};

/** Nobody chooses a time or names a relative for a journey that this way does not serve. */
const FAMILY_ONLY = { field: 'type', is: ['family'] };

function form(_: FormContext, answers: Answers = {}): Form {
  return {
    steps: [
      {
        id: 'type',
        title: w.type,
        fields: [
          {
            id: 'type',
            kind: 'choice',
            label: w.type,
            options: [
              { id: 'family', text: w.family },
              { id: 'other', text: w.other },
            ],
          },
        ],
      },
      relativeStep(),
      {
        id: 'office',
        title: w.office,
        only: FAMILY_ONLY,
        fields: [
          {
            id: 'office',
            kind: 'choice',
            label: w.office,
            hint: w.officeHint,
            options: OFFICES.map(({ id, place, address }) => ({ id, text: place, hint: address })),
          },
        ],
      },
      {
        id: 'slot',
        title: w.slot,
        only: FAMILY_ONLY,
        fields: [{ id: 'slot', kind: 'slot', calendar: officeOf(answers).id, label: w.slot }],
      },
    ],
  };
}

const relativeStep = (): Step => ({
  id: 'relative',
  title: w.relative,
  only: FAMILY_ONLY,
  fields: [
    { id: 'relativeName', kind: 'name', label: w.relativeName },
    {
      id: 'relation',
      kind: 'choice',
      label: w.relation,
      options: Object.entries(RELATIONS).map(([id, text]) => ({ id, text })),
    },
  ],
});

function officeOf({ office }: Answers) {
  const [first] = OFFICES;
  return OFFICES.find(({ id }) => id === office) ?? first!;
}

/** Where the household is registered is not asked: since N-01 it changes nothing. */
const ask = ({ law, today }: FormContext, answers: Answers): Decision =>
  law.decide('taiwan', { at: today, type: answers.type, office: officeOf(answers).id });

function grant(context: DecideContext, _: Decision): Grant {
  const { holder, answers } = context;
  const name = holder.person?.name ?? '';
  const visit = { calendar: officeOf(answers), at: String(answers.slot), service: w.title, name };
  return {
    ...visitGrant(context, visit),
    rows: [{ label: w.result, value: w.title }, ...visitRows(visit), { label: w.holder, value: name }],
    next: [w.next],
    bring: [w.bringIdentity, w.bringPermit, w.bringRelation],
  };
}

/**
 * The green channel for urgent travel (U-01 to U-08): the file is put together, a time at the hall is kept, and a named officer
 * decides. Software prepares and never approves: what the law answers is PREPARED or REFER.
 */
import { formatInstant, parseInstant, shanghaiDay } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { visitGrant, visitRows } from '../engine/appointment.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import { FILE_MEDIA, type Field, type Form } from '../engine/form.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { hall } from './hall.ts';
import { RELATIONS, URGENT_REASONS } from './reasons.ts';
import { urgentWords as w } from './words.ts';

const PAPERS_MAX = 6;

/** What the law calls the kind of document that is sought, where it may be suspended (U-07). */
const SOUGHT = {
  'family-visit': w.soughtFamily,
  'business-endorsement': w.soughtBusiness,
  'other-endorsement': w.soughtOther,
  passport: w.soughtPassport,
} as const;

export const urgent: Service = {
  id: 'urgent',
  words: {
    title: w.title,
    summary: w.summary,
    need: [w.needPapers, w.needVisit, w.needHome],
    appeal: w.appeal,
  },
  minutes: 4,
  holder: 'person',
  question: 'urgent',
  group: 'urgent',
  calendars: [hall],
  form,
  screen(context) {
    // As if every paper were there: what still fails is the day.
    const decision = ask(context, { reason: 'treatment', proof: true });
    return decision.decision === 'PREPARED' ? undefined : decision;
  },
  decide,
  grant,
};

interface Known {
  readonly reason: unknown;
  readonly relation?: unknown;
  readonly proof: boolean;
}

function ask({ law, today }: FormContext, { reason, relation, proof }: Known): Decision {
  return law.decide('urgent', {
    at: today,
    reason,
    ...(relation === undefined ? {} : { relation }),
    proof,
    booked: true,
  });
}

/** Whether the law looks at the relation: only where a stranger's answer differs from a father's. */
const needsRelation = (context: FormContext, reason: string): boolean =>
  ask(context, { reason, relation: 'father', proof: true }).decision !==
  ask(context, { reason, relation: 'other', proof: true }).decision;

const mayBeUrgent = (context: FormContext, reason: string): boolean =>
  ask(context, { reason, relation: 'father', proof: true }).decision !== 'REFUSED';

function form(context: FormContext): Form {
  const ids = URGENT_REASONS.map(({ id }) => id);
  const related = ids.filter((id) => needsRelation(context, id));
  // Who has no urgent reason is asked for nothing more: the law says no whatever the papers are.
  const only = { field: 'reason', is: ids.filter((id) => mayBeUrgent(context, id)) };
  return {
    steps: [
      { id: 'reason', title: w.reason, fields: [REASON] },
      { id: 'what', title: w.what, only: { field: 'reason', is: ['other'] }, fields: [WHAT] },
      {
        id: 'relation',
        title: w.relation,
        only: { field: 'reason', is: related },
        fields: [RELATION, RELATION_TEXT],
      },
      { id: 'sought', title: w.sought, only, fields: [SOUGHT_FIELD] },
      { id: 'papers', title: w.papers, only, fields: URGENT_REASONS.map(papersField) },
      {
        id: 'phone',
        title: w.phone,
        only,
        fields: [{ id: 'phone', kind: 'phone', label: w.phone, why: w.phoneWhy }],
      },
      {
        id: 'slot',
        title: w.slot,
        only,
        fields: [{ id: 'slot', kind: 'slot', calendar: hall.id, label: w.slot, hint: w.slotHint }],
      },
    ],
  };
}

const REASON: Field = {
  id: 'reason',
  kind: 'choice',
  label: w.reason,
  options: URGENT_REASONS.map(({ id, text }) => ({ id, text })),
};
const WHAT: Field = { id: 'what', kind: 'text', lengthMax: 300, lines: 4, label: w.what };
const RELATION: Field = { id: 'relation', kind: 'choice', label: w.relation, options: RELATIONS };
const RELATION_TEXT: Field = {
  id: 'relationText',
  kind: 'text',
  lengthMax: 60,
  label: w.relationText,
  only: { field: 'relation', is: ['other'] },
};
const SOUGHT_FIELD: Field = {
  id: 'sought',
  kind: 'choice',
  label: w.sought,
  options: Object.entries(SOUGHT).map(([id, text]) => ({ id, text })),
};

const papersId = (reason: string): string => `papers-${reason}`;

/** The papers for a reason, with what will do (U-02). */
const papersField = ({ id, papers }: (typeof URGENT_REASONS)[number]): Field => ({
  id: papersId(id),
  kind: 'files',
  label: w.papers,
  hint: papers,
  why: w.papersWhy,
  most: PAPERS_MAX,
  accept: FILE_MEDIA,
  only: { field: 'reason', is: [id] },
});

function decide(context: DecideContext): Verdict {
  const { answers, files, law, at } = context;
  const decision = ask(context, {
    reason: answers.reason,
    relation: answers.relation,
    proof:
      !mayBeUrgent(context, String(answers.reason)) || (files[papersId(String(answers.reason))] ?? 0) > 0,
  });
  const prepared = byLaw(decision, ['PREPARED']);
  if (prepared.outcome === 'refused') return prepared;
  const running = law.decide('service', { at: formatInstant(at), service: answers.sought });
  if (running.decision !== 'AVAILABLE') return byLaw(running, []);
  return {
    outcome: 'to-officer',
    decision,
    dueOn: shanghaiDay(parseInstant(answers.slot, 'slot')),
    booking: { calendar: hall.id, at: String(answers.slot) },
  };
}

/** Called for what two officers have agreed on, never for the law's answer alone. */
function grant(context: DecideContext): Grant {
  const { answers, holder } = context;
  const visit = { calendar: hall, at: String(answers.slot) };
  const name = holder.person?.name ?? '';
  const reason = URGENT_REASONS.find(({ id }) => id === answers.reason)?.text ?? w.reason;
  const sought = Object.entries(SOUGHT).find(([id]) => id === answers.sought)?.[1] ?? w.sought;
  return {
    rows: [
      { label: w.result, value: w.accepted },
      { label: w.holder, value: name },
      { label: w.reason, value: reason },
      { label: w.sought, value: sought },
      ...visitRows(visit),
    ],
    ...visitGrant(context, { ...visit, service: w.title, name }),
    next: [w.nextCome, w.nextLate],
    bring: [w.bringDocument, w.bringOriginals],
  };
}

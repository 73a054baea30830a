/** From a case as it is kept to what its page shows. */
import { formatInstant } from '../kernel/index.ts';
import type { Decision, Law } from '../policy/index.ts';
import type { CaseRecord, Fault, Form, Look, Saved, Service, Timeline } from '../services/index.ts';
import { shownSteps } from '../services/index.ts';
import type {
  AnswerView,
  CaseHead,
  CaseView,
  DeskCaseHead,
  DeskCaseView,
  GrantView,
  LookView,
  ServiceView,
} from './wire/cases.ts';

export type LawWords = Pick<Law, 'text'>;

export const serviceViewOf = ({
  id,
  group,
  holder,
  needsRealPerson,
  minutes,
  question,
  words,
}: Service): ServiceView => ({
  id,
  group,
  holder,
  needsRealPerson: needsRealPerson === true,
  minutes,
  question,
  title: words.title,
  summary: words.summary,
  need: [...words.need],
  ...(words.appeal ? { appeal: words.appeal } : {}),
});

export function answerViewOf(decision: Decision, law: LawWords): AnswerView {
  const named = (kind: 'alternatives' | 'obligations', ids: readonly string[]) =>
    ids.map((id) => withText({ id }, law.text(kind, id)));
  return {
    decision: decision.decision,
    reasons: decision.reasons.map((code) => withText({ code }, law.text('reasons', code))),
    alternatives: named('alternatives', decision.alternatives),
    obligations: named('obligations', decision.obligations),
    remedies: decision.remedies.map(({ text }) => ({ text })),
    ...(decision.outputs ? { outputs: { ...decision.outputs } } : {}),
  };
}

const withText = <Head extends object, Text>(head: Head, text: Text | undefined) =>
  text ? { ...head, text } : head;

export const lookViewOf = (service: Service, look: Look, signedIn: boolean, law: LawWords): LookView => ({
  service: serviceViewOf(service),
  outcome: look.outcome,
  ...(look.outcome === 'needs' ? { proof: signedIn ? look.proof : 'sign-in' } : {}),
  ...(look.outcome === 'refused' ? { answer: answerViewOf(look.decision, law) } : {}),
});

export const caseHeadOf = (record: CaseRecord, service: Service): CaseHead => ({
  id: record.id,
  service: record.service,
  title: service.words.title,
  state: record.state,
  openedAt: formatInstant(record.openedAt),
  changedAt: formatInstant(record.changedAt),
  ...(record.dueOn === undefined ? {} : { dueOn: record.dueOn }),
});

export function caseViewOf(
  { record, form, next, faults, editable }: Saved,
  service: Service,
  law: LawWords,
): CaseView {
  return {
    ...caseHeadOf(record, service),
    ...bodyOf(record, form, faults, law),
    ...(next === undefined ? {} : { next }),
    ...(editable ? { editable } : {}),
    ...(service.words.appeal ? { appeal: service.words.appeal } : {}),
  };
}

function bodyOf(record: CaseRecord, form: Form, faults: readonly Fault[], law: LawWords) {
  const { answers, decision, messages } = record.body;
  const grant = grantViewOf(record);
  return {
    answers: { ...answers },
    files: record.files.map(({ id, field, name, media, bytes, pages }) => ({
      id,
      field,
      name,
      media: media as 'image/png',
      bytes,
      pages,
    })),
    form,
    steps: shownSteps(form, answers).map(({ id }) => id),
    faults: faults.map(({ field, code, text }) => ({ field, code, text })),
    messages: messages.map(({ from, at, text }) => ({ from, at: formatInstant(at), text })),
    events: record.events.map(({ at, action, state }) => ({ at: formatInstant(at), action, state })),
    ...(decision ? { answer: answerViewOf(decision, law) } : {}),
    ...(record.owner === undefined ? {} : { owner: record.owner }),
    ...(grant && record.state === 'granted' ? { grant } : {}),
  };
}

function grantViewOf({ body: { grant, credential } }: CaseRecord): GrantView | undefined {
  if (!grant) return undefined;
  const { rows, next, bring = [], validFrom, validUntil, letter, booking, rotating, timeline } = grant;
  return {
    rows: rows.map(({ label, value }) => ({ label, value })),
    next: [...next],
    bring: [...bring],
    letter: letter === true,
    rotating: rotating === true,
    ...(validFrom === undefined ? {} : { validFrom: formatInstant(validFrom) }),
    ...(validUntil === undefined ? {} : { validUntil: formatInstant(validUntil) }),
    ...(credential ? { credential } : {}),
    ...(booking ? { booking } : {}),
    ...(timeline ? { timeline: timelineViewOf(timeline) } : {}),
  };
}

const timelineViewOf = ({ from, to, marks }: Timeline): NonNullable<GrantView['timeline']> => ({
  from: formatInstant(from),
  to: formatInstant(to),
  marks: marks.map(({ at, ...mark }) => ({ at: formatInstant(at), ...mark })),
});

export const deskCaseHeadOf = (record: CaseRecord, service: Service): DeskCaseHead => {
  const { proposal } = record.body;
  return {
    ...caseHeadOf(record, service),
    ...(record.owner === undefined ? {} : { owner: record.owner }),
    ...(proposal && record.state === 'proposed' ? { proposedBy: proposal.officer } : {}),
  };
};

export function deskCaseViewOf(
  record: CaseRecord,
  form: Form,
  service: Service,
  law: LawWords,
): DeskCaseView {
  const { decision, proposal } = record.body;
  return {
    ...caseHeadOf(record, service),
    ...bodyOf(record, form, [], law),
    ...(record.traveller === undefined ? {} : { traveller: record.traveller }),
    ...(proposal ? { proposal } : {}),
    because: (decision?.because ?? []).map(({ clause, passed, reference }) => ({
      clause,
      passed,
      reference,
    })),
  };
}

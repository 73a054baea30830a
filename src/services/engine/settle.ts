/** Sending a case: the whole form checked, the law asked, and what follows from its answer. */
import { formatInstant, RoomError } from '../../kernel/index.ts';
import { isSlot } from './calendar.ts';
import {
  type CaseRecord,
  type Credential,
  type CredentialOrder,
  type Grant,
  isOpen,
  stateAfter,
} from './case.ts';
import type { CaseChange, Locked } from './case-store.ts';
import { readForm } from './check-form.ts';
import { type Fault, fault } from './faults.ts';
import { type Answers, type Field, shownFields, shownSteps } from './form.ts';
import type { DecideContext, FormContext, Service, Verdict } from './service.ts';

/** Everything that still stands in the way of sending: answers, papers, a slot that is none. */
export function formFaults(service: Service, record: CaseRecord, context: FormContext): readonly Fault[] {
  const form = service.form(context, record.body.answers);
  const { answers, faults } = readForm(form, record.body.answers, context.today);
  const fields = shownSteps(form, answers).flatMap((step) => shownFields(step.fields, answers));
  const papers = fields.filter(
    (field) =>
      field.kind === 'files' && !field.optional && !record.files.some((file) => file.field === field.id),
  );
  const lost = fields.filter((field) => isLostSlot(field, answers[field.id], service, context));
  return [
    ...faults,
    ...papers.map(({ id }) => fault(id, 'FILE_NEEDED')),
    ...lost.map(({ id }) => fault(id, 'SLOT_TAKEN')),
  ];
}

function isLostSlot(
  field: Field,
  value: unknown,
  { calendars = [] }: Service,
  { today, at }: FormContext,
): boolean {
  if (field.kind !== 'slot' || typeof value !== 'string') return false;
  const calendar = calendars.find(({ id }) => id === field.calendar);
  return !calendar || !isSlot(calendar, today, value) || Date.parse(value) <= at;
}

export type Issue = (order: CredentialOrder) => Promise<Credential>;

export async function settle(
  service: Service,
  locked: Locked,
  context: FormContext,
  issue: Issue,
): Promise<CaseChange> {
  const decide = await decideContext(service, locked, context);
  const verdict = service.decide(decide);
  const { decision } = verdict;
  const body = { ...locked.record.body, answers: decide.answers, decision };
  const event = { actor: 'law', reasons: decision.reasons };
  if (verdict.outcome === 'granted') {
    const grant = service.grant(decide, decision);
    return grantChange(
      service,
      locked.record,
      { ...body, grant },
      { ...event, action: 'grant-by-law' },
      grant,
      issue,
    );
  }
  if (verdict.outcome === 'refused') {
    return {
      state: after(locked.record, 'refuse-by-law'),
      body: { ...body, answers: without(body.answers, verdict.forget ?? []) },
      event: { ...event, action: 'refuse-by-law' },
      notice: 'case-refused',
    };
  }
  return {
    state: after(locked.record, 'send-to-officer'),
    body,
    event: { ...event, actor: 'holder', action: 'send-to-officer' },
    ...waiting(service, verdict),
    notice: 'case-received',
  };
}

/**
 * The answers, the papers that lie there, the uses that count. What was sent stands as it was read then: a day that was to come
 * may have passed when officers agree.
 */
export async function decideContext(
  service: Service,
  { record, uses }: Locked,
  context: FormContext,
): Promise<DecideContext> {
  const sent = record.body.answers;
  const answers = isOpen(record.state)
    ? readForm(service.form(context, sent), sent, context.today).answers
    : sent;
  const files: Record<string, number> = {};
  for (const { field } of record.files) files[field] = (files[field] ?? 0) + 1;
  const used = service.quota ? await uses(service.quota, record.traveller ?? record.account) : [];
  return { ...context, answers, files, uses: used };
}

export async function grantChange(
  service: Service,
  record: CaseRecord,
  body: CaseRecord['body'],
  event: CaseChange['event'],
  grant: Grant,
  issue: Issue,
): Promise<CaseChange> {
  const state = stateAfter(record.state, event.action, 'grant');
  if (!state) throw new RoomError('NOT_ALLOWED', 'This case cannot be granted now.');
  const credential = grant.order ? await issue(grant.order) : undefined;
  return {
    state,
    body: { ...body, grant, ...(credential ? { credential } : {}) },
    event,
    ...(service.quota && grant.use
      ? { use: { kind: grant.use, holder: record.traveller ?? record.account } }
      : {}),
    ...(grant.booking
      ? { booking: { ...grant.booking, capacity: seatsOf(service, grant.booking.calendar) } }
      : {}),
    ...(credential && grant.order
      ? { credential: { id: credential.id, validUntil: grant.order.validUntil } }
      : {}),
    ...(grant.validUntil === undefined ? {} : { dueOn: formatInstant(grant.validUntil).slice(0, 10) }),
    notice: 'case-granted',
  };
}

const without = (answers: Answers, fields: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !fields.includes(field)));

function waiting(
  service: Service,
  verdict: Extract<Verdict, { outcome: 'to-officer' }>,
): Partial<CaseChange> {
  const { dueOn, booking } = verdict;
  return {
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(booking ? { booking: { ...booking, capacity: seatsOf(service, booking.calendar) } } : {}),
  };
}

const seatsOf = ({ calendars = [] }: Service, id: string): number =>
  calendars.find((calendar) => calendar.id === id)?.seats ?? 0;

function after(record: CaseRecord, action: 'refuse-by-law' | 'send-to-officer') {
  const state = stateAfter(record.state, action);
  if (!state) throw new RoomError('NOT_ALLOWED', 'This case was sent already.');
  return state;
}

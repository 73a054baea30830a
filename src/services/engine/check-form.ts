/** Checks a step as it is saved, and the whole form before it is sent. */
import type { Day } from '../../kernel/index.ts';
import type { Fault } from './faults.ts';
import { type Answers, type Form, type Step, shownFields, shownSteps } from './form.ts';
import { readAnswers } from './read-value.ts';

export interface FormRead {
  /** Only what is shown; hidden answers are dropped, so that nothing is kept that was not asked. */
  readonly answers: Answers;
  readonly faults: readonly Fault[];
}

export function readForm(form: Form, raw: Answers, today: Day): FormRead {
  let answers: Answers = {};
  const faults: Fault[] = [];
  for (const step of form.steps) {
    if (step.only && !shownSteps({ steps: [step] }, answers).length) continue;
    const read = readAnswers(step.fields, raw, today, '', answers);
    answers = read.answers;
    faults.push(...read.faults);
  }
  return { answers, faults };
}

/** One step's answers beside what was saved before; what is right is kept even when another field is not. */
export function readStep(form: Form, step: Step, raw: unknown, saved: Answers, today: Day): FormRead {
  const { answers, faults } = readAnswers(step.fields, raw, today, '', saved);
  const cleared = step.fields.filter(
    ({ id }) => !(id in (raw as object)) || faults.some((fault) => fault.field.split('.')[0] === id),
  );
  const kept = Object.entries(answers).filter(
    ([id]) => !cleared.some((field) => field.id === id && field.kind !== 'files'),
  );
  return { answers: readForm(form, Object.fromEntries(kept), today).answers, faults };
}

/** The first step that still has a fault; undefined when the form can be sent. */
export function nextStep(form: Form, saved: Answers, today: Day): Step | undefined {
  const { faults } = readForm(form, saved, today);
  const waiting = new Set(faults.map(({ field }) => field.split('.')[0]));
  return shownSteps(form, saved).find(({ fields }) =>
    shownFields(fields, saved).some(({ id }) => waiting.has(id)),
  );
}

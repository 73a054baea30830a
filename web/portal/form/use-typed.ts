/** What is being typed into a step: begins with what was saved, survives a reload and a lost connection, goes with the tab. */
import { useState } from 'react';
import type { CaseView } from '../../../src/server/index.ts';
import { isShown, type Raw, type Step } from './form-types.ts';

const keyOf = (view: CaseView, step: Step): string => `kouan.typed.${view.id}.${step.id}`;

function kept(key: string): Raw {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Raw) : {};
  } catch {
    return {};
  }
}

function keep(key: string, value: Raw | undefined): void {
  try {
    if (value) sessionStorage.setItem(key, JSON.stringify(value));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is off or full: what is typed stays in the page as long as it is open.
  }
}

export function useTyped(view: CaseView, step: Step) {
  const key = keyOf(view, step);
  const [typed, setTyped] = useState<Raw>(() => {
    const saved = step.fields
      .filter(({ id }) => id in view.answers)
      .map(({ id }) => [id, view.answers[id]] as const);
    return { ...Object.fromEntries(saved), ...kept(key) };
  });
  const type = (field: string, value: unknown) => {
    const next = { ...typed, [field]: value };
    setTyped(next);
    keep(key, next);
  };
  const shown = step.fields.filter((field) => isShown(field, { ...view.answers, ...typed }));
  const answers = Object.fromEntries(shown.filter(({ id }) => id in typed).map(({ id }) => [id, typed[id]]));
  return { typed: answers, type, forget: () => keep(key, undefined) };
}

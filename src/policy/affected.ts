/** Whom a change affects: a population asked the same question on two days. */
import { dayNumber, dayText } from './day-number.ts';
import type { Decision } from './decision.ts';
import type { Law } from './law.ts';
import { setPath } from './remedies/facts-changed.ts';

export interface Transition {
  readonly before: { readonly decision: string; readonly reasons: readonly string[] };
  readonly after: { readonly decision: string; readonly reasons: readonly string[] };
  readonly count: number;
  /** The first of the population to whom it happens, by its place. */
  readonly example: number;
}

export interface Affected {
  readonly asked: number;
  readonly changed: number;
  /** Most frequent first. */
  readonly transitions: readonly Transition[];
}

const PLAIN = { trace: false, remedies: false } as const;

/** Puts the question on a day: the governing fact of the first part moves, at noon where it is an instant. */
function onDay(law: Law, question: string, day: string): (facts: unknown) => unknown {
  const spec = law.describe(question);
  const path = spec?.parts[spec.parts.length - 1]?.day ?? 'at';
  const instant = spec?.facts[path]?.kind === 'instant';
  const value = instant ? `${dayText(dayNumber(day))}T12:00:00+08:00` : day;
  return (facts) => setPath(facts, path, value);
}

const summary = ({ decision, reasons }: Decision) => ({ decision, reasons });

/** Decides everyone on both days and counts whose answer changes, and how. */
export function affected(
  law: Law,
  question: string,
  from: string,
  to: string,
  population: Iterable<unknown>,
): Affected {
  const [before, after] = [onDay(law, question, from), onDay(law, question, to)];
  const found = new Map<string, { -readonly [K in keyof Transition]: Transition[K] }>();
  let asked = 0;
  let changed = 0;
  for (const facts of population) {
    const was = summary(law.decide(question, before(facts), PLAIN));
    const is = summary(law.decide(question, after(facts), PLAIN));
    const key = JSON.stringify([was, is]);
    asked++;
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed++;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { before: was, after: is, count: 1, example: asked - 1 });
  }
  return { asked, changed, transitions: [...found.values()].sort((a, b) => b.count - a.count) };
}

/** A link to one's question that says nothing about oneself: no birthday, no other day, no consent. */
import { type Day, isDay } from '../../src/kernel/index.ts';
import type { Law } from '../../src/policy/index.ts';
import { type Answers, type AnswerValue, DAY_FACT } from './answers.ts';
import { choicesOf } from './choices.ts';

/** Name in the fragment → fact. Nothing else ever enters a link. */
const SHARED = {
  port: 'port',
  direction: 'direction',
  category: 'person.category',
  document: 'document.type',
} as const;

const DAY_NAME = 'day';

/** `port=szb&direction=exit&day=2026-11-22`, for the part of the address that no server is sent. */
export function linkFragment(answers: Answers, day: Day): string {
  const parts = new URLSearchParams();
  for (const [name, fact] of Object.entries(SHARED)) {
    const value = answers.get(fact);
    if (typeof value === 'string') parts.set(name, value);
  }
  parts.set(DAY_NAME, day);
  return parts.toString();
}

/** The answers in a fragment; what is not among the law's own choices is left out. */
export function readFragment(law: Law, fragment: string): Answers {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const answers = new Map<string, AnswerValue>();
  const day = parts.get(DAY_NAME);
  if (isDay(day)) answers.set(DAY_FACT, day);
  for (const [name, fact] of Object.entries(SHARED)) {
    const value = parts.get(name);
    if (value && choicesOf(law, fact, answers).some((choice) => choice.value === value))
      answers.set(fact, value);
  }
  return answers;
}

/** Candidates for a remedy: what a clause suggests, made concrete for this person and this day. */

import { LANGUAGES, type Texts } from '../../kernel/index.ts';
import type { Json, RemedySpec, Tree } from '../bundle.ts';
import { compileTest } from '../conditions/tests.ts';
import { compileValue } from '../conditions/values.ts';
import { dayNumber, dayText } from '../day-number.ts';
import type { Era } from '../era.ts';
import { type Frame, NO_ITEM, THE_DAY } from '../facts/frame.ts';
import type { ReadyPart, ReadyQuestion } from '../question.ts';
import { moveDay, movedValue, setPath } from './facts-changed.ts';

export interface Situation {
  readonly question: ReadyQuestion;
  readonly part: ReadyPart;
  readonly era: Era;
  readonly frame: Frame;
  readonly facts: unknown;
}

export interface Candidate {
  readonly clause: string;
  readonly change: Readonly<Record<string, unknown>>;
  readonly text: Texts;
  readonly from?: string;
  apply(facts: unknown): unknown;
}

const isTree = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value to set: `{ value: tree }` is computed, everything else is taken as it stands. */
function concrete(value: Tree, { era, frame }: Situation): unknown {
  if (Array.isArray(value)) return value.map((item: Json) => concrete(item, { era, frame } as Situation));
  if (!isTree(value)) return value;
  const entries = Object.entries(value as Record<string, Json>);
  if (entries.length === 1 && entries[0]?.[0] === 'value') {
    const { read, type } = compileValue(entries[0][1], era.scope);
    const found = read(frame, NO_ITEM);
    return type === 'day' && typeof found === 'number' ? dayText(found) : found;
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, concrete(item, { era, frame } as Situation)]));
}

const SUFFIXES: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' };

/** 14th, 21st: English counts days and birthdays with a suffix. */
function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  return `${count}${(teen ? undefined : SUFFIXES[count % 10]) ?? 'th'}`;
}

const OR: Texts = { 'zh-Hant': '或', 'zh-Hans': '或', en: ' or ', pt: ' ou ' };
const COMMA: Texts = { 'zh-Hant': '、', 'zh-Hans': '、', en: ', ', pt: ', ' };

/** `T, S, R or D`, as each language lists. */
function listed(keys: readonly string[], language: (typeof LANGUAGES)[number]): string {
  const last = keys[keys.length - 1] ?? '';
  return keys.length < 2 ? last : keys.slice(0, -1).join(COMMA[language]) + OR[language] + last;
}

function placeholder(
  { era, frame, question }: Situation,
  name: string,
  language: (typeof LANGUAGES)[number],
): string | undefined {
  const field = question.facts.byPath.get(name);
  if (field) return frame[field.slot] === undefined ? undefined : String(frame[field.slot]);
  if (Object.hasOwn(era.content.tables, name)) {
    return listed(
      [...new Set([...era.scope.table(name).rows.values()].map((row) => row.key[0] ?? ''))],
      language,
    );
  }
  const value = era.scope.parameter(name)?.value;
  return value === undefined ? undefined : String(value);
}

/** Fills `{day}` and the names of facts and parameters in a text. */
function fill(text: Texts, situation: Situation, day: string | undefined): Texts {
  const filled = {} as Record<(typeof LANGUAGES)[number], string>;
  for (const language of LANGUAGES) {
    filled[language] = text[language].replace(
      /\{([a-zA-Z.-]+)(\|ordinal)?\}/g,
      (whole, name: string, asOrdinal) => {
        if (name === 'day') return day ?? dayText(situation.frame[THE_DAY] as number);
        const value = placeholder(situation, name, language) ?? whole;
        return asOrdinal ? ordinal(Number(value)) : value;
      },
    );
  }
  return filled;
}

/** Changes facts. */
function changeCandidate(situation: Situation, clause: string, spec: RemedySpec): Candidate[] {
  const change: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(spec.set ?? {})) change[path] = concrete(value, situation);
  return [
    {
      clause,
      change,
      text: fill(spec.text, situation, undefined),
      apply: (facts) =>
        Object.entries(change).reduce(
          (changed, [path, value]) => setPath(changed, path, value === null ? undefined : value),
          facts,
        ),
    },
  ];
}

/** Waits: until a computed day, or until the law changes. */
function waitCandidates(situation: Situation, clause: string, spec: RemedySpec): Candidate[] {
  const { question, part, era, frame } = situation;
  const today = frame[THE_DAY] as number;
  const days =
    spec.wait === 'law'
      ? question.days.map(dayNumber)
      : [compileValue(spec.wait ?? null, era.scope).read(frame, NO_ITEM) as number | undefined];
  return days
    .filter((day): day is number => typeof day === 'number' && day > today)
    .map((day) => ({
      clause,
      change: { [part.dayField.path]: movedValue(part.dayField, dayText(day)) },
      text: fill(spec.text, situation, dayText(day)),
      from: dayText(day),
      apply: (facts: unknown) => moveDay(facts, part.dayField, dayText(day)),
    }));
}

/** What one remedy of a clause proposes here; nothing where its own condition does not hold. */
export function candidatesOf(situation: Situation, clause: string, spec: RemedySpec): readonly Candidate[] {
  if (spec.if !== undefined && compileTest(spec.if, situation.era.scope)(situation.frame, NO_ITEM) !== 1)
    return [];
  return spec.wait === undefined
    ? changeCandidate(situation, clause, spec)
    : waitCandidates(situation, clause, spec);
}

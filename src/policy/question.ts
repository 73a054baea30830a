/** A question ready to be asked: its facts, its parts, and the eras of each. */

import { RoomError } from '../kernel/index.ts';
import type { Part, Question, RulesContent } from './bundle.ts';
import { changeDays } from './change-days.ts';
import type { Test } from './conditions/scope.ts';
import { compileTest } from './conditions/tests.ts';
import { dayNumber, dayText, shanghaiDayNumber } from './day-number.ts';
import { compileEra, type Era, makeScope } from './era.ts';
import { type FactTable, type Field, makeFactTable } from './facts/fields.ts';
import { type Frame, NO_ITEM, THE_DAY, THE_INSTANT } from './facts/frame.ts';

export interface ReadyPart {
  readonly spec: Part;
  readonly when: Test | null;
  readonly dayField: Field;
  readonly eras: (Era | undefined)[];
}

export interface ReadyQuestion {
  readonly id: string;
  readonly spec: Question;
  readonly content: RulesContent;
  readonly facts: FactTable;
  readonly parts: readonly ReadyPart[];
  /** Days of change, ascending, ISO and as numbers. */
  readonly days: readonly string[];
  readonly dayNumbers: readonly number[];
}

export function makeQuestion(id: string, spec: Question, content: RulesContent): ReadyQuestion {
  const facts = makeFactTable(spec, new Map(Object.entries(content.tables)));
  const days = changeDays(spec, content);
  const scope = makeScope(content, facts, days[0] ?? '2000-01-01');
  const parts = spec.parts.map((part): ReadyPart => {
    const dayField = facts.byPath.get(part.day);
    if (!dayField) {
      throw new RoomError('RULES_INVALID', `${id}: the day of part ${part.id}, "${part.day}", is no fact.`);
    }
    return {
      spec: part,
      when: part.when === undefined ? null : compileTest(part.when, scope),
      dayField,
      eras: [],
    };
  });
  return { id, spec, content, facts, parts, days, dayNumbers: days.map(dayNumber) };
}

/** The first part that applies. */
export function partFor(question: ReadyQuestion, facts: Frame): ReadyPart {
  const { parts } = question;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as ReadyPart;
    if (part.when === null || part.when(facts, NO_ITEM) === 1) return part;
  }
  return parts[parts.length - 1] as ReadyPart;
}

/** Sets the governing day in the frame; false when its fact is missing. */
export function setDay(part: ReadyPart, facts: Frame): boolean {
  const given = facts[part.dayField.slot] as number | undefined;
  if (given === undefined) return false;
  const instant = part.dayField.type === 'instant';
  facts[THE_DAY] = instant ? shanghaiDayNumber(given) : given;
  if (instant) facts[THE_INSTANT] = given;
  return true;
}

/** How many days of change have come: the index of the era. */
function eraIndex(days: readonly number[], day: number): number {
  let index = days.length;
  while (index > 0 && (days[index - 1] as number) > day) index--;
  return index;
}

export function eraFor(question: ReadyQuestion, part: ReadyPart, day: number): Era {
  const index = eraIndex(question.dayNumbers, day);
  const known = part.eras[index];
  if (known) return known;
  const made = compileEra(part.spec, question.content, question.facts, eraDay(question, index));
  part.eras[index] = made;
  return made;
}

/** A day of the era with an index: its first, or for the first era the day before it ends. */
export function eraDay(question: ReadyQuestion, index: number): string {
  return question.days[index - 1] ?? dayText(10101);
}

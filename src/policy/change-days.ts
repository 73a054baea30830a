/** The days on which the law of a question changes: between two of them every parameter and list stands still. */
import type { Json, Part, Question, RulesContent, TableRow } from './bundle.ts';
import { DELAY_PARAMETER, LEAP_DAY_PARAMETER } from './conditions/ages.ts';
import { addDaysTo, dayNumber, dayText } from './day-number.ts';

export const LAST_DAY_PARAMETER = 'document-valid-through-last-day';
const ALWAYS_READ = [DELAY_PARAMETER, LEAP_DAY_PARAMETER, LAST_DAY_PARAMETER];

export interface ReadIds {
  readonly parameters: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/** Which parameters and tables a tree names, found by walking it. */
export function readIds(question: Question): ReadIds {
  const parameters = new Set<string>(ALWAYS_READ);
  const tables = new Set<string>();
  const walk = (tree: unknown): void => {
    if (typeof tree !== 'object' || tree === null) return;
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string' && (key === 'parameter' || key === 'started')) parameters.add(value);
      if (typeof value === 'string' && (key === 'table' || key === 'calendar')) tables.add(value);
      walk(value);
    }
  };
  walk(question.parts);
  walk(question.facts);
  return { parameters, tables };
}

interface Dated {
  readonly from?: string;
  readonly until?: string;
}

function addDays(days: Set<string>, { from, until }: Dated): void {
  if (from) days.add(from);
  if (until) days.add(dayText(addDaysTo(dayNumber(until), 1)));
}

function clausesOf(part: Part): readonly Dated[] {
  return [...part.clauses, ...(part.each ?? []).flatMap((group) => group.clauses)];
}

/** Ascending ISO days. */
export function changeDays(question: Question, content: RulesContent): readonly string[] {
  const ids = readIds(question);
  const days = new Set<string>();
  for (const id of ids.parameters)
    for (const value of content.parameters[id]?.values ?? []) addDays(days, value);
  for (const id of ids.tables) for (const row of content.tables[id]?.rows ?? []) addDays(days, row);
  for (const part of question.parts) for (const clause of clausesOf(part)) addDays(days, clause);
  return [...days].sort();
}

export const inForce = ({ from, until }: Dated, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

/** The value of a dated list on a day. */
export function valueOn<T extends TableRow | { from: string; until?: string; value: Json }>(
  values: readonly T[],
  day: string,
): T | undefined {
  return values.findLast((value) => inForce(value, day));
}

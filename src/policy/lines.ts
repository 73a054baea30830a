/** JSON lines: a line in, a line out, whatever comes. */
import type { DecideOptions } from './decision.ts';
import type { Law } from './law.ts';
import { errorDecision } from './outcome.ts';

/** A line longer than this is refused unread. */
export const LINE_LENGTH_MAX = 1024 * 1024;

interface Asked {
  readonly id?: unknown;
  readonly domain?: unknown;
  readonly question?: unknown;
  readonly input?: unknown;
  readonly facts?: unknown;
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** The id as it may be written back: a short text or a number. */
const shownId = (id: unknown): string | number | undefined =>
  typeof id === 'number' || (typeof id === 'string' && id.length <= 120) ? id : undefined;

function refused(law: Law, line: number, value: string, expected: string): string {
  return JSON.stringify({ line, ...errorDecision({ field: 'line', value, expected }, law.rules) });
}

/**
 * Decides one line `{ id, domain, input }` (or `{ id, question, facts }`) and gives the line to write. A line that is no JSON
 * object gives `{ line, decision: "ERROR", … }`.
 */
export function decideLine(law: Law, text: string, line: number, options?: DecideOptions): string {
  if (text.length > LINE_LENGTH_MAX) {
    return refused(law, line, `a line of ${text.length} characters`, `at most ${LINE_LENGTH_MAX} characters`);
  }
  const parsed = parse(text);
  const asked = parsed?.value;
  if (!isAsked(asked)) return refused(law, line, text.slice(0, 60), 'a JSON object { id, domain, input }');
  const question = asked.domain ?? asked.question;
  const decision = law.decide(
    typeof question === 'string' ? question : '',
    asked.input ?? asked.facts,
    options,
  );
  return JSON.stringify({ id: shownId(asked.id), ...decision });
}

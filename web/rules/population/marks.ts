/** A population as marks in a picture: one mark for several people, the same place before and after. */
import type { Part } from '../../../src/policy/index.ts';
import type { Shift } from './shift.ts';

/** How good an answer is for whoever asked, by its place among the answers of its part. */
export type Mood = 'best' | 'middle' | 'refer' | 'worst';

const REFER = 'REFER';

export function moodOf(parts: readonly Part[], decision: string): Mood {
  if (decision === REFER || decision === 'ERROR') return 'refer';
  const part = parts.find(({ decisions }) => decisions.includes(decision));
  if (!part) return 'middle';
  if (part.pass.decision === decision) return 'best';
  return part.decisions.indexOf(decision) === 0 || part.fail === decision ? 'worst' : 'middle';
}

export interface Mark {
  readonly before: string;
  readonly after: string;
  /** The answer itself changed, not only its reasons. */
  readonly changed: boolean;
}

const MARKS_MAX = 300;
const MOODS: readonly Mood[] = ['best', 'middle', 'refer', 'worst'];

export const peoplePerMark = (asked: number): number => Math.max(1, Math.ceil(asked / MARKS_MAX));

/** Answers before → after with their people, those that stay included. */
function flows({ before, transitions }: Shift): readonly { readonly mark: Mark; readonly count: number }[] {
  const staying = new Map(before);
  const moving = new Map<string, { mark: Mark; count: number }>();
  for (const { before: was, after: is, count } of transitions) {
    if (was.decision === is.decision) continue;
    staying.set(was.decision, (staying.get(was.decision) ?? 0) - count);
    const key = `${was.decision} ${is.decision}`;
    const known = moving.get(key);
    const mark = { before: was.decision, after: is.decision, changed: true };
    moving.set(key, { mark, count: (known?.count ?? 0) + count });
  }
  const stay = [...staying].map(([decision, count]) => ({
    mark: { before: decision, after: decision, changed: false },
    count,
  }));
  return [...stay, ...moving.values()].filter(({ count }) => count > 0);
}

/** In order of the answer before, so that the upper picture is made of whole blocks. A group is never too small to be seen. */
export function marksOf(parts: readonly Part[], shift: Shift): readonly Mark[] {
  const each = peoplePerMark(shift.asked);
  const rank = ({ before, changed }: Mark) => MOODS.indexOf(moodOf(parts, before)) * 2 + (changed ? 1 : 0);
  return [...flows(shift)]
    .sort((a, b) => rank(a.mark) - rank(b.mark) || a.mark.before.localeCompare(b.mark.before))
    .flatMap(({ mark, count }) => Array.from({ length: Math.max(1, Math.round(count / each)) }, () => mark));
}

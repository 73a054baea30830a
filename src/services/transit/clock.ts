/** The clock of a stay: from where it counts, by when one must have left, what is to spare; as rows and as a drawing. */
import { type Instant, later, type Millis, minutes, type Texts } from '../../kernel/index.ts';
import { beijing } from '../engine/beijing.ts';
import type { Grant, Row, TimelineMark } from '../engine/case.ts';
import { words } from '../engine/words.ts';
import { clockWords as w } from './words.ts';

export interface Stay {
  readonly arrive: Instant;
  /** When the hours begin to count. */
  readonly starts: Instant;
  readonly deadline: Instant;
  readonly leave: Instant;
  readonly remindBefore: Millis;
}

export function clockOf(stay: Stay, now: Instant): Pick<Grant, 'rows' | 'timeline' | 'remindAt'> {
  const { arrive, starts, deadline, leave } = stay;
  const remindAt = later(deadline, -stay.remindBefore as Millis);
  return {
    rows: [
      { label: w.arrival, value: beijing(arrive) },
      { label: w.starts, value: beijing(starts) },
      { label: w.deadline, value: beijing(deadline) },
      { label: w.leave, value: beijing(leave) },
      { label: w.margin, value: span((deadline - leave) as Millis) },
    ] satisfies Row[],
    timeline: { from: arrive, to: deadline, marks: marksOf(stay) },
    ...(remindAt > now ? { remindAt } : {}),
  };
}

function marksOf({ arrive, starts, deadline, leave }: Stay): TimelineMark[] {
  return [
    { at: arrive, label: w.arrival },
    ...(starts > arrive ? [{ at: starts, label: w.starts }] : []),
    { at: leave, label: w.leave },
    { at: deadline, label: w.deadline, kind: 'limit' },
  ];
}

/** Days and hours in words from two days on, else hours and minutes. */
function span(length: Millis): Texts {
  const allMinutes = Math.floor(length / minutes(1));
  const [allHours, rest] = [Math.floor(allMinutes / 60), allMinutes % 60];
  const [days, hours] = [Math.floor(allHours / 24), allHours % 24];
  if (days >= 2)
    return words(
      `${days} 天 ${hours} 小時`,
      `${days} 天 ${hours} 小时`,
      `${days} days ${hours} h`,
      `${days} dias ${hours} h`,
    );
  return words(
    `${allHours} 小時 ${rest} 分鐘`,
    `${allHours} 小时 ${rest} 分钟`,
    `${allHours} h ${rest} min`,
    `${allHours} h ${rest} min`,
  );
}

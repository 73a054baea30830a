/** When to leave, or when one arrives: counted from what is fixed, the departure of a train or the start from home. */
import { type Instant, later, type Millis, minutes, parseInstant } from '../../kernel/index.ts';
import type { Timeline } from '../engine/case.ts';
import type { Answers } from '../engine/form.ts';
import { journeyWords as w } from './words.ts';

/** Both checks with their queues on an ordinary day. A plan, no promise; the words tell it. */
const CROSSING_MINUTES = 45;
/** How long before its departure one is to be there. */
const EARLY_MINUTES: Readonly<Record<string, number>> = { train: 30, flight: 120, coach: 15 };

export interface Schedule {
  readonly leave: Instant;
  readonly atPort: Instant;
  readonly through: Instant;
  /** At the station, or at the destination. */
  readonly there: Instant;
  readonly departs?: Instant;
}

export function scheduleOf({ onward, departs, leaves, toPort, fromPort }: Answers): Schedule {
  const [before, after] = [minutesOf(toPort), minutesOf(fromPort)];
  const crossing = minutes(CROSSING_MINUTES);
  const early = EARLY_MINUTES[String(onward)];
  if (early === undefined) {
    const leave = parseInstant(leaves, 'leaves');
    const atPort = later(leave, before);
    const through = later(atPort, crossing);
    return { leave, atPort, through, there: later(through, after) };
  }
  const departure = parseInstant(departs, 'departs');
  const there = earlier(departure, minutes(early));
  const through = earlier(there, after);
  const atPort = earlier(through, crossing);
  return { leave: earlier(atPort, before), atPort, through, there, departs: departure };
}

const minutesOf = (value: unknown): Millis => minutes(typeof value === 'number' ? value : 0);
const earlier = (at: Instant, by: Millis): Instant => later(at, -by as Millis);

export function timelineOf({ leave, atPort, through, there, departs }: Schedule): Timeline {
  return {
    from: leave,
    to: departs ?? there,
    marks: [
      { at: leave, label: w.rowLeave },
      { at: atPort, label: w.rowPort },
      { at: through, label: w.rowThrough },
      { at: there, label: departs === undefined ? w.rowArrive : w.rowStation },
      ...(departs === undefined ? [] : [{ at: departs, label: w.rowDeparts, kind: 'limit' as const }]),
    ],
  };
}

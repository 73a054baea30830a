/** A span of time drawn to scale: what happens in it, the limit, and how much is to spare. The list beneath says the same in words. */

import { addDays, type Day } from '../../../src/kernel/index.ts';
import type { GrantView } from '../../../src/server/index.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import './timeline-picture.css';

type Timeline = NonNullable<GrantView['timeline']>;

/** Units of the drawing, with room for half a mark at both ends. */
const [WIDTH, HEIGHT, EDGE, BAND] = [640, 40, 14, 10];
const MIDDLE = HEIGHT / 2;
const DAY_MS = 86_400_000;
/** Beyond so many days their midnights would be a grey band. */
const MIDNIGHTS_MAX = 20;

export function TimelinePicture({ timeline }: { readonly timeline: Timeline }) {
  const { say } = useSpeech();
  const { from, to, marks } = timeline;
  const span = Math.max(1, Date.parse(to) - Date.parse(from));
  const x = (at: string) => EDGE + ((Date.parse(at) - Date.parse(from)) / span) * (WIDTH - 2 * EDGE);
  const done = marks.filter(({ kind }) => kind !== 'limit').at(-1)?.at ?? from;
  return (
    <figure className="timeline-picture">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <rect className="spare" {...band(x(from), x(to))} />
        <rect className="used" {...band(x(from), x(done))} />
        {midnightsOf(timeline).map((at) => (
          <line key={at} className="midnight" x1={x(at)} x2={x(at)} y1={MIDDLE - BAND} y2={MIDDLE + BAND} />
        ))}
        {marks.map(({ at, kind, label }) =>
          kind === 'limit' ? (
            <path key={label.en} className="limit" d={diamond(x(at))} />
          ) : (
            <circle key={label.en} className="mark" cx={x(at)} cy={MIDDLE} r={BAND} />
          ),
        )}
      </svg>
      <ol>
        {marks.map(({ at, kind, label }) => (
          <li key={label.en} data-kind={kind}>
            <span>{say(label)}</span>
            <time className="numerals" dateTime={at}>
              {timeOf(at)}
            </time>
          </li>
        ))}
      </ol>
    </figure>
  );
}

const band = (start: number, end: number) => ({
  x: start,
  y: MIDDLE - BAND / 2,
  width: Math.max(0, end - start),
  height: BAND,
  rx: BAND / 2,
});

const diamond = (x: number): string => {
  const reach = BAND * 1.3;
  return `M${x} ${MIDDLE - reach}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`;
};

/** The ends of the days in between, in Beijing time, as the marks themselves are. */
function midnightsOf({ from, to }: Timeline): string[] {
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);
  if (days < 2 || days > MIDNIGHTS_MAX) return [];
  const all = Array.from(
    { length: days + 1 },
    (_, index) => `${addDays(dayOf(from), index + 1)}T00:00:00+08:00`,
  );
  return all.filter((at) => Date.parse(at) < Date.parse(to));
}

const dayOf = (at: string): Day => at.slice(0, 10) as Day;

/** Midnight ends a day, so that nobody comes a day late. */
const timeOf = (at: string): string =>
  at.slice(11, 16) === '00:00' ? `${addDays(dayOf(at), -1)} 24:00` : `${at.slice(0, 10)} ${at.slice(11, 16)}`;

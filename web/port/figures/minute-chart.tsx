/** People per minute over the last half hour: thirty bars, drawn by hand because thirty bars need no library. */
import type { StatsView } from '../../../src/server/index.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { clockTime } from '../../shared/ui/format.ts';

type Minute = StatsView['perMinute'][number];

const MINUTES = 30;
const [BAR, GAP, HEIGHT] = [8, 4, 72];
const WIDTH = MINUTES * (BAR + GAP) - GAP;

/** The next round number, so that the scale does not jump at each bar. */
export function ceilingOf(minutes: readonly Minute[]): number {
  const most = Math.max(0, ...minutes.map((each) => each.cleared + each.referred));
  return [4, 8, 12, 20, 30, 40, 60, 100].find((round) => round >= most) ?? Math.ceil(most / 50) * 50;
}

function Bar({
  minute,
  index,
  ceiling,
}: {
  readonly minute: Minute;
  readonly index: number;
  readonly ceiling: number;
}) {
  const scale = (count: number) => (count / ceiling) * HEIGHT;
  const [cleared, referred] = [scale(minute.cleared), scale(minute.referred)];
  const x = index * (BAR + GAP);
  return (
    <>
      <rect className="bed" x={x} y={HEIGHT - 2} width={BAR} height={2} rx={1} />
      <rect className="cleared" x={x} y={HEIGHT - cleared} width={BAR} height={cleared} rx={2} />
      <rect
        className="referred"
        x={x}
        y={HEIGHT - cleared - referred - (cleared ? 2 : 0)}
        width={BAR}
        height={referred}
        rx={2}
      />
    </>
  );
}

export function MinuteChart({ minutes }: { readonly minutes: readonly Minute[] }) {
  const { say, language } = useSpeech();
  const shown = minutes.slice(-MINUTES);
  const ceiling = ceilingOf(shown);
  const sum = (pick: (minute: Minute) => number) => shown.reduce((total, minute) => total + pick(minute), 0);
  const label = `${say(portWords.perMinute)}, ${say(portWords.perMinuteHint)}: ${sum((m) => m.cleared)} ${say(portWords.cleared)}, ${sum((m) => m.referred)} ${say(portWords.referredSeries)}`;
  const first = shown[0] ? clockTime(Date.parse(shown[0].minute), language).slice(0, 5) : '';
  const last = shown.at(-1) ? clockTime(Date.parse(shown.at(-1)?.minute ?? ''), language).slice(0, 5) : '';
  return (
    <figure className="chart">
      <figcaption>
        {say(portWords.perMinute)} <span>{say(portWords.perMinuteHint)}</span>
      </figcaption>
      <svg viewBox={`-34 -6 ${WIDTH + 34} ${HEIGHT + 26}`} role="img" aria-label={label}>
        <path className="ceiling" d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}`} />
        <text x={-8} y={4} textAnchor="end">
          {ceiling}
        </text>
        <text x={-8} y={HEIGHT / 2 + 4} textAnchor="end">
          {ceiling / 2}
        </text>
        {shown.map((minute, index) => (
          <Bar key={minute.minute} minute={minute} index={index + MINUTES - shown.length} ceiling={ceiling} />
        ))}
        <text x={0} y={HEIGHT + 16}>
          {first}
        </text>
        <text x={WIDTH} y={HEIGHT + 16} textAnchor="end">
          {last}
        </text>
      </svg>
    </figure>
  );
}

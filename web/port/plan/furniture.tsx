/** What stands still: floor, sides, counter, collection point, signs, and the scale that proves the plan. */
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { alongAt, COLLECTION, LANE_LENGTH, type PortPlace } from './geometry.ts';

export function Floor({ port }: { readonly port: PortPlace }) {
  const { length } = port;
  const middle = length / 2;
  return (
    <>
      <rect className="floor" width={length} height={port.width} rx={28} />
      <path
        className="floor other"
        d={`M${middle} 0H${length - 28}a28 28 0 0 1 28 28V${port.width - 28}a28 28 0 0 1 -28 28H${middle}z`}
      />
      <path className="border" d={`M${middle} 0V${port.width}`} />
    </>
  );
}

/** A text that reads upright however the plan is turned. */
function Sign(props: {
  readonly along: number;
  readonly across: number;
  readonly turned: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly kind?: string;
  readonly text: string;
}) {
  return (
    <text
      className={`sign ${props.kind ?? ''}`}
      textAnchor={props.anchor ?? 'middle'}
      transform={`translate(${props.along} ${props.across}) rotate(${-props.turned})`}
    >
      {props.text}
    </text>
  );
}

function Officer({
  along,
  across,
  facing,
}: {
  readonly along: number;
  readonly across: number;
  readonly facing: number;
}) {
  return (
    <g className="officer" transform={`translate(${along} ${across}) rotate(${facing})`}>
      <ellipse className="shoulders" rx={14} ry={25} />
      <circle className="crown" cx={2} r={12} />
      <path className="peak" d="M8 -9a13 13 0 0 1 0 18" />
    </g>
  );
}

export function Counter({ port, turned }: { readonly port: PortPlace; readonly turned: number }) {
  const { say } = useSpeech();
  const [start, y] = [alongAt(port, 'exit', 14), port.island];
  const length = LANE_LENGTH - 28;
  return (
    <g className="furniture">
      <rect className="room" x={start} y={y - 50} width={length} height={100} rx={14} />
      <path className="window" d={`M${start} ${y - 26}v52M${start + length} ${y - 26}v52`} />
      <Officer along={start + 38} across={y} facing={180} />
      <Officer along={start + length - 38} across={y} facing={0} />
      <Sign along={start + length / 2} across={y} turned={turned} text={say(portWords.counter)} />
    </g>
  );
}

export function CollectionPoint({ port, turned }: { readonly port: PortPlace; readonly turned: number }) {
  const { say } = useSpeech();
  const middle = (COLLECTION.start + COLLECTION.end) / 2;
  const y = port.island;
  const standing = turned !== 0;
  return (
    <g className="furniture">
      <rect
        className="room"
        x={COLLECTION.start}
        y={y - 24}
        width={COLLECTION.end - COLLECTION.start}
        height={44}
        rx={12}
      />
      <circle className="lens" cx={middle} cy={y - 2} r={9} />
      <Sign
        along={standing ? COLLECTION.start - 26 : middle}
        across={standing ? y : y - 48}
        turned={turned}
        text={say(portWords.collection)}
      />
    </g>
  );
}

export function SideSigns({ port, turned }: { readonly port: PortPlace; readonly turned: number }) {
  const { say } = useSpeech();
  const standing = turned !== 0;
  const [top, bottom] = [42, port.width - 42];
  const middle = port.length / 2;
  return (
    <>
      <Sign
        kind="side"
        along={standing ? 46 : 40}
        across={standing ? port.width - 36 : top}
        turned={turned}
        anchor="start"
        text={say(portWords.mainland)}
      />
      <Sign
        kind="side"
        along={port.length - (standing ? 46 : 40)}
        across={standing ? 36 : top}
        turned={turned}
        anchor="end"
        text={say(portWords.otherSide)}
      />
      <Sign
        along={standing ? middle + 214 : middle}
        across={standing ? (port.exitTop + port.island) / 2 - 44 : top}
        turned={turned}
        text={`${say(portWords.exit)} ${standing ? '↓' : '→'}`}
      />
      <Sign
        along={standing ? middle - 214 : middle}
        across={standing ? (port.entryBottom + port.island) / 2 + 44 : bottom}
        turned={turned}
        text={`${standing ? '↑' : '←'} ${say(portWords.entry)}`}
      />
    </>
  );
}

export function Scale({ port }: { readonly port: PortPlace }) {
  const y = port.width - 30;
  return (
    <g className="scale">
      <path d={`M40 ${y - 7}v7h500v-7M140 ${y - 5}v5M240 ${y - 5}v5M340 ${y - 5}v5M440 ${y - 5}v5`} />
      <text x={552} y={y + 1}>
        5 m
      </text>
    </g>
  );
}

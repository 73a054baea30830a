/** One lane: a quiet channel between two cabinets, two gates whose leaves slide into them, the jade line when one opens. */
import type { KeyboardEvent } from 'react';
import type { GateView, LaneView } from '../../../src/server/index.ts';
import { portWords } from '../../shared/i18n/port-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { laneStepWords } from '../../shared/i18n/step-words.ts';
import { laneName } from '../lane-name.ts';
import { alongAt, CABINET, LANE_LENGTH, type LanePlace, type PortPlace, STATION } from './geometry.ts';

const LEAF = 9;

function Gate(props: { readonly at: number; readonly half: number; readonly state: GateView }) {
  const { at, half, state } = props;
  const leaf = { x: at - LEAF / 2, width: LEAF, height: half, rx: 3 };
  return (
    <g className="gate" data-state={state}>
      <rect className="leaf first" {...leaf} y={-half} />
      <rect className="leaf second" {...leaf} y={0} />
      {state === 'jammed' ? <path className="jam" d={`M${at - 16} -16l32 32m0 -32l-32 32`} /> : null}
    </g>
  );
}

/** Runs through the gate as it opens: the one moment of delight. */
function JadeLine(props: { readonly from: number; readonly to: number; readonly state: GateView }) {
  const runs = props.state === 'opening' || props.state === 'open';
  return (
    <path
      className="jade-line"
      data-runs={runs || undefined}
      pathLength={1}
      d={`M${props.from} 0H${props.to}`}
    />
  );
}

/** The lane's signal: arrow for go, two bars for wait, one bar for stop; shapes before colours. */
function Signal({ light }: { readonly light: LaneView['light'] }) {
  const shape = { green: 'M-8 0H8m-6-6 6 6-6 6', amber: 'M-4-7V7M4-7V7', red: 'M-8 0H8', off: 'M0 0h.1' }[
    light
  ];
  return (
    <g className="signal" data-light={light} transform={`translate(22 0)`}>
      <rect x={-14} y={-14} width={28} height={28} rx={7} />
      <path d={shape} />
    </g>
  );
}

function Channel({ lane, half }: { readonly lane: LaneView; readonly half: number }) {
  return (
    <>
      <rect className="channel" x={0} y={-half} width={LANE_LENGTH} height={half * 2} />
      <path className="chevrons" d={[128, 230, 330].map((at) => `M${at} -9l9 9-9 9`).join('')} />
      <JadeLine from={-40} to={STATION.chamber + 20} state={lane.gates.entry} />
      <JadeLine from={STATION.chamber - 20} to={LANE_LENGTH + 110} state={lane.gates.exit} />
      <Gate at={STATION.entryGate} half={half} state={lane.gates.entry} />
      <Gate at={STATION.exitGate} half={half} state={lane.gates.exit} />
      {[-half - CABINET, half].map((y) => (
        <rect key={y} className="cabinet" x={4} y={y} width={LANE_LENGTH - 8} height={CABINET} rx={9} />
      ))}
    </>
  );
}

export interface LaneDrawingProps {
  readonly port: PortPlace;
  readonly lane: LaneView;
  readonly place: LanePlace;
  readonly waiting: number;
  readonly selected: boolean;
  /** Degrees by which the whole plan is turned; writing is turned back. */
  readonly turned: number;
  readonly choose: (id: string) => void;
}

export function LaneDrawing(props: LaneDrawingProps) {
  const { lane, place, turned } = props;
  const { say } = useSpeech();
  const half = place.width / 2;
  const facing = lane.direction === 'exit' ? 0 : 180;
  const upright = -(turned + facing);
  const step = say(laneStepWords[lane.step]);
  const label = say(portWords.laneLabel, {
    lane: laneName(lane, say),
    direction: say(lane.direction === 'exit' ? portWords.exit : portWords.entry),
    step,
    n: props.waiting,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    props.choose(lane.id);
  };
  // The status is written along the upper cabinet; seen by the reader, not by the walker.
  const above = facing === 0 ? -half - CABINET / 2 : half + CABINET / 2;
  return (
    <g
      className="lane"
      data-step={lane.step}
      data-kind={lane.kind}
      transform={`translate(${alongAt(props.port, lane.direction, 0)} ${place.across}) rotate(${facing})`}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing. */}
      <g
        className="lane-button"
        data-lane={lane.id}
        role="button"
        tabIndex={0}
        aria-label={label}
        aria-pressed={props.selected}
        onClick={() => props.choose(lane.id)}
        onKeyDown={onKeyDown}
      >
        <rect
          className="reach"
          x={-90}
          y={-half - CABINET / 2}
          width={LANE_LENGTH + 180}
          height={place.width + CABINET}
          rx={16}
        />
        <Channel lane={lane} half={half} />
      </g>
      <Writing lane={lane} step={step} above={above} upright={upright} />
    </g>
  );
}

/** What the eye reads of the lane; the button's own name says the same to the ear. */
function Writing(props: {
  readonly lane: LaneView;
  readonly step: string;
  readonly above: number;
  readonly upright: number;
}) {
  const { lane, upright } = props;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus.
    <g aria-hidden="true" className="writing">
      <g transform={`translate(0 ${props.above})`}>
        <Signal light={lane.light} />
        <text className="status" transform={`translate(${LANE_LENGTH / 2 + 14} 0) rotate(${upright})`}>
          {props.step}
        </text>
      </g>
      <text className="numeral" transform={`translate(-48 0) rotate(${upright})`}>
        {lane.kind === 'kiosk' ? lane.id : lane.number}
      </text>
    </g>
  );
}

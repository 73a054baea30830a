/** What the page knows of the port: one picture at first, then every change as it happens. */
import { useEffect, useReducer, useRef, useState } from 'react';
import { millis, systemClock } from '../../src/kernel/index.ts';
import type { FigureView, LaneView, PassageView, PortView, StatsView } from '../../src/server/index.ts';
import { type Connection, openStream } from '../shared/api/events.ts';
import { type Answer, getJson } from '../shared/api/request.ts';
import { elapsedMs } from '../shared/api/ticks.ts';

/** Figures that have left stay drawn until they are out of sight. */
const FADE_MS = 1_500;
/** The plan of a port with more people than this would show a crowd, not people. */
const FIGURES_MAX = 160;

export type PortChange =
  | { readonly kind: 'port'; readonly port: PortView }
  | { readonly kind: 'lane'; readonly lane: LaneView }
  | { readonly kind: 'figure'; readonly figure: FigureView }
  | { readonly kind: 'stats'; readonly stats: StatsView }
  | { readonly kind: 'forget'; readonly key: string };

function withFigure(figures: readonly FigureView[], figure: FigureView): FigureView[] {
  const at = figures.findIndex((each) => each.key === figure.key);
  if (at < 0) return [...figures, figure].slice(-FIGURES_MAX);
  return figures.with(at, figure);
}

export function changePort(port: PortView | undefined, change: PortChange): PortView | undefined {
  if (change.kind === 'port') return change.port;
  if (!port) return undefined;
  switch (change.kind) {
    case 'lane':
      return { ...port, lanes: port.lanes.map((lane) => (lane.id === change.lane.id ? change.lane : lane)) };
    case 'figure':
      return { ...port, figures: withFigure(port.figures, change.figure) };
    case 'stats':
      return { ...port, stats: change.stats };
    case 'forget':
      return {
        ...port,
        figures: port.figures.filter((figure) => figure.key !== change.key || figure.place !== 'gone'),
      };
  }
}

export interface PortFeed {
  readonly port: PortView | undefined;
  /** When the port's clock was last read, on the monotonic clock. */
  readonly readAtMs: number;
  readonly connection: Connection;
  readonly failure: Answer<PortView> | undefined;
  readonly passage: PassageView | undefined;
  readonly reload: () => void;
}

/** Reads an event's data as what the server's contract says it is. */
function read<T>(data: string): T {
  const value: T = JSON.parse(data);
  return value;
}

export function usePortFeed(): PortFeed {
  const [port, change] = useReducer(changePort, undefined);
  const [connection, setConnection] = useState<Connection>('connecting');
  const [failure, setFailure] = useState<Answer<PortView>>();
  const [passage, setPassage] = useState<PassageView>();
  const [attempt, setAttempt] = useState(0);
  const readAtMs = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt begins everything anew.
  useEffect(() => {
    const take = (view: PortView) => {
      readAtMs.current = elapsedMs();
      change({ kind: 'port', port: view });
      setFailure(undefined);
    };
    const load = async () => {
      const answer = await getJson<PortView>('/v1/port');
      if (answer.outcome === 'ok') take(answer.value);
      else setFailure(answer);
    };
    const takeFigure = (figure: FigureView) => {
      change({ kind: 'figure', figure });
      if (figure.place !== 'gone') return;
      systemClock.after(millis(FADE_MS), () => change({ kind: 'forget', key: figure.key }));
    };
    return openStream('/v1/port/events', {
      connection: (state) => {
        setConnection(state);
        // Whatever happened while the stream was cut is in a fresh picture.
        if (state !== 'lost') load().catch(() => undefined);
      },
      events: {
        port: (data) => take(read<PortView>(data)),
        lane: (data) => change({ kind: 'lane', lane: read<LaneView>(data) }),
        figure: (data) => takeFigure(read<FigureView>(data)),
        stats: (data) => change({ kind: 'stats', stats: read<StatsView>(data) }),
        passage: (data) => setPassage(read<PassageView>(data)),
      },
    });
  }, [attempt]);
  const reload = () => setAttempt((count) => count + 1);
  return { port, readAtMs: readAtMs.current, connection, failure, passage, reload };
}

/** The port in plan view, true to scale; turned upright on narrow screens. */
import './plan.css';
import './people.css';
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { FigureView, LaneView } from '../../../src/server/index.ts';
import { FigureDrawing } from './figure-drawing.tsx';
import { CollectionPoint, Counter, Floor, Scale, SideSigns } from './furniture.tsx';
import { placePort } from './geometry.ts';
import { LaneDrawing } from './lane-drawing.tsx';

const UPRIGHT = '(max-width: 760px)';

function useUpright(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(UPRIGHT);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(UPRIGHT).matches,
  );
}

// The floor changes only when lanes come, go or widen; not each time that one of them changes its state.
const shapeOf = (lanes: readonly LaneView[]) =>
  lanes.map((lane) => `${lane.id}:${lane.direction}:${lane.number}:${lane.wide}`).join('|');

/** Width divided by height of the frame, in coarse steps so that the halls do not breathe with each pixel. */
function useFrameShape(frame: RefObject<HTMLDivElement | null>): number | undefined {
  const [shape, setShape] = useState<number>();
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry || entry.contentRect.height === 0) return;
      setShape(Math.round((entry.contentRect.width / entry.contentRect.height) * 20) / 20);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return shape;
}

/** Keys that were there when the page opened: those people stand already, later ones walk in. */
function useFirstKeys(figures: readonly FigureView[]): ReadonlySet<string> {
  const first = useRef<ReadonlySet<string>>(undefined);
  first.current ??= new Set(figures.map((figure) => figure.key));
  return first.current;
}

export interface FloorPlanProps {
  readonly lanes: readonly LaneView[];
  readonly figures: readonly FigureView[];
  readonly speed: number;
  readonly selected: string | undefined;
  readonly choose: (id: string) => void;
}

export function FloorPlan(props: FloorPlanProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shape = useFrameShape(frame);
  return (
    <div className="plan-frame" ref={frame}>
      {shape === undefined ? null : <Plan {...props} frameShape={shape} />}
    </div>
  );
}

function Plan(props: FloorPlanProps & { readonly frameShape: number }) {
  const upright = useUpright();
  const shape = shapeOf(props.lanes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape holds all that the geometry depends on.
  const port = useMemo(
    () => placePort(props.lanes, upright ? 1 / props.frameShape : props.frameShape),
    [shape, upright, props.frameShape],
  );
  const firstKeys = useFirstKeys(props.figures);
  const turned = upright ? 90 : 0;
  const waiting = (id: string) => props.figures.filter((f) => f.lane === id && f.place === 'queue').length;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the section around it has the name; a title would pop up under the pointer.
    <svg
      className="plan"
      viewBox={upright ? `0 0 ${port.width} ${port.length}` : `0 0 ${port.length} ${port.width}`}
    >
      <g transform={upright ? `translate(${port.width} 0) rotate(90)` : undefined}>
        <Floor port={port} />
        <SideSigns port={port} turned={turned} />
        <CollectionPoint port={port} turned={turned} />
        <Counter port={port} turned={turned} />
        {port.lanes.map((place) => {
          const lane = props.lanes.find((each) => each.id === place.id);
          return lane ? (
            <LaneDrawing
              key={lane.id}
              port={port}
              lane={lane}
              place={place}
              waiting={waiting(lane.id)}
              selected={props.selected === lane.id}
              turned={turned}
              choose={props.choose}
            />
          ) : null;
        })}
        <g className="people">
          {props.figures.map((figure) => (
            <FigureDrawing
              key={figure.key}
              port={port}
              figure={figure}
              speed={props.speed}
              isNew={!firstKeys.has(figure.key)}
            />
          ))}
        </g>
        {upright ? null : <Scale port={port} />}
      </g>
    </svg>
  );
}

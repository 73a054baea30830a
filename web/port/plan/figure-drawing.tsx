/** One traveller seen from above: shoulders, head, perhaps a case; state by colour and by shape. */
import { memo, useRef } from 'react';
import type { FigureView } from '../../../src/server/index.ts';
import type { PortPlace } from './geometry.ts';
import { unevenness } from './standing.ts';
import { useWalking } from './walking.ts';

export function Body({ luggage }: { readonly luggage: boolean }) {
  return (
    <>
      {luggage ? <path className="case" d="M-12 22h-14" /> : null}
      {luggage ? <rect className="case" x={-44} y={9} width={18} height={26} rx={5} /> : null}
      <rect className="shoulders" x={-15} y={-29} width={30} height={58} rx={15} />
      <circle className="crown" cx={2} r={13} />
    </>
  );
}

/** A ring for the cleared, a diamond for the referred: told apart without colour. */
export function Mood({ mood }: { readonly mood: FigureView['mood'] }) {
  if (mood === 'cleared') return <circle className="halo" r={41} />;
  if (mood === 'referred')
    return <rect className="halo" x={-32} y={-32} width={64} height={64} rx={6} transform="rotate(45)" />;
  return null;
}

export const FigureDrawing = memo(function FigureDrawing(props: {
  readonly port: PortPlace;
  readonly figure: FigureView;
  readonly speed: number;
  readonly isNew: boolean;
}) {
  const { figure } = props;
  const element = useRef<SVGGElement>(null);
  useWalking(element, props.port, figure, props.speed, props.isNew);
  return (
    <g
      ref={element}
      className="figure"
      data-mood={figure.mood}
      data-gone={figure.place === 'gone' || undefined}
    >
      <Mood mood={figure.mood} />
      {figure.bodies > 1 ? (
        <g transform="translate(-40 -8)">
          <Body luggage={false} />
        </g>
      ) : null}
      <Body luggage={unevenness(figure.key, 4) > 0.1} />
    </g>
  );
});

/** Where a figure stands, and the way it walks there: never through a cabinet. */
import type { FigureView } from '../../../src/server/index.ts';
import {
  alongAt,
  COLLECTION,
  type LanePlace,
  type PortPlace,
  QUEUE_PITCH,
  type Spot,
  STATION,
} from './geometry.ts';

/** A queue longer than this is drawn no longer; the lane's label tells the number. */
const QUEUE_DRAWN_MAX = 8;
const OUTSIDE = 70;

/** A number in [-1, 1] that is always the same for the same key, so that people stand a little unevenly. */
export function unevenness(key: string, salt: number): number {
  let hash = 2166136261 ^ salt;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 16777619);
  return ((hash >>> 8) % 2001) / 1000 - 1;
}

const laneOf = (port: PortPlace, figure: FigureView): LanePlace | undefined =>
  port.lanes.find((lane) => lane.id === figure.lane);

const homeAlong = (port: PortPlace, figure: FigureView) =>
  figure.direction === 'exit' ? -OUTSIDE : port.length + OUTSIDE;

function atLane(port: PortPlace, lane: LanePlace, figure: FigureView, distance: number, sway: number): Spot {
  return {
    along: alongAt(port, lane.direction, distance),
    across: lane.across + sway * unevenness(figure.key, 1),
  };
}

const queueDistance = (figure: FigureView) =>
  STATION.queue - Math.min(figure.order, QUEUE_DRAWN_MAX) * QUEUE_PITCH + 8 * unevenness(figure.key, 2);

function offLane(port: PortPlace, figure: FigureView): Spot {
  const order = Math.min(figure.order, 4);
  if (figure.place === 'collection') {
    return { along: (COLLECTION.start + COLLECTION.end) / 2 + order * 62, across: port.island + 58 };
  }
  if (figure.place === 'counter') {
    return { along: alongAt(port, figure.direction, -24 - order * 62), across: port.island };
  }
  const spread = figure.direction === 'exit' ? port.exitTop + 190 : port.entryBottom - 140;
  const along = alongAt(port, figure.direction, STATION.queue - (QUEUE_DRAWN_MAX - 1) * QUEUE_PITCH);
  return { along, across: spread + 100 * unevenness(figure.key, 3) };
}

/** Where the figure stands at rest; `from` tells on which side one who leaves is. */
export function standingSpot(port: PortPlace, figure: FigureView, from?: Spot): Spot {
  const lane = laneOf(port, figure);
  if (figure.place === 'gone') {
    const here = from ?? { along: homeAlong(port, figure), across: port.island };
    const crossed = figure.direction === 'exit' ? here.along > port.length / 2 : here.along < port.length / 2;
    const edge = crossed === (figure.direction === 'exit') ? port.length + OUTSIDE : -OUTSIDE;
    return { along: edge, across: here.across };
  }
  if (!lane) return offLane(port, figure);
  if (figure.place === 'queue') return atLane(port, lane, figure, queueDistance(figure), 7);
  if (figure.place === 'mouth') return atLane(port, lane, figure, STATION.mouth, 0);
  if (figure.place === 'chamber') return atLane(port, lane, figure, STATION.chamber, 4);
  if (figure.place === 'beyond') return atLane(port, lane, figure, STATION.beyond, 20);
  return offLane(port, figure);
}

/** Where a figure that has just come into being walks in from. */
export const startSpot = (port: PortPlace, figure: FigureView): Spot => ({
  along: figure.place === 'collection' ? -OUTSIDE : homeAlong(port, figure),
  across: standingSpot(port, figure).across,
});

const isInBlock = (port: PortPlace, spot: Spot) =>
  spot.along > alongAt(port, 'exit', 0) - 5 && spot.along < alongAt(port, 'entry', 0) + 5;

/** Corners of the way: who changes lane or goes to the counter first steps back out of the mouth. */
export function routeBetween(port: PortPlace, figure: FigureView, from: Spot, to: Spot): readonly Spot[] {
  const sideways = Math.abs(from.across - to.across) > 45;
  if (!sideways) return [from, to];
  const hall = alongAt(port, figure.direction, -62);
  if (isInBlock(port, from)) return [from, { along: hall, across: from.across }, to];
  if (isInBlock(port, to)) return [from, { along: hall, across: to.across }, to];
  // A person with a lane who is beyond it came through it, even when the page saw no step between.
  const lane = laneOf(port, figure);
  const through = lane && figure.place === 'beyond' && Math.abs(from.across - lane.across) > 45;
  if (through) return [from, { along: hall, across: lane.across }, to];
  return [from, to];
}

/** Degrees, 0 towards greater `along`. */
export const headingBetween = (from: Spot, to: Spot): number =>
  (Math.atan2(to.across - from.across, to.along - from.along) * 180) / Math.PI;

/** Which way a figure looks once it has arrived. */
export function restingHeading(figure: FigureView): number {
  if (figure.place === 'collection') return -90;
  return figure.direction === 'exit' ? 0 : 180;
}

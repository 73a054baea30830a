/**
 * The port's floor in centimetres, seen from above. `along` runs from the mainland side (0) to the other side,
 * `across` from the exit lanes to the entry lanes; who leaves the mainland walks towards greater `along`.
 */
import type { Direction, LaneView } from '../../../src/server/index.ts';

export interface Spot {
  readonly along: number;
  readonly across: number;
}

export interface LanePlace {
  readonly id: string;
  readonly direction: Direction;
  /** Axis of the passage. */
  readonly across: number;
  /** Clear width between the cabinets. */
  readonly width: number;
}

export interface PortPlace {
  readonly length: number;
  readonly width: number;
  readonly lanes: readonly LanePlace[];
  /** Axis of the strip between the two directions, where counter and collection point stand. */
  readonly island: number;
  /** Where the two groups of lanes begin and end across, for their signs. */
  readonly exitTop: number;
  readonly entryBottom: number;
}

export const LANE_LENGTH = 360;
export const CABINET = 36;
/** Stations of a lane, measured from its mouth in the direction of walking. */
export const STATION = {
  queue: -135,
  mouth: 36,
  entryGate: 84,
  chamber: 184,
  exitGate: 284,
  beyond: 520,
} as const;
export const QUEUE_PITCH = 68;
const ISLAND = 170;
export const COLLECTION = { start: 170, end: 350 } as const;

const [PASSAGE, PASSAGE_WIDE, MARGIN] = [90, 122, 84];
/** A hall shorter than this has no room for a queue, one longer than that tires the eye. */
const [LENGTH_MIN, LENGTH_MAX] = [1700, 3200];

/** The place at a distance from the mouths of a direction's lanes; negative is before the mouth. */
export function alongAt(port: Pick<PortPlace, 'length'>, direction: Direction, distance: number): number {
  const mouth = (port.length - LANE_LENGTH) / 2;
  return direction === 'exit' ? mouth + distance : port.length - mouth - distance;
}

const inOrder = (lanes: readonly LaneView[], direction: Direction) =>
  lanes
    .filter((lane) => lane.direction === direction)
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));

function placeGroup(lanes: readonly LaneView[], top: number): { places: LanePlace[]; bottom: number } {
  let edge = top;
  const places = lanes.map((lane): LanePlace => {
    const width = lane.wide ? PASSAGE_WIDE : PASSAGE;
    const across = edge + CABINET + width / 2;
    edge += CABINET + width;
    return { id: lane.id, direction: lane.direction, across, width };
  });
  return { places, bottom: edge + CABINET };
}

/**
 * Exit lanes, the island, entry lanes; as many of each as the port has.
 * @param shape length divided by width of the room that the plan may fill; the halls grow to fill it
 */
export function placePort(lanes: readonly LaneView[], shape: number): PortPlace {
  const exits = placeGroup(inOrder(lanes, 'exit'), MARGIN);
  const entries = placeGroup(inOrder(lanes, 'entry'), exits.bottom + ISLAND);
  const width = entries.bottom + MARGIN;
  return {
    length: Math.round(Math.min(LENGTH_MAX, Math.max(LENGTH_MIN, width * shape))),
    width,
    lanes: [...exits.places, ...entries.places],
    island: exits.bottom + ISLAND / 2,
    exitTop: MARGIN,
    entryBottom: entries.bottom,
  };
}

import type { Lane, LaneOptions } from '../lane.ts';
import { LaneRunner } from './lane-runner.ts';

/** A lane over its devices and collaborators, not started yet. */
export function openLane<Capture>(options: LaneOptions<Capture>): Lane {
  return new LaneRunner(options);
}

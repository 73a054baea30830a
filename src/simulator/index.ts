/** The simulator: synthetic people, their traffic, and the bodies that walk through a port. */
export * from './people/index.ts';
export { type Arrival as CrowdArrival, Crowd, type CrowdLane, type CrowdParts } from './port/crowd.ts';
export { dressVisitor, shadowOf } from './port/dress.ts';
export { LaneActor, type LaneDoor } from './port/lane-actor.ts';
export { LaneStage } from './port/lane-stage.ts';
export type { Figure, Manner, Mood, Place, Sight, Visitor } from './port/visitor.ts';
export {
  type Arrival,
  type Behaviour,
  type CastMember,
  makeCast,
  openTraffic,
  type Role,
  type Traffic,
} from './traffic/index.ts';

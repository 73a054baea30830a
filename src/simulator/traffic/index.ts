/** The cast and the scripts of the living port. Pure and seeded: one seed replays everything. */
export { type Arrival, type Direction, openTraffic, type Traffic, type TrafficOrder } from './arrivals.ts';
export type { Behaviour, BehaviourKind } from './behaviour.ts';
export { type CastMember, type CastOrder, makeCast } from './cast.ts';
export { REFERRED_ROLES, ROLES, type Role, UNUSUAL_ROLES } from './role.ts';

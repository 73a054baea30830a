/** One lane: a pure machine, and the runner that carries its commands out. */
export * from './collaborators.ts';
export * from './lane.ts';
export * from './machine/index.ts';
export { openPresence } from './presence.ts';
export { openLane } from './runner/open-lane.ts';

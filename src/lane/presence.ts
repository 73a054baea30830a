import type { LaneId, TravellerId } from '../kernel/index.ts';
import type { Presence } from './collaborators.ts';

/** Presence for the lanes of one process. */
export function openPresence(): Presence {
  const holders = new Map<TravellerId, LaneId>();
  return {
    claim(traveller, lane) {
      const holder = holders.get(traveller) ?? lane;
      holders.set(traveller, holder);
      return holder === lane;
    },
    release(traveller, lane) {
      if (holders.get(traveller) === lane) holders.delete(traveller);
    },
  };
}

import type { Device } from '../device.ts';

/** Bodies inside the chamber by two independent sensors. Doubt is a reading of its own, never rounded to a number. */
export type OccupancyReading =
  | { readonly kind: 'agreed'; readonly bodies: number }
  | { readonly kind: 'disagreed'; readonly counts: readonly [number, number] }
  | { readonly kind: 'unknown' };

export type OccupancyEvent = { readonly kind: 'occupancy-changed'; readonly reading: OccupancyReading };

export interface Occupancy extends Device<OccupancyEvent> {
  /** `unknown` until opened and whenever a sensor has failed. */
  reading(): OccupancyReading;
}

export function sameReading(a: OccupancyReading, b: OccupancyReading): boolean {
  if (a.kind === 'agreed') return b.kind === 'agreed' && a.bodies === b.bodies;
  if (a.kind === 'unknown') return b.kind === 'unknown';
  return b.kind === 'disagreed' && a.counts[0] === b.counts[0] && a.counts[1] === b.counts[1];
}

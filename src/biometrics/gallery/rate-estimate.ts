/** A rate with its bounds, from counts alone. */

/** A rate in [0, 1] with its one-sided 95 % bounds. */
export interface RateEstimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** The normal quantile of 95 %. */
const Z95 = 1.6449;

/** Bound of a Poisson mean after Wilson and Hilferty; within 1 % of the exact one, exact for no event. */
function poissonBound(events: number, z: number): number {
  return events * Math.max(0, 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events))) ** 3;
}

/** `events` in `trials`; unknown (0 to 1) while nothing was tried. */
export function rateOf(events: number, trials: number): RateEstimate {
  if (trials === 0) return { estimate: 0, lower: 0, upper: 1 };
  const upperCount = events === 0 ? -Math.log(0.05) : poissonBound(events + 1, Z95);
  const lowerCount = events === 0 ? 0 : poissonBound(events, -Z95);
  return { estimate: events / trials, lower: lowerCount / trials, upper: Math.min(1, upperCount / trials) };
}

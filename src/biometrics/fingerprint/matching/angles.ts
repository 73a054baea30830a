/** The angle brought into (-π, π]. */
export function wrapAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

/** Size of the turn between two angles that are both within (-π, π]: 0 … π. Cheaper than `wrapAngle`, for inner loops. */
export function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b);
  return turn > Math.PI ? 2 * Math.PI - turn : turn;
}

/** Whether there is an iris to be seen. The mesh draws open lids even on closed eyes; their pixels tell better. */
import type { Pyramid } from '../imaging/pyramid.ts';
import { fitSimilarity } from '../imaging/similarity.ts';
import { warp } from '../imaging/warp.ts';
import { type FaceLandmarks, flat, type LandmarkName, landmark } from './landmarks.ts';

/** One eye, its corners on the middle line. */
const STRIP = { width: 32, height: 12, cornerLeft: 4, cornerRight: 28, middle: 6 } as const;
const ROWS = { from: 3, to: 9 } as const;
/** White of the eye at either side of the iris; the corners themselves are dark. */
const SIDES = [
  { from: 6, to: 10 },
  { from: 22, to: 26 },
] as const;
const IRIS = { from: 11, to: 21 } as const;

/** How much darker the iris is than what lies beside it, by the brightness of the strip; of the clearer eye. */
export function measureIrisContrast(pyramid: Pyramid, face: FaceLandmarks): number {
  return Math.max(
    contrastOf(eyeProfile(pyramid, face, 'rightEyeOuter', 'rightEyeInner')),
    contrastOf(eyeProfile(pyramid, face, 'leftEyeInner', 'leftEyeOuter')),
  );
}

/** Mean luma of each column of the strip. */
function eyeProfile(
  pyramid: Pyramid,
  face: FaceLandmarks,
  left: LandmarkName,
  right: LandmarkName,
): number[] {
  const corners = [
    [STRIP.cornerLeft, STRIP.middle],
    [STRIP.cornerRight, STRIP.middle],
  ] as const;
  const place = fitSimilarity(corners, [flat(landmark(face, left)), flat(landmark(face, right))]);
  const rgb = warp(pyramid, place, { width: STRIP.width, height: STRIP.height });
  return Array.from({ length: STRIP.width }, (_, u) => {
    let sum = 0;
    for (let v = ROWS.from; v < ROWS.to; v++) {
      const at = (v * STRIP.width + u) * 3;
      sum += 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!;
    }
    return sum / (ROWS.to - ROWS.from);
  });
}

function contrastOf(profile: readonly number[]): number {
  const beside = mean(SIDES.map(({ from, to }) => mean(profile.slice(from, to))));
  let darkest = Number.POSITIVE_INFINITY;
  // Three columns at a time, so that one dark lash is no iris.
  for (let u = IRIS.from; u < IRIS.to; u++) darkest = Math.min(darkest, mean(profile.slice(u - 1, u + 2)));
  return (beside - darkest) / Math.max(1, mean(profile));
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

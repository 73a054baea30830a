/** FaceMesh (Kartynnik et al. 2019): 468 landmarks of one face, found in two passes. */
import type { Pyramid } from '../imaging/pyramid.ts';
import { mapPoint, type Point, squareRegion } from '../imaging/similarity.ts';
import { warp } from '../imaging/warp.ts';
import { centreOf, type Detection } from './detector.ts';
import { type FaceLandmarks, flat, type Landmark, landmark } from './landmarks.ts';
import { type OnnxModel, resultOf } from './onnx-model.ts';

export interface FaceMesh {
  locate(pyramid: Pyramid, detection: Detection): Promise<FaceLandmarks>;
  close(): Promise<void>;
}

const INPUT_SIZE = 192;
const POINTS = 468;
/** The network expects half a face of surroundings. */
const SURROUNDINGS = 1.5;
/** Below this the first pass has seen nothing that a second could improve. */
const SECOND_PASS_CONFIDENCE_MIN = 0.2;

interface Region {
  readonly centre: Point;
  readonly side: number;
  readonly angle: number;
}

export function faceMesh(model: OnnxModel): FaceMesh {
  return {
    async locate(pyramid, detection) {
      const first = await locateIn(model, pyramid, regionOfDetection(detection));
      if (first.confidence < SECOND_PASS_CONFIDENCE_MIN) return first;
      // The detector's box is coarse; the mesh's own extent centres and turns the face as the network was taught.
      const second = await locateIn(model, pyramid, regionOfLandmarks(first));
      return second.confidence > SECOND_PASS_CONFIDENCE_MIN ? second : first;
    },
    close: () => model.close(),
  };
}

async function locateIn(model: OnnxModel, pyramid: Pyramid, region: Region): Promise<FaceLandmarks> {
  const place = squareRegion(region.centre, region.side, region.angle, INPUT_SIZE);
  const form = { width: INPUT_SIZE, height: INPUT_SIZE, multiply: 1 / 255, outside: 0 };
  const results = await model.run(warp(pyramid, place, form), [1, INPUT_SIZE, INPUT_SIZE, 3]);
  const numbers = resultOf(results, 3 * POINTS);
  const points = Array.from({ length: POINTS }, (_, i): Landmark => {
    const [x, y] = mapPoint(place, [numbers[3 * i]!, numbers[3 * i + 1]!]);
    return [x, y, (numbers[3 * i + 2]! * region.side) / INPUT_SIZE];
  });
  return { points, confidence: resultOf(results, 1)[0] ?? 0 };
}

function regionOfDetection({ box, eyes: [right, left] }: Detection): Region {
  return {
    centre: centreOf(box),
    side: Math.max(box.width, box.height) * SURROUNDINGS,
    angle: angleFrom(right, left),
  };
}

function regionOfLandmarks(face: FaceLandmarks): Region {
  const angle = angleFrom(flat(landmark(face, 'rightEyeOuter')), flat(landmark(face, 'leftEyeOuter')));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = rangeOf(face.points, ([x, y]) => cos * x + sin * y);
  const down = rangeOf(face.points, ([x, y]) => cos * y - sin * x);
  const centre: Point = [cos * along.middle - sin * down.middle, sin * along.middle + cos * down.middle];
  return { centre, side: Math.max(along.length, down.length) * SURROUNDINGS, angle };
}

const angleFrom = (from: Point, to: Point): number => Math.atan2(to[1] - from[1], to[0] - from[0]);

function rangeOf(points: readonly Landmark[], measure: (point: Landmark) => number) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of points) {
    const value = measure(point);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { middle: (low + high) / 2, length: high - low };
}

/** Measures of one face: pose and openings from its landmarks, light and sharpness from its pixels. */
import type { Pyramid } from '../imaging/pyramid.ts';
import { fitSimilarity } from '../imaging/similarity.ts';
import { warp } from '../imaging/warp.ts';
import type { FoundFace } from './find-face.ts';
import {
  between,
  distance,
  type FaceLandmarks,
  flat,
  type Landmark,
  landmark,
  leftEye,
  mouthCentre,
  rightEye,
} from './landmarks.ts';
import { measureIrisContrast } from './measure-eyes.ts';
import type { FaceMeasures } from './quality.ts';

export function measureFace(
  pyramid: Pyramid,
  { landmarks: face, detection, rivalWidthShare }: FoundFace,
): FaceMeasures {
  return {
    ...measurePose(face),
    ...measureOpenings(face),
    irisContrast: measureIrisContrast(pyramid, face),
    ...measurePlace(pyramid, face),
    ...measureLight(lumaChip(pyramid, face)),
    meshConfidence: face.confidence,
    detectionScore: detection.score,
    rivalWidthShare,
  };
}

type Vector = Landmark;

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const degrees = (y: number, x: number): number => (Math.atan2(y, x) * 180) / Math.PI;

/** Angles of the head's own axes: forehead to chin, and cheek to cheek made square to it. */
function measurePose(face: FaceLandmarks): Pick<FaceMeasures, 'yawDeg' | 'pitchDeg' | 'rollDeg'> {
  const down = minus(landmark(face, 'chin'), landmark(face, 'forehead'));
  const forward = cross(minus(landmark(face, 'cheekLeft'), landmark(face, 'cheekRight')), down);
  const across = cross(down, forward);
  return {
    yawDeg: degrees(across[2], across[0]),
    pitchDeg: degrees(down[2], down[1]),
    rollDeg: degrees(across[1], across[0]),
  };
}

function measureOpenings(
  face: FaceLandmarks,
): Pick<FaceMeasures, 'interEyePx' | 'eyeOpening' | 'mouthOpening'> {
  const [right, left] = [rightEye(face), leftEye(face)];
  const eyesToMouth = distance(between(right, left), mouthCentre(face));
  const rightOpening = distance(landmark(face, 'rightEyeTop'), landmark(face, 'rightEyeBottom'));
  const leftOpening = distance(landmark(face, 'leftEyeTop'), landmark(face, 'leftEyeBottom'));
  return {
    interEyePx: distance(right, left),
    eyeOpening: Math.min(rightOpening, leftOpening) / eyesToMouth,
    mouthOpening: distance(landmark(face, 'lipUpper'), landmark(face, 'lipLower')) / eyesToMouth,
  };
}

function measurePlace(
  { frame: { width, height } }: Pyramid,
  { points }: FaceLandmarks,
): Pick<FaceMeasures, 'inside' | 'offsetX' | 'offsetY' | 'faceHeightShare'> {
  const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < width && y < height).length;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    inside: inside / points.length,
    offsetX: (left + right) / width - 1,
    offsetY: (top + bottom) / height - 1,
    faceHeightShare: (bottom - top) / height,
  };
}

/** The face at one size for all, so that measures of pixels are comparable. */
const CHIP_SIDE = 160;
const EYE_DISTANCE_SHARE = 0.34;
const EYE_LINE_SHARE = 0.38;
/** Eyes to mouth, by the distance between the eyes, in a common face. */
const MOUTH_BELOW_EYES = 1.12;
/** Within the chip: skin and features without hair and background. */
const INNER = { left: 28, right: CHIP_SIDE - 28, top: 24, bottom: CHIP_SIDE - 20 } as const;

function lumaChip(pyramid: Pyramid, face: FaceLandmarks): Float32Array {
  const eyeLine = EYE_LINE_SHARE * CHIP_SIDE;
  const apart = EYE_DISTANCE_SHARE * CHIP_SIDE;
  const middle = CHIP_SIDE / 2;
  const template = [
    [middle - apart / 2, eyeLine],
    [middle + apart / 2, eyeLine],
    [middle, eyeLine + MOUTH_BELOW_EYES * apart],
  ] as const;
  const place = fitSimilarity(template, [rightEye(face), leftEye(face), mouthCentre(face)].map(flat));
  const rgb = warp(pyramid, place, { width: CHIP_SIDE, height: CHIP_SIDE });
  const luma = new Float32Array(CHIP_SIDE * CHIP_SIDE);
  for (let i = 0; i < luma.length; i++) {
    luma[i] = 0.299 * rgb[3 * i]! + 0.587 * rgb[3 * i + 1]! + 0.114 * rgb[3 * i + 2]!;
  }
  return luma;
}

const BLACK_BELOW = 20;
const WHITE_ABOVE = 247;
const HISTOGRAM_BINS = 32;

type LightMeasures = Pick<
  FaceMeasures,
  'laplacian' | 'lumaMean' | 'blackShare' | 'whiteShare' | 'uniformity'
>;

function measureLight(luma: Float32Array): LightMeasures {
  const halves = [new Float32Array(HISTOGRAM_BINS), new Float32Array(HISTOGRAM_BINS)] as const;
  let [count, sum, black, white, edges, edgesSquared] = [0, 0, 0, 0, 0, 0];
  for (let v = INNER.top; v < INNER.bottom; v++) {
    for (let u = INNER.left; u < INNER.right; u++) {
      const at = v * CHIP_SIDE + u;
      const value = luma[at]!;
      const edge = 4 * value - luma[at - 1]! - luma[at + 1]! - luma[at - CHIP_SIDE]! - luma[at + CHIP_SIDE]!;
      count++;
      sum += value;
      edges += edge;
      edgesSquared += edge * edge;
      if (value < BLACK_BELOW) black++;
      if (value > WHITE_ABOVE) white++;
      halves[u < CHIP_SIDE / 2 ? 0 : 1][Math.floor((value * HISTOGRAM_BINS) / 256)]! += 1;
    }
  }
  return {
    laplacian: Math.sqrt(Math.max(0, edgesSquared / count - (edges / count) ** 2)),
    lumaMean: sum / count,
    blackShare: black / count,
    whiteShare: white / count,
    uniformity: sharedArea(...halves, count / 2),
  };
}

function sharedArea(one: Float32Array, other: Float32Array, each: number): number {
  let shared = 0;
  for (let i = 0; i < one.length; i++) shared += Math.min(one[i]!, other[i]!) / each;
  return shared;
}

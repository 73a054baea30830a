/** The 468 landmarks of FaceMesh and the few of them that the engine looks at. */
import type { Point } from '../imaging/similarity.ts';
import type { FacePoints } from './reading.ts';

/** x, y in pixels of the frame; z, towards the back of the head, on the same scale. */
export type Landmark = readonly [x: number, y: number, z: number];

export interface FaceLandmarks {
  readonly points: readonly Landmark[];
  /** 0 to 1: how sure the network is that it looks at a face. */
  readonly confidence: number;
}

/** Numbers of FaceMesh's canonical face; right and left are the person's own. */
export const AT = {
  rightEyeOuter: 33,
  rightEyeInner: 133,
  rightEyeTop: 159,
  rightEyeBottom: 145,
  leftEyeInner: 362,
  leftEyeOuter: 263,
  leftEyeTop: 386,
  leftEyeBottom: 374,
  noseTip: 1,
  noseBase: 2,
  mouthRight: 61,
  mouthLeft: 291,
  lipUpper: 13,
  lipLower: 14,
  forehead: 10,
  chin: 152,
  cheekRight: 234,
  cheekLeft: 454,
} as const;

export type LandmarkName = keyof typeof AT;

export const landmark = ({ points }: FaceLandmarks, name: LandmarkName): Landmark =>
  points[AT[name]] ?? [0, 0, 0];

export function between(one: Landmark, other: Landmark): Landmark {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2, (one[2] + other[2]) / 2];
}

export const distance = (one: Landmark, other: Landmark): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1]);

export const flat = ([x, y]: Landmark): Point => [x, y];

export const rightEye = (face: FaceLandmarks): Landmark =>
  between(landmark(face, 'rightEyeOuter'), landmark(face, 'rightEyeInner'));

export const leftEye = (face: FaceLandmarks): Landmark =>
  between(landmark(face, 'leftEyeInner'), landmark(face, 'leftEyeOuter'));

export const mouthCentre = (face: FaceLandmarks): Landmark =>
  between(landmark(face, 'mouthRight'), landmark(face, 'mouthLeft'));

export const pointsOf = (face: FaceLandmarks): FacePoints => ({
  rightEye: flat(rightEye(face)),
  leftEye: flat(leftEye(face)),
  noseTip: flat(landmark(face, 'noseTip')),
  mouthRight: flat(landmark(face, 'mouthRight')),
  mouthLeft: flat(landmark(face, 'mouthLeft')),
});

/** From measurements to components of quality, to the verdict, to what the traveller is told. Pure. */
import {
  type Component,
  EYES_OPEN_WEIGHTS,
  FACE_HEIGHT_SHARE_MAX,
  FLOORS,
  LUMA_FLOOR,
  LUMA_NOMINAL,
  PITCH_BIAS_DEG,
  RAMPS,
  type Ramp,
} from './quality-tuning.ts';
import type { FaceAttitude, FaceGuidance, FacePurpose, FaceQuality } from './reading.ts';

/** What was measured on the face, in its own units. */
export interface FaceMeasures {
  readonly interEyePx: number;
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
  readonly laplacian: number;
  readonly lumaMean: number;
  readonly blackShare: number;
  readonly whiteShare: number;
  readonly uniformity: number;
  readonly eyeOpening: number;
  readonly irisContrast: number;
  readonly mouthOpening: number;
  readonly inside: number;
  /** Middle of the face from the middle of the frame, by half of its width and height: −1 to 1, right and down positive. */
  readonly offsetX: number;
  readonly offsetY: number;
  readonly faceHeightShare: number;
  readonly meshConfidence: number;
  readonly detectionScore: number;
  /** Width of the largest other face by that of this one; 0 with nobody else. */
  readonly rivalWidthShare: number;
}

export function judgeQuality(measures: FaceMeasures): FaceQuality {
  const components: Record<Component, number> = {
    interEyeDistance: onRamp(RAMPS.interEyePx, measures.interEyePx),
    headPoseYaw: poseQuality(measures.yawDeg),
    headPosePitch: poseQuality(measures.pitchDeg - PITCH_BIAS_DEG),
    headPoseRoll: poseQuality(measures.rollDeg),
    sharpness: onRamp(RAMPS.laplacian, atNominalLight(measures)),
    underExposurePrevention: enoughLight(measures),
    overExposurePrevention: littleEnoughLight(measures),
    illuminationUniformity: onRamp(RAMPS.uniformity, measures.uniformity),
    eyesOpen: eyesOpenOf(measures),
    mouthClosed: onRamp(RAMPS.mouthOpening, measures.mouthOpening),
    cropOfFace: Math.min(onRamp(RAMPS.inside, measures.inside), onRamp(RAMPS.offCentre, offCentre(measures))),
    faceOcclusionPrevention: Math.min(
      onRamp(RAMPS.meshConfidence, measures.meshConfidence),
      onRamp(RAMPS.detectionScore, measures.detectionScore),
    ),
    singleFacePresent: onRamp(RAMPS.rivalWidthShare, measures.rivalWidthShare),
  };
  return { overall: unify(Object.values(components)), ...components };
}

const eyesOpenOf = ({ eyeOpening, irisContrast }: FaceMeasures): number =>
  Math.round(
    EYES_OPEN_WEIGHTS.eyeOpening * onRamp(RAMPS.eyeOpening, eyeOpening) +
      EYES_OPEN_WEIGHTS.irisContrast * onRamp(RAMPS.irisContrast, irisContrast),
  );

/** How the head is held, from the same measures. Tests on rendered heads fix the signs. */
export const attitudeOf = (measures: FaceMeasures, { eyesOpen }: FaceQuality): FaceAttitude => ({
  yawDeg: measures.yawDeg,
  pitchDeg: measures.pitchDeg - PITCH_BIAS_DEG,
  eyesOpen,
});

/** The components that are below their floors for this purpose; empty when the frame is good enough. */
export function failedComponents(quality: FaceQuality, purpose: FacePurpose): Component[] {
  const floors = FLOORS[purpose];
  return (Object.keys(floors) as Component[]).filter((component) => quality[component] < floors[component]);
}

/** What to do about each failed component, in the order in which it should be said. */
export function guidanceFor(failed: readonly Component[], measures: FaceMeasures): FaceGuidance[] {
  const said = ADVICE.filter(([component]) => failed.includes(component)).map(([, advise]) =>
    advise(measures),
  );
  return [...new Set(said)];
}

type Advise = (measures: FaceMeasures) => FaceGuidance;

/** Position first: light, pose and sharpness often mend themselves once a person stands right. */
const ADVICE: readonly (readonly [Component, Advise])[] = [
  ['interEyeDistance', () => 'closer'],
  ['cropOfFace', whereToMove],
  ['underExposurePrevention', () => 'more-light'],
  ['overExposurePrevention', () => 'less-light'],
  ['illuminationUniformity', () => 'even-light'],
  ['headPoseYaw', () => 'look-straight'],
  ['headPosePitch', () => 'look-straight'],
  ['headPoseRoll', () => 'look-straight'],
  ['faceOcclusionPrevention', () => 'uncover-face'],
  ['sharpness', () => 'hold-still'],
  ['eyesOpen', () => 'open-eyes'],
  ['mouthClosed', () => 'close-mouth'],
];

/** A camera sees people as others do: who appears at the left of the picture stands too far to the own right. */
function whereToMove({ faceHeightShare, offsetX, offsetY }: FaceMeasures): FaceGuidance {
  if (faceHeightShare > FACE_HEIGHT_SHARE_MAX) return 'further';
  if (Math.abs(offsetX) >= Math.abs(offsetY)) return offsetX < 0 ? 'move-left' : 'move-right';
  return offsetY < 0 ? 'move-down' : 'move-up';
}

const atNominalLight = ({ laplacian, lumaMean }: FaceMeasures): number =>
  (laplacian * LUMA_NOMINAL) / Math.max(lumaMean, LUMA_FLOOR);

const enoughLight = ({ lumaMean, blackShare }: FaceMeasures): number =>
  Math.min(onRamp(RAMPS.dark, lumaMean), onRamp(RAMPS.blackShare, blackShare));

const littleEnoughLight = ({ lumaMean, whiteShare }: FaceMeasures): number =>
  Math.min(onRamp(RAMPS.bright, lumaMean), onRamp(RAMPS.whiteShare, whiteShare));

const offCentre = ({ offsetX, offsetY }: FaceMeasures): number =>
  Math.max(Math.abs(offsetX), Math.abs(offsetY));

/** cos², as ISO/IEC 29794-5 takes it; nothing is left beyond a right angle. */
const poseQuality = (degrees: number): number =>
  Math.round(100 * Math.max(0, Math.cos((degrees * Math.PI) / 180)) ** 2);

export function onRamp({ zero, full }: Ramp, value: number): number {
  const share = (value - zero) / (full - zero);
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}

/** Half the weakest component, half the mean: one fault is not hidden by many virtues. */
const unify = (components: readonly number[]): number =>
  Math.round(
    0.5 * Math.min(...components) + (0.5 * components.reduce((a, b) => a + b, 0)) / components.length,
  );

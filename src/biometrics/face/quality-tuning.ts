/** The constants of face quality, with their sources. Calibrated on rendered heads of known pose, light and blur. */
import type { FacePurpose, FaceQuality } from './reading.ts';

/** A component is 0 at `zero`, 100 at `full`, and straight between. */
export interface Ramp {
  readonly zero: number;
  readonly full: number;
}

export const RAMPS = {
  /** Pixels between the centres of the eyes; 90 are ISO/IEC 19794-5's least for a document. */
  interEyePx: { zero: 15, full: 90 },
  /** Standard deviation of the Laplacian on a face scaled to 54 pixels between the eyes, at middling brightness. */
  laplacian: { zero: 1.5, full: 9 },
  /** Mean luma, from dark; from bright. */
  dark: { zero: 25, full: 80 },
  bright: { zero: 245, full: 205 },
  /** Share of the face's pixels below 20, and above 247. */
  blackShare: { zero: 0.5, full: 0.08 },
  whiteShare: { zero: 0.35, full: 0.05 },
  /** Shared area of the luma histograms of both halves of the face. */
  uniformity: { zero: 0.05, full: 0.6 },
  /**
   * Opening of the narrower eye, by the distance from eyes to mouth, and darkness of the iris. Neither tells alone: on
   * photographs closed eyes gave .08 to .11 (.16 behind spectacles) and .01 to .29, open ones .10 to .20 and .12 to 1.5.
   */
  eyeOpening: { zero: 0.07, full: 0.14 },
  irisContrast: { zero: 0.1, full: 0.4 },
  mouthOpening: { zero: 0.45, full: 0.12 },
  /** Share of the landmarks within the frame. */
  inside: { zero: 0.8, full: 1 },
  /** Distance of the face from the middle of the frame, by half of the frame. */
  offCentre: { zero: 1, full: 0.35 },
  /** The mesh is sure of itself even under a mask; the detector is not: .89 bare, .73 masked, .60 half hidden. */
  meshConfidence: { zero: 0.4, full: 0.9 },
  detectionScore: { zero: 0.45, full: 0.85 },
  /** Width of the largest other face by that of the traveller's. */
  rivalWidthShare: { zero: 1, full: 0 },
} as const satisfies Record<string, Ramp>;

/** The lids of closed rendered eyes lie .10 to .14 apart to the mesh, so that the iris has to tell more. */
export const EYES_OPEN_WEIGHTS = { eyeOpening: 0.35, irisContrast: 0.65 } as const;

export type Component = Exclude<keyof FaceQuality, 'overall'>;

type Floors = Readonly<Record<Component, number>>;

/** Below its floor a component makes the frame poor. cos² of 25°, 30°, 36° are 82, 75, 65. */
export const FLOORS: Readonly<Record<FacePurpose, Floors>> = {
  enrol: {
    interEyeDistance: 24,
    headPoseYaw: 82,
    headPosePitch: 80,
    headPoseRoll: 82,
    sharpness: 20,
    underExposurePrevention: 30,
    overExposurePrevention: 30,
    illuminationUniformity: 25,
    eyesOpen: 42,
    mouthClosed: 30,
    cropOfFace: 30,
    faceOcclusionPrevention: 40,
    // Another face that matters is an outcome of its own.
    singleFacePresent: 0,
  },
  probe: {
    interEyeDistance: 14,
    headPoseYaw: 75,
    headPosePitch: 65,
    headPoseRoll: 70,
    sharpness: 10,
    underExposurePrevention: 15,
    overExposurePrevention: 15,
    illuminationUniformity: 10,
    eyesOpen: 38,
    mouthClosed: 10,
    cropOfFace: 15,
    faceOcclusionPrevention: 20,
    // Another face that matters is an outcome of its own.
    singleFacePresent: 0,
  },
  evaluate: {
    interEyeDistance: 0,
    headPoseYaw: 0,
    headPosePitch: 0,
    headPoseRoll: 0,
    sharpness: 0,
    underExposurePrevention: 0,
    overExposurePrevention: 0,
    illuminationUniformity: 0,
    eyesOpen: 0,
    mouthClosed: 0,
    cropOfFace: 0,
    faceOcclusionPrevention: 0,
    // Another face that matters is an outcome of its own.
    singleFacePresent: 0,
  },
};

/** A face larger than this share of the frame's height is asked to step back before it is cut off. */
export const FACE_HEIGHT_SHARE_MAX = 0.85;

/** The mesh sees a level head as bent: by 9 to 13° at the median of rendered heads, by 16° on photographs. */
export const PITCH_BIAS_DEG = 13;

/** Sharpness is judged as if the face had this mean luma: a dim picture is not a blurred one. */
export const LUMA_NOMINAL = 118;
export const LUMA_FLOOR = 30;

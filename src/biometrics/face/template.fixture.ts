/** The best quality there is, a head held straight and its place, for readings that tests make up. */
import type { FaceAttitude, FaceBox, FacePoints, FaceQuality } from './reading.ts';

export const perfectQuality: FaceQuality = {
  overall: 100,
  interEyeDistance: 100,
  headPoseYaw: 100,
  headPosePitch: 100,
  headPoseRoll: 100,
  sharpness: 100,
  underExposurePrevention: 100,
  overExposurePrevention: 100,
  illuminationUniformity: 100,
  eyesOpen: 100,
  mouthClosed: 100,
  cropOfFace: 100,
  faceOcclusionPrevention: 100,
  singleFacePresent: 100,
};

export const frontal: FaceAttitude = { yawDeg: 0, pitchDeg: 0, eyesOpen: 100 };

export const somewhere: { readonly box: FaceBox; readonly points: FacePoints } = {
  box: { x: 0, y: 0, width: 16, height: 16 },
  points: { rightEye: [5, 6], leftEye: [11, 6], noseTip: [8, 9], mouthRight: [6, 12], mouthLeft: [10, 12] },
};

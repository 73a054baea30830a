/** Faces, as far as a browser may know them: readings, guidance, templates, thresholds. The engine is `engine.ts`. */
export {
  CHALLENGES,
  type Challenge,
  type ChallengeOutcome,
  challengePad,
  drawChallenge,
  judgeChallenge,
} from './challenge.ts';
export {
  judgePresentation,
  noPad,
  PAD_SPECIES,
  type PadEngine,
  type PadRequirement,
  type PadResult,
  type PadSpecies,
  type PadVerdict,
} from './pad.ts';
export {
  FACE_GUIDANCE,
  type FaceAttitude,
  type FaceBox,
  type FaceEngine,
  type FaceGuidance,
  type FaceModel,
  type FacePoints,
  type FacePurpose,
  type FaceQuality,
  type FaceReading,
  type FaceTimes,
} from './reading.ts';
export { type Reenrolment, remainingToReenrol, type TemplateOwner } from './reenrolment.ts';
export {
  type FaceTemplate,
  type FaceVerification,
  fuseReadings,
  type GoodReading,
  quantise,
  verifyFace,
} from './template.ts';
export {
  type Comparison,
  DEFAULT_FACE_THRESHOLDS,
  type FaceThreshold,
  thresholdFor,
  thresholdsOf,
} from './thresholds.ts';

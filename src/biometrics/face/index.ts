/** Faces, as far as a browser may know them: readings, guidance, templates, thresholds. The engine is `engine.ts`. */
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
  type FaceBox,
  type FaceEngine,
  type FaceGuidance,
  type FaceModel,
  type FacePurpose,
  type FaceQuality,
  type FaceReading,
  type FaceTimes,
} from './reading.ts';
export {
  type FaceTemplate,
  type FaceVerification,
  fuseReadings,
  type GoodReading,
  quantise,
  verifyFace,
} from './template.ts';
export { type Comparison, DEFAULT_FACE_THRESHOLDS, type FaceThreshold, thresholdFor } from './thresholds.ts';

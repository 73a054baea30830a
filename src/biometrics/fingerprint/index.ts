/** Fingerprints: from the picture of a reader to a template, and from two templates to a verdict. */
export {
  type FingerFormat,
  type FingerRecord,
  readFingerRecord,
  writeFingerRecord,
} from './codecs/formats.ts';
export type { FingerImpression } from './codecs/record.ts';
export { decodeFingerTemplate, encodeFingerTemplate } from './codecs/stored.ts';
export { extract } from './extract.ts';
export { codeOfFinger, FINGER_POSITIONS, type FingerPosition, fingerPositionOf } from './finger-position.ts';
export {
  type EnrolledFinger,
  type FingerTouch,
  judgeTouches,
  TOUCH_LIMITS,
  type TouchLimits,
  type TouchVerdict,
} from './judge-touches.ts';
export { prepare } from './matching/prepare.ts';
export type { SearchTemplate } from './matching/search-template.ts';
export type {
  FingerGuidance,
  FingerMeasure,
  FingerMeasures,
  FingerQuality,
  FingerReading,
} from './reading.ts';
export type { FingerTemplate, FlowField, Minutia, MinutiaType } from './template.ts';
export { FINGER_THRESHOLDS } from './thresholds.ts';
export {
  type FingerComparison,
  type FingerThreshold,
  type FingerVerdict,
  verifyFinger,
  verifyFingers,
} from './verify.ts';

/** Biometrics: capture quality, templates, 1:1 and 1:N. Pure; what needs files, ONNX or threads is in `node.ts`. */
export * from './evaluation/index.ts';
export * from './face/index.ts';
export { decodeImpressions, encodeImpressions, type StoredImpressions } from './finger-impressions.ts';
export {
  codeOfFinger,
  decodeFingerTemplate,
  type EnrolledFinger,
  encodeFingerTemplate,
  extract as extractFinger,
  FINGER_POSITIONS,
  FINGER_THRESHOLDS,
  type FingerComparison,
  type FingerPosition,
  type FingerReading,
  type FingerTemplate,
  type FingerThreshold,
  type FingerTouch,
  type FingerVerdict,
  judgeTouches,
  prepare as prepareFinger,
  readFingerRecord,
  type SearchTemplate,
  TOUCH_LIMITS,
  type TouchLimits,
  type TouchVerdict,
  verifyFinger,
  verifyFingers,
  writeFingerRecord,
} from './fingerprint/index.ts';
export * from './gallery/index.ts';
export {
  decodeTemplate,
  encodeTemplate,
  type FingerPosition as FingerPositionCode,
  searchForm,
  storedFace,
  workingFace,
} from './template/index.ts';

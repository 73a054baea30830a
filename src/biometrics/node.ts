/** The part of biometrics that needs Node: picture files, ONNX models, worker threads. */
export {
  type CalibrationGoal,
  calibrateFaces,
  evaluateFaces,
  type FaceCalibration,
  type FaceEngineOptions,
  type FaceEvaluation,
  type FaceWorkerOptions,
  formatThresholds,
  loadThresholds,
  openFaceEngine,
  openFaceWorker,
} from './face/engine.ts';
/** For measuring only, where scores may be seen: nothing that runs at a port calls these. */
export { listPictures } from './face/picture-folder.ts';
export { similarity as similarityOfFaces } from './face/template.ts';
export {
  compareFingers,
  type EvaluationEvent,
  type EvaluationItem,
  evaluateFingers,
} from './fingerprint/evaluation.ts';
export { type Gallery, openGalleryWorker } from './gallery/node.ts';
export { decodeGrey, decodeImage } from './imaging/decode.ts';

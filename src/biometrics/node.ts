/** The part of biometrics that needs Node: picture files, ONNX models, worker threads. */
export {
  evaluateFaces,
  type FaceEngineOptions,
  type FaceEvaluation,
  type FaceWorkerOptions,
  openFaceEngine,
  openFaceWorker,
} from './face/engine.ts';
export { type Gallery, openGalleryWorker } from './gallery/node.ts';
export { decodeGrey, decodeImage } from './imaging/decode.ts';

/** The face engine for Node: ONNX models in this process, or in a worker so that the event loop stays free. */
import { join } from 'node:path';
import type { Clock } from '../../kernel/index.ts';
import { blazeFaceDetector } from './blazeface.ts';
import { openDescribedDetector } from './described-detector.ts';
import { openDescriptor } from './descriptor.ts';
import { readDetectorDescription } from './detector-description.ts';
import { faceMesh } from './face-mesh.ts';
import { listedModel } from './listed-models.ts';
import { bundledDescription, readModelDescription } from './model-description.ts';
import { openOnnx } from './onnx-model.ts';
import { type FaceParts, readFace } from './read-face.ts';
import type { FaceEngine } from './reading.ts';

export { openBundledPad } from './bundled-pad.ts';
export {
  type CalibrationGoal,
  calibrateFaces,
  type FaceCalibration,
} from './calibrate.ts';
export { evaluateFaces, type FaceEvaluation, type FaceEvaluationOptions } from './evaluate.ts';
export { formatThresholds, loadThresholds } from './thresholds-file.ts';
export { type FaceWorkerOptions, openFaceWorker } from './worker-engine.ts';

export interface FaceEngineOptions {
  /** Where the build put the ONNX models and `models.json`. */
  readonly modelsDir: string;
  /** Path of an operator's model description, which replaces the bundled descriptor. */
  readonly descriptor?: string;
  /** Path of an operator's detector description, which replaces the bundled detector. */
  readonly detector?: string;
  /** Threads of one run; 1 by default. */
  readonly threads?: number;
  readonly clock: Pick<Clock, 'elapsed'>;
}

/** @throws RoomError NOT_FOUND, MODEL_MISMATCH, CONFIG_INVALID */
export async function openFaceEngine(options: FaceEngineOptions): Promise<FaceEngine> {
  const parts = await openParts(options);
  return {
    model: parts.descriptor.model,
    read: (frame, purpose) => readFace(parts, frame, purpose),
    close: async () => {
      await Promise.all([parts.detector.close(), parts.mesh.close(), parts.descriptor.close()]);
    },
  };
}

async function openParts({
  modelsDir,
  descriptor,
  detector,
  threads = 1,
  clock,
}: FaceEngineOptions): Promise<FaceParts> {
  const bundled = (name: string) =>
    openOnnx(join(modelsDir, `${name}.onnx`), { threads, sha256: listedModel(modelsDir, name).sha256 });
  const description = descriptor ? await readModelDescription(descriptor) : bundledDescription(modelsDir);
  return {
    detector: detector
      ? await openDescribedDetector(await readDetectorDescription(detector), threads)
      : blazeFaceDetector(await bundled('blazeface')),
    mesh: faceMesh(await bundled('facemesh')),
    descriptor: await openDescriptor(description, threads),
    clock,
  };
}

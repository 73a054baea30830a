/**
 * The antispoof and liveness models of @vladmandic/human as a PAD engine. Advisory only: measured on printed pictures,
 * their area under the curve was .46 to .54, which is chance.
 */
import { join } from 'node:path';
import { Pyramid } from '../imaging/pyramid.ts';
import { squareRegion } from '../imaging/similarity.ts';
import { warp } from '../imaging/warp.ts';
import { blazeFaceDetector } from './blazeface.ts';
import { centreOf, type Detection, type FaceDetector } from './detector.ts';
import { listedModel } from './listed-models.ts';
import { type OnnxModel, openOnnx } from './onnx-model.ts';
import type { PadEngine } from './pad.ts';

const NAME = 'human-antispoof+liveness';
/** Both models were taught on faces with some surroundings. */
const SURROUNDINGS = 1.4;

interface PadModel {
  readonly onnx: OnnxModel;
  readonly side: number;
}

/** @throws RoomError NOT_FOUND, MODEL_MISMATCH */
export async function openBundledPad(modelsDir: string, threads = 1): Promise<PadEngine> {
  const open = (name: string) =>
    openOnnx(join(modelsDir, `${name}.onnx`), { threads, sha256: listedModel(modelsDir, name).sha256 });
  const detector = blazeFaceDetector(await open('blazeface'));
  const models: readonly PadModel[] = [
    { onnx: await open('antispoof'), side: 128 },
    { onnx: await open('liveness'), side: 32 },
  ];
  return {
    name: NAME,
    evaluate: async (frames) => {
      const scores: number[] = [];
      for (const frame of frames) scores.push(...(await scoreFrame(new Pyramid(frame), detector, models)));
      if (scores.length === 0) return { evaluated: false, reason: 'no-face' };
      const score = scores.reduce((sum, one) => sum + one, 0) / scores.length;
      return { evaluated: true, score, advisory: true, engine: NAME };
    },
    close: async () => {
      await Promise.all([detector.close(), ...models.map(({ onnx }) => onnx.close())]);
    },
  };
}

async function scoreFrame(
  pyramid: Pyramid,
  detector: FaceDetector,
  models: readonly PadModel[],
): Promise<number[]> {
  const [face] = await detector.detect(pyramid, 0);
  if (!face) return [];
  return await Promise.all(models.map((model) => scoreFace(pyramid, face, model)));
}

async function scoreFace(pyramid: Pyramid, { box }: Detection, { onnx, side }: PadModel): Promise<number> {
  const region = squareRegion(centreOf(box), Math.max(box.width, box.height) * SURROUNDINGS, 0, side);
  const input = warp(pyramid, region, { width: side, height: side, multiply: 1 / 255, outside: 0 });
  const [result] = await onnx.run(input, [1, side, side, 3]);
  return Math.min(1, Math.max(0, result?.data[0] ?? 0));
}

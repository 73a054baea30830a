/** `kouan face compare A B`: the likeness of two pictures. A tool for measuring: it prints a score. */
import {
  type FaceEngine,
  type FaceModel,
  type FaceThreshold,
  fuseReadings,
  thresholdsOf,
  verifyFace,
} from '../../biometrics/index.ts';
import { decodeImage, loadThresholds, similarityOfFaces } from '../../biometrics/node.ts';
import { RoomError } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { withFaceEngine } from './face-engine.ts';
import { naming, readBytes } from './picture-bytes.ts';

export async function compareTwoFaces(
  [a = '', b = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const { one, other, rows } = await withFaceEngine(args, async (engine) => ({
    one: await templateOf(engine, a),
    other: await templateOf(engine, b),
    rows: await thresholdsFor(engine.model, args),
  }));
  const score = similarityOfFaces(one.template, other.template);
  const verdict = rows && verifyFace(one.template, other.template, rows);
  const result = { score, ...verdict, quality: [one.quality, other.quality] };
  if (args.has('json')) print(JSON.stringify(result));
  else {
    print(`Cosine     ${score.toFixed(4)}`);
    if (verdict) print(`Outcome    ${verdict.outcome} by ${verdict.threshold}`);
    print(`Quality    ${one.quality} and ${other.quality} of 100`);
  }
  return EXIT.done;
}

/** None for an operator's model without a calibration: its score means nothing against another's thresholds. */
async function thresholdsFor(
  model: FaceModel,
  args: Arguments,
): Promise<readonly FaceThreshold[] | undefined> {
  const path = args.one('thresholds');
  if (path !== undefined) return await loadThresholds(path, model);
  return args.has('model') ? undefined : thresholdsOf(model);
}

async function templateOf(engine: FaceEngine, path: string) {
  const reading = await naming(path, async () => engine.read(await decodeImage(readBytes(path)), 'evaluate'));
  if (reading.outcome !== 'ok')
    throw new RoomError('IMAGE_UNREADABLE', `${path}: no face was found in it.`, { value: path });
  return { template: fuseReadings([reading]), quality: Math.round(reading.quality.overall) };
}

/** `kouan face compare A B`: the likeness of two pictures. A tool for measuring: it prints a score. */
import {
  DEFAULT_FACE_THRESHOLDS,
  type FaceEngine,
  fuseReadings,
  verifyFace,
} from '../../biometrics/index.ts';
import { decodeImage, similarityOfFaces } from '../../biometrics/node.ts';
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
  const [one, other] = await withFaceEngine(
    args,
    async (engine) => [await templateOf(engine, a), await templateOf(engine, b)] as const,
  );
  const score = similarityOfFaces(one.template, other.template);
  // Thresholds are the bundled model's; a score of another model means nothing against them.
  const verdict = args.has('model')
    ? undefined
    : verifyFace(one.template, other.template, DEFAULT_FACE_THRESHOLDS);
  const result = { score, ...verdict, quality: [one.quality, other.quality] };
  if (args.has('json')) print(JSON.stringify(result));
  else {
    print(`Cosine     ${score.toFixed(4)}`);
    if (verdict) print(`Outcome    ${verdict.outcome} by ${verdict.threshold}`);
    print(`Quality    ${one.quality} and ${other.quality} of 100`);
  }
  return EXIT.done;
}

async function templateOf(engine: FaceEngine, path: string) {
  const reading = await naming(path, async () => engine.read(await decodeImage(readBytes(path)), 'evaluate'));
  if (reading.outcome !== 'ok')
    throw new RoomError('IMAGE_UNREADABLE', `${path}: no face was found in it.`, { value: path });
  return { template: fuseReadings([reading]), quality: Math.round(reading.quality.overall) };
}

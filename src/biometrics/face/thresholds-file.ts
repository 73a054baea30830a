/** Thresholds as data: the file that `kouan face calibrate` writes and a port loads in place of the default rows. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { trialsToPromise } from '../evaluation/resampling.ts';
import type { FaceModel } from './reading.ts';
import { type FaceThreshold, thresholdsOf } from './thresholds.ts';

const FORM = 'kouan-face-thresholds-1';
const rate = z.number().min(0).max(1);
const count = z.int().min(1);
const text = z.string().min(1).max(500);

const measured = {
  id: z.string().regex(/^[\x21-\x7e]{1,80}$/, 'must be 1 to 80 printable ASCII signs without a space'),
  enrolFrames: count.max(32),
  probeFrames: count.max(32),
  /** Least cosine of a match. */
  value: z.number().min(-1).max(1.001),
  people: count,
  comparisons: count,
  rate,
  interval: z.tuple([rate, rate]),
  calibratedOn: text,
  method: text,
};
const promised = rate.min(1e-6);

const FILE = z.strictObject({
  form: z.literal(FORM),
  engine: text,
  modelSha: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case'),
  thresholds: z
    .array(
      z.discriminatedUnion('task', [
        z.strictObject({ task: z.literal('1:1'), fmr: promised, ...measured }),
        z.strictObject({ task: z.literal('1:N'), fpir: promised, nMax: count, ...measured }),
      ]),
    )
    .min(1),
});

/** The file's text. Rows come from one calibration and so share engine and model. */
export function formatThresholds(model: FaceModel, rows: readonly FaceThreshold[]): string {
  const thresholds = rows.map(({ engine: _, modelSha: __, ...row }) => row);
  const file = { form: FORM, engine: model.name, modelSha: model.sha256, thresholds };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @throws RoomError CONFIG_INVALID naming the first wrong field, or a promise that its people cannot support */
export function parseThresholds(content: string, where: string): readonly FaceThreshold[] {
  const result = FILE.safeParse(parseJson(content, where));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw wrong(where, issue?.path.join('.') || 'file', issue?.message ?? 'is wrong');
  }
  const { engine, modelSha, thresholds } = result.data;
  const rows = thresholds.map((row): FaceThreshold => ({ ...row, engine, modelSha }));
  if (new Set(rows.map(({ id }) => id)).size < rows.length)
    throw wrong(where, 'thresholds', 'has an id twice');
  for (const [i, row] of rows.entries()) assertSupported(row, where, i);
  return rows;
}

/**
 * The rows of the file, for this engine.
 * @throws RoomError NOT_FOUND, CONFIG_INVALID, MODEL_MISMATCH when another model was calibrated
 */
export async function loadThresholds(path: string, model: FaceModel): Promise<readonly FaceThreshold[]> {
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RoomError('NOT_FOUND', `The face thresholds ${path} cannot be read.`, { value: path }, cause);
  });
  return thresholdsOf(model, parseThresholds(content, path));
}

function assertSupported(
  { task, fmr, fpir, people = 0, nMax = 0 }: FaceThreshold,
  where: string,
  i: number,
): void {
  const trials = task === '1:1' ? (people * (people - 1)) / 2 : people;
  const needed = trialsToPromise(fmr ?? fpir ?? 0);
  if (trials >= needed && people > nMax) return;
  const field = `thresholds.${i}.${task === '1:1' ? 'fmr' : 'fpir'}`;
  throw wrong(where, field, `cannot be promised from ${people} people`);
}

function parseJson(content: string, where: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new RoomError('CONFIG_INVALID', `${where} is not JSON.`, { field: 'file' }, cause);
  }
}

const wrong = (where: string, field: string, message: string): RoomError =>
  new RoomError('CONFIG_INVALID', `${where}: ${field}: ${message}.`, { field });

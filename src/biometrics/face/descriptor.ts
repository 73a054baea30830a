/** The network that turns an aligned face into a vector, driven by its description: the bundled one and operators' own. */
import { RoomError } from '../../kernel/index.ts';
import type { Pyramid } from '../imaging/pyramid.ts';
import { warpInto } from '../imaging/warp.ts';
import { alignChip } from './alignment.ts';
import type { FaceLandmarks } from './landmarks.ts';
import { bindingOf, type ModelDescription } from './model-description.ts';
import { arrangeInput, inputAxes } from './model-input.ts';
import { type OnnxModel, openOnnx } from './onnx-model.ts';
import type { FaceModel } from './reading.ts';
import { toUnit } from './template.ts';

export interface FaceDescriptor {
  readonly model: FaceModel;
  /** Unit length. */
  describe(pyramid: Pyramid, face: FaceLandmarks): Promise<Float32Array>;
  close(): Promise<void>;
}

/** @throws RoomError NOT_FOUND, MODEL_MISMATCH when the file is not the described one or answers with other sizes */
export async function openDescriptor(
  description: ModelDescription,
  threads: number,
): Promise<FaceDescriptor> {
  const onnx = await openOnnx(description.path, { threads, sha256: description.sha256 });
  const { name, dims } = description;
  // A model that answers in another size is found out at start, not at the first traveller.
  await infer(onnx, description, new Float32Array(chipCount(description) * 3 * description.side ** 2));
  return {
    model: { name, sha256: bindingOf(description), dims },
    describe: async (pyramid, face) => {
      const chips = cutChips(pyramid, face, description);
      return toUnit(sumOfRows(await infer(onnx, description, chips), dims));
    },
    close: () => onnx.close(),
  };
}

/** A face and its mirror image average out what is one-sided: light, pose, the parting of the hair. */
const chipCount = ({ mirror }: ModelDescription): number => (mirror ? 2 : 1);

function cutChips(pyramid: Pyramid, face: FaceLandmarks, description: ModelDescription): Float32Array {
  const { side } = description;
  const place = alignChip(description.alignment, face, side);
  const each = 3 * side * side;
  const chips = new Float32Array(chipCount(description) * each);
  for (let i = 0; i < chipCount(description); i++) {
    const chip = chips.subarray(i * each, (i + 1) * each);
    warpInto(chip, pyramid, place, { width: side, height: side, mirror: i === 1 });
    arrangeInput(chip, description);
  }
  return chips;
}

async function infer(
  onnx: OnnxModel,
  description: ModelDescription,
  chips: Float32Array,
): Promise<Float32Array> {
  const { side, dims, batch } = description;
  const axes = inputAxes(description, side);
  const count = chipCount(description);
  const runs = batch
    ? [chips]
    : Array.from({ length: count }, (_, i) =>
        chips.subarray((i * chips.length) / count, ((i + 1) * chips.length) / count),
      );
  const rows: number[] = [];
  for (const run of runs) {
    const [result] = await onnx.run(run, [batch ? count : 1, ...axes]);
    rows.push(...(result?.data ?? []));
  }
  if (rows.length !== count * dims) {
    throw new RoomError(
      'MODEL_MISMATCH',
      `The model ${description.name} gives ${rows.length / count} numbers a face.`,
      {
        field: 'dims',
        value: rows.length / count,
        expected: String(dims),
      },
    );
  }
  return Float32Array.from(rows);
}

function sumOfRows(rows: Float32Array, dims: number): Float32Array {
  const sum = new Float32Array(dims);
  for (let i = 0; i < rows.length; i++) sum[i % dims]! += rows[i]!;
  return sum;
}

/** A detector that an operator described, behind the same function as the bundled one. */
import { mapPoint, type Similarity } from '../imaging/similarity.ts';
import { warp } from '../imaging/warp.ts';
import { type Detection, type FaceDetector, wholeFrame, withoutDoubles } from './detector.ts';
import type { DetectorDescription } from './detector-description.ts';
import { arrangeInput, inputAxes } from './model-input.ts';
import { type OnnxResult, openOnnx } from './onnx-model.ts';
import { decodeScrfd } from './scrfd.ts';
import { decodeYunet } from './yunet.ts';

type Decode = (results: readonly OnnxResult[], side: number, scoreMin: number) => Detection[];

const DECODERS: Readonly<Record<DetectorDescription['decoder'], Decode>> = {
  yunet: decodeYunet,
  scrfd: decodeScrfd,
};

/** @throws RoomError NOT_FOUND, MODEL_MISMATCH when the file is not the described one or answers in another form */
export async function openDescribedDetector(
  description: DetectorDescription,
  threads: number,
): Promise<FaceDetector> {
  const { path, sha256, side, scoreMin, overlapMax } = description;
  const onnx = await openOnnx(path, { threads, sha256 });
  const decode = DECODERS[description.decoder];
  const detectIn = async (picture: Float32Array): Promise<Detection[]> => {
    arrangeInput(picture, description);
    return decode(await onnx.run(picture, [1, ...inputAxes(description, side)]), side, scoreMin);
  };
  // A model that answers in another form is found out at start, not at the first traveller.
  await detectIn(new Float32Array(3 * side * side));
  return {
    detect: async (pyramid, padding) => {
      const place = wholeFrame(pyramid, padding, side);
      const found = await detectIn(warp(pyramid, place, { width: side, height: side, outside: 0 }));
      const best = found.sort((a, b) => b.score - a.score);
      return withoutDoubles(best, overlapMax).map((detection) => inFrame(detection, place));
    },
    close: () => onnx.close(),
  };
}

function inFrame({ box, score, eyes: [right, left] }: Detection, place: Similarity): Detection {
  const [x, y] = mapPoint(place, [box.x, box.y]);
  return {
    box: { x, y, width: box.width * place.a, height: box.height * place.a },
    score,
    eyes: [mapPoint(place, right), mapPoint(place, left)],
  };
}

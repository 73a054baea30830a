/** BlazeFace (Bazarevsky et al. 2019), the full-range model of 256 pixels and 896 anchors. */
import { mapPoint, type Point, type Similarity } from '../imaging/similarity.ts';
import { warp } from '../imaging/warp.ts';
import { type Detection, type FaceDetector, wholeFrame, withoutDoubles } from './detector.ts';
import { type OnnxModel, type OnnxResult, resultOf } from './onnx-model.ts';

const INPUT_SIZE = 256;
/** Anchors stand at the centres of two grids: of 16 pixels two each, of 32 pixels six each. */
const GRIDS = [
  { stride: 16, anchorsEach: 2 },
  { stride: 32, anchorsEach: 6 },
] as const;
/** Numbers of one anchor: centre, size, then six points of x and y, the eyes first. */
const NUMBERS_EACH = 16;
const SCORE_MIN = 0.3;
const OVERLAP_MAX = 0.3;

export function blazeFaceDetector(model: OnnxModel): FaceDetector {
  return {
    async detect(pyramid, padding) {
      const place = wholeFrame(pyramid, padding, INPUT_SIZE);
      // The network wants −1 to 1; what lies outside the frame is middle grey.
      const input = warp(pyramid, place, {
        width: INPUT_SIZE,
        height: INPUT_SIZE,
        multiply: 1 / 127.5,
        add: -1,
        outside: 127.5,
      });
      const results = await model.run(input, [1, INPUT_SIZE, INPUT_SIZE, 3]);
      const found = GRIDS.flatMap((_, grid) => decodeGrid(results, grid, place));
      return withoutDoubles(
        found.sort((a, b) => b.score - a.score),
        OVERLAP_MAX,
      );
    },
    close: () => model.close(),
  };
}

const ANCHORS: readonly (readonly Point[])[] = GRIDS.map(({ stride, anchorsEach }) => {
  const across = INPUT_SIZE / stride;
  return Array.from({ length: across * across * anchorsEach }, (_, i): Point => {
    const cell = Math.floor(i / anchorsEach);
    return [stride * ((cell % across) + 0.5), stride * (Math.floor(cell / across) + 0.5)];
  });
});

function decodeGrid(results: readonly OnnxResult[], grid: number, place: Similarity): Detection[] {
  const anchors = ANCHORS[grid] ?? [];
  const scores = resultOf(results, anchors.length, 1);
  const numbers = resultOf(results, anchors.length, NUMBERS_EACH);
  return anchors.flatMap((anchor, i) => {
    const score = 1 / (1 + Math.exp(-scores[i]!));
    if (score < SCORE_MIN) return [];
    const own = numbers.subarray(i * NUMBERS_EACH, (i + 1) * NUMBERS_EACH);
    return [decodeFace(own, anchor, score, place)];
  });
}

function decodeFace(numbers: Float32Array, anchor: Point, score: number, place: Similarity): Detection {
  const pointAt = (i: number) => mapPoint(place, [anchor[0] + numbers[i]!, anchor[1] + numbers[i + 1]!]);
  const [x, y] = pointAt(0);
  const [width, height] = [numbers[2]! * place.a, numbers[3]! * place.a];
  return {
    box: { x: x - width / 2, y: y - height / 2, width, height },
    score,
    eyes: [pointAt(4), pointAt(6)],
  };
}

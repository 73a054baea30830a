/**
 * SCRFD (Guo et al. 2021), as InsightFace reads it: on grids of 8, 16 and 32 pixels two anchors a cell at its corner, with
 * scores, distances of the four sides and five points. Its results have numbers for names and are told apart by size.
 */
import type { Point } from '../imaging/similarity.ts';
import { type Detection, GRID_STRIDES } from './detector.ts';
import { type OnnxResult, resultOf } from './onnx-model.ts';

const ANCHORS_EACH = 2;

/** In pixels of the input. */
export function decodeScrfd(results: readonly OnnxResult[], side: number, scoreMin: number): Detection[] {
  return GRID_STRIDES.flatMap((stride) => {
    const across = side / stride;
    const anchors = across * across * ANCHORS_EACH;
    const scores = resultOf(results, anchors, 1);
    const sides = resultOf(results, anchors, 4);
    const points = resultOf(results, anchors, 10);
    return Array.from({ length: anchors }, (_, i) => i).flatMap((i): Detection[] => {
      const score = scores[i]!;
      if (score < scoreMin) return [];
      const cell = Math.floor(i / ANCHORS_EACH);
      const [x, y] = [(cell % across) * stride, Math.floor(cell / across) * stride];
      const point = (at: number): Point => [x + points[at]! * stride, y + points[at + 1]! * stride];
      const [left, top, right, bottom] = [0, 1, 2, 3].map((side) => sides[4 * i + side]! * stride) as Sides;
      return [
        {
          box: { x: x - left, y: y - top, width: left + right, height: top + bottom },
          score,
          eyes: [point(10 * i), point(10 * i + 2)],
        },
      ];
    });
  });
}

type Sides = [left: number, top: number, right: number, bottom: number];

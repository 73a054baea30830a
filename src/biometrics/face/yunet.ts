/**
 * YuNet (Wu et al. 2023), as OpenCV's `FaceDetectorYN` reads it: on grids of 8, 16 and 32 pixels one face a cell, with
 * the results `cls_8`, `obj_8`, `bbox_8`, `kps_8` and so on.
 */
import type { Point } from '../imaging/similarity.ts';
import { type Detection, GRID_STRIDES } from './detector.ts';
import { type OnnxResult, resultNamed } from './onnx-model.ts';

/** In pixels of the input. */
export function decodeYunet(results: readonly OnnxResult[], side: number, scoreMin: number): Detection[] {
  return GRID_STRIDES.flatMap((stride) => {
    const across = side / stride;
    const cells = across * across;
    const part = (name: string, numbers: number) =>
      resultNamed(results, `${name}_${stride}`, cells * numbers);
    const [classes, objects, boxes, points] = [
      part('cls', 1),
      part('obj', 1),
      part('bbox', 4),
      part('kps', 10),
    ];
    return Array.from({ length: cells }, (_, cell) => cell).flatMap((cell): Detection[] => {
      const score = Math.sqrt(share(classes[cell]!) * share(objects[cell]!));
      if (score < scoreMin) return [];
      const corner: Point = [cell % across, Math.floor(cell / across)];
      const place = (numbers: Float32Array, at: number): Point => [
        (corner[0] + numbers[at]!) * stride,
        (corner[1] + numbers[at + 1]!) * stride,
      ];
      const [x, y] = place(boxes, 4 * cell);
      const [width, height] = [2, 3].map((i) => Math.exp(boxes[4 * cell + i]!) * stride) as [number, number];
      return [
        {
          box: { x: x - width / 2, y: y - height / 2, width, height },
          score,
          eyes: [place(points, 10 * cell), place(points, 10 * cell + 2)],
        },
      ];
    });
  });
}

const share = (value: number): number => Math.min(1, Math.max(0, value));

/** What finds faces. Another detector (YuNet, SCRFD) takes the bundled one's place by offering the same function. */
import type { Pyramid } from '../imaging/pyramid.ts';
import type { Point, Similarity } from '../imaging/similarity.ts';
import type { FaceBox } from './reading.ts';

export interface Detection {
  readonly box: FaceBox;
  /** 0 to 1. */
  readonly score: number;
  /** The person's right eye, then the left, in pixels of the frame. */
  readonly eyes: readonly [Point, Point];
}

export interface FaceDetector {
  /** Best first, without doubles. `padding`: border added round the frame, as a share of its longer side. */
  detect(pyramid: Pyramid, padding: number): Promise<readonly Detection[]>;
  close(): Promise<void>;
}

/** Pixels between the cells of the three grids on which YuNet and SCRFD look for faces. */
export const GRID_STRIDES = [8, 16, 32] as const;

/** The padded frame, centred in a square input of `size` pixels. */
export function wholeFrame({ frame: { width, height } }: Pyramid, padding: number, size: number): Similarity {
  const side = Math.max(width, height) * (1 + 2 * padding);
  return { a: side / size, b: 0, tx: (width - side) / 2, ty: (height - side) / 2 };
}

export const centreOf = ({ x, y, width, height }: FaceBox): Point => [x + width / 2, y + height / 2];

/** Of the overlapping detections only the best stays; `detections` come best first. */
export function withoutDoubles(detections: readonly Detection[], overlapMax: number): Detection[] {
  const kept: Detection[] = [];
  for (const candidate of detections) {
    if (!kept.some(({ box }) => overlap(box, candidate.box) > overlapMax)) kept.push(candidate);
  }
  return kept;
}

/** Intersection over union. */
export function overlap(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** Where a face must stand in the chip that a model describes. A model names its alignment; the table is closed. */
import { fitSimilarity, type Point, type Similarity } from '../imaging/similarity.ts';
import { type FaceLandmarks, flat, type Landmark, landmark, leftEye, rightEye } from './landmarks.ts';

export const ALIGNMENTS = ['dlib-5', 'arcface-5'] as const;
export type AlignmentName = (typeof ALIGNMENTS)[number];

interface Alignment {
  /** Shares of the chip's side. */
  readonly template: readonly Point[];
  readonly points: (face: FaceLandmarks) => readonly Landmark[];
}

/** dlib leaves a quarter of the chip as border round its template. */
const DLIB_PADDING = 0.25;
const padded = ([x, y]: Point): Point => [
  (DLIB_PADDING + x) / (2 * DLIB_PADDING + 1),
  (DLIB_PADDING + y) / (2 * DLIB_PADDING + 1),
];

/** ArcFace's template is drawn for 112 pixels. */
const ARCFACE_SIDE = 112;
const shareOfArcface = ([x, y]: Point): Point => [x / ARCFACE_SIDE, y / ARCFACE_SIDE];

const TABLE: Readonly<Record<AlignmentName, Alignment>> = {
  // Corners of the eyes and base of the nose, from dlib's `get_face_chip_details` for five points.
  'dlib-5': {
    template: (
      [
        [0.8595674595992, 0.2134981538014],
        [0.6460604764104, 0.2289674387677],
        [0.1205750620789, 0.2137274526848],
        [0.3340850613712, 0.2290642403242],
        [0.4901123135679, 0.6277975316475],
      ] satisfies Point[]
    ).map(padded),
    points: (face) =>
      (['leftEyeOuter', 'leftEyeInner', 'rightEyeOuter', 'rightEyeInner', 'noseBase'] as const).map((name) =>
        landmark(face, name),
      ),
  },
  // Eyes, tip of the nose, corners of the mouth, from InsightFace's `face_align`; SFace uses the same.
  'arcface-5': {
    template: (
      [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
      ] satisfies Point[]
    ).map(shareOfArcface),
    points: (face) => [
      rightEye(face),
      leftEye(face),
      landmark(face, 'noseTip'),
      landmark(face, 'mouthRight'),
      landmark(face, 'mouthLeft'),
    ],
  },
};

/** Maps pixels of a square chip to pixels of the frame. */
export function alignChip(name: AlignmentName, face: FaceLandmarks, side: number): Similarity {
  const { template, points } = TABLE[name];
  return fitSimilarity(
    template.map(([x, y]): Point => [x * side, y * side]),
    points(face).map(flat),
  );
}

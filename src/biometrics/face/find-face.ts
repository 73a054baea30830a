/** Which face of a frame is the traveller's, and whether another one matters. */
import type { Pyramid } from '../imaging/pyramid.ts';
import { centreOf, type Detection, type FaceDetector } from './detector.ts';
import type { FaceMesh } from './face-mesh.ts';
import type { FaceLandmarks } from './landmarks.ts';

export interface FoundFace {
  readonly detection: Detection;
  readonly landmarks: FaceLandmarks;
  /** Width of the largest other detection by that of this one, whoever it may be; 0 with none. */
  readonly rivalWidthShare: number;
}

export type FoundFaces =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly face: FoundFace }
  /** The traveller's first. */
  | { readonly kind: 'several'; readonly faces: readonly FoundFace[] };

export interface FaceFinder {
  readonly detector: FaceDetector;
  readonly mesh: FaceMesh;
}

/** The second is for tight crops: a face that fills its frame is found once there is room round it. */
const PADDINGS = [0, 0.35];
/** Only detections in which the mesh sees a face count: it refuses hands, prints on clothes, patterns. */
const MESH_CONFIDENCE_MIN = 0.5;
/** How many of the most prominent detections are looked at; more would let a crowd slow the lane down. */
const CANDIDATES_MAX = 3;

/**
 * Another face counts when it could be taken for the traveller's: at least half as wide, which is at most twice as far
 * from the camera, and detected with a score of at least 0.6. Whoever passes far behind does not stop the lane.
 */
const RIVAL_WIDTH_SHARE_MIN = 0.5;
const RIVAL_SCORE_MIN = 0.6;

export async function findFaces(finder: FaceFinder, pyramid: Pyramid, alone: boolean): Promise<FoundFaces> {
  for (const padding of PADDINGS) {
    const detections = byProminence(await finder.detector.detect(pyramid, padding), pyramid);
    const face = await firstConfirmed(finder, pyramid, detections.slice(0, CANDIDATES_MAX - 1));
    if (!face) continue;
    const rivals = alone ? await confirmedRivals(finder, pyramid, detections, face) : [];
    if (rivals.length > 0) return { kind: 'several', faces: [face, ...rivals] };
    return { kind: 'one', face: { ...face, rivalWidthShare: rivalWidthShare(detections, face) } };
  }
  return { kind: 'none' };
}

/** Wide and in the middle. */
function byProminence(detections: readonly Detection[], { frame }: Pyramid): Detection[] {
  const prominence = ({ box }: Detection): number => {
    const [x, y] = centreOf(box);
    return box.width - Math.hypot(x - frame.width / 2, y - frame.height / 2);
  };
  return [...detections].sort((a, b) => prominence(b) - prominence(a));
}

async function firstConfirmed(
  finder: FaceFinder,
  pyramid: Pyramid,
  detections: readonly Detection[],
): Promise<FoundFace | undefined> {
  for (const detection of detections) {
    const face = await confirm(finder, pyramid, detection);
    if (face) return face;
  }
  return undefined;
}

async function confirmedRivals(
  finder: FaceFinder,
  pyramid: Pyramid,
  detections: readonly Detection[],
  { detection: own }: FoundFace,
): Promise<FoundFace[]> {
  const rivals: FoundFace[] = [];
  for (const other of detections) {
    if (other === own || rivals.length >= CANDIDATES_MAX - 1) continue;
    if (other.box.width < RIVAL_WIDTH_SHARE_MIN * own.box.width || other.score < RIVAL_SCORE_MIN) continue;
    const face = await confirm(finder, pyramid, other);
    if (face) rivals.push(face);
  }
  return rivals;
}

async function confirm(
  { mesh }: FaceFinder,
  pyramid: Pyramid,
  detection: Detection,
): Promise<FoundFace | undefined> {
  const landmarks = await mesh.locate(pyramid, detection);
  return landmarks.confidence >= MESH_CONFIDENCE_MIN
    ? { detection, landmarks, rivalWidthShare: 0 }
    : undefined;
}

function rivalWidthShare(detections: readonly Detection[], { detection: own }: FoundFace): number {
  const others = detections.filter((other) => other !== own && other.score >= RIVAL_SCORE_MIN);
  return Math.max(0, ...others.map(({ box }) => box.width / own.box.width));
}

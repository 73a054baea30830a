/** The engines of a port: the face engine on its thread, the gallery on another, and the thresholds they work by. */
import { randomBytes } from 'node:crypto';
import {
  DEFAULT_FACE_THRESHOLDS,
  type FaceEngine,
  type FaceTemplate,
  portRotation,
  ROTATION_KEY_BYTES,
  type SearchThresholds,
  searchForm,
} from '../../biometrics/index.ts';
import { type Gallery, openFaceWorker, openGalleryWorker } from '../../biometrics/node.ts';
import { type Clock, type Random, RoomError } from '../../kernel/index.ts';

/** People a lane's gallery may hold; the thresholds below were calibrated for that many. */
export const GALLERY_MAX = 200;
/** A second person this close to the best goes to an officer. */
const MARGIN = 0.004;

export interface Engines {
  readonly face: FaceEngine;
  readonly gallery: Gallery;
  /** The gallery's form of a template; only this process can make it. */
  toSearch(template: FaceTemplate): Int8Array;
  close(): Promise<void>;
}

export async function openEngines(modelsDir: string, clock: Clock, random: Random): Promise<Engines> {
  const face = await openFaceWorker({ modelsDir, clock });
  const { dims } = face.model;
  const gallery = openGalleryWorker({
    dims,
    capacityMax: GALLERY_MAX,
    thresholds: searchThresholds(),
    threads: 1,
    random,
  });
  // The rotation lives in memory only: a gallery that leaks cannot be joined with another port's, nor with tomorrow's here.
  const rotate = portRotation(randomBytes(ROTATION_KEY_BYTES), dims);
  return {
    face,
    gallery,
    toSearch: ({ features }) => searchForm(features, rotate),
    async close() {
      await Promise.all([face.close(), gallery.close()]);
    },
  };
}

function searchThresholds(): SearchThresholds {
  const row = DEFAULT_FACE_THRESHOLDS.find(({ id }) => id === 'face-1:N-3+2-200');
  if (row?.nMax === undefined || row.fpir === undefined) {
    throw new RoomError(
      'CONFIG_INVALID',
      `No threshold is calibrated for looking a face up among ${GALLERY_MAX}.`,
    );
  }
  return { id: row.id, cosineMin: row.value, margin: MARGIN, galleryMax: row.nMax, fpir: row.fpir };
}

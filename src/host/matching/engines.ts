/** The engines of a port: the face engine on its thread, the gallery on another, and the thresholds they work by. */
import { randomBytes } from 'node:crypto';
import {
  type FaceEngine,
  type FaceTemplate,
  type FaceThreshold,
  portRotation,
  ROTATION_KEY_BYTES,
  type SearchThresholds,
  searchForm,
  thresholdFor,
  thresholdsOf,
} from '../../biometrics/index.ts';
import { type Gallery, loadThresholds, openFaceWorker, openGalleryWorker } from '../../biometrics/node.ts';
import { type Clock, type Random, RoomError } from '../../kernel/index.ts';
import type { FaceFiles } from '../settings.ts';
import { GalleryChanges } from './gallery-changes.ts';

/** A second person this close to the best goes to an officer. */
const MARGIN = 0.004;

export interface Engines {
  readonly face: FaceEngine;
  readonly gallery: Gallery;
  /** By which faces are compared one to one. */
  readonly faceThresholds: readonly FaceThreshold[];
  /** By which the gallery answers. */
  readonly thresholds: SearchThresholds;
  /** Who changed while templates were on their way from the records to the gallery. */
  readonly changes: GalleryChanges;
  /** Draws impostors; no secret rests on it. */
  readonly random: Random;
  /** The gallery's form of a template; only this process can make it. */
  toSearch(template: FaceTemplate): Int8Array;
  close(): Promise<void>;
}

export async function openEngines(
  modelsDir: string,
  { thresholds: file, ...models }: FaceFiles,
  clock: Clock,
  random: Random,
): Promise<Engines> {
  const face = await openFaceWorker({ modelsDir, clock, ...models });
  const rows = file ? await loadThresholds(file, face.model) : thresholdsOf(face.model);
  const { dims } = face.model;
  const thresholds = searchThresholds(rows, face.model.sha256);
  const gallery = openGalleryWorker({
    dims,
    capacityMax: thresholds.galleryMax,
    thresholds,
    threads: 1,
    random,
  });
  // The rotation lives in memory only: a gallery that leaks cannot be joined with another port's, nor with tomorrow's here.
  const rotate = portRotation(randomBytes(ROTATION_KEY_BYTES), dims);
  return {
    face,
    gallery,
    faceThresholds: rows,
    thresholds,
    changes: new GalleryChanges(),
    random,
    toSearch: ({ features }) => searchForm(features, rotate),
    async close() {
      await Promise.all([face.close(), gallery.close()]);
    },
  };
}

/** The line that holds for the largest gallery of all: more people than that are refused, not guessed. */
function searchThresholds(rows: readonly FaceThreshold[], modelSha: string): SearchThresholds {
  const galleryCount = Math.max(0, ...rows.map(({ nMax = 0 }) => nMax));
  const row = thresholdFor(rows, { task: '1:N', enrolFrames: 3, probeFrames: 2, galleryCount, modelSha });
  if (row?.nMax === undefined || row.fpir === undefined) {
    throw new RoomError(
      'CONFIG_INVALID',
      'No threshold is calibrated for looking a face up in a gallery: run kouan face calibrate with --gallery.',
      { field: 'KOUAN_FACE_THRESHOLDS' },
    );
  }
  return { id: row.id, cosineMin: row.value, margin: MARGIN, galleryMax: row.nMax, fpir: row.fpir };
}

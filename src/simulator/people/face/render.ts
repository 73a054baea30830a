/** One picture of one synthetic person: identity and view in, colours and mask out. Deterministic. */
import { develop, type Portrait } from './develop.ts';
import { hairSurface } from './hair.ts';
import { earSurface, headSurface, neckSurface, shouldersSurface } from './head.ts';
import type { FaceIdentity } from './identity.ts';
import { drawSurface, makeCanvas } from './rasteriser.ts';
import { makeRelief } from './relief.ts';
import { SAMPLES, shade } from './shading.ts';
import { spectacleSurfaces } from './spectacles.ts';
import type { FaceView } from './view.ts';

interface PortraitSize {
  readonly width: number;
  readonly height: number;
}

const PORTRAIT_SIZE: PortraitSize = { width: 360, height: 432 };

export function renderFace(face: FaceIdentity, view: FaceView, size: PortraitSize = PORTRAIT_SIZE): Portrait {
  const relief = makeRelief(face, view);
  const canvas = makeCanvas(size.width * SAMPLES, size.height * SAMPLES, view);
  const surfaces = [
    headSurface(face, relief),
    hairSurface(face),
    earSurface(face, -1),
    earSurface(face, 1),
    neckSurface(face),
    shouldersSurface(face),
    ...spectacleSurfaces(face, relief),
  ];
  for (const surface of surfaces) drawSurface(canvas, surface, view);
  return develop(shade(canvas, face, relief, view), view, face.seed);
}

/** Cuts turned, scaled regions out of a frame, ready to be the input of a network. */
import type { Frame } from '../../kernel/index.ts';
import type { Pyramid } from './pyramid.ts';
import { type Similarity, scaleOf } from './similarity.ts';

export interface WarpForm {
  readonly width: number;
  readonly height: number;
  /** Applied to each sample: value x multiply + add. */
  readonly multiply?: number;
  readonly add?: number;
  /** Left and right change places. */
  readonly mirror?: boolean;
  /** What lies outside the frame, 0 to 255; without it the border pixels go on. */
  readonly outside?: number;
}

/** RGB interleaved, `width * height * 3` samples; `place` maps pixels of the result to pixels of the frame. */
export function warp(pyramid: Pyramid, place: Similarity, form: WarpForm): Float32Array {
  const result = new Float32Array(form.width * form.height * 3);
  warpInto(result, pyramid, place, form);
  return result;
}

/** As `warp`, into memory of the caller: batches are filled one picture after another. */
export function warpInto(target: Float32Array, pyramid: Pyramid, place: Similarity, form: WarpForm): void {
  const { image, halvings } = pyramid.levelFor(scaleOf(place));
  const onLevel = coarser(place, halvings);
  const { multiply = 1, add = 0 } = form;
  const fill = form.outside === undefined ? undefined : form.outside * multiply + add;
  const sample: Sampler = { image, multiply, add, fill };
  for (let v = 0; v < form.height; v++) warpRow(target, v, onLevel, form, sample);
}

/** The same place on a level of the pyramid; the centre of the first coarse pixel lies between two fine ones. */
function coarser(place: Similarity, halvings: number): Similarity {
  let { a, b, tx, ty } = place;
  for (let i = 0; i < halvings; i++) [a, b, tx, ty] = [a / 2, b / 2, (tx - 0.5) / 2, (ty - 0.5) / 2];
  return { a, b, tx, ty };
}

interface Sampler {
  readonly image: Frame;
  readonly multiply: number;
  readonly add: number;
  readonly fill: number | undefined;
}

function warpRow(target: Float32Array, v: number, place: Similarity, form: WarpForm, sampler: Sampler): void {
  const { width } = form;
  const { image, fill } = sampler;
  const step = form.mirror ? -1 : 1;
  const first = form.mirror ? width - 1 : 0;
  let x = place.a * first - place.b * v + place.tx;
  let y = place.b * first + place.a * v + place.ty;
  let to = v * width * 3;
  for (let u = 0; u < width; u++, to += 3, x += place.a * step, y += place.b * step) {
    if (fill !== undefined && (x < -1 || y < -1 || x > image.width || y > image.height)) {
      target.fill(fill, to, to + 3);
    } else {
      interpolate(target, to, x, y, sampler);
    }
  }
}

/** Bilinear; a point beyond the border takes the border's value. */
function interpolate(target: Float32Array, to: number, x: number, y: number, sampler: Sampler): void {
  const { width, height, data } = sampler.image;
  const { multiply, add } = sampler;
  const cx = Math.min(Math.max(x, 0), width - 1.001);
  const cy = Math.min(Math.max(y, 0), height - 1.001);
  const [x0, y0] = [cx | 0, cy | 0];
  const [fx, fy] = [cx - x0, cy - y0];
  const above = (y0 * width + x0) * 3;
  const below = above + width * 3;
  for (let c = 0; c < 3; c++) {
    const top = data[above + c]! * (1 - fx) + data[above + 3 + c]! * fx;
    const bottom = data[below + c]! * (1 - fx) + data[below + 3 + c]! * fx;
    target[to + c] = (top * (1 - fy) + bottom * fy) * multiply + add;
  }
}

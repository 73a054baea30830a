/** Templates made up for measuring, quickly. */
import { createGallery, type GalleryCore } from '../../src/biometrics/gallery/index.ts';
import { seededRandom } from '../../src/kernel/index.ts';

export const MILLION = 1_000_000;
export const thresholds = {
  id: 'bench',
  cosineMin: 0.5,
  margin: 0.02,
  galleryMax: 10 * MILLION,
  fpir: 0.01,
};
export const random = seededRandom(1);

/** Int8 values in ±127 from a 32-bit xorshift, which is quick enough for a thousand million of them. */
let state = 0x9e3779b9;
export function fillTemplate(values: Int8Array): Int8Array {
  for (let i = 0; i < values.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    values[i] = (state & 255) - 128 || 1;
    if (values[i] === -128) values[i] = 127;
  }
  return values;
}

export const idOf = (i: number) => `T-${String(i).padStart(10, '0')}-BENCHMRK`;
export const template = (dims: number) => fillTemplate(new Int8Array(dims));

/** Another picture of the same person: cosine 0.85, as fused frames of one camera are. */
export function again(person: Int8Array): Int8Array {
  const noise = template(person.length);
  return person.map((value, i) => Math.round(0.62 * value + 0.38 * noise[i]!));
}

export function filled(dims: number, count: number, spare = 0): GalleryCore {
  const gallery = createGallery({ dims, capacityMax: count + spare, thresholds, random });
  const values = new Int8Array(dims);
  for (let i = 0; i < count; i++) gallery.enrol(idOf(i), fillTemplate(values));
  return gallery;
}

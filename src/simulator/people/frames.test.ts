import { expect, it } from 'vitest';
import { isRoomError, seededRandom } from '../../kernel/index.ts';
import { composeFrame } from './frames.ts';
import { standAt } from './placements.ts';

/** A red disc as the picture of a person: its mask is the disc. */
const disc = (() => {
  const [width, height] = [360, 432];
  const rgba = new Uint8Array(width * height * 4);
  for (let k = 0; k < width * height; k++) {
    const inside = Math.hypot((k % width) - 180, Math.floor(k / width) - 203) < 90;
    rgba.set(inside ? [200, 20, 20, 255] : [0, 255, 0, 0], k * 4);
  }
  return { width, height, rgba };
})();

const scene = { background: 3, people: [], brightness: 1, noiseSeed: 5 };
const redAt = (data: Uint8Array, x: number, y: number) =>
  data[(y * 1280 + x) * 3]! - data[(y * 1280 + x) * 3 + 1]!;

it('the same scene gives the same frame; another noise seed gives another', () => {
  const frame = composeFrame(scene);
  expect([frame.width, frame.height, frame.data.length]).toEqual([1280, 720, 1280 * 720 * 3]);
  // Compared as buffers: an element-wise comparison of millions of bytes takes minutes.
  expect(Buffer.compare(composeFrame(scene).data, frame.data)).toBe(0);
  expect(Buffer.compare(composeFrame({ ...scene, noiseSeed: 6 }).data, frame.data)).not.toBe(0);
});

it('a person comes where placed, at the scale asked, and clear places show the lane', () => {
  const { data } = composeFrame({ ...scene, people: [{ picture: disc, x: 400, y: 300, scale: 1.5 }] });
  expect(redAt(data, 400, 300)).toBeGreaterThan(150);
  expect(redAt(data, 400 + 128, 300)).toBeGreaterThan(150);
  expect(redAt(data, 400 + 142, 300)).toBeLessThan(40);
  expect(redAt(data, 400, 300 - 142)).toBeLessThan(40);
});

it('a person half outside of the frame is cut, not wrapped round', () => {
  const { data } = composeFrame({ ...scene, people: [{ picture: disc, x: 5, y: 20, scale: 1 }] });
  expect(redAt(data, 2, 20)).toBeGreaterThan(150);
  expect(redAt(data, 1278, 20)).toBeLessThan(40);
});

it('the nearest, given last, covers the one behind', () => {
  const blue = { ...disc, rgba: disc.rgba.map((v, i) => (i % 4 === 0 ? 20 : i % 4 === 2 ? 200 : v)) };
  const { data } = composeFrame({
    ...scene,
    people: [
      { picture: disc, x: 640, y: 300, scale: 1 },
      { picture: blue, x: 640, y: 300, scale: 1 },
    ],
  });
  expect(redAt(data, 640, 300)).toBeLessThan(40);
});

it('brightness dims everything', () => {
  const mean = (brightness: number) =>
    composeFrame({ ...scene, brightness }).data.reduce((sum, v) => sum + v, 0);
  expect(mean(0.2)).toBeLessThan(mean(1) * 0.35);
});

it('a brightness that is no number is an error that names it', () => {
  try {
    composeFrame({ ...scene, brightness: Number.NaN });
    expect.unreachable();
  } catch (error) {
    expect(isRoomError(error) && error.facts.field).toBe('brightness');
  }
});

it('standing places keep within the frame and differ in size', () => {
  const random = seededRandom(1);
  const scales = (['too-far', 'approaching', 'well-placed'] as const).map(
    (standing) => standAt(standing, random).scale,
  );
  expect(scales).toEqual([...scales].sort((a, b) => a - b));
});

import { expect, it } from 'vitest';
import { seededRandom } from '../../../kernel/index.ts';
import { CAREFUL, IMPRESSION_HEIGHT, IMPRESSION_WIDTH, makeImpression } from './impression.ts';
import { MASTER_HEIGHT, MASTER_WIDTH, makeRidgeFlow, PATTERNS } from './ridge-flow.ts';

/** Parallel ridges, nine picture elements apart: growing a real master takes seconds. */
const striped = {
  width: MASTER_WIDTH,
  height: MASTER_HEIGHT,
  data: Uint8Array.from(
    { length: MASTER_WIDTH * MASTER_HEIGHT },
    (_, k) => 127.5 + 127 * Math.sin(((k % MASTER_WIDTH) * 2 * Math.PI) / 9),
  ),
};
const dark = (data: Uint8Array) => data.filter((v) => v < 128).length;

it('an impression is a grey picture of the reader at 500 dpi, the same for the same touch', () => {
  const image = makeImpression(striped, CAREFUL);
  expect([image.width, image.height, image.dpi]).toEqual([IMPRESSION_WIDTH, IMPRESSION_HEIGHT, 500]);
  expect(makeImpression(striped, CAREFUL).data).toEqual(image.data);
  expect(makeImpression(striped, { ...CAREFUL, seed: 2 }).data).not.toEqual(image.data);
});

it('less contact leaves less ink, and so does a worn finger', () => {
  const whole = dark(makeImpression(striped, CAREFUL).data);
  expect(dark(makeImpression(striped, { ...CAREFUL, contact: 0.5 }).data)).toBeLessThan(whole * 0.5);
  expect(dark(makeImpression(striped, { ...CAREFUL, wear: 1 }).data)).toBeLessThan(whole * 0.8);
});

it('all four patterns occur, and ridges lie seven to eleven picture elements apart', () => {
  const flows = Array.from({ length: 24 }, (_, seed) => makeRidgeFlow(seededRandom(seed)));
  expect(new Set(flows.map(({ pattern }) => pattern))).toEqual(new Set(PATTERNS));
  for (const { period } of flows.slice(0, 4)) {
    const mean = period.reduce((sum, v) => sum + v, 0) / period.length;
    expect(mean).toBeGreaterThan(7.5);
    expect(mean).toBeLessThan(10.8);
  }
});

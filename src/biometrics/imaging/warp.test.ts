import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../kernel/index.ts';
import { halfSample, Pyramid } from './pyramid.ts';
import { fitSimilarity, mapPoint, type Point, squareRegion } from './similarity.ts';
import { warp } from './warp.ts';

/** Red is x, green is y: a warp can be read off its colours. */
function coordinates(width: number, height: number): Frame {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([x, y, 9], (y * width + x) * 3);
  return { width, height, data };
}

const IDENTITY = { a: 1, b: 0, tx: 0, ty: 0 };
const coordinate = fc.double({ min: -500, max: 500, noNaN: true });

describe('similarities', () => {
  it('a fit finds the similarity that made the points', () => {
    const place = fc.record({
      a: fc.double({ min: 0.1, max: 5, noNaN: true }),
      b: fc.double({ min: -5, max: 5, noNaN: true }),
      tx: coordinate,
      ty: coordinate,
    });
    fc.assert(
      fc.property(place, ({ a, b, tx, ty }) => {
        const from: Point[] = [
          [0, 0],
          [10, 3],
          [4, 20],
          [-7, 5],
        ];
        const found = fitSimilarity(
          from,
          from.map((point) => mapPoint({ a, b, tx, ty }, point)),
        );
        for (const [is, was] of [
          [found.a, a],
          [found.b, b],
          [found.tx, tx],
          [found.ty, ty],
        ] as const) {
          expect(is).toBeCloseTo(was, 6);
        }
      }),
    );
  });

  it('a square region has its centre in the middle and its sides at the edges', () => {
    const place = squareRegion([50, 40], 20, 0, 10);
    expect(mapPoint(place, [5, 5])).toEqual([50, 40]);
    expect(mapPoint(place, [0, 0])).toEqual([40, 30]);
    const [x, y] = mapPoint(squareRegion([50, 40], 20, Math.PI / 2, 10), [10, 5]);
    expect(x).toBeCloseTo(50);
    expect(y).toBeCloseTo(50);
  });
});

describe('warping', () => {
  const frame = coordinates(100, 80);
  const pyramid = new Pyramid(frame);

  it('without change gives the same pixels', () => {
    const same = warp(pyramid, IDENTITY, { width: 99, height: 79 });
    for (const at of [0, 50, 98]) expect(same[(40 * 99 + at) * 3]).toBeCloseTo(at, 3);
    expect(same[(40 * 99 + 7) * 3 + 1]).toBeCloseTo(40, 3);
  });

  it('reads between pixels, and mirrors', () => {
    const place = { a: 0.5, b: 0, tx: 10, ty: 20 };
    const cut = warp(pyramid, place, { width: 8, height: 8 });
    expect([cut[0], cut[3], cut[1]].map((value) => Math.round(10 * (value ?? 0)))).toEqual([100, 105, 200]);
    const mirrored = warp(pyramid, place, { width: 8, height: 8, mirror: true });
    for (let u = 0; u < 8; u++) expect(mirrored[3 * u]).toBeCloseTo(cut[3 * (7 - u)] ?? -1, 4);
  });

  it('fills what lies outside, or goes on with the border', () => {
    const place = { a: 1, b: 0, tx: -10, ty: 0 };
    const filled = warp(pyramid, place, { width: 12, height: 1, multiply: 2, add: 1, outside: 60 });
    expect([filled[0], filled[2], filled[33]]).toEqual([121, 121, 3]);
    const border = warp(pyramid, place, { width: 12, height: 1 });
    expect([border[0], border[2], border[33]]).toEqual([0, 9, 1]);
  });

  it('a strong reduction averages instead of skipping pixels', () => {
    const stripes = {
      width: 256,
      height: 256,
      data: new Uint8Array(256 * 256 * 3).map((_, i) => (Math.floor(i / 3) % 2) * 200),
    };
    const small = warp(new Pyramid(stripes), { a: 8, b: 0, tx: 0, ty: 0 }, { width: 32, height: 32 });
    for (const value of small.subarray(3 * 33, 3 * 60)) expect(value).toBeCloseTo(100, 0);
  });

  it('places are the same on a coarser level', () => {
    const wide = new Pyramid(coordinates(240, 200));
    const reduced = warp(wide, { a: 3, b: 0, tx: 30, ty: 20 }, { width: 40, height: 40 });
    const [x = 0, y = 0] = reduced.subarray((10 * 40 + 10) * 3);
    // Means of whole numbers are rounded up by as much as half.
    expect(Math.abs(x - 60)).toBeLessThan(0.7);
    expect(Math.abs(y - 50)).toBeLessThan(0.7);
  });

  it('halving takes means of four and drops an odd border', () => {
    const half = halfSample(coordinates(7, 5));
    expect([half.width, half.height]).toEqual([3, 2]);
    expect([...half.data.subarray(0, 3)]).toEqual([1, 1, 9]);
    expect([...half.data.subarray(15, 18)]).toEqual([5, 3, 9]);
  });
});

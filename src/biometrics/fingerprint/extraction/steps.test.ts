import { describe, expect, it } from 'vitest';
import { type RidgePattern, renderPattern } from '../ridge-pattern.ts';
import { EXTRACTION } from '../tuning.ts';
import { depthOf, segment } from './mask.ts';
import { filterMinutiae } from './minutia-filter.ts';
import { measureLevel, normalise } from './normalise.ts';
import { estimateFlow, mapDirections } from './orientation.ts';
import { cellGridFor, smoothCells } from './plane.ts';
import { readRidges } from './read-ridges.ts';
import { believableDpi, resample } from './resample.ts';
import { filterRidges } from './ridge-filter.ts';
import { wavePacket } from './ridge-kernels.ts';
import { estimatePeriod, measureWave } from './ridge-period.ts';
import { straightCut } from './straight-cut.ts';

const grating = (angle: number, periodPx = 9): RidgePattern => ({
  width: 160,
  height: 160,
  angle,
  periodPx,
  minutiae: [],
});

function stepsOf(pattern: RidgePattern) {
  const grey = resample(renderPattern(pattern));
  const grid = cellGridFor(grey.width, grey.height);
  const level = measureLevel(grey, grid);
  const normalised = normalise(grey, grid, level);
  const flow = estimateFlow(normalised, grid, EXTRACTION.flowSmoothRounds);
  const mask = segment(level, flow, grid);
  return { grey, grid, level, normalised, flow, mask };
}

/** Difference of two orientations in degrees, 0 to 90. */
function degreesApart(a: number, b: number): number {
  const turns = (a - b) / Math.PI;
  return Math.abs(turns - Math.round(turns)) * 180;
}

/** The cell in the middle of a grid of 20 x 20 cells. */
const MIDDLE = 10 * 20 + 10;

describe('resampling', () => {
  const image = { width: 100, height: 60, data: new Uint8Array(6000).fill(80) };

  it('takes a density that no sensor has for unknown', () => {
    expect(believableDpi(image)).toBeUndefined();
    for (const dpi of [25.4, 189, 1301, Number.NaN]) expect(believableDpi({ ...image, dpi })).toBeUndefined();
    for (const dpi of [190, 1000, 1300]) expect(believableDpi({ ...image, dpi })).toBe(dpi);
    expect(resample({ ...image, dpi: 25.4 })).toMatchObject({ width: 100, height: 60 });
  });

  it('halves a picture of 1000 dpi and leaves one of 510 dpi alone', () => {
    expect(resample({ ...image, dpi: 1000 })).toMatchObject({ width: 50, height: 30 });
    expect(resample({ ...image, dpi: 510 })).toMatchObject({ width: 100, height: 60 });
    expect(resample({ ...image, dpi: 1000 }).values.every((value) => value === 80)).toBe(true);
  });
});

describe('normalising', () => {
  it('brings ridges to mean 0 and deviation 1, ridges positive, whatever light and contrast were', () => {
    const image = renderPattern(grating(0.4));
    const faint = { ...image, data: image.data.map((value) => 150 + value / 5) };
    const grey = resample(faint);
    const grid = cellGridFor(grey.width, grey.height);
    const { values } = normalise(grey, grid, measureLevel(grey, grid));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.sqrt(square - mean * mean)).toBeCloseTo(1, 1);
    const darkest = faint.data.indexOf(Math.min(...faint.data));
    expect(values[darkest]).toBeGreaterThan(0.5);
  });

  it('keeps the mean of a field when it smooths it', () => {
    const grid = { columns: 5, rows: 4, size: 8 };
    const field = new Float32Array(20).fill(3);
    smoothCells(field, grid, 4);
    expect([...field].every((value) => Math.abs(value - 3) < 1e-6)).toBe(true);
  });
});

describe('ridge flow', () => {
  for (const degrees of [0, 30, 45, 90, 135, 170]) {
    it(`finds ridges at ${degrees}° within 2°`, () => {
      const angle = (degrees * Math.PI) / 180;
      const { flow } = stepsOf(grating(angle));
      const found = 0.5 * Math.atan2(flow.sine[MIDDLE]!, flow.cosine[MIDDLE]!);
      expect(degreesApart(found, angle)).toBeLessThan(2);
      expect(flow.certainty[MIDDLE]).toBeGreaterThan(0.9);
    });
  }

  it('has no certainty where nothing is', () => {
    const { flow } = stepsOf({ ...grating(0), periodPx: 1e9 });
    expect(flow.certainty[MIDDLE]).toBe(0);
  });
});

describe('ridge period', () => {
  for (const periodPx of [6, 9, 12]) {
    it(`measures ${periodPx} pixels within half a pixel`, () => {
      const { normalised, flow, mask, grid } = stepsOf(grating(0.7, periodPx));
      const period = estimatePeriod(normalised, flow, mask, grid);
      expect(Math.abs(period.px[MIDDLE]! - periodPx)).toBeLessThan(0.5);
      expect(period.uniformity).toBeGreaterThan(0.7);
    });
  }

  it('says nothing of a signature that is no wave', () => {
    expect(measureWave(Float32Array.from({ length: 33 }, (_, k) => k))).toBeUndefined();
    const uneven = [1, 2, 1, 12, 2, 1, 1, 11, 2].flatMap((run, k) =>
      new Array<number>(run).fill(k % 2 === 0 ? 1 : -1),
    );
    expect(measureWave(Float32Array.from(uneven))).toBeUndefined();
  });
});

describe('ridge filter', () => {
  it('answers a wave of its own period with its height, and a flat place with nothing', () => {
    const { even, odd } = wavePacket(9, 8);
    const wave = (k: number) => Math.cos((2 * Math.PI * (k - 9)) / 8);
    expect(even.reduce((sum, value, k) => sum + value * wave(k), 0)).toBeCloseTo(1, 5);
    expect(even.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
    expect(odd.reduce((sum, value, k) => sum + value * wave(k), 0)).toBeCloseTo(0, 5);
  });

  it('is high on ridges, low in valleys, and nothing off the finger', () => {
    const { grey, normalised, flow, mask, grid } = stepsOf(grating(0.5));
    mask.fill(0, 0, 40);
    const directions = mapDirections(flow, grid, grey.width, grey.height);
    const wave = filterRidges(
      normalised,
      directions,
      estimatePeriod(normalised, flow, mask, grid),
      mask,
      grid,
    );
    for (let at = 80 * 160 + 40; at < 80 * 160 + 120; at++) {
      const value = normalised.values[at]!;
      if (Math.abs(value) > 0.7) expect(Math.sign(wave.even.values[at]!)).toBe(Math.sign(value));
    }
    expect(wave.even.values.subarray(0, 16 * 160).every((value) => value === 0)).toBe(true);
  });
});

describe('mask', () => {
  it('is the round finger tip, without holes', () => {
    const image = renderPattern({ ...grating(0.2), width: 200, height: 240 }, { isRound: true });
    const { mask, grid } = readRidges(image);
    const cells = mask.reduce((sum, value) => sum + value, 0) * grid.size ** 2;
    const ellipse = Math.PI * 0.4 * 200 * 0.42 * 240;
    expect(cells / ellipse).toBeGreaterThan(0.85);
    expect(cells / ellipse).toBeLessThan(1.4);
    expect(mask[15 * grid.columns + 12]).toBe(1);
    expect(mask[0]).toBe(0);
  });

  it('knows how deep inside each cell lies', () => {
    const grid = { columns: 5, rows: 5, size: 8 };
    const depth = depthOf(new Uint8Array(25).fill(1), grid);
    expect([...depth.subarray(10, 15)]).toEqual([1, 2, 3, 2, 1]);
  });

  it('sees that an outline was cut in a straight line, and that a round one was not', () => {
    const grid = { columns: 30, rows: 30, size: 8 };
    const disc = (keep: (column: number) => boolean) =>
      Uint8Array.from({ length: 900 }, (_, cell) => {
        const column = cell % 30;
        const row = Math.floor(cell / 30);
        return (column - 15) ** 2 + (row - 15) ** 2 <= 100 && keep(column) ? 1 : 0;
      });
    expect(
      straightCut(
        disc(() => true),
        grid,
      ),
    ).toBeLessThan(0.7);
    expect(
      straightCut(
        disc((column) => column < 15),
        grid,
      ),
    ).toBeGreaterThan(0.9);
  });
});

describe('minutiae', () => {
  const withOne = (turn: 1 | -1, phase = 0): RidgePattern => ({
    ...grating(0),
    minutiae: [{ x: 81, y: 78, turn }],
    phase,
  });

  it('finds one ridge ending once, in its place, pointing to the extra ridge', () => {
    const { minutiae } = readRidges(renderPattern(withOne(1))).template;
    expect(minutiae).toHaveLength(1);
    expect(Math.hypot(minutiae[0]!.x - 81, minutiae[0]!.y - 78)).toBeLessThan(4);
    expect(Math.cos(minutiae[0]!.direction)).toBeGreaterThan(0.95);
  });

  it('turns the direction round when the extra ridge lies on the other side', () => {
    const { minutiae } = readRidges(renderPattern(withOne(-1))).template;
    expect(minutiae).toHaveLength(1);
    expect(Math.cos(minutiae[0]!.direction)).toBeLessThan(-0.95);
  });

  it('tells an ending from a bifurcation: half a period of phase swaps ridges and valleys', () => {
    const types = [0, 1, 2, 3].map((step) => {
      const { minutiae } = readRidges(renderPattern(withOne(1, (step * Math.PI) / 2))).template;
      return minutiae[0]!.type;
    });
    expect(types[0]).not.toBe(types[2]);
    expect(types[1]).not.toBe(types[3]);
  });

  it('finds none in parallel ridges', () => {
    for (const angle of [0, 0.8, 1.6, 2.9]) {
      expect(readRidges(renderPattern(grating(angle))).template.minutiae).toHaveLength(0);
    }
  });

  it('drops a break in a ridge: two opposite minutiae close together', () => {
    const one = { x: 50, y: 50, direction: 0, type: 'ending', quality: 80 } as const;
    const facing = { ...one, x: 50 + EXTRACTION.dipolePx, direction: Math.PI };
    const far = { ...one, x: 51 + EXTRACTION.dipolePx, direction: Math.PI };
    expect(filterMinutiae([one, facing])).toHaveLength(0);
    expect(filterMinutiae([one, far])).toHaveLength(2);
    expect(filterMinutiae([one, { ...facing, direction: 0 }])).toHaveLength(2);
  });

  it('drops a cloud of more than a few, and keeps a bounded number of the best', () => {
    const at = (x: number, y: number, quality = 50) => ({
      x,
      y,
      direction: 0,
      type: 'ending' as const,
      quality,
    });
    const near = (count: number) => Array.from({ length: count }, (_, i) => at(i, 0));
    expect(filterMinutiae(near(EXTRACTION.cloudNeighboursMax + 1))).toHaveLength(
      EXTRACTION.cloudNeighboursMax + 1,
    );
    expect(filterMinutiae(near(EXTRACTION.cloudNeighboursMax + 2))).toHaveLength(0);
    const many = Array.from({ length: 200 }, (_, i) => at((i % 20) * 40, Math.floor(i / 20) * 40, i % 100));
    const kept = filterMinutiae(many);
    expect(kept).toHaveLength(EXTRACTION.minutiaeMax);
    expect(Math.min(...kept.map((minutia) => minutia.quality))).toBeGreaterThan(50);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/index.ts';
import { metrics, operatingPoints } from './error-rates.ts';
import { countScores } from './score-counts.ts';

describe('error rates', () => {
  it('are zero for scores that do not overlap', () => {
    const rates = metrics([0.9, 0.95], [0.1, 0.2, 0.3]);
    expect(rates.eer).toBe(0);
    expect(rates.fnmr).toEqual({ '1e-2': 0, '1e-3': 0, '1e-4': 0 });
    expect(rates.pairs).toEqual({ genuine: 2, impostor: 3 });
  });

  it('are one half where both kinds give the same scores', () => {
    const scores = Array.from({ length: 1000 }, (_, i) => i / 1000);
    expect(metrics(scores, scores).eer).toBeCloseTo(0.5, 2);
    expect(metrics(scores, scores).dPrime).toBeCloseTo(0, 9);
  });

  it('a score at the threshold matches: both sides of the edge', () => {
    const impostor = Array.from({ length: 100 }, (_, i) => i);
    // One of 100 impostors reaches 99, so that FMR 1e-2 holds at just this threshold.
    expect(metrics([99, 98], impostor).threshold['1e-2']).toBe(99);
    expect(metrics([99, 98], impostor).fnmr['1e-2']).toBe(0.5);
    // FMR 1e-3 allows none of 100: the threshold rises above all of them.
    expect(metrics([99, 99.5], impostor).fnmr['1e-3']).toBe(0.5);
    expect(metrics([99], impostor).fnmr['1e-3']).toBe(1);
  });

  it('agree with the theory of two normal distributions', () => {
    const random = seededRandom(7);
    const draw = (mean: number) => Array.from({ length: 20_000 }, () => mean + random.gauss());
    const rates = metrics(draw(3), draw(0));
    expect(rates.dPrime).toBeCloseTo(3, 1);
    // The rate beyond half of d' of a normal distribution.
    expect(rates.eer).toBeGreaterThan(0.0668 - 0.004);
    expect(rates.eer).toBeLessThan(0.0668 + 0.004);
    // Threshold 2.326 for FMR 1e-2; the share of a normal distribution round 3 below it.
    expect(rates.fnmr['1e-2']).toBeGreaterThan(0.25 - 0.02);
    expect(rates.fnmr['1e-2']).toBeLessThan(0.25 + 0.02);
  });

  it('FMR falls and FNMR rises with the threshold, from all matching to none', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(scores, scores, (genuine, impostor) => {
        const points = operatingPoints(countScores(genuine, impostor));
        expect([points[0]?.fmr, points[0]?.fnmr]).toEqual([1, 0]);
        expect([points.at(-1)?.fmr, points.at(-1)?.fnmr]).toEqual([0, 1]);
        for (let i = 1; i < points.length; i++) {
          expect(points[i]!.fmr).toBeLessThanOrEqual(points[i - 1]!.fmr);
          expect(points[i]!.fnmr).toBeGreaterThanOrEqual(points[i - 1]!.fnmr);
          expect(points[i]!.fmr).toBeCloseTo(
            impostor.filter((s) => s >= points[i]!.threshold).length / impostor.length,
            9,
          );
        }
      }),
    );
  });

  it('need a score of each kind', () => {
    expect(() => metrics([], [1])).toThrow(/genuine/);
    expect(() => metrics([1], [])).toThrow(/impostor/);
  });
});

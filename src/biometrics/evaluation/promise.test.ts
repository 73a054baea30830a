import { describe, expect, it } from 'vitest';
import { promiseRate } from './promise.ts';
import { rateMaxWithoutError, trialsToPromise } from './resampling.ts';

/** Strangers at 0, .1, .2 … .9, ten each. */
const scores = Float64Array.from({ length: 10 }, (_, i) => i / 10);
const even = { scores, impostor: new Array<number>(10).fill(10) };
/** A draw of people in which strangers are more alike. */
const alike = { scores, impostor: [0, 0, 0, 0, 0, 0, 0, 0, 50, 50] };

describe('the rule of three', () => {
  it('asks for three times the inverse of a rate', () => {
    expect([1e-2, 1e-3, 0.3].map(trialsToPromise)).toEqual([300, 3000, 10]);
  });

  it('bounds a rate of none: 3 in a thousand after a thousand trials, everything after none', () => {
    expect(rateMaxWithoutError(1000)).toBeCloseTo(0.003, 4);
    expect(rateMaxWithoutError(0)).toBe(1);
  });
});

describe('a promised rate', () => {
  it('has the lowest threshold that keeps it', () => {
    expect(promiseRate([even], 0.1, 1000)).toMatchObject({ threshold: 0.9, rate: 0.1 });
    expect(promiseRate([even], 0.29, 1000)).toMatchObject({ threshold: 0.8, rate: 0.2 });
  });

  it('lies just above the highest stranger when none may reach it', () => {
    const { threshold = 0, rate } = promiseRate([even], 0.05, 1000) ?? {};
    expect(threshold).toBeGreaterThan(0.9);
    expect(threshold).toBeLessThan(0.9001);
    expect(rate).toBe(0);
  });

  it('is kept in 95 % of the resampled sets too', () => {
    const sets = (unlucky: number) => [
      even,
      ...Array.from({ length: 100 }, (_, i) => (i < unlucky ? alike : even)),
    ];
    expect(promiseRate(sets(5), 0.5, 1000)?.threshold).toBe(0.5);
    expect(promiseRate(sets(6), 0.5, 1000)?.threshold).toBe(0.9);
  });

  it('is refused below the number of trials that can support it', () => {
    expect(promiseRate([even], 0.1, 29)).toBeUndefined();
    expect(promiseRate([even], 0.1, 30)).toBeDefined();
    expect(promiseRate([{ scores, impostor: new Array<number>(10).fill(0) }], 0.1, 1000)).toBeUndefined();
  });

  it('has an interval that is never narrower than the rule of three', () => {
    const { interval } = promiseRate([even, even, even], 0.05, 60) ?? {};
    expect(interval).toEqual([0, rateMaxWithoutError(60)]);
  });
});

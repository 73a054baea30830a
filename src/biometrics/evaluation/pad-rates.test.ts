import { describe, expect, it } from 'vitest';
import { type Presentation, padRates } from './pad-rates.ts';

const presented = (species: string, ...scores: readonly (number | undefined)[]): Presentation[] =>
  scores.map((score) => ({ species, ...(score === undefined ? {} : { score }) }));

describe('rates of attack detection', () => {
  const all = [
    ...presented('bona-fide', 0.9, 0.8, 0.5, 0.49),
    ...presented('print', 0.1, 0.2, 0.3, 0.6),
    ...presented('screen', 0.5, undefined),
  ];

  it('are told by species, and the worst one counts', () => {
    const { bpcer, apcer, apcerMax } = padRates(all, 0.5);
    expect([bpcer.rate, apcer.print?.rate, apcer.screen?.rate, apcerMax]).toEqual([0.25, 0.25, 1, 1]);
  });

  it('count what got no answer apart', () => {
    expect(padRates(all, 0.5).apcer.screen).toMatchObject({ presentations: 1, nonResponse: 0.5 });
  });

  it('have intervals: wide for few, the rule of three without an error', () => {
    const [low = 0, high = 0] = padRates(all, 0.5).bpcer.interval;
    expect(low).toBeCloseTo(0.0456, 3);
    expect(high).toBeCloseTo(0.6994, 3);
    const none = [...presented('bona-fide', ...new Array<number>(300).fill(1)), ...presented('print', 0)];
    expect(padRates(none, 0.5).bpcer.interval[1]).toBeCloseTo(0.00994, 4);
  });

  it('need an attack and a bona fide presentation', () => {
    expect(() => padRates(presented('bona-fide', 1), 0.5)).toThrow(/attack/);
    expect(() => padRates(presented('print', 1), 0.5)).toThrow(/answered/);
  });
});

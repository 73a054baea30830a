import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/index.ts';
import { metrics } from './error-rates.ts';
import { identificationIntervals, identificationRates } from './identification.ts';
import { detPlot, distributionPlot } from './plots.ts';
import { rateMaxWithoutError } from './resampling.ts';
import { scoreTally } from './score-tally.ts';

const PEOPLE = 40;

/** Three samples a person on a line; the score falls with their distance. */
function compareEveryone(add: (score: number, a: number, b: number) => void, spread = 0.12): void {
  const random = seededRandom(5);
  const samples = Array.from({ length: PEOPLE * 3 }, (_, i) => ({
    person: Math.floor(i / 3),
    at: Math.floor(i / 3) / PEOPLE + spread * (random.next() - 0.5),
  }));
  samples.forEach((one, i) => {
    for (const other of samples.slice(0, i)) add(1 - Math.abs(one.at - other.at), one.person, other.person);
  });
}

describe('the tally of scores', () => {
  const options = { people: PEOPLE, low: 0, high: 1.0001, bins: 5000, replicates: 100 };

  it('gives what the exact counts give', () => {
    const [genuine, impostor]: [number[], number[]] = [[], []];
    const tally = scoreTally({ ...options, random: seededRandom(1) });
    compareEveryone((score, a, b) => {
      (a === b ? genuine : impostor).push(score);
      tally.add(score, a, b);
    });
    const [counted, exact] = [tally.rates(), metrics(genuine, impostor)];
    expect(counted.pairs).toEqual(exact.pairs);
    expect(Math.abs(counted.eer - exact.eer)).toBeLessThan(0.002);
    expect(Math.abs(counted.fnmr['1e-2'] - exact.fnmr['1e-2'])).toBeLessThan(0.02);
    expect(counted.dPrime).toBeCloseTo(exact.dPrime, 2);
  });

  it('puts an interval round each rate, the same for the same seed', () => {
    const run = (seed: number) => {
      const tally = scoreTally({ ...options, random: seededRandom(seed) });
      compareEveryone((...given) => tally.add(...given));
      return tally.rates();
    };
    const { eer, intervals } = run(1);
    const [low = 1, high = 0] = intervals?.eer ?? [];
    expect(low).toBeLessThan(eer);
    expect(high).toBeGreaterThan(eer);
    expect(high - low).toBeLessThan(0.1);
    expect(run(1).intervals).toEqual(intervals);
    expect(run(2).intervals).not.toEqual(intervals);
  });

  it('does not call errors impossible where none were seen: the rule of three, by people', () => {
    const tally = scoreTally({ ...options, random: seededRandom(1) });
    for (let a = 0; a < PEOPLE; a++) {
      for (let b = 0; b <= a; b++) tally.add(a === b ? 0.9 : 0.1, a, b);
    }
    const { eer, intervals } = tally.rates();
    expect(eer).toBe(0);
    expect(intervals?.eer).toEqual([0, rateMaxWithoutError(PEOPLE)]);
    expect(intervals?.fnmr['1e-3']).toEqual([0, rateMaxWithoutError(PEOPLE)]);
  });

  it('gives no interval without resampled people, and counts what is out of range at the ends', () => {
    const tally = scoreTally({ ...options, replicates: 0, random: seededRandom(1) });
    tally.add(7, 0, 0);
    tally.add(-7, 0, 1);
    expect(tally.rates().intervals).toBeUndefined();
    expect(tally.counts().genuine[4999]).toBe(1);
    expect(tally.counts().impostor[0]).toBe(1);
  });

  it('refuses an empty range', () => {
    expect(() => scoreTally({ ...options, high: 0, random: seededRandom(1) })).toThrow(/high/);
  });
});

describe('open-set identification', () => {
  it('misses a person who is not first, or below the threshold that strangers set', () => {
    const strangers = Array.from({ length: 98 }, (_, i) => ({ own: 0.9, bestOther: i / 200 }));
    const rates = identificationRates(
      [...strangers, { own: 0.4, bestOther: 0.5 }, { own: 0.45, bestOther: 0.1 }],
      100,
    );
    // One of the 100 may be returned falsely: the one at .5, so that the threshold lies just above .485.
    expect(rates.fnirThreshold['1e-2']).toBeCloseTo(0.485, 6);
    expect(rates.rank1).toBe(0.99);
    expect(rates.fnir['1e-2']).toBe(0.02);
    expect(rates.fnirThreshold['1e-3']).toBeCloseTo(0.5, 6);
  });

  it('has intervals by people: wide for few, and around the rate', () => {
    const searches = (misses: number) => [
      ...Array.from({ length: misses }, () => [{ own: 0.1, bestOther: 0.5 }]),
      ...Array.from({ length: 40 - misses }, () => [
        { own: 0.9, bestOther: 0.2 },
        { own: 0.9, bestOther: 0.2 },
      ]),
    ];
    const { rank1, fnir } = identificationIntervals(searches(8), 100, seededRandom(1));
    expect(rank1[0]).toBeLessThan(1 - 8 / 72);
    expect(rank1[1]).toBeGreaterThan(1 - 8 / 72);
    expect(fnir['1e-2'][1] - fnir['1e-2'][0]).toBeLessThan(0.3);
    const perfect = identificationIntervals(searches(0), 100, seededRandom(1));
    expect(perfect.rank1).toEqual([1 - rateMaxWithoutError(40), 1]);
    expect(perfect.fnir['1e-3']).toEqual([0, rateMaxWithoutError(40)]);
  });

  it('needs a search', () => {
    expect(() => identificationRates([], 5)).toThrow(/search/);
  });
});

describe('plots', () => {
  it('are SVG with a title that cannot break it, and draw every part', () => {
    const tally = scoreTally({
      people: PEOPLE,
      low: 0,
      high: 1.0001,
      replicates: 0,
      random: seededRandom(1),
    });
    compareEveryone((...given) => tally.add(...given));
    for (const draw of [detPlot, distributionPlot]) {
      const svg = draw(tally.counts(), 'a < b & c');
      expect(svg).toMatch(/^<svg [\s\S]*<title>a &lt; b &amp; c<\/title>[\s\S]*<\/svg>\n$/);
      expect(svg).not.toContain('NaN');
    }
    expect(detPlot(tally.counts(), '').match(/polyline/g)).toHaveLength(1);
    expect(distributionPlot(tally.counts(), '').match(/polygon/g)).toHaveLength(2);
  });
});

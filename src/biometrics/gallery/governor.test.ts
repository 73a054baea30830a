import { describe, expect, it } from 'vitest';
import { LANGUAGES, parseDay } from '../../kernel/index.ts';
import { filingPeopleOn } from './filing-duty.ts';
import { addCounts, assessGallery, type GovernorInput, NO_COUNTS } from './governor.ts';
import { rateOf } from './rate-estimate.ts';

const thresholds = { id: 'test', cosineMin: 0.9, margin: 0.01, galleryMax: 200_000, fpir: 0.01 };
const sound = { comparisons: 1e9, falseMatches: 0 };

function codes(over: Partial<GovernorInput>): string[] {
  const input = { counts: sound, people: 1000, templates: 1000, thresholds, filingPeople: 100_000, ...over };
  return assessGallery(input).warnings.map(({ code }) => code);
}

describe('the governor', () => {
  it('is silent about a small gallery that is shown to keep its promise', () => {
    expect(codes({})).toEqual([]);
  });

  it('says that nothing is proven before enough was compared, by the rule of three', () => {
    expect(codes({ counts: NO_COUNTS })).toEqual(['accuracy-unproven']);
    // 1000 templates at 1 % allow a rate of 1.005e-5, which 3 / 298,072 shows.
    expect(codes({ counts: { comparisons: 297_000, falseMatches: 0 } })).toEqual(['accuracy-unproven']);
    expect(codes({ counts: { comparisons: 300_000, falseMatches: 0 } })).toEqual([]);
  });

  it('warns before the promised rate is reached and again when it is surely exceeded', () => {
    const counts = { comparisons: 10_000_000, falseMatches: 60 };
    expect(codes({ counts, templates: 800 })).toEqual([]);
    expect(codes({ counts, templates: 900 })).toEqual(['accuracy-near']);
    expect(codes({ counts, templates: 3000 })).toEqual(['accuracy-exceeded']);
  });

  it('estimates the rate at the real size of the gallery', () => {
    const counts = { comparisons: 1_000_000, falseMatches: 10 };
    const input = { counts, people: 1, thresholds, filingPeople: undefined };
    expect(assessGallery({ ...input, templates: 1 }).fpir.estimate).toBeCloseTo(1e-5, 9);
    expect(assessGallery({ ...input, templates: 100_000 }).fpir.estimate).toBeCloseTo(1 - Math.exp(-1), 3);
  });

  it('warns of the filing at 100,000 people before and at the day, at both sides of each edge', () => {
    expect(codes({ people: 89_999 })).toEqual([]);
    expect(codes({ people: 90_000 })).toEqual(['filing-size-near']);
    expect(codes({ people: 99_999 })).toEqual(['filing-size-near']);
    expect(codes({ people: 100_000 })).toEqual(['filing-size-reached']);
  });

  it('knows no filing before the day from which the law asks for it', () => {
    expect(filingPeopleOn(parseDay('2025-05-31'))).toBeUndefined();
    expect(filingPeopleOn(parseDay('2025-06-01'))).toBe(100_000);
    expect(codes({ people: 1_000_000, filingPeople: undefined })).toEqual([]);
  });

  it('warns of the calibrated size at both sides of each edge', () => {
    const small = { ...thresholds, galleryMax: 1000 };
    expect(codes({ thresholds: small, templates: 899 })).toEqual([]);
    expect(codes({ thresholds: small, templates: 900 })).toEqual(['calibrated-size-near']);
    expect(codes({ thresholds: small, templates: 1000 })).toEqual(['calibrated-size-reached']);
  });

  it('says it in words, with the numbers, in each language', () => {
    const [warning] = assessGallery({
      counts: sound,
      people: 90_123,
      templates: 1,
      thresholds,
      filingPeople: 100_000,
    }).warnings;
    for (const language of LANGUAGES) expect(warning?.texts[language]).toContain('90123');
  });
});

describe('bounds of a rate', () => {
  it.each([
    // One-sided 95 % bounds of a Poisson mean, from tables.
    [0, 0, 2.996],
    [1, 0.0513, 4.744],
    [10, 5.425, 16.962],
    [100, 84.14, 118.08],
  ])('holds for %i events', (falseMatches, lower, upper) => {
    const rate = rateOf(falseMatches, 1000);
    expect(Math.abs(rate.lower * 1000 - lower)).toBeLessThan(0.02 + lower * 0.002);
    expect(Math.abs(rate.upper * 1000 - upper)).toBeLessThan(upper * 0.01);
  });

  it('adds counts', () => {
    const one = { comparisons: 10, falseMatches: 1 };
    expect(addCounts(one, addCounts(NO_COUNTS, one))).toEqual({ comparisons: 20, falseMatches: 2 });
  });
});

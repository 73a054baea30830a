import { expect, it } from 'vitest';
import { parseInstant } from '../../kernel/index.ts';
import { type MatchingFigures, matchingViewOf } from './matching-view.ts';
import { OperationTally } from './operation-counts.ts';

const figures: MatchingFigures = {
  counts: new OperationTally().counts,
  thresholds: { id: 'face-1:N-test', cosineMin: 0.9, margin: 0.01, galleryMax: 200, fpir: 0.01 },
  people: 50,
  templates: 60,
  peopleStored: 50,
  since: parseInstant('2026-11-22T09:00:00+08:00'),
  now: parseInstant('2026-11-22T10:00:00+08:00'),
};
const codes = (over: Partial<MatchingFigures>) =>
  matchingViewOf({ ...figures, ...over }).warnings.map(({ code }) => code);

it('says in words that nothing is proven before anything was compared', () => {
  const view = matchingViewOf(figures);
  expect(view.warnings.map(({ code }) => code)).toEqual(['accuracy-unproven']);
  expect(view.warnings[0]?.texts['zh-Hant']).toContain('0 次');
  expect(view.fpir).toEqual({ estimate: 0, lower: 0, upper: 1, promised: 0.01 });
});

it('estimates the false positive rate at the size of the gallery from the impostors of the face', () => {
  const tally = new OperationTally();
  tally.addImpostors('face', { comparisons: 100_000, falseMatches: 5 });
  tally.addImpostors('finger', { comparisons: 100, falseMatches: 50 });
  const view = matchingViewOf({ ...figures, counts: tally.counts });
  expect(view.fpir.estimate).toBeCloseTo(60 * 5e-5, 5);
  expect(view.face.impostors).toMatchObject({ comparisons: 100_000, falseMatches: 5 });
  expect(view.finger.impostors.rate.estimate).toBe(0.5);
});

it('counts towards the filing whoever is stored, in the gallery or not, and only since the law asks', () => {
  expect(codes({ peopleStored: 90_000 })).toContain('filing-size-near');
  expect(codes({ peopleStored: 89_999 })).not.toContain('filing-size-near');
  const before = parseInstant('2025-05-31T23:59:59+08:00');
  expect(codes({ peopleStored: 100_000, now: before })).not.toContain('filing-size-reached');
});

it('says how many have to enrol again after a change of the model, and nothing when nobody has', () => {
  const [last] = matchingViewOf({ ...figures, peopleStored: 53 }).warnings.slice(-1);
  expect(last?.code).toBe('re-enrolment-due');
  expect(last?.texts.en).toContain('3 people');
  expect(codes({})).not.toContain('re-enrolment-due');
});

it('never holds a score', () => {
  expect(JSON.stringify(matchingViewOf(figures))).not.toMatch(/cosine|score|0\.9\b/i);
});

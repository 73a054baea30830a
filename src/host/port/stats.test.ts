import { describe, expect, it } from 'vitest';
import { later, minutes, parseInstant } from '../../kernel/index.ts';
import { PortStats, quantile } from './stats.ts';

const start = parseInstant('2026-11-22T10:00:00+08:00');
const passage = (outcome: 'passed' | 'referred' | 'abandoned', seconds: number, ms = 10) => ({
  outcome,
  endedAt: start,
  seconds,
  computingMs: ms,
  steps: [{ name: 'identify', ms }],
});

describe('figures of the port', () => {
  it('takes the nearest rank', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
  });

  it('counts passed and referred apart, and who walked away not at all', () => {
    const stats = new PortStats();
    for (const outcome of ['passed', 'passed', 'referred', 'abandoned'] as const)
      stats.add(passage(outcome, 8));
    stats.addTurnedAway();
    const view = stats.view(start, { gallery: 3, register: 5 });
    expect(view).toMatchObject({
      crossings: 2,
      referred: 1,
      turnedAway: 1,
      gallery: 3,
      register: 5,
      medianSeconds: 8,
    });
    expect(view.steps).toEqual([{ name: 'identify', medianMs: 10, p95Ms: 10 }]);
    expect(view.perMinute.at(-1)).toMatchObject({ cleared: 2, referred: 1 });
  });

  it('counts a step that was done twice in a passage with its whole time', () => {
    const stats = new PortStats();
    const look = { name: 'look', ms: 20 };
    stats.add({ ...passage('passed', 8), steps: [look, { name: 'identify', ms: 5 }, look] });
    expect(stats.view(start, { gallery: 0, register: 0 }).steps).toEqual([
      { name: 'look', medianMs: 40, p95Ms: 40 },
      { name: 'identify', medianMs: 5, p95Ms: 5 },
    ]);
  });

  it('lets a minute fall out after half an hour', () => {
    const stats = new PortStats();
    stats.add(passage('passed', 8));
    const total = (by: number) =>
      stats
        .view(later(start, minutes(by)), { gallery: 0, register: 0 })
        .perMinute.reduce((sum, { cleared }) => sum + cleared, 0);
    expect([total(29), total(30)]).toEqual([1, 0]);
  });
});

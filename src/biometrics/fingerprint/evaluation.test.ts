import { describe, expect, it } from 'vitest';
import {
  type EvaluationEvent,
  type EvaluationItem,
  type EvaluationOptions,
  evaluateFingers,
} from './evaluation.ts';
import { patternOf, renderPattern } from './ridge-pattern.ts';

const items: EvaluationItem[] = [21, 22, 23].flatMap((seed) =>
  [1, 2].map((touch) => ({
    finger: String(seed),
    impression: String(touch),
    load: () => renderPattern(patternOf(seed), { isRound: true, noise: 10, seed: touch, turn: touch * 0.1 }),
  })),
);
const blank: EvaluationItem = {
  finger: '24',
  impression: '1',
  load: () => ({ width: 200, height: 200, data: new Uint8Array(40_000).fill(255) }),
};

async function run(options: Partial<EvaluationOptions> = {}): Promise<EvaluationEvent[]> {
  let ms = 0;
  const events: EvaluationEvent[] = [];
  for await (const event of evaluateFingers([...items, blank], { monotonicMs: () => ms++, ...options })) {
    events.push(event);
  }
  return events;
}

const comparedIn = (events: readonly EvaluationEvent[]) =>
  events.flatMap((event) => (event.kind === 'compared' ? [event] : []));

describe('evaluateFingers', () => {
  it('reads each picture once, counts what could not be read, and compares every pair of the rest', async () => {
    const events = await run();
    const readings = events.flatMap((event) => (event.kind === 'read' ? [event] : []));
    expect(readings.map((reading) => reading.outcome)).toEqual([...items.map(() => 'ok'), 'no-finger']);
    expect(readings.every((reading) => reading.ms === 1)).toBe(true);
    const compared = comparedIn(events);
    expect(compared).toHaveLength((6 * 5) / 2);
    expect(compared.filter((pair) => pair.genuine)).toHaveLength(3);
    const scores = (genuine: boolean) =>
      compared.filter((pair) => pair.genuine === genuine).map((pair) => pair.score);
    expect(Math.min(...scores(true))).toBeGreaterThan(Math.max(...scores(false)) + 2);
  });

  it('gives the same scores whatever the size of its blocks', async () => {
    const key = (event: { a: object; b: object; score: number }) =>
      JSON.stringify([event.a, event.b, event.score]);
    const whole = comparedIn(await run())
      .map(key)
      .sort();
    expect(
      comparedIn(await run({ blockTemplates: 2 }))
        .map(key)
        .sort(),
    ).toEqual(whole);
  });

  it('ends when it is cancelled', async () => {
    let asked = 0;
    expect(await run({ isCancelled: () => ++asked > 2 })).toHaveLength(2);
  });
});

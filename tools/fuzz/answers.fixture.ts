/** The promise of every parser as a test of a few seconds; `npm run fuzz` does the same with a million inputs each. */
import { expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/index.ts';
import { fuzz } from './fuzz.ts';
import type { FuzzParser } from './parser.ts';

/** A machine that runs other tests beside these is slow, not hung; `npm run fuzz` holds every parser to its limit. */
const HANG_IN_TESTS_MS = 10_000;

export function testAnswers(parsers: readonly FuzzParser[]): void {
  it.each(parsers.map((parser) => [parser.name, parser.inputsInTests, parser] as const))(
    '%s answers %i changed inputs with a reading or a code of its own, and ends',
    async (_, inputs, parser) => {
      const elapsedMs = () => systemClock.elapsed();
      const run = await fuzz(parser, { seed: 1, inputs, elapsedMs, hangMs: HANG_IN_TESTS_MS });
      expect(run.failure).toBeUndefined();
      expect(run.inputs).toBe(inputs);
      // Inputs that are all refused, or all accepted by a parser that can refuse, would look at its first line only.
      expect(run.accepted).toBeGreaterThan(0);
      if (parser.codes.length > 0) expect(run.accepted).toBeLessThan(inputs);
    },
  );
}

/** How long each step takes. */
import {
  extractFinger,
  FINGER_THRESHOLDS,
  type FingerTemplate,
  prepareFinger,
  verifyFinger,
} from '../../src/biometrics/index.ts';
import type { Clock } from '../../src/kernel/index.ts';
import { type Figure, figure, median } from '../frame.ts';
import type { Impression } from './accuracy.ts';

const ROUNDS = 3;
const PAIRS_MAX = 4_000;

/** Median milliseconds over all the items, in the quickest of several rounds: a shared machine makes none quicker. */
function medianOver<T>(items: readonly T[], clock: Pick<Clock, 'elapsed'>, call: (item: T) => void): number {
  const rounds = Array.from({ length: ROUNDS }, () =>
    median(
      items.map((item) => {
        const start = clock.elapsed();
        call(item);
        return clock.elapsed() - start;
      }),
    ),
  );
  return Math.min(...rounds);
}

export function measureSteps(made: readonly Impression[], clock: Pick<Clock, 'elapsed'>): Figure[] {
  const ms = (name: string, goal: number, value: number): Figure =>
    figure({ name, unit: 'ms', goal, better: 'lower' }, value);
  const templates: FingerTemplate[] = made.flatMap(({ image }) => {
    const reading = extractFinger(image);
    return reading.outcome === 'ok' ? [reading.template] : [];
  });
  const ready = templates.map(prepareFinger);
  const pairs = ready
    .flatMap((one, i) => ready.slice(0, i).map((other) => [one, other] as const))
    .slice(0, PAIRS_MAX);
  const threshold = FINGER_THRESHOLDS['finger-fmr-1e-3'];
  const size = made[0] ? `${made[0].image.width} x ${made[0].image.height}` : '';
  return [
    ms(
      `extract, ${size}`,
      25,
      medianOver(made, clock, ({ image }) => void extractFinger(image)),
    ),
    ms(
      'prepare',
      10,
      medianOver(templates, clock, (template) => void prepareFinger(template)),
    ),
    ms(
      'match, prepared',
      1,
      medianOver(pairs, clock, ([one, other]) => void verifyFinger(one, [other], threshold)),
    ),
  ];
}

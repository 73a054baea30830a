import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from './extract.ts';
import type { FingerPosition } from './finger-position.ts';
import { type EnrolledFinger, type FingerTouch, judgeTouches, TOUCH_LIMITS } from './judge-touches.ts';
import { prepare } from './matching/prepare.ts';
import type { FingerReading } from './reading.ts';
import { patternOf, renderPattern, type Touch } from './ridge-pattern.ts';
import { FINGER_THRESHOLDS } from './thresholds.ts';
import { scoreFinger } from './verify.ts';

const threshold = FINGER_THRESHOLDS['finger-fmr-1e-4'];
const SEEDS = { 'right-index': 21, 'left-index': 22, 'right-thumb': 23 } as const;
type Finger = keyof typeof SEEDS;

const read = (seed: number, touch: Touch = {}): FingerReading =>
  extract(renderPattern(patternOf(seed), { isRound: true, noise: 8, ...touch }));
const templateOf = (reading: FingerReading) => {
  if (reading.outcome === 'ok') return reading.template;
  throw new Error(`not read: ${reading.failed.join()}`);
};

const enrolledOf = (finger: Finger): EnrolledFinger => ({
  finger,
  references: [
    prepare(templateOf(read(SEEDS[finger]))),
    prepare(templateOf(read(SEEDS[finger], { seed: 4 }))),
  ],
});
const enrolled = (['right-index', 'left-index', 'right-thumb'] as const).map(enrolledOf);

const good = (finger: Finger): FingerTouch => ({
  finger,
  reading: read(SEEDS[finger], { turn: 0.2, x: 6, seed: 9 }),
});
const strange = (finger: FingerPosition): FingerTouch => ({ finger, reading: read(99, { seed: 3 }) });
/** A finger so worn that its ridges hardly show. */
const wornReading = extract({ width: 300, height: 400, data: new Uint8Array(120_000).fill(200) });
const worn = (finger: FingerPosition): FingerTouch => ({ finger, reading: wornReading });
const judge = (...touches: FingerTouch[]) => judgeTouches(touches, enrolled, threshold);

describe('the touches of one person', () => {
  it('begin with the first enrolled finger', () => {
    expect(judge()).toEqual({
      outcome: 'again',
      finger: 'right-index',
      isNext: false,
      guidance: [],
      touchesLeft: 4,
    });
  });

  it('end with a match that names the threshold and no score', () => {
    expect(judge(good('right-index'))).toEqual({ outcome: 'match', threshold: threshold.id });
  });

  it('A-11 X11 lead from a worn finger by guidance to another touch, then to the next finger, which may match', () => {
    const first = judge(worn('right-index'));
    expect(first).toMatchObject({ outcome: 'again', finger: 'right-index', isNext: false, touchesLeft: 3 });
    expect(first.outcome === 'again' && first.guidance).toEqual(['no-finger']);
    const second = judge(worn('right-index'), worn('right-index'));
    expect(second).toMatchObject({ outcome: 'again', finger: 'left-index', isNext: true, guidance: [] });
    expect(judge(worn('right-index'), worn('right-index'), good('left-index')).outcome).toBe('match');
  });

  it('A-11 X11 end with an officer and the reason, when no touch could be read', () => {
    const all = ['right-index', 'right-index', 'left-index', 'left-index'] as const;
    expect(judge(...all.slice(0, 3).map(worn)).outcome).toBe('again');
    expect(judge(...all.map(worn))).toEqual({
      outcome: 'refer',
      reason: 'unreadable',
      threshold: threshold.id,
    });
  });

  it('end with an officer when fingers were readable and somebody else’s', () => {
    const touches = ['right-index', 'right-index', 'left-index', 'left-index'] as const;
    expect(judge(...touches.map(strange))).toMatchObject({ outcome: 'refer', reason: 'no-match' });
  });

  it('go to an officer at once when nothing is enrolled, or when there is no finger left', () => {
    expect(judgeTouches([], [], threshold)).toMatchObject({ outcome: 'refer', reason: 'nothing-enrolled' });
    const one = judgeTouches([worn('right-index'), worn('right-index')], enrolled.slice(0, 1), threshold);
    expect(one).toMatchObject({ outcome: 'refer', reason: 'unreadable' });
  });

  it('let a good finger speak against a strange touch before, but not against any number of them', () => {
    const [ownFinger] = enrolled;
    const touch = good('right-index');
    const score = scoreFinger(prepare(templateOf(touch.reading)), ownFinger!.references);
    const at = (scoreMin: number) => ({ id: 'edge', fmr: 1e-4, scoreMin });
    const outcome = (count: number, scoreMin: number) =>
      judgeTouches([...Array(count).fill(strange('right-index')), touch], enrolled, at(scoreMin)).outcome;
    expect([outcome(0, score), outcome(0, score + 1e-6)]).toEqual(['match', 'again']);
    expect([outcome(1, score - Math.log(2) - 1e-6), outcome(1, score - Math.log(2) + 1e-6)]).toEqual([
      'match',
      'again',
    ]);
  });

  it('refuse a finger that is not enrolled: that is an error of the caller', () => {
    expect(() => judge(worn('left-little'))).toThrow(/not enrolled/);
  });

  it('A-11 never end in anything but a match, another touch or an officer, and always end', () => {
    const kinds = { good, worn, strange };
    const made = new Map<string, FingerTouch>();
    const touchOf = (kind: keyof typeof kinds, finger: Finger) => {
      const key = `${kind} ${finger}`;
      const touch = made.get(key) ?? kinds[kind](finger);
      made.set(key, touch);
      return touch;
    };
    const manner = fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]));
    fc.assert(
      fc.property(fc.array(manner, { minLength: 8, maxLength: 8 }), (manners) => {
        const touches: FingerTouch[] = [];
        for (const kind of manners) {
          const verdict = judge(...touches);
          if (verdict.outcome !== 'again') {
            expect(verdict.outcome === 'match').toBe(
              touches.some(({ finger }, i) => manners[i] === 'good' && finger in SEEDS),
            );
            return;
          }
          expect(verdict.touchesLeft).toBe(TOUCH_LIMITS.touchesMax - touches.length);
          touches.push(touchOf(kind, verdict.finger as Finger));
        }
        expect.unreachable('more touches than allowed');
      }),
      { numRuns: 60 },
    );
  });
});

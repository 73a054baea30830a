import { describe, expect, it } from 'vitest';
import { type Frame, seededRandom } from '../../kernel/index.ts';
import { CHALLENGES, challengePad, drawChallenge, judgeChallenge } from './challenge.ts';
import { judgePresentation } from './pad.ts';
import type { FaceAttitude, FaceReading } from './reading.ts';
import { frontal, perfectQuality, somewhere } from './template.fixture.ts';

const turned = (...yaws: readonly number[]): FaceAttitude[] => yaws.map((yawDeg) => ({ ...frontal, yawDeg }));
const lids = (...open: readonly number[]): FaceAttitude[] =>
  open.map((eyesOpen) => ({ ...frontal, eyesOpen }));

describe('a turn of the head', () => {
  it('is done from straight to far enough on the side that was asked for', () => {
    expect(judgeChallenge('turn-left', turned(0, 9, 18))).toBe('done');
    expect(judgeChallenge('turn-right', turned(0, -9, -18))).toBe('done');
    expect(judgeChallenge('turn-right', turned(0, 9, 18))).toBe('not-done');
  });

  it('is not done a little short of it, nor without having looked straight first', () => {
    expect(judgeChallenge('turn-left', turned(0, 9, 17.9))).toBe('not-done');
    expect(judgeChallenge('turn-left', turned(12, 15, 18))).toBe('done');
    expect(judgeChallenge('turn-left', turned(12.1, 15, 18))).toBe('not-done');
  });

  it('is not done by a cut from one picture to another', () => {
    expect(judgeChallenge('turn-left', turned(0, 0, 30))).toBe('done');
    expect(judgeChallenge('turn-left', turned(0, 0, 30.1, 30.1))).toBe('not-done');
  });
});

describe('a blink', () => {
  it('is done from open to closed to open', () => {
    expect(judgeChallenge('blink', lids(100, 30, 100))).toBe('done');
    expect(judgeChallenge('blink', lids(80, 70, 60, 70, 80))).toBe('done');
  });

  it('is not done with eyes that stay open, stay closed, or narrow only', () => {
    for (const still of [lids(100, 100, 100), lids(30, 30, 100), lids(100, 30, 30), lids(100, 61, 100)])
      expect(judgeChallenge('blink', still)).toBe('not-done');
  });

  it('does not count a look aside, where a lid cannot be seen', () => {
    const aside = { yawDeg: 20.1, pitchDeg: 0, eyesOpen: 10 };
    expect(judgeChallenge('blink', [frontal, aside, frontal])).toBe('not-done');
    expect(judgeChallenge('blink', [frontal, { ...aside, yawDeg: 20 }, frontal])).toBe('done');
  });
});

describe('a challenge', () => {
  it('needs three frames', () => {
    expect(judgeChallenge('turn-left', turned(0, 20))).toBe('too-few-frames');
  });

  it('is drawn, each as likely as the others', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 3000 }, () => drawChallenge(random));
    for (const challenge of CHALLENGES)
      expect(drawn.filter((one) => one === challenge).length).toBeGreaterThan(900);
  });

  const frame: Frame = { width: 1, height: 1, data: new Uint8Array(3) };
  const reader = (attitudes: readonly FaceAttitude[]) => {
    const ms = { detect: 0, mesh: 0, describe: 0 };
    const readings = attitudes.map(
      (attitude): FaceReading => ({
        outcome: 'poor',
        quality: perfectQuality,
        attitude,
        guidance: [],
        ...somewhere,
        ms,
      }),
    );
    const none: FaceReading = { outcome: 'no-face', guidance: ['no-face'], ms };
    return { read: async () => readings.shift() ?? none };
  };
  const evaluate = (attitudes: readonly FaceAttitude[], frames = 4) =>
    challengePad(reader(attitudes), 'turn-left').evaluate(new Array<Frame>(frames).fill(frame));

  it('gives a result as attack detection does, which never decides', async () => {
    const result = await evaluate(turned(0, 10, 25));
    expect(result).toEqual({ evaluated: true, score: 1, advisory: true, engine: 'challenge-turn-left' });
    expect(judgePresentation(result, { required: true, threshold: 0.5 })).toBe('not-evaluated');
    expect(await evaluate(turned(0, 0, 0))).toMatchObject({ score: 0, advisory: true });
    expect(judgePresentation(await evaluate(turned(0, 0, 0)), { required: false, threshold: 0.5 })).toBe(
      'not-required',
    );
  });

  it('says why it could not be judged', async () => {
    expect(await evaluate([])).toEqual({ evaluated: false, reason: 'no-face' });
    expect(await evaluate(turned(0, 20))).toEqual({ evaluated: false, reason: 'too-few-frames' });
    expect(await evaluate([], 0)).toEqual({ evaluated: false, reason: 'too-few-frames' });
  });
});

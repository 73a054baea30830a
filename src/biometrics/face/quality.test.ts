import { describe, expect, it } from 'vitest';
import { judgePresentation, noPad, type PadResult } from './pad.ts';
import { type FaceMeasures, failedComponents, guidanceFor, judgeQuality, onRamp } from './quality.ts';
import { FACE_GUIDANCE, type FaceGuidance } from './reading.ts';

const GOOD: FaceMeasures = {
  interEyePx: 95,
  yawDeg: 0,
  pitchDeg: 13,
  rollDeg: 0,
  laplacian: 20,
  lumaMean: 120,
  blackShare: 0.01,
  whiteShare: 0,
  uniformity: 0.7,
  eyeOpening: 0.15,
  irisContrast: 0.8,
  mouthOpening: 0.02,
  inside: 1,
  offsetX: 0,
  offsetY: 0.1,
  faceHeightShare: 0.5,
  meshConfidence: 1,
  detectionScore: 0.9,
  rivalWidthShare: 0,
};

const advice = (
  changed: Partial<FaceMeasures>,
  purpose: 'enrol' | 'probe' | 'evaluate' = 'enrol',
): FaceGuidance[] => {
  const measures = { ...GOOD, ...changed };
  return guidanceFor(failedComponents(judgeQuality(measures), purpose), measures);
};

describe('face quality', () => {
  it('is full in every component for a good face, which needs no advice', () => {
    expect(new Set(Object.values(judgeQuality(GOOD)))).toEqual(new Set([100]));
    expect(advice({})).toEqual([]);
  });

  it('takes cos² for pose, the same to both sides', () => {
    expect(judgeQuality({ ...GOOD, yawDeg: 45 }).headPoseYaw).toBe(50);
    expect(judgeQuality({ ...GOOD, yawDeg: -45 }).headPoseYaw).toBe(50);
    expect(judgeQuality({ ...GOOD, rollDeg: 120 }).headPoseRoll).toBe(0);
  });

  it('a dim picture is not taken for a blurred one', () => {
    const dim = judgeQuality({ ...GOOD, laplacian: 6, lumaMean: 40 });
    expect(dim.sharpness).toBeGreaterThan(90);
    expect(dim.underExposurePrevention).toBeLessThan(40);
  });

  it('one bad component pulls the whole down', () => {
    expect(judgeQuality({ ...GOOD, laplacian: 0 }).overall).toBeLessThan(50);
  });

  it('ramps end at 0 and 100, in either direction', () => {
    expect([-1, 0, 5, 10, 11].map((value) => onRamp({ zero: 0, full: 10 }, value))).toEqual([
      0, 0, 50, 100, 100,
    ]);
    expect([11, 10, 5, 0, -1].map((value) => onRamp({ zero: 10, full: 0 }, value))).toEqual([
      0, 0, 50, 100, 100,
    ]);
  });
});

describe('guidance', () => {
  it.each<[FaceGuidance, Partial<FaceMeasures>]>([
    ['closer', { interEyePx: 20 }],
    ['further', { inside: 0.82, faceHeightShare: 0.95 }],
    ['more-light', { lumaMean: 30 }],
    ['more-light', { blackShare: 0.6 }],
    ['less-light', { lumaMean: 240 }],
    ['less-light', { whiteShare: 0.4 }],
    ['even-light', { uniformity: 0.1 }],
    ['look-straight', { yawDeg: 35 }],
    ['look-straight', { pitchDeg: -20 }],
    ['look-straight', { rollDeg: 35 }],
    ['hold-still', { laplacian: 2 }],
    ['open-eyes', { eyeOpening: 0.09, irisContrast: 0.15 }],
    ['close-mouth', { mouthOpening: 0.4 }],
    ['uncover-face', { detectionScore: 0.5 }],
    ['uncover-face', { meshConfidence: 0.5 }],
  ])('says %s for %o', (said, changed) => {
    expect(advice(changed)).toEqual([said]);
  });

  it('names the traveller’s own left and right: at the left of the picture stands who must go to the own left', () => {
    expect(advice({ offsetX: -0.9 })).toEqual(['move-left']);
    expect(advice({ offsetX: 0.9 })).toEqual(['move-right']);
    expect(advice({ offsetY: -0.9 })).toEqual(['move-down']);
    expect(advice({ offsetY: 0.9 })).toEqual(['move-up']);
  });

  it('does not take narrow eyes with a clear iris for closed, nor wide ones with a faint iris', () => {
    expect(advice({ eyeOpening: 0.09 })).toEqual([]);
    expect(advice({ irisContrast: 0.15, eyeOpening: 0.2 })).toEqual([]);
  });

  it('speaks of position before light, of light before the face, and says nothing twice', () => {
    const all = advice({
      interEyePx: 10,
      offsetX: 1,
      lumaMean: 20,
      yawDeg: 40,
      rollDeg: 40,
      eyeOpening: 0,
      irisContrast: 0,
    });
    expect(all).toEqual(['closer', 'move-right', 'more-light', 'look-straight', 'open-eyes']);
    for (const said of all) expect(FACE_GUIDANCE).toContain(said);
  });

  it('asks less of a probe than of an enrolment, and nothing of a picture to be measured', () => {
    const turned = { yawDeg: 28 };
    expect(advice(turned, 'enrol')).toEqual(['look-straight']);
    expect(advice(turned, 'probe')).toEqual([]);
    expect(advice({ yawDeg: 80, lumaMean: 0, interEyePx: 1 }, 'evaluate')).toEqual([]);
  });
});

describe('presentation attack detection', () => {
  const scored = (score: number, advisory: boolean): PadResult => ({
    evaluated: true,
    score,
    advisory,
    engine: 'test',
  });
  const required = { required: true, threshold: 0.5 };

  it('without an engine a lane that requires it gets no pass', async () => {
    const result = await noPad.evaluate([]);
    expect(judgePresentation(result, required)).toBe('not-evaluated');
    expect(judgePresentation(result, { ...required, required: false })).toBe('not-required');
  });

  it('decides at the threshold', () => {
    expect(judgePresentation(scored(0.5, false), required)).toBe('passed');
    expect(judgePresentation(scored(0.49, false), required)).toBe('attack-suspected');
    expect(judgePresentation(scored(0.49, false), { ...required, required: false })).toBe('attack-suspected');
  });

  it('an advisory engine satisfies no requirement and accuses nobody', () => {
    expect(judgePresentation(scored(1, true), required)).toBe('not-evaluated');
    expect(judgePresentation(scored(0, true), { ...required, required: false })).toBe('not-required');
  });
});

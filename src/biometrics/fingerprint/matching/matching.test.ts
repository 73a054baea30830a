import { describe, expect, it } from 'vitest';
import { readFingerRecord, writeFingerRecord } from '../codecs/formats.ts';
import { compareFingers } from '../evaluation.ts';
import { extract } from '../extract.ts';
import { patternOf, renderPattern, type Touch } from '../ridge-pattern.ts';
import type { FingerTemplate, FlowField } from '../template.ts';
import { FINGER_THRESHOLDS } from '../thresholds.ts';
import { FUSION, MATCHING } from '../tuning.ts';
import { verifyFinger, verifyFingers } from '../verify.ts';
import { keepBest, newCandidates } from './candidates.ts';
import { fuse } from './fuse.ts';
import { flowFromMinutiae } from './made-up-flow.ts';
import { compareNeighbourhood } from './neighbourhood.ts';
import { newPairing, pairMinutiae } from './pair.ts';
import { prepare } from './prepare.ts';
import { newSupport, relax } from './relax.ts';
import { compareTexture, flowAngleAt } from './texture.ts';

const threshold = FINGER_THRESHOLDS['finger-fmr-1e-3'];

function read(seed: number, touch: Touch = {}): FingerTemplate {
  const reading = extract(renderPattern(patternOf(seed), { isRound: true, noise: 10, ...touch }));
  if (reading.outcome !== 'ok') throw new Error(`seed ${seed} was not read: ${reading.failed.join()}`);
  return reading.template;
}

/** The same minutiae turned by `angle` about the origin and moved, without flow. */
function moved(template: FingerTemplate, angle: number, x: number, y: number): FingerTemplate {
  const minutiae = template.minutiae.map((minutia) => ({
    ...minutia,
    x: minutia.x * Math.cos(angle) - minutia.y * Math.sin(angle) + x,
    y: minutia.x * Math.sin(angle) + minutia.y * Math.cos(angle) + y,
    direction: minutia.direction + angle,
  }));
  return { width: template.width, height: template.height, dpi: template.dpi, minutiae };
}

const bare = (template: FingerTemplate): FingerTemplate => moved(template, 0, 0, 0);
const first = [11, 12, 13].map((seed) => read(seed));
const second = [11, 12, 13].map((seed) => read(seed, { turn: 0.25, x: 9, y: -7, seed: 2 }));

describe('comparing two fingers', () => {
  it('puts turned, moved and noisy touches of one finger well above the threshold', () => {
    for (const i of [0, 1, 2])
      expect(compareFingers(first[i]!, second[i]!)).toBeGreaterThan(threshold.scoreMin + 6);
  });

  it('puts different fingers well below it', () => {
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(compareFingers(first[i]!, second[j]!)).toBeLessThan(threshold.scoreMin - 2);
    }
  });

  it('matches foreign templates, which carry minutiae only, with our own and with each other', () => {
    const foreign = (template: FingerTemplate, format: 'iso-2005' | 'iso-2011' | 'ansi-2004') =>
      readFingerRecord(writeFingerRecord([{ quality: 80, template }], format)).impressions[0]!.template;
    expect(compareFingers(foreign(first[0]!, 'iso-2005'), second[0]!)).toBeGreaterThan(
      threshold.scoreMin + 1,
    );
    const [a, b] = [foreign(first[1]!, 'iso-2011'), foreign(second[1]!, 'ansi-2004')];
    expect(compareFingers(a, b)).toBeGreaterThan(threshold.scoreMin + 3);
    expect(compareFingers(a, foreign(second[2]!, 'iso-2005'))).toBeLessThan(threshold.scoreMin - 2);
  });

  it('compares templates of different resolution', () => {
    const half = first[0]!;
    const doubled = {
      width: half.width * 2,
      height: half.height * 2,
      dpi: 1000,
      minutiae: half.minutiae.map((minutia) => ({ ...minutia, x: minutia.x * 2, y: minutia.y * 2 })),
    };
    expect(compareFingers(doubled, bare(half))).toBeCloseTo(compareFingers(bare(half), bare(half)), 1);
  });

  it('does not depend on comparisons made before, and hardly on which finger comes first', () => {
    const score = compareFingers(first[0]!, second[0]!);
    compareFingers(first[1]!, second[2]!);
    expect(compareFingers(first[0]!, second[0]!)).toBe(score);
    expect(Math.abs(compareFingers(second[0]!, first[0]!) - score)).toBeLessThan(1.5);
  });

  it('gives the lowest score for templates with no minutiae or one', () => {
    const none = { width: 300, height: 400, dpi: 500, minutiae: [] };
    expect(compareFingers(none, first[0]!)).toBe(FUSION.scoreMin);
    expect(compareFingers(none, none)).toBe(FUSION.scoreMin);
    const one = { ...none, minutiae: first[0]!.minutiae.slice(0, 1) };
    expect(compareFingers(one, one)).toBeLessThan(threshold.scoreMin);
  });

  it('takes the best minutiae of a template that has more than it compares', () => {
    const many = Array.from({ length: 255 }, (_, i) => ({
      x: (i % 16) * 18,
      y: Math.floor(i / 16) * 24,
      direction: i,
      type: 'ending' as const,
      quality: i % 100,
    }));
    expect(prepare({ width: 300, height: 400, dpi: 500, minutiae: many }).count).toBe(MATCHING.minutiaeMax);
  });
});

describe('verifying', () => {
  const searched = { first: first.map(prepare), second: second.map(prepare) };

  it('A-11 says match or no-match and names the threshold, and lets no score out', () => {
    expect(verifyFinger(searched.second[0]!, [searched.first[0]!], threshold)).toEqual({
      outcome: 'match',
      threshold: 'finger-fmr-1e-3',
    });
    expect(verifyFinger(searched.second[0]!, [searched.first[1]!], threshold)).toEqual({
      outcome: 'no-match',
      threshold: 'finger-fmr-1e-3',
    });
  });

  it('takes several impressions of a finger, and several fingers of a person', () => {
    const finger = (i: number) => ({
      probe: searched.second[i]!,
      references: [searched.first[i]!, searched.second[i]!],
    });
    expect(verifyFingers([finger(0), finger(1)], threshold).outcome).toBe('match');
    const wrong = { probe: searched.second[0]!, references: [searched.first[1]!, searched.first[2]!] };
    expect(
      verifyFingers(
        [wrong, { ...wrong, probe: searched.second[1]!, references: [searched.first[2]!] }],
        threshold,
      ),
    ).toEqual({
      outcome: 'no-match',
      threshold: 'finger-fmr-1e-3',
    });
  });

  it('refuses to compare with nothing: that must never count as a match', () => {
    expect(() => verifyFinger(searched.first[0]!, [], threshold)).toThrow('references');
    expect(() => verifyFingers([], threshold)).toThrow('fingers');
  });
});

describe('weighing the evidence', () => {
  const fair = { support: 6, distinctness: 0.1, share: 0.35, agreement: 0.9 };

  it('gains by each kind of evidence, and stays within its bounds', () => {
    for (const kind of ['support', 'distinctness', 'share', 'agreement'] as const) {
      expect(fuse({ ...fair, [kind]: fair[kind] + 0.05 })).toBeGreaterThan(fuse(fair));
    }
    expect(fuse({ support: 0, distinctness: -1, share: 0, agreement: -1 })).toBe(FUSION.scoreMin);
    expect(fuse({ support: 60, distinctness: 1, share: 1, agreement: 1 })).toBe(FUSION.scoreMax);
    expect(fuse(undefined)).toBe(FUSION.scoreMin);
  });

  it('keeps scores inside: nothing public of this room returns one', async () => {
    const room = await import('../index.ts');
    expect(Object.keys(room).filter((name) => /compare|score|evaluat|evidence/i.test(name))).toEqual([]);
  });
});

describe('steps of the matcher', () => {
  const flow: FlowField = {
    columns: 20,
    rows: 20,
    stepPx: 16,
    orientation: new Uint8Array(400).fill(1 + 51),
  };

  it('reads the orientation of a place, and none off the finger', () => {
    expect(flowAngleAt(flow, 100, 100)).toBeCloseTo((51 / 255) * Math.PI, 5);
    expect(flowAngleAt(flow, -40, 100)).toBeNaN();
  });

  it('finds the texture of a place again when the finger was turned', () => {
    const [a, b] = [first[0]!, second[0]!].map(prepare);
    const best = Array.from({ length: a!.count }, (_, i) =>
      Math.max(...Array.from({ length: b!.count }, (_, j) => compareTexture(a!, i, b!, j))),
    ).sort((p, q) => q - p);
    expect(best[5]).toBeGreaterThan(0.7);
  });

  it('finds the same neighbours after turning and moving, and others around another minutia', () => {
    const a = prepare(bare(first[0]!));
    const b = prepare(moved(first[0]!, 0.7, 80, 20));
    expect(compareNeighbourhood(a, 4, b, 4)).toBeGreaterThan(0.8);
    expect(compareNeighbourhood(a, 4, b, 9)).toBeLessThan(0.5);
  });

  it('believes pairs that bear each other out and not the odd one', () => {
    const a = prepare(bare(first[0]!));
    const b = prepare(moved(first[0]!, 0.3, 5, 5));
    const candidates = newCandidates(MATCHING.candidatesMax);
    const support = newSupport();
    for (const [k, [i, j]] of [
      [0, 0],
      [3, 3],
      [5, 5],
      [8, 8],
      [2, 7],
    ].entries()) {
      candidates.a[k] = i!;
      candidates.b[k] = j!;
      candidates.likeness[k] = 0.8;
    }
    candidates.count = 5;
    relax(a, b, candidates, support);
    expect(Math.min(...support.strength.subarray(0, 4))).toBeGreaterThan(0.5);
    expect(support.strength[4]).toBeLessThan(MATCHING.strengthMin);
  });

  it('pairs each minutia with at most one other', () => {
    const a = prepare(bare(first[0]!));
    const pairing = newPairing();
    pairMinutiae(a, a, { cosine: 1, sine: 0, x: 6, y: 0 }, pairing);
    const partners = [...pairing.partner.subarray(0, a.count)].filter((j) => j >= 0);
    expect(new Set(partners).size).toBe(partners.length);
    expect(partners.length).toBeGreaterThan(a.count / 2);
  });

  it('keeps the best candidates when there are too many', () => {
    const from = newCandidates(10);
    for (let k = 0; k < 10; k++) from.likeness[k] = k / 10;
    from.count = 10;
    const to = newCandidates(4);
    keepBest(from, to);
    expect([...to.likeness.subarray(0, to.count)].every((value) => value >= 0.55)).toBe(true);
    expect(to.count).toBe(4);
  });

  it('makes up flow near minutiae only, along their directions', () => {
    const made = flowFromMinutiae(Float32Array.of(60), Float32Array.of(60), Float32Array.of(Math.PI / 4));
    expect(flowAngleAt(made, 60, 60)).toBeCloseTo(Math.PI / 4, 1);
    expect(made.orientation[0]).toBe(0);
  });
});

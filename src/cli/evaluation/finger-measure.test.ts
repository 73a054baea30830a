import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvaluationEvent } from '../../biometrics/node.ts';
import { seededRandom } from '../../kernel/index.ts';
import { fingerLines } from './finger-evaluate.ts';
import { listFingers, parseFingerName } from './finger-folder.ts';
import { collectFingers } from './finger-measure.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-fingers-'));
  const put = (name: string, files: readonly string[]) => {
    mkdirSync(join(folder, name));
    for (const file of files) writeFileSync(join(folder, name, file), 'x');
  };
  put('good', ['10_1.png', '9_2.png', '9_1.PNG', '9_10.png', 'notes.txt', 'nameless.png']);
  put('single', ['1_1.png', '2_1.png']);
  put('alone', ['1_1.png', '1_2.png']);
  put('empty', []);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder of fingers', () => {
  it('takes what stands before the last underscore for the finger', () => {
    expect(parseFingerName('101_1.png')).toEqual({ finger: '101', impression: '1' });
    expect(parseFingerName('lee_right_2.tif')).toEqual({ finger: 'lee_right', impression: '2' });
    for (const name of ['101.png', '_1.png', '101_.png', '101_1.txt', '101_1'])
      expect(parseFingerName(name), name).toBeUndefined();
  });

  it('is listed with numbers as numbers, pictures only', () => {
    const names = listFingers(join(folder, 'good')).map((one) => `${one.finger}_${one.impression}`);
    expect(names).toEqual(['9_1', '9_2', '9_10', '10_1']);
  });

  it('is refused with a sentence when it allows no measurement', () => {
    expect(() => listFingers(join(folder, 'none'))).toThrow(/cannot be read/);
    expect(() => listFingers(join(folder, 'empty'))).toThrow(/holds no fingerprints/);
    expect(() => listFingers(join(folder, 'single'))).toThrow(/at least two impressions of one finger/);
    expect(() => listFingers(join(folder, 'alone'))).toThrow(/at least two different fingers/);
  });
});

const item = (finger: string, impression: string) => ({ finger, impression });
const read = (finger: string, impression: string): Extract<EvaluationEvent, { kind: 'read' }> => ({
  kind: 'read',
  item: item(finger, impression),
  outcome: 'ok',
  failed: [],
  ms: 20,
});
const compared = (a: string, b: string, score: number): Extract<EvaluationEvent, { kind: 'compared' }> => {
  const named = (text: string) => item(text.slice(0, 1), text.slice(1));
  return { kind: 'compared', a: named(a), b: named(b), genuine: a[0] === b[0], score };
};

/** Two fingers of two impressions; the second of b is found under a's name. */
function collect(labels?: string) {
  const collected = collectFingers(['a', 'a', 'b', 'b', 'c'], seededRandom(1), labels);
  for (const name of ['a1', 'a2', 'b1', 'b2']) collected.read(name, read(name[0]!, name.slice(1)));
  for (const [a, b, score] of [
    ['a1', 'a2', 10],
    ['b1', 'b2', 1],
    ['a1', 'b1', -5],
    ['a1', 'b2', 3],
    ['a2', 'b1', -4],
    ['a2', 'b2', -3],
  ] as const)
    collected.compared(compared(a, b, score), 2);
  return collected;
}

describe('what is collected from fingers', () => {
  it('gives rates, searches against the first impression of each finger, and times', () => {
    const report = collect().report(false);
    expect(report.pairs).toEqual({ genuine: 2, impostor: 4 });
    expect(report.eer).toBeCloseTo(0.25, 9);
    expect([report.galleryCount, report.rank1]).toEqual([2, 0.5]);
    expect(report.ms).toEqual({ decode: 0, extract: 20, match: 2 });
    expect([report.pictures, report.fta, report.interrupted]).toEqual([4, 0, false]);
    expect(Object.keys(report.fnmr ?? {})).toEqual(['1e-2', '1e-3', '1e-4']);
  });

  it('counts what could not be read or gave no template as failure to acquire, with the reason', () => {
    const collected = collect();
    collected.unreadable('c_1.png', 'no picture');
    const report = collected.report(false);
    expect(report.fta).toBe(0.2);
    expect(report.failed).toEqual([{ path: 'c_1.png', why: 'no picture' }]);
    collected.read('c_2.png', { ...read('c', '2'), outcome: 'poor', failed: ['area'] });
    expect(collected.report(false).failed.at(-1)?.why).toBe('poor, area');
  });

  it('says nothing of searches when it was broken off, and nothing of rates without both kinds of pairs', () => {
    const report = collect().report(true);
    expect([report.interrupted, report.rank1]).toEqual([true, undefined]);
    expect(report.eer).toBeDefined();
    const early = collectFingers(['a', 'b'], seededRandom(1));
    early.compared(compared('a1', 'a2', 9), 1);
    expect(early.hasRates()).toBe(false);
    expect(early.report(true).eer).toBeUndefined();
    expect(fingerLines(early.report(true)).join('\n')).not.toContain('EER');
  });

  it('gives rates by the groups that labels name, and none without labels', () => {
    expect(collect().report(false).groups).toBeUndefined();
    const report = collect('finger,hand\na,left\nb,right\n').report(false);
    expect(report.groups?.map(({ kind, unlabelled }) => [kind, unlabelled])).toEqual([['hand', 1]]);
    const { groups, cross } = report.groups![0]!.at['1e-2'];
    expect([groups.left?.fnmr?.comparisons, groups.right?.fnmr?.comparisons]).toEqual([1, 1]);
    expect(cross.map(({ fmr }) => fmr.comparisons)).toEqual([4]);
    expect(fingerLines(report).join('\n')).toContain('By hand, at the threshold of FMR');
    expect(() => collect('finger\na\n')).toThrow(/labels/);
  });

  it('is told in lines with the share of pictures that failed', () => {
    const lines = fingerLines(collect().report(false)).join('\n');
    expect(lines).toMatch(/Failure to acquire +0\.000 %/);
    expect(lines).toMatch(/2 genuine, 4 impostor/);
    expect(lines).toMatch(/Rank 1 +50\.00 %/);
  });
});

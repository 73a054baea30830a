import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { GroupedRates, MeasuredRate } from '../../biometrics/index.ts';
import { parseArguments } from '../arguments.ts';
import { faceCommand } from '../commands/face.ts';
import { calibrationLines, readRequest, refusalLine } from './face-calibrate.ts';
import { faceLines, faceReport } from './face-evaluate.ts';
import { groupLines, readLabels } from './face-groups.ts';

const args = (...more: string[]) => parseArguments(faceCommand, ['calibrate', 'DIR', ...more]);
const model = { name: 'colours', sha256: 'c'.repeat(64), dims: 16 };

describe('what a calibration is asked for', () => {
  it('is FMR 1e-3 for one picture each and as a lane works, unless said otherwise', () => {
    expect(readRequest(args())).toEqual({
      goals: [{ task: '1:1', fmr: 1e-3 }],
      frames: [
        { enrolFrames: 1, probeFrames: 1 },
        { enrolFrames: 3, probeFrames: 2 },
      ],
    });
    const asked = readRequest(args('--fmr', '0.01', '--gallery', '50', '--fpir', '0.1', '--frames', '5+3'));
    expect(asked).toEqual({
      goals: [
        { task: '1:1', fmr: 0.01 },
        { task: '1:N', fpir: 0.1, n: 50 },
      ],
      frames: [{ enrolFrames: 5, probeFrames: 3 }],
    });
  });

  it.each(['3', '0+1', '33+1', '3+2+1', 'a+b'])('is not understood with frames of %s', (frames) => {
    expect(() => readRequest(args('--frames', frames))).toThrow(/--frames/);
  });

  it('is refused in words: what, how many people are needed, how many there are', () => {
    const goal = { task: '1:N', fpir: 0.01, n: 100, enrolFrames: 3, probeFrames: 2 } as const;
    expect(refusalLine({ goal, people: 40, peopleNeeded: 300 })).toBe(
      'Not promised: FPIR 0.01 among 100 with 3+2 pictures needs at least 300 people with 5 pictures each; there are 40.',
    );
  });

  it('is told with rate and interval', () => {
    const threshold = {
      id: 'own-1:1-1+1-fmr-0.01',
      engine: 'colours',
      task: '1:1',
      enrolFrames: 1,
      probeFrames: 1,
      value: 0.51234,
      rate: 0.005,
      interval: [0.001, 0.01],
      calibratedOn: 'x',
      method: 'x',
    } as const;
    const found = { model, people: 30, pictures: 90, fta: 0, interrupted: false, refused: [] };
    const lines = calibrationLines({ ...found, thresholds: [{ threshold, fnmr: 0.02 }] }).join('\n');
    expect(lines).toContain('0.5123');
    expect(lines).toContain('strangers above it 0.500 % (95 %: 0.100 % to 1.00 %), own below it 2.00 %');
  });
});

describe('groups of people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kouan-groups-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rate = (value: number): MeasuredRate => ({ rate: value, interval: [0, 0.5], comparisons: 10 });
  const at = (ratio?: number) => ({
    threshold: 0.9,
    groups: { old: { people: 3, fnmr: rate(0.2), fmr: rate(0.01) }, young: { people: 1, fnmr: rate(0.1) } },
    cross: [{ groups: ['old', 'young'] as const, fmr: rate(0) }],
    differentials: {
      fnmr: { worst: 'old', best: 'young', difference: 0.1, ...(ratio === undefined ? {} : { ratio }) },
      fmr: { worst: 'old', best: 'young', difference: 0 },
    },
  });
  const groups = (ratio?: number): GroupedRates[] => [
    { kind: 'age', unlabelled: 2, at: { '1e-2': at(), '1e-3': at(ratio), '1e-4': at() } },
  ];

  it('are told with what was not measured, and how far apart they lie', () => {
    expect(groupLines(groups(2))).toEqual([
      'By age, at the threshold of FMR 1e-3 over everyone; 2 without a label',
      '  old                  3 people, FNMR 20.00 % (95 %: 0.000 % to 50.00 %), FMR 1.00 % (95 %: 0.000 % to 50.00 %)',
      '  young                1 people, FNMR 10.00 % (95 %: 0.000 % to 50.00 %), FMR not measured',
      '  old × young          FMR 0.000 % (95 %: 0.000 % to 50.00 %)',
      '  FNMR differs by 10.00 %, 2.0 times: old worst, young best',
      '  No difference of FMR was seen',
    ]);
    expect(groupLines(groups()).join('\n')).toContain('differs by 10.00 %: old');
    expect(groupLines()).toEqual([]);
  });

  it('come from a file, where one is named', () => {
    const path = join(folder, 'labels.csv');
    writeFileSync(path, 'person,sex\na,f\n');
    expect(readLabels(args('--groups', path))).toBe('person,sex\na,f\n');
    expect(readLabels(args())).toBeUndefined();
    expect(() => readLabels(args('--groups', `${path}.none`))).toThrow(/no file/);
  });
});

describe('the report of a measurement', () => {
  const counts = { scores: [], genuine: [], impostor: [] };
  const ms = { decode: 1, detect: 2, mesh: 3, describe: 4, total: 10, compare: 0.001 };
  const run = {
    model,
    people: 2,
    pictures: 4,
    thinned: false,
    interrupted: false,
    fta: 0,
    failed: [],
    ms,
    counts,
  };
  const goals = { '1e-2': 0, '1e-3': 0, '1e-4': 0 };
  const rates = {
    pairs: { genuine: 2, impostor: 4 },
    dPrime: 5,
    eer: 0.25,
    fnmr: goals,
    threshold: goals,
    rank1: 1,
    galleryCount: 2,
    fnir: { '1e-2': 0, '1e-3': 0 },
    fnirThreshold: { '1e-2': 0, '1e-3': 0 },
  };

  it('has fractions at the top level, and not the histogram', () => {
    const report = faceReport({ ...run, rates });
    expect(report).toMatchObject({ eer: 0.25, rank1: 1, fta: 0, pairs: { genuine: 2 }, fnmr: goals });
    expect(Object.keys(report)).not.toContain('counts');
    expect(Object.keys(report)).not.toContain('rates');
  });

  it('says so when it was ended before a pair', () => {
    expect(faceLines({ ...run, interrupted: true })).toContain('No pair was compared.');
    expect(faceLines({ ...run, rates })).not.toContain('No pair was compared.');
  });
});

import { describe, expect, it } from 'vitest';
import { countScores } from '../../biometrics/index.ts';
import { assertPairs } from './face-evaluate.ts';
import { qualityLines, qualityReport } from './face-quality.ts';
import { readFormat } from './finger-extract.ts';
import { interruptible } from './interruption.ts';
import { markedPicture } from './marked-picture.ts';
import { plotOf } from './plot-file.ts';
import { openProgress } from './progress.ts';
import { ratesLines } from './rates-text.ts';

const written = (isTTY: boolean, reached = 40) => {
  const texts: string[] = [];
  const progress = openProgress({ isTTY, write: (text) => texts.push(text) });
  for (let done = 1; done <= reached; done++) progress.tell('Reading', done, 40);
  progress.end();
  return texts;
};

describe('progress', () => {
  it('overwrites one line on a terminal and ends it when all is done', () => {
    const texts = written(true);
    expect(texts.every((text) => text.startsWith('\r'))).toBe(true);
    expect(texts.filter((text) => text.endsWith('\n'))).toHaveLength(1);
    expect(texts.at(-1)).toContain('100 %');
  });

  it('leaves a bar that stopped halfway on its own line', () => {
    expect(written(true, 20).at(-1)).toBe('\n');
    expect(written(false, 20).at(-1)).toBe('Reading: 50 % of 40\n');
  });

  it('writes a line for each tenth elsewhere, and none twice', () => {
    const texts = written(false);
    expect(texts).toHaveLength(11);
    expect(texts.at(-1)).toBe('Reading: 100 % of 40\n');
  });
});

describe('Ctrl-C', () => {
  it('asks the work to end, and is let go of afterwards', async () => {
    const before = process.listenerCount('SIGINT');
    const ended = interruptible(async (signal) => {
      expect(process.listenerCount('SIGINT')).toBe(before + 1);
      process.emit('SIGINT');
      return signal.aborted;
    });
    await expect(ended).resolves.toBe(true);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});

describe('reports', () => {
  const rates = {
    pairs: { genuine: 100, impostor: 29_999 },
    dPrime: 4,
    eer: 0.0125,
    fnmr: { '1e-2': 0.02, '1e-3': 0.05, '1e-4': 0.1 },
    threshold: { '1e-2': 1, '1e-3': 2, '1e-4': 3 },
  };

  it('give rates in per cent with their intervals', () => {
    const intervals = {
      eer: [0.01, 0.02] as const,
      fnmr: { '1e-2': [0, 1], '1e-3': [0, 1], '1e-4': [0, 1] } as const,
    };
    expect(ratesLines({ ...rates, intervals })).toContain(
      'EER                  1.25 % (95 %: 1.00 % to 2.00 %)',
    );
  });

  it('warn of a rate of 1e-4 below 30,000 impostor pairs, not from there on', () => {
    expect(ratesLines(rates).join('\n')).toContain('too few');
    const enough = { ...rates, pairs: { genuine: 100, impostor: 30_000 } };
    expect(ratesLines(enough).join('\n')).not.toContain('too few');
  });

  it('draw both plots in one SVG', () => {
    const svg = plotOf(countScores([5, 6, 7], [1, 2, 3]), 'Engine');
    expect(svg.match(/<svg /g)).toHaveLength(3);
    expect(svg.match(/<\/svg>/g)).toHaveLength(3);
  });
});

describe('face tools', () => {
  const frame = { width: 40, height: 30, data: new Uint8Array(40 * 30 * 3) };
  const ms = { detect: 1, mesh: 0, describe: 0 };

  it('refuse a folder that allows no measurement before reading it', () => {
    const two = { paths: ['1', '2'] };
    expect(() => assertPairs('DIR', [two])).toThrow(/at least two people/);
    expect(() => assertPairs('DIR', [{ paths: ['1'] }, { paths: ['1'] }])).toThrow(/two pictures of someone/);
    expect(() => assertPairs('DIR', [two, { paths: ['1'] }])).not.toThrow();
  });

  it('tell of every outcome what was seen and what helps', () => {
    const none = qualityReport(frame, { outcome: 'no-face', guidance: ['no-face'], ms });
    expect([none.boxes, none.quality]).toEqual([[], undefined]);
    const box = { x: 1, y: 2, width: 10, height: 12 };
    const several = qualityReport(frame, {
      outcome: 'several-faces',
      count: 2,
      guidance: ['one-face-only'],
      boxes: [box, box],
      ms,
    });
    expect(qualityLines(several)).toEqual(['Outcome   several-faces, 2 faces', 'Guidance  one-face-only']);
  });

  it('mark what was seen in the picture itself', async () => {
    const boxes = [{ x: 1.26, y: 2, width: 10, height: 12 }];
    const svg = await markedPicture(frame, { outcome: 'poor', guidance: ['closer'], boxes });
    expect(svg).toContain('<title>poor, closer</title>');
    expect(svg).toContain('<rect x="1.3" y="2" width="10" height="12"');
    expect(svg).toContain('data:image/jpeg;base64,');
    expect(svg).not.toContain('<circle');
  });

  it('mark eyes, nose and mouth, and a line to where the face looks', async () => {
    const points = {
      rightEye: [10, 10],
      leftEye: [20, 10],
      noseTip: [15, 15],
      mouthRight: [12, 20],
      mouthLeft: [18, 20],
    } as const;
    const attitude = { yawDeg: 30, pitchDeg: 0, eyesOpen: 100 };
    const svg = await markedPicture(frame, { outcome: 'poor', guidance: [], boxes: [], points, attitude });
    expect(svg.match(/<circle /g)).toHaveLength(5);
    // Half the distance of the eyes, to the person's own left, which is the right of the picture.
    expect(svg).toContain('<line x1="15" y1="15" x2="20" y2="15"');
  });
});

describe('finger tools', () => {
  it('name the formats that can be written', () => {
    expect([readFormat('iso'), readFormat('ansi')]).toEqual(['iso-2005', 'ansi-2004']);
    expect(() => readFormat('valueOf')).toThrow(/--format: "valueOf" is not one of: iso/);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Frame, instantOf, ManualClock, millis, seededRandom } from '../../kernel/index.ts';
import { evaluateFaces, type FaceEvaluationOptions } from './evaluate.ts';
import { listPictures, thinOut } from './picture-folder.ts';
import type { FaceEngine } from './reading.ts';
import { frontal, perfectQuality, somewhere } from './template.fixture.ts';
import { toUnit } from './template.ts';

const PEOPLE = 12;
const PICTURES = 6;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-evaluate-'));
  for (let person = 0; person < PEOPLE; person++) {
    const own = join(folder, `person-${String(person).padStart(2, '0')}`);
    mkdirSync(own);
    for (let picture = 0; picture < PICTURES; picture++) {
      // Red says who it is, green which picture, so that the engine below can "recognise" them.
      const data = Buffer.alloc(16 * 16 * 3);
      for (let i = 0; i < 256; i++) data.set([person * 20, picture * 40, 0], 3 * i);
      const png = await sharp(data, { raw: { width: 16, height: 16, channels: 3 } })
        .png()
        .toBuffer();
      writeFileSync(join(own, `${picture}.png`), png);
    }
  }
  writeFileSync(join(folder, 'person-00', 'text.jpg'), 'not a picture');
  writeFileSync(join(folder, 'person-00', 'notes.txt'), 'ignored');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clock = new ManualClock(instantOf(0));

/** Tells people apart by their colour; person 3 shows no face. Takes 4, 3 and 2 milliseconds. */
const engine: FaceEngine = {
  model: { name: 'colours', sha256: 'c'.repeat(64), dims: PEOPLE + 1 },
  read: async ({ data }) => {
    const person = Math.round(data[0]! / 20);
    const ms = { detect: 4, mesh: 3, describe: 2 };
    clock.advance(millis(9));
    if (person === 3) return { outcome: 'no-face', guidance: ['no-face'], ms };
    const features = new Float32Array(PEOPLE + 1).fill(0.4);
    features[person] = 1.5;
    features[PEOPLE] = data[1]! / 200;
    const read = { quality: perfectQuality, attitude: frontal, ...somewhere, model: 'c'.repeat(64) };
    return { outcome: 'ok', ...read, features: toUnit(features), ms };
  },
  close: async () => {},
};

const run = (more: Partial<FaceEvaluationOptions> = {}) =>
  evaluateFaces(folder, { engine, clock, random: seededRandom(1), replicates: 20, ...more });

describe('measuring a folder of faces', () => {
  it('compares all pairs, counts what could not be acquired, and times each step', async () => {
    const result = await run();
    expect([result.people, result.pictures, result.thinned]).toEqual([PEOPLE, PEOPLE * PICTURES + 1, false]);
    expect(result.fta).toBeCloseTo((PICTURES + 1) / (PEOPLE * PICTURES + 1), 9);
    expect(result.failed.map(({ why }) => why)).toContain('no-face');
    expect(result.failed.find(({ path }) => path.endsWith('text.jpg'))?.why).toMatch(/not a picture/);
    const described = (PEOPLE - 1) * PICTURES;
    expect(result.rates?.pairs).toEqual({
      genuine: (PEOPLE - 1) * 15,
      impostor: (described * (described - 1)) / 2 - (PEOPLE - 1) * 15,
    });
    const { eer, rank1, fnir, galleryCount, intervals } = result.rates ?? {};
    expect([eer, rank1, fnir?.['1e-2'], galleryCount]).toEqual([0, 1, 0, PEOPLE - 1]);
    expect(intervals?.eer).toEqual([0, expect.closeTo(1 - 0.05 ** (1 / (PEOPLE - 1)), 9)]);
    expect(result.ms).toEqual({ decode: 0, detect: 4, mesh: 3, describe: 2, total: 9, compare: 0 });
    expect(result.interrupted).toBe(false);
  });

  it('measures fused templates where people have five pictures', async () => {
    const { fused } = await run();
    expect(fused?.pairs).toEqual({ genuine: PEOPLE - 1, impostor: (PEOPLE - 1) * (PEOPLE - 2) });
    expect((await run({ picturesMax: PEOPLE * 3 })).fused).toBeUndefined();
  });

  it('keeps within the number of pictures and says so', async () => {
    const result = await run({ picturesMax: PEOPLE * 3 });
    expect(result.thinned).toBe(true);
    expect(result.pictures).toBeLessThanOrEqual(PEOPLE * 3);
  });

  it('tells its progress, and when it is broken off the rates of what was read until then', async () => {
    const told: string[] = [];
    await run({ onProgress: ({ done, of }) => told.push(`${done}/${of}`) });
    expect([told[0], told.at(-1)]).toEqual(['1/73', '73/73']);
    const breakAfter = async (pictures: number) => {
      const breaking = new AbortController();
      const stop = ({ done }: { readonly done: number }) => done === pictures && breaking.abort();
      return await run({ signal: breaking.signal, onProgress: stop });
    };
    // Seven files of the first person, one of which is no picture, and two of the second.
    const { interrupted, pictures, rates } = await breakAfter(9);
    expect([interrupted, pictures, rates?.pairs]).toEqual([true, 9, { genuine: 15 + 1, impostor: 12 }]);
    expect(rates?.galleryCount).toBe(2);
    const { rates: none, pictures: few } = await breakAfter(1);
    expect([none, few]).toEqual([undefined, 1]);
  });

  it('tells groups apart by labels', async () => {
    const labels = `person,half\n${Array.from({ length: PEOPLE }, (_, i) => `person-${String(i).padStart(2, '0')},${i < 6 ? 'a' : 'b'}`).join('\n')}`;
    const [half] = (await run({ labels })).groups ?? [];
    expect(half?.at['1e-3'].groups).toMatchObject({
      a: { people: 6, fnmr: { rate: 0, comparisons: 5 * 15 }, fmr: { rate: 0, comparisons: 10 * 36 } },
      b: { people: 6, fnmr: { rate: 0, comparisons: 6 * 15 } },
    });
    expect((await run()).groups).toBeUndefined();
    await expect(run({ labels: 'person,x\nnobody,y' })).rejects.toThrow(/person-00/);
  });

  it('holds no picture longer than it takes to describe it', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    const seen: WeakRef<Frame>[] = [];
    const watching: FaceEngine = {
      ...engine,
      read: async (frame, purpose) => {
        seen.push(new WeakRef(frame));
        return await engine.read(frame, purpose);
      },
    };
    let alive = 0;
    await run({
      engine: watching,
      onProgress: ({ done }) => {
        if (done !== 60) return;
        collectGarbage();
        alive = seen.filter((frame) => frame.deref() !== undefined).length;
      },
    });
    expect(seen).toHaveLength(PEOPLE * PICTURES);
    // A reference that was made in the same turn keeps its frame.
    expect(alive).toBeLessThan(5);
  });

  it('ends when the engine breaks instead of calling it a failure to acquire', async () => {
    const broken: FaceEngine = {
      ...engine,
      read: async () => {
        throw new Error('out of memory');
      },
    };
    await expect(run({ engine: broken })).rejects.toThrow('out of memory');
  });
});

describe('the folder of pictures', () => {
  it('is listed in order of names, pictures only', async () => {
    const people = await listPictures(folder);
    expect(people.map(({ person }) => person).slice(0, 2)).toEqual(['person-00', 'person-01']);
    expect(people[0]?.paths.map((path) => path.slice(-5))).toEqual([
      '0.png',
      '1.png',
      '2.png',
      '3.png',
      '4.png',
      '5.png',
      't.jpg',
    ]);
  });

  it('is refused when it is missing or has no pictures', async () => {
    await expect(listPictures(join(folder, 'none'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(listPictures(join(folder, 'person-01'))).rejects.toThrow(/holds no pictures/);
  });

  it('is thinned evenly, at least one picture a person', () => {
    const people = [
      { person: 'a', paths: ['1', '2', '3', '4', '5', '6', '7', '8'] },
      { person: 'b', paths: ['9'] },
    ];
    expect(thinOut(people, 9)).toEqual(people);
    expect(thinOut(people, 5)).toEqual([
      { person: 'a', paths: ['1', '3', '5', '7'] },
      { person: 'b', paths: ['9'] },
    ]);
  });
});

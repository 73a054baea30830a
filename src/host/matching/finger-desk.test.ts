import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  extractFinger,
  type FingerPosition,
  type FingerTemplate,
  TOUCH_LIMITS,
} from '../../biometrics/index.ts';
import { type GreyImage, type PassageId, seededRandom, type TravellerId } from '../../kernel/index.ts';
import { CAREFUL, makeImpression } from '../../simulator/index.ts';
import { loadPeople } from '../../simulator/node.ts';
import { FingerDesk } from './finger-desk.ts';
import { encodeFinger } from './finger-forms.ts';
import { Operation } from './operation.ts';

const ASSETS = fileURLToPath(new URL('../../../assets/people/', import.meta.url));
const traveller = 'T-1' as TravellerId;
const passage = 'P-1' as PassageId;
const blank: GreyImage = { width: 300, height: 400, dpi: 500, data: new Uint8Array(120_000).fill(255) };

const masters: GreyImage[] = [];
let left: FingerTemplate[];
let right: FingerTemplate[];
const touchOf = (master: GreyImage | undefined, seed: number) =>
  makeImpression(master!, { ...CAREFUL, seed });

function templatesOf(master: GreyImage | undefined): FingerTemplate[] {
  return [1, 2].map((seed) => {
    const reading = extractFinger(touchOf(master, seed));
    if (reading.outcome === 'ok') return reading.template;
    throw new Error('not read');
  });
}

beforeAll(async () => {
  const people = await loadPeople(ASSETS);
  const [one] = people.roster;
  // Synthetic fingers of one pattern can be taken for each other.
  const pattern = one?.fingerPatterns['right-index'];
  const other = people.roster.find(({ fingerPatterns }) => fingerPatterns['right-index'] !== pattern);
  masters.push(await people.master(one!.id, 'right-index'), await people.master(one!.id, 'left-index'));
  masters.push(await people.master(other!.id, 'right-index'));
  right = templatesOf(masters[0]);
  left = templatesOf(masters[1]);
});

function open(stored?: readonly FingerPosition[]) {
  const handed: Uint8Array[] = [];
  const enrolled = stored ?? ['left-index', 'right-index'];
  const operation = new Operation({
    fingersOf: async () => [],
    gallery: { countFalseMatches: async () => ({ comparisons: 0, falseMatches: 0 }) },
    random: seededRandom(1),
  });
  const desk = new FingerDesk({
    fingersOf: async () => {
      const fingers = enrolled.map((position) => ({
        position,
        bytes: encodeFinger(position, position === 'left-index' ? left : right),
      }));
      handed.push(...fingers.map(({ bytes }) => bytes));
      return fingers;
    },
    operation,
  });
  const touch = (image: GreyImage) => desk.touch({ passage, traveller, image });
  return { desk, touch, handed, operation };
}

describe('the fingers of a passage', () => {
  it('A-11 begin with an index finger, whichever was enrolled first, and leave no template readable', async () => {
    const { desk, handed } = open();
    expect(await desk.first(traveller)).toEqual({
      kind: 'again',
      ask: { finger: 'right-index', guidance: [], touchesLeft: TOUCH_LIMITS.touchesMax },
    });
    expect(handed.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    expect(await open(['left-index']).desk.first(traveller)).toMatchObject({ ask: { finger: 'left-index' } });
  });

  it('A-11 X11 go to an officer when none is on file', async () => {
    const { desk, touch } = open([]);
    expect(await desk.first(traveller)).toEqual({ kind: 'refer', why: 'nothing-enrolled' });
    expect(await touch(blank)).toEqual({ kind: 'refer', why: 'nothing-enrolled' });
  });

  it('match when the finger that was asked for is laid', async () => {
    expect(await open().touch(touchOf(masters[0], 9))).toEqual({ kind: 'match' });
  });

  it('do not match by a finger that was not asked for, be it the own', async () => {
    expect(await open().touch(touchOf(masters[1], 9))).toMatchObject({ ask: { finger: 'right-index' } });
  });

  it('A-11 X11 lead from a finger that cannot be read to the next one, which matches', async () => {
    const { touch } = open();
    expect(await touch(blank)).toEqual({
      kind: 'again',
      ask: { finger: 'right-index', guidance: ['no-finger'], touchesLeft: 3 },
    });
    expect(await touch(blank)).toEqual({
      kind: 'again',
      ask: { finger: 'left-index', guidance: [], touchesLeft: 2 },
    });
    expect(await touch(touchOf(masters[1], 9))).toEqual({ kind: 'match' });
  });

  it.each([
    ['unreadable', () => blank],
    ['no-match', (n: number) => touchOf(masters[2], n + 5)],
  ])('A-11 X11 end with an officer after the last touch, %s', async (why, image) => {
    const { touch } = open();
    for (let n = 1; n < TOUCH_LIMITS.touchesMax; n++) expect((await touch(image(n))).kind).toBe('again');
    expect(await touch(image(TOUCH_LIMITS.touchesMax))).toEqual({ kind: 'refer', why });
  });

  it('after a match with a face that did not fit, go on matching by the same finger', async () => {
    const { touch } = open();
    expect(await touch(touchOf(masters[0], 9))).toEqual({ kind: 'match' });
    expect(await touch(touchOf(masters[0], 10))).toEqual({ kind: 'match' });
  });

  it('are forgotten with the passage, also when an answer comes after its end', async () => {
    const { desk, touch } = open();
    const late = touch(touchOf(masters[2], 9));
    desk.forget(passage);
    await late;
    expect(await touch(blank)).toMatchObject({ ask: { touchesLeft: 3 } });
  });

  it('of two passages do not mix', async () => {
    const { desk, touch } = open();
    await touch(blank);
    const other = await desk.touch({ passage: 'P-2' as PassageId, traveller, image: blank });
    expect(other).toMatchObject({ ask: { touchesLeft: 3 } });
  });

  it('count as genuine comparisons only where they could be read', async () => {
    const { touch, operation } = open();
    operation.faceCompared(traveller, 'match');
    await touch(blank);
    expect(operation.counts.finger.genuine.comparisons).toBe(0);
    operation.faceCompared(traveller, 'match');
    await touch(touchOf(masters[0], 9));
    await operation.settled();
    expect(operation.counts.finger.genuine).toEqual({ comparisons: 1, missed: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { type FingerTemplate, type ImpostorCounts, prepareFinger } from '../../biometrics/index.ts';
import { type RoomError, seededRandom, type TravellerId } from '../../kernel/index.ts';
import { encodeFinger } from './finger-forms.ts';
import { Operation, type OperationParts } from './operation.ts';
import { OperationTally } from './operation-counts.ts';

const id = (text: string) => text as TravellerId;
const probe = Int8Array.of(1, 2, 3);

/** A finger of minutiae drawn by chance: like itself and like nobody else. */
function finger(seed: number): FingerTemplate {
  const random = seededRandom(seed);
  const minutiae = Array.from({ length: 40 }, () => ({
    x: random.int(20, 280),
    y: random.int(20, 380),
    direction: random.between(0, 2 * Math.PI),
    type: random.chance(0.5) ? ('ending' as const) : ('bifurcation' as const),
    quality: 80,
  }));
  return { width: 300, height: 400, dpi: 500, minutiae };
}

function open(over: Partial<OperationParts> = {}) {
  const asked: { exceptId: string; probe: number[] }[] = [];
  const operation = new Operation({
    fingersOf: async () => [],
    gallery: {
      async countFalseMatches(copy, exceptId, comparisons): Promise<ImpostorCounts> {
        asked.push({ exceptId, probe: [...copy] });
        return { comparisons, falseMatches: 1 };
      },
    },
    random: seededRandom(1),
    ...over,
  });
  return { operation, asked };
}

describe('evaluation in operation', () => {
  it('compares each passage with impostors, never with the person found, and keeps the probe for itself', async () => {
    const { operation, asked } = open();
    const own = probe.slice();
    operation.searched(own, { kind: 'one', id: 'T-1' });
    own.fill(0);
    operation.searched(probe, { kind: 'none' });
    await operation.settled();
    expect(asked).toEqual([
      { exceptId: 'T-1', probe: [1, 2, 3] },
      { exceptId: '', probe: [1, 2, 3] },
    ]);
    expect(operation.counts.face.impostors).toEqual({ comparisons: 200, falseMatches: 2 });
    expect(operation.counts.searches).toEqual({ one: 1, none: 1, ambiguous: 0 });
  });

  it('compares a finger with those of other travellers seen lately, and counts who would pass for another', async () => {
    const stored = new Map([
      ['T-1', finger(1)],
      ['T-2', finger(2)],
      ['T-3', finger(1)],
    ]);
    const given: Uint8Array[] = [];
    const { operation } = open({
      fingersOf: async (traveller) => {
        const template = stored.get(traveller);
        const found = template ? [{ bytes: encodeFinger('right-index', [template]) }] : [];
        given.push(...found.map(({ bytes }) => bytes));
        return found;
      },
    });
    for (const traveller of stored.keys()) operation.searched(probe, { kind: 'one', id: traveller });
    operation.fingerCompared(id('T-1'), 'match', prepareFinger(finger(1)));
    await operation.settled();
    expect(operation.counts.finger.impostors).toEqual({ comparisons: 2, falseMatches: 1 });
    expect(given.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('draws nobody who has no finger left, and never the traveller', async () => {
    const askedOf: string[] = [];
    const { operation } = open({
      fingersOf: async (traveller) => {
        askedOf.push(traveller);
        return [];
      },
    });
    for (const traveller of ['T-1', 'T-2']) operation.searched(probe, { kind: 'one', id: traveller });
    operation.fingerCompared(id('T-1'), 'match', prepareFinger(finger(1)));
    operation.fingerCompared(id('T-1'), 'match', prepareFinger(finger(1)));
    await operation.settled();
    // Asked once, and then known to have withdrawn.
    expect(askedOf).toEqual(['T-2']);
    expect(operation.counts.finger.impostors.comparisons).toBe(0);
  });

  it('goes on after a failure, which it counts', async () => {
    const failing = {
      countFalseMatches: () => Promise.reject<ImpostorCounts>(new Error('gone') as RoomError),
    };
    const { operation } = open({ gallery: failing });
    operation.searched(probe, { kind: 'none' });
    operation.searched(probe, { kind: 'ambiguous', ids: ['T-1', 'T-2'] });
    await operation.settled();
    expect(operation.counts).toMatchObject({ leftOut: 2, searches: { one: 0, none: 1, ambiguous: 1 } });
  });

  it('leaves comparisons out, and says how many, rather than fall behind a rush', async () => {
    const { operation, asked } = open();
    for (let i = 0; i < 30; i++) operation.searched(probe, { kind: 'none' });
    await operation.settled();
    expect([asked.length, operation.counts.leftOut]).toEqual([20, 10]);
    operation.searched(probe, { kind: 'none' });
    await operation.settled();
    expect(asked.length).toBe(21);
  });
});

describe('comparisons with one’s own templates', () => {
  const own = (face: 'match' | 'no-match', finger: 'match' | 'no-match', fingerFirst = false) => {
    const tally = new OperationTally();
    if (fingerFirst) tally.addOwn('T-1', 'finger', finger);
    tally.addOwn('T-1', 'face', face);
    if (!fingerFirst) tally.addOwn('T-1', 'finger', finger);
    const { face: faces, finger: fingers } = tally.counts;
    return [faces.genuine, fingers.genuine].map(({ comparisons, missed }) => [comparisons, missed]);
  };

  it.each([true, false])('count a factor where the other one matched (finger first: %s)', (fingerFirst) => {
    expect(own('match', 'match', fingerFirst)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(own('match', 'no-match', fingerFirst)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(own('no-match', 'match', fingerFirst)).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });

  it('count nothing where both failed: it may be another person', () => {
    expect(own('no-match', 'no-match')).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('do not join two attempts when the finger of the first was too poor', () => {
    const tally = new OperationTally();
    tally.addOwn('T-1', 'face', 'no-match');
    tally.forget('T-1');
    tally.addOwn('T-1', 'finger', 'match');
    expect(tally.counts.face.genuine.comparisons).toBe(0);
    tally.addOwn('T-1', 'face', 'match');
    expect(tally.counts.face.genuine).toEqual({ comparisons: 1, missed: 0 });
  });

  it('keep no more than 64 attempts open', () => {
    const tally = new OperationTally();
    for (let i = 0; i <= 64; i++) tally.addOwn(`T-${i}`, 'face', 'match');
    tally.addOwn('T-1', 'finger', 'match');
    expect(tally.counts.face.genuine.comparisons).toBe(1);
    tally.addOwn('T-0', 'finger', 'match');
    expect(tally.counts.face.genuine.comparisons).toBe(1);
  });
});

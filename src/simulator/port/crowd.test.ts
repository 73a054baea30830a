import { describe, expect, it } from 'vitest';
import { type GreyImage, ManualClock, millis, parseInstant, seededRandom } from '../../kernel/index.ts';
import { Crowd, type CrowdParts } from './crowd.ts';
import type { LaneDoor } from './lane-actor.ts';
import { LaneStage } from './lane-stage.ts';
import type { Figure, Manner, Visitor } from './visitor.ts';

const frame = { width: 1, height: 1, data: new Uint8Array(3) };
const finger: GreyImage = { width: 1, height: 1, data: new Uint8Array(1) };
const PLAIN: Manner = { bodies: 1, answer: 'confirm', firstLook: 'well-placed', leaves: 'forward' };

const visitor = (key: string, change: Partial<Visitor> = {}): Visitor => ({
  key,
  person: key,
  direction: 'exit',
  heads: 'lane',
  manner: PLAIN,
  see: () => frame,
  touch: () => finger,
  ...change,
});

function world(visitors: readonly Visitor[], answer: 'turned-away' | 'may-enrol' = 'turned-away') {
  const clock = new ManualClock(parseInstant('2026-11-22T10:00:00+08:00'));
  const did: string[] = [];
  const moves: Figure[] = [];
  const ended: string[] = [];
  const bodies: number[] = [];
  const waiting = [...visitors];
  const door = (id: string): LaneDoor => ({
    id,
    press: (input) => void did.push(`${id} ${input}`),
    officer: (order) => void did.push(`${id} ${order}`),
  });
  const stage = new LaneStage();
  stage.attach({ setBodies: (count) => void bodies.push(count) });
  const parts: CrowdParts = {
    clock,
    random: seededRandom(1),
    lanes: [
      { door: door('1'), stage, direction: 'exit' },
      { door: door('2'), stage: new LaneStage(), direction: 'exit' },
    ],
    nextArrival: async () => {
      const next = waiting.shift();
      return next && { after: millis(0), visitors: [next] };
    },
    ended: ({ key }, place) => void ended.push(`${key} ${place}`),
    askCollectionPoint: async () => answer,
    changed: (figure) => void moves.push(figure),
  };
  const crowd = new Crowd(parts);
  const go = async (...conditions: string[]) => {
    for (const condition of conditions) {
      crowd.observe('1', condition);
      await clock.advanceAsync(millis(5_000));
    }
  };
  return { clock, crowd, stage, did, moves, ended, bodies, go };
}

const placesOf = (moves: readonly Figure[], key: string) => [
  ...new Set(moves.filter((figure) => figure.key === key).map(({ place }) => place)),
];

describe('the crowd', () => {
  it('walks somebody through a lane that admits them', async () => {
    const w = world([visitor('a', { lane: '1' })]);
    w.crowd.start();
    await w.go(
      'free',
      'awaiting-face',
      'awaiting-confirmation',
      'awaiting-entry',
      'awaiting-finger',
      'verifying',
      'awaiting-exit',
    );
    expect(placesOf(w.moves, 'a')).toEqual(['arriving', 'queue', 'mouth', 'chamber', 'beyond', 'gone']);
    expect(w.did).toEqual(['1 confirm']);
    expect(w.bodies).toEqual([1, 0]);
    expect(w.ended).toEqual(['a beyond']);
    expect(w.moves.find(({ place }) => place === 'beyond')?.mood).toBe('cleared');
  });

  it('shows the camera a person, and nobody before and after', async () => {
    const w = world([visitor('a', { lane: '1' })]);
    expect(w.stage.mouthCamera(w.clock.now())).toBeNull();
    w.crowd.start();
    await w.go('free', 'awaiting-face');
    expect(w.stage.mouthCamera(w.clock.now())).toBe(frame);
    await w.go('referred-outside');
    expect(w.stage.mouthCamera(w.clock.now())).toBeNull();
    expect(w.ended).toEqual(['a counter']);
  });

  it('lets an officer free whoever was referred inside', async () => {
    const w = world([visitor('a', { lane: '1', manner: { ...PLAIN, bodies: 2 } })]);
    w.crowd.start();
    await w.go('free', 'awaiting-confirmation', 'awaiting-entry', 'referred-inside');
    await w.clock.advanceAsync(millis(10_000));
    expect(w.did).toEqual(['1 confirm', '1 acknowledge', '1 release-entry']);
    await w.go('releasing-back');
    expect(w.bodies).toEqual([2, 0]);
    expect(w.ended).toEqual(['a counter']);
  });

  it.each([
    ['says that it is somebody else', { manner: { ...PLAIN, answer: 'not-me' } } as const, ['1 not-me']],
    ['changes the mind inside', { manner: { ...PLAIN, leaves: 'back' } } as const, ['1 confirm', '1 cancel']],
  ])('plays somebody who %s', async (_, change, expected) => {
    const w = world([visitor('a', { lane: '1', ...change })]);
    w.crowd.start();
    await w.go('free', 'awaiting-confirmation', 'awaiting-entry', 'awaiting-finger');
    expect(w.did).toEqual(expected);
  });

  it('A-11 lays the finger that the screen asks for, and none while it is being checked', async () => {
    const asked: (string | undefined)[] = [];
    const touch: Visitor['touch'] = (_, name) => {
      asked.push(name);
      return finger;
    };
    const w = world([visitor('a', { lane: '1', touch })]);
    w.crowd.start();
    await w.go('free', 'awaiting-confirmation', 'awaiting-entry');
    for (const name of ['right-index', 'left-index'] as const) {
      w.crowd.observe('1', 'awaiting-finger', name);
      await w.clock.advanceAsync(millis(5_000));
      expect(w.stage.glass(w.clock.now())).toBe(finger);
      await w.go('verifying');
      expect(w.stage.glass(w.clock.now())).toBeNull();
    }
    expect(asked).toEqual(['right-index', 'left-index']);
  });

  it('does what somebody does meanwhile instead of answering', async () => {
    let withdrawn = 0;
    const w = world([visitor('a', { lane: '1', meanwhile: () => withdrawn++ })]);
    w.crowd.start();
    await w.go('free', 'awaiting-confirmation');
    expect([withdrawn, w.did]).toEqual([1, []]);
  });

  it('takes the shortest queue', async () => {
    const w = world(['a', 'b', 'c', 'd'].map((key) => visitor(key)));
    w.crowd.start();
    await w.clock.advanceAsync(millis(10_000));
    const lanes = w.crowd.figures().map(({ lane }) => lane);
    expect(lanes.filter((lane) => lane === '1')).toHaveLength(2);
    expect(lanes.filter((lane) => lane === '2')).toHaveLength(2);
  });

  it('C-06 turns a child away at the collection point, who goes near no lane', async () => {
    const w = world([visitor('child', { heads: 'collection-point' })]);
    w.crowd.start();
    await w.clock.advanceAsync(millis(20_000));
    expect(placesOf(w.moves, 'child')).toEqual(['arriving', 'collection', 'gone']);
    expect(w.moves.at(-1)?.mood).toBe('referred');
    expect(w.bodies).toEqual([]);
  });

  it('lets nobody else arrive after it was stopped', async () => {
    const w = world([visitor('a'), visitor('b')]);
    w.crowd.start();
    w.crowd.stop();
    await w.clock.advanceAsync(millis(20_000));
    expect(w.crowd.figures()).toEqual([]);
  });
});

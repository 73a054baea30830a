import { describe, expect, it } from 'vitest';
import { millis, type TravellerId } from '../kernel/index.ts';
import type { LaneReason, PassageOutcome } from './machine/index.ts';
import type { Behaviour, Whereabouts } from './walker.fixture.ts';
import { ADMITTED, ANNA, LANE, World } from './world.fixture.ts';

async function live(behaviour: Behaviour, prepare: (world: World) => void = () => {}) {
  const world = new World(1);
  await world.start();
  prepare(world);
  const walker = world.arrive(behaviour);
  await world.passUntil(() => world.results.length > 0, 150_000);
  return { world, walker, result: world.results[0]! };
}

describe('a passage', () => {
  it('A-10 A-12 leads an obedient traveller from the camera to a completed crossing', async () => {
    const { world, walker, result } = await live('obedient');
    expect(walker.where).toBe('left-by-exit');
    expect(result).toMatchObject({ outcome: 'passed', reasons: [], decisionId: 'D-1', traveller: ANNA });
    expect(world.store.crossings).toEqual([ANNA]);
    expect(world.doors.refusals).toBe(0);
    walker.where = 'left-by-exit';
    await world.pass(5_000);
    expect(world.condition).toBe('free');
    expect(world.presence.claim(ANNA, LANE)).toBe(true);
  });

  it('tells each step with its milliseconds, and walking apart from computing', async () => {
    const { result } = await live('obedient');
    const names = result.steps.map(({ name }) => name);
    expect(names).toEqual([
      'read-face',
      'read-face',
      'identify',
      'decide',
      'read-face',
      'verify-face',
      'verify-finger',
      'record-clearance',
      'complete',
    ]);
    expect(result.steps.every(({ ms }) => ms === 20)).toBe(true);
    // The two verifications run side by side, and the first frame is read before the passage begins.
    expect(result.computingMs).toBe(7 * 20);
    expect(result.walkMs).toBe(result.totalMs - result.computingMs);
    expect(result.gateMs).toBeGreaterThan(2_000);
  });

  it('A-11 X11 leads from a worn finger to the next one, which opens the way, and keeps none of the touches', async () => {
    const asked: string[] = [];
    const { world, walker, result } = await live('worn-first-finger', (prepared) => {
      const { clock, screen } = prepared;
      const look = () => {
        const { message, finger } = screen.shown() ?? {};
        if (finger && asked.at(-1) !== `${message} ${finger}`) asked.push(`${message} ${finger}`);
        clock.after(millis(50), look);
      };
      look();
    });
    expect(asked).toEqual([
      'place-finger right-index',
      'finger-again right-index',
      'place-finger left-index',
    ]);
    expect(result).toMatchObject({ outcome: 'passed', reasons: [] });
    expect(walker.where).toBe('left-by-exit');
    const verdicts = result.steps.filter(({ name }) => name === 'verify-finger');
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['again', 'again', 'match']);
    await world.pass(100);
    expect(world.touches.size).toBe(0);
  });

  it('A-11 X11 asks for no fifth touch, whether fingers are strange or worn', async () => {
    for (const behaviour of ['wrong-finger', 'unreadable-finger'] as const) {
      const { result } = await live(behaviour);
      expect(result.steps.filter(({ name }) => name === 'verify-finger')).toHaveLength(4);
    }
  });

  it('A-11 still checks the finger when nobody could say which one to ask for', async () => {
    const { result } = await live('obedient', (world) => {
      world.plan.planned = [{ call: 'verifier.firstFinger', fault: 'reject', from: 0 }];
    });
    expect(result).toMatchObject({ outcome: 'passed', reasons: [] });
  });

  it('A-11 an officer comes before anybody is let in when no finger is on file', async () => {
    const { world, walker, result } = await live('never-confirms', (world) => {
      world.firstChoice = { kind: 'refer', why: 'nothing-enrolled' };
    });
    expect(result).toMatchObject({ outcome: 'referred', reasons: ['FINGER_UNREADABLE'] });
    expect([walker.where, world.doors.entry.position()]).toEqual(['outside', 'closed']);
  });

  it.each([
    ['no-face', 'no-face'],
    ['poor', 'closer'],
  ] as const)(
    'A-08 tells whoever stands inside with a face that is %s what to do about it',
    async (face, hint) => {
      const world = new World(1);
      await world.start();
      world.insideFace = face;
      const walker = world.arrive('obedient');
      await world.passUntil(() => world.screen.shown()?.message === 'adjust', 60_000);
      expect(world.screen.shown()?.guidance).toEqual([hint]);
      world.insideFace = 'ok';
      await world.passUntil(() => world.results.length > 0, 30_000);
      expect(walker.where).toBe('left-by-exit');
    },
  );

  it('a face inside that never fits ends with an officer', async () => {
    const { result } = await live('obedient', (world) => {
      world.fits = 'no-match';
    });
    expect(result).toMatchObject({ outcome: 'referred', reasons: ['BIOMETRIC_MISMATCH'] });
    expect(result.steps.filter(({ name }) => name === 'verify-face')).toHaveLength(3);
  });

  it('E-06 offers a receipt, and prints it on demand until the next passage', async () => {
    const { world } = await live('obedient');
    expect(world.notices).toContainEqual(
      expect.objectContaining({
        kind: 'receipt-offered',
        crossing: 'C-K-1',
        receipt: { lines: ['receipt'] },
      }),
    );
    const printing = world.lane.printReceipt();
    await world.pass(1_000);
    expect(await printing).toBe('printed');
  });

  const endings: [Behaviour, PassageOutcome, LaneReason, Whereabouts][] = [
    ['brings-a-second', 'referred', 'MORE_THAN_ONE_PERSON', 'left-by-entry'],
    ['steps-back-while-closing', 'abandoned', 'WALKED_BACK', 'left-by-entry'],
    ['never-enters', 'abandoned', 'NOBODY_ENTERED', 'outside'],
    ['never-confirms', 'abandoned', 'TIMED_OUT', 'outside'],
    ['says-not-me', 'referred', 'NOT_ME', 'outside'],
    ['never-lays-finger', 'referred', 'TIMED_OUT', 'left-by-entry'],
    ['wrong-finger', 'referred', 'BIOMETRIC_MISMATCH', 'left-by-entry'],
    ['unreadable-finger', 'referred', 'FINGER_UNREADABLE', 'left-by-entry'],
    ['lingers-inside', 'referred', 'TIMED_OUT', 'left-by-entry'],
    ['cancels-inside', 'abandoned', 'CANCELLED', 'left-by-entry'],
    ['cancels-when-cleared', 'abandoned', 'CANCELLED', 'left-by-entry'],
    ['asks-help-inside', 'referred', 'OFFICER_CALLED', 'left-by-entry'],
    ['withdraws-consent-inside', 'referred', 'CONSENT_WITHDRAWN', 'left-by-entry'],
    ['withdraws-consent-outside', 'referred', 'CONSENT_WITHDRAWN', 'outside'],
    ['forces-entry', 'referred', 'FORCED_GATE', 'outside'],
    ['forces-exit', 'referred', 'FORCED_GATE', 'left-by-entry'],
    ['escapes-by-exit', 'referred', 'FORCED_GATE', 'left-by-exit'],
  ];
  for (const [behaviour, outcome, reason, where] of endings) {
    it(`ends as ${outcome} with ${reason} when a person ${behaviour.replaceAll('-', ' ')}`, async () => {
      const { world, walker, result } = await live(behaviour);
      await world.pass(100);
      expect(result).toMatchObject({ outcome, reasons: [reason] });
      expect(walker.where).toBe(where);
      expect(world.store.crossings).toEqual([]);
      expect([...world.store.clearances.values()].filter((fate) => fate !== 'void')).toEqual([]);
      expect(world.broken).toEqual([]);
      expect(world.store.referrals.includes(reason)).toBe(outcome === 'referred');
      const called = world.notices.some(({ kind }) => kind === 'officer-called');
      expect(called || outcome === 'abandoned').toBe(true);
    });
  }

  it('A-03 names other ways and the law reasons when the law does not admit', async () => {
    const refused = { ...ADMITTED, admits: false, reasons: ['PORT_NOT_OPEN'] };
    const { world, result } = await live('obedient', (world) => {
      world.answer = refused;
    });
    expect(result).toMatchObject({
      outcome: 'referred',
      reasons: ['NOT_ELIGIBLE'],
      lawReasons: ['PORT_NOT_OPEN'],
    });
    expect(result.alternatives).toEqual(['counter']);
    await world.pass(50);
    expect(world.screen.shown()).toMatchObject({ message: 'officer-coming', advice: ['counter'] });
  });

  it('refers a traveller who stands in another lane', async () => {
    const { result } = await live('obedient', (world) => {
      world.presence.claim(ANNA, 'lane-2' as typeof LANE);
    });
    expect(result).toMatchObject({ outcome: 'referred', reasons: ['ALREADY_IN_PASSAGE'] });
  });

  it('refers two faces before the camera, and captures nobody', async () => {
    const { world, result } = await live('obedient', (world) => {
      world.faces = 2;
    });
    expect(result).toMatchObject({
      outcome: 'referred',
      reasons: ['MORE_THAN_ONE_FACE'],
      traveller: null,
      steps: [],
    });
    expect(world.doors.entry.position()).toBe('closed');
  });

  it('D-08 holds a minor before the entry until the guardian is ready', async () => {
    const guardian = 'T-0000000002-MAMA0000' as TravellerId;
    const world = new World(1);
    world.answer = { ...ADMITTED, awaitsGuardian: guardian };
    await world.start();
    world.arrive('obedient');
    await world.passUntil(() => world.condition === 'awaiting-guardian', 20_000);
    expect(world.lane.snapshot().passage?.awaitsGuardian).toBe(guardian);
    world.lane.guardianReady(ANNA);
    await world.pass(20_000);
    expect(world.condition).toBe('awaiting-guardian');
    expect(world.doors.entry.position()).toBe('closed');
    world.lane.guardianReady(guardian);
    await world.passUntil(() => world.results.length > 0, 30_000);
    expect(world.results).toMatchObject([{ outcome: 'passed' }]);
  });

  it('D-08 refers the minor whose guardian does not come', async () => {
    const { result } = await live('obedient', (world) => {
      world.answer = { ...ADMITTED, awaitsGuardian: 'T-0000000002-MAMA0000' as TravellerId };
    });
    expect(result).toMatchObject({
      outcome: 'referred',
      reasons: ['TIMED_OUT'],
      lawReasons: ['GUARDIAN_REQUIRED'],
    });
  });

  it('keeps a journal that names nobody', async () => {
    const { world } = await live('obedient');
    const text = JSON.stringify(world.lane.journal().map(({ passage: _, ...entry }) => entry));
    expect(text).toContain('open-gate exit');
    for (const secret of [ANNA, '陳', '1234', 'K-1']) expect(text).not.toContain(secret);
  });
});

describe('officers at a lane', () => {
  const untilHeld = async () => {
    const world = new World(3);
    await world.start();
    const walker = world.arrive('wrong-finger');
    await world.passUntil(() => world.condition === 'referred-inside', 60_000);
    return { world, walker };
  };

  it('A-07 flags a traveller inside for secondary inspection, which is no error', async () => {
    const world = new World(3);
    await world.start();
    world.arrive('never-lays-finger');
    await world.passUntil(() => world.condition === 'awaiting-finger', 60_000);
    world.lane.officer('flag-secondary');
    expect(world.condition).toBe('secondary-inspection');
    world.lane.officer('release-entry');
    await world.passUntil(() => world.results.length > 0, 20_000);
    expect(world.results).toMatchObject([{ outcome: 'referred', reasons: ['SECONDARY_INSPECTION'] }]);
    expect(world.condition).toBe('secondary-inspection');
  });

  it('A-11 let a person with a failing finger out by the exit only with a durable decision', async () => {
    const { world, walker } = await untilHeld();
    world.lane.officer('release-exit');
    await world.passUntil(() => world.results.length > 0, 30_000);
    expect(walker.where).toBe('left-by-exit');
    expect(world.results).toMatchObject([{ outcome: 'passed', reasons: ['BIOMETRIC_MISMATCH'] }]);
    expect(world.broken).toEqual([]);
  });

  it('cannot open the exit while the store is gone', async () => {
    const { world, walker } = await untilHeld();
    world.plan.planned = [{ call: 'recorder.recordClearance', fault: 'reject', from: 0 }];
    world.lane.officer('release-exit');
    await world.passUntil(() => world.results.length > 0, 30_000);
    expect(walker.where).toBe('left-by-entry');
    expect(world.results[0]?.reasons).toEqual(['BIOMETRIC_MISMATCH', 'STORE_UNAVAILABLE']);
  });

  it('close a lane after the passage that is under way, and open it again', async () => {
    const world = new World(3);
    await world.start();
    world.arrive('obedient');
    await world.passUntil(() => world.condition === 'verifying', 60_000);
    world.lane.officer('close');
    await world.passUntil(() => world.condition === 'out-of-service', 30_000);
    expect(world.results).toMatchObject([{ outcome: 'passed' }]);
    world.walker = null;
    world.lane.officer('open');
    await world.pass(1_000);
    expect(world.condition).toBe('free');
  });
});

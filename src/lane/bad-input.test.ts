import { describe, expect, it } from 'vitest';
import type { TravellerId } from '../kernel/index.ts';
import { World } from './world.fixture.ts';

async function inside(seed = 5) {
  const world = new World(seed);
  await world.start();
  const walker = world.arrive('obedient');
  await world.passUntil(() => world.condition === 'awaiting-finger', 60_000);
  return { world, walker };
}

describe('what may go wrong around a passage', () => {
  it('consent withdrawn while inside: the person walks back out, uncleared', async () => {
    const { world, walker } = await inside();
    world.lane.consentWithdrawn(walker.traveller);
    await world.passUntil(() => world.results.length > 0, 30_000);
    expect(walker.where).toBe('left-by-entry');
    expect(world.results).toMatchObject([{ outcome: 'referred', reasons: ['CONSENT_WITHDRAWN'] }]);
    expect(world.store.clearances.size).toBe(0);
  });

  it('consent withdrawn by somebody else: nothing happens here', async () => {
    const { world } = await inside();
    world.lane.consentWithdrawn('T-0000000009-BERT0000' as TravellerId);
    await world.passUntil(() => world.results.length > 0, 30_000);
    expect(world.results).toMatchObject([{ outcome: 'passed' }]);
  });

  it('the database gone while a person is inside: no exit, and a way back at once', async () => {
    const { world, walker } = await inside();
    const calls = ['recordClearance', 'voidClearance', 'complete', 'referral', 'note'];
    world.plan.planned = calls.map((call) => ({
      call: `recorder.${call}`,
      fault: 'hang',
      from: 0,
      count: 3,
    }));
    await world.passUntil(() => world.results.length > 0, 60_000);
    expect(walker.where).toBe('left-by-entry');
    expect(walker.insideMs).toBeLessThan(20_000);
    expect(world.results[0]).toMatchObject({ outcome: 'referred', reasons: ['STORE_UNAVAILABLE'] });
    expect(world.store.referrals).toEqual([]);
    world.walker = null;
    await world.pass(90_000);
    expect(world.store.referrals).toContain('STORE_UNAVAILABLE');
    expect(world.condition).toBe('free');
  });

  it('the database gone after the clearance: the crossing is completed once it is back', async () => {
    const { world, walker } = await inside();
    world.plan.planned = [{ call: 'recorder.complete', fault: 'reject', from: 0, count: 30 }];
    await world.passUntil(() => world.results.length > 0, 60_000);
    expect(walker.where).toBe('left-by-exit');
    expect(world.results[0]).toMatchObject({
      outcome: 'passed',
      reasons: ['STORE_UNAVAILABLE'],
      crossing: null,
    });
    world.walker = null;
    expect(world.condition).toBe('out-of-service');
    await world.pass(40_000);
    expect(world.store.crossings).toEqual([walker.traveller]);
    expect(world.condition).toBe('free');
  });

  it('a clearance that comes too late is given back', async () => {
    const { world } = await inside();
    world.plan.planned = [{ call: 'recorder.recordClearance', fault: 'late', from: 0 }];
    await world.passUntil(() => world.results.length > 0, 60_000);
    await world.pass(20_000);
    expect([...world.store.clearances.values()]).toEqual(['void']);
    expect(world.results).toMatchObject([{ outcome: 'referred', reasons: ['STORE_UNAVAILABLE'] }]);
  });

  it('the camera dying between two frames: referred, and out of service until it is mended', async () => {
    const world = new World(5);
    await world.start();
    world.arrive('obedient');
    await world.passUntil(() => world.condition === 'awaiting-face', 10_000);
    world.camera.suffer({ kind: 'dies' });
    await world.passUntil(() => world.results.length > 0, 30_000);
    expect(world.results).toMatchObject([
      { outcome: 'referred', reasons: ['DEVICE_FAULT'], traveller: null },
    ]);
    world.walker = null;
    await world.passUntil(() => world.condition === 'out-of-service', 30_000);
    expect(world.doors.entry.position()).toBe('closed');
    world.camera.mend();
    await world.pass(1_000);
    expect(world.condition).toBe('free');
  });

  it('the camera falling silent without a word: noticed, and noticed again when it is back', async () => {
    const world = new World(5);
    await world.start();
    world.camera.suffer({ kind: 'silent' });
    await world.pass(6_000);
    expect(world.condition).toBe('out-of-service');
    expect(world.lane.snapshot().faults).toEqual(['camera']);
    world.camera.mend();
    await world.pass(1_000);
    expect(world.condition).toBe('free');
  });

  it('R30 the clock not to be trusted: no passage begins', async () => {
    const world = new World(5);
    await world.start();
    world.lane.trustClock(false);
    world.arrive('obedient');
    await world.pass(30_000);
    expect(world.results).toEqual([]);
    expect(world.condition).toBe('out-of-service');
    world.lane.trustClock(true);
    await world.passUntil(() => world.results.length > 0, 60_000);
    expect(world.results).toMatchObject([{ outcome: 'passed' }]);
  });

  it('R4 a lane that requires presentation attack detection refers a face that nobody checked', async () => {
    const world = new World(5);
    world.pad = 'absent';
    await world.start();
    world.arrive('obedient');
    await world.passUntil(() => world.results.length > 0, 60_000);
    expect(world.results).toMatchObject([{ outcome: 'referred', reasons: ['PAD_REQUIRED'] }]);
  });

  it('R4 an advisory lane lets it go on', async () => {
    const world = new World(5, { pad: 'advisory' });
    world.pad = 'absent';
    await world.start();
    world.arrive('obedient');
    await world.passUntil(() => world.results.length > 0, 60_000);
    expect(world.results).toMatchObject([{ outcome: 'passed' }]);
  });

  it('T9 the power gone with a person inside: the lane starts by letting that person out', async () => {
    const world = new World(5);
    world.occupancy.setBodies(1);
    await world.pass(500);
    await world.start();
    await world.pass(2_000);
    expect(world.doors.entry.position()).toBe('open');
    world.occupancy.setBodies(0);
    await world.pass(6_000);
    expect(world.condition).toBe('free');
  });

  it('a lane that stops with a person inside leaves the entry open', async () => {
    const { world, walker } = await inside();
    const stopped = world.lane.stop();
    await world.pass(5_000);
    await stopped;
    expect(walker.where).toBe('left-by-entry');
    expect(world.screen.shown()).toBe(null);
  });

  it('T7 a gate forced while nobody passes: alarm within a second, no crossing, out of service until reset', async () => {
    const world = new World(5);
    await world.start();
    const before = world.clock.now();
    world.doors.exit.force();
    await world.pass(100);
    expect(world.notices).toContainEqual({ kind: 'officer-called', reason: 'FORCED_GATE', passage: null });
    expect(world.signal.cues).toContain('alarm');
    expect(world.store.notes).toContain('forced-exit');
    expect(world.clock.now() - before).toBeLessThan(1_000);
    await world.pass(20_000);
    expect(world.condition).toBe('out-of-service');
    world.lane.officer('reset');
    await world.pass(1_000);
    expect(world.condition).toBe('free');
    expect(world.store.crossings).toEqual([]);
  });
});

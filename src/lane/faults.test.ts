import { describe, expect, it } from 'vitest';
import { seededRandom } from '../kernel/index.ts';
import { DEFAULT_LANE_CONFIG } from './machine/index.ts';
import { BEHAVIOURS, type Behaviour } from './walker.fixture.ts';
import { World } from './world.fixture.ts';

/** T8: the longest stay and what it takes to open a gate and walk. */
const INSIDE_MS_MAX = DEFAULT_LANE_CONFIG.times.releaseMs + 5_000;
const LINGERING_MS = 20_000;

const CALLS = [
  'faceReader.read',
  'identifier.identify',
  'law.decide',
  'verifier.firstFinger',
  'verifier.verifyFace',
  'verifier.verifyFinger',
  'recorder.recordClearance',
  'recorder.voidClearance',
  'recorder.complete',
  'recorder.referral',
  'recorder.note',
] as const;

type Injection = (world: World) => void;
const DEVICE_FAULTS: Readonly<Record<string, Injection>> = {
  'camera dies': ({ camera }) => camera.suffer({ kind: 'dies' }),
  'camera dies two frames later': ({ camera }) => camera.suffer({ kind: 'dies', afterFrames: 2 }),
  'camera silent': ({ camera }) => camera.suffer({ kind: 'silent' }),
  'camera late': ({ camera }) => camera.suffer({ kind: 'late', ms: 2_000 }),
  'entry jams on opening': ({ doors }) => doors.entry.suffer({ kind: 'jam', on: 'open' }),
  'entry jams on closing': ({ doors }) => doors.entry.suffer({ kind: 'jam', on: 'close' }),
  'entry dies': ({ doors }) => doors.entry.suffer({ kind: 'dies' }),
  'entry slow': ({ doors }) => doors.entry.suffer({ kind: 'slow', factor: 4 }),
  'exit jams on opening': ({ doors }) => doors.exit.suffer({ kind: 'jam', on: 'open' }),
  'exit jams on closing': ({ doors }) => doors.exit.suffer({ kind: 'jam', on: 'close' }),
  'exit dies': ({ doors }) => doors.exit.suffer({ kind: 'dies' }),
  'exit slow': ({ doors }) => doors.exit.suffer({ kind: 'slow', factor: 4 }),
  'exit stuck': ({ doors }) => doors.exit.suffer({ kind: 'stuck' }),
  'exit silent': ({ doors }) => doors.exit.suffer({ kind: 'silent' }),
  'finger reader dies': ({ fingerReader }) => fingerReader.suffer({ kind: 'dies' }),
  'finger reader silent': ({ fingerReader }) => fingerReader.suffer({ kind: 'silent' }),
  'finger reader late': ({ fingerReader }) => fingerReader.suffer({ kind: 'late', ms: 9_000 }),
  'a sensor stuck': ({ occupancy }) => occupancy.suffer({ kind: 'stuck', sensor: 0 }),
  'a sensor sees one too many': ({ occupancy }) => occupancy.suffer({ kind: 'miscounts', sensor: 1, by: 1 }),
  'a sensor sees one too few': ({ occupancy }) => occupancy.suffer({ kind: 'miscounts', sensor: 1, by: -1 }),
  'a sensor dies': ({ occupancy }) => occupancy.suffer({ kind: 'dies', sensor: 0 }),
  'screen dies': ({ screen }) => screen.suffer({ kind: 'dies' }),
  'screen silent': ({ screen }) => screen.suffer({ kind: 'silent' }),
  'signal dies': ({ signal }) => signal.suffer({ kind: 'dies' }),
  'signal silent': ({ signal }) => signal.suffer({ kind: 'silent' }),
  'printer dies': ({ printer }) => printer.suffer({ kind: 'dies' }),
};

/** One person, one fault; what must hold afterwards whatever happened. */
async function live(world: World, behaviour: Behaviour, inject: () => Promise<void>) {
  await world.start();
  const walker = world.arrive(behaviour);
  await inject();
  const over = () => world.results.length > 0 && walker.where !== 'inside';
  for (let s = 0; s < 180 && !over(); s++) await world.pass(1_000);
  await world.pass(9_000);
  const seen = {
    where: walker.where,
    results: world.results.map(({ outcome, reasons }) => ({ outcome, reasons })),
  };
  const told = JSON.stringify({ behaviour, ...seen, condition: world.condition });

  expect(world.broken, told).toEqual([]);
  expect(world.doors.refusals, told).toBe(0);
  expect(walker.where, told).not.toBe('inside');
  expect(walker.insideMs, told).toBeLessThanOrEqual(
    INSIDE_MS_MAX + (behaviour === 'lingers-inside' ? LINGERING_MS : 0),
  );
  for (const result of world.results)
    expect(result.outcome === 'passed' || result.reasons.length > 0, told).toBe(true);
  const forced = behaviour === 'escapes-by-exit' || behaviour === 'forces-exit';
  if (walker.where === 'left-by-exit' && !forced)
    expect([...world.store.clearances.values()], told).not.toEqual([]);
  if (walker.where !== 'left-by-exit' || forced) expect(world.store.crossings, told).toEqual([]);
  expect(world.store.crossings.length, told).toBeLessThanOrEqual(1);
  return { world, walker, told };
}

describe('a lane with one fault', () => {
  for (const call of CALLS) {
    it(`T11 R1 R3 opens nothing unrecorded and locks nobody in when ${call} fails`, async () => {
      const random = seededRandom(17).fork(call);
      for (const fault of ['reject', 'hang', 'late'] as const) {
        for (const from of [0, 1]) {
          for (const count of [1, Number.POSITIVE_INFINITY]) {
            for (const behaviour of ['obedient', random.pick(BEHAVIOURS)] as const) {
              const world = new World(random.int(1, 1e6));
              world.plan.planned = [{ call, fault, from, count }];
              await live(world, behaviour, async () => {});
            }
          }
        }
      }
    });
  }

  for (const [name, inject] of Object.entries(DEVICE_FAULTS)) {
    it(`R3 locks nobody in when: ${name}`, async () => {
      const random = seededRandom(23).fork(name);
      for (let run = 0; run < 24; run++) {
        const world = new World(random.int(1, 1e6));
        const behaviour = run % 2 === 0 ? 'obedient' : random.pick(BEHAVIOURS);
        const atMs = random.int(0, 11_000);
        const { told } = await live(world, behaviour, async () => {
          await world.pass(atMs);
          inject(world);
        });
        expect(told).toBeTruthy();
      }
    });
  }
});

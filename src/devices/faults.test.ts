import { describe, expect, it } from 'vitest';
import { type Frame, isRoomError, ManualClock, millis, parseInstant, seededRandom } from '../kernel/index.ts';
import {
  PushedCamera,
  SimulatedCamera,
  SimulatedDoorController,
  SimulatedFingerReader,
  SimulatedOccupancy,
  SimulatedPrinter,
  SimulatedScreen,
} from './index.ts';

const picture: Frame = { width: 10, height: 10, data: new Uint8Array(300) };
const part = () => ({
  id: 'device',
  clock: new ManualClock(parseInstant('2025-11-05T10:00:00+08:00')),
  random: seededRandom(11),
});
const codeOf = (error: unknown) => (isRoomError(error) ? error.code : 'unknown');

async function watched(source: () => Frame | null = () => picture) {
  const options = part();
  const camera = new SimulatedCamera({ ...options, source });
  await camera.open();
  const frames: Frame[] = [];
  const told: string[] = [];
  camera.on((event) => told.push(event.kind === 'health-changed' ? event.health : event.kind));
  camera.frames((frame) => frames.push(frame), millis(100));
  const elapse = (ms: number) => options.clock.advanceAsync(millis(ms));
  return { camera, frames, told, elapse };
}

describe('a simulated camera', () => {
  it('dies after as many frames as scripted, and says so', async () => {
    const { camera, frames, told, elapse } = await watched();
    camera.suffer({ kind: 'dies', afterFrames: 2 });
    await elapse(1_000);
    expect([frames.length, told, camera.health()]).toEqual([2, ['failed'], 'failed']);
    camera.mend();
    await elapse(500);
    expect(frames.length).toBeGreaterThan(2);
  });

  it('falls silent without a word', async () => {
    const { camera, frames, told, elapse } = await watched();
    camera.suffer({ kind: 'silent' });
    await elapse(1_000);
    expect([frames.length, told, camera.health()]).toEqual([0, [], 'ok']);
  });

  it('is late by as much as scripted', async () => {
    const { camera, frames, elapse } = await watched();
    camera.suffer({ kind: 'late', ms: 500 });
    await elapse(500);
    expect(frames).toEqual([]);
    await elapse(100);
    expect(frames.length).toBeGreaterThan(0);
  });

  it('sees noise through a dirty glass, and leaves the source as it was', async () => {
    const { camera, frames, elapse } = await watched();
    camera.suffer({ kind: 'dirty', share: 0.3 });
    await elapse(200);
    expect(frames[0]?.data.some((value) => value > 0)).toBe(true);
    expect(picture.data.every((value) => value === 0)).toBe(true);
  });

  it('tells an empty scene from a dead camera', async () => {
    const { frames, told, elapse } = await watched(() => null);
    await elapse(250);
    expect([frames, told]).toEqual([[], ['scene-empty', 'scene-empty', 'scene-empty']]);
  });
});

describe('a pushed camera', () => {
  it('has failed when nothing is pushed, until the next picture comes', async () => {
    const { id, clock } = part();
    const camera = new PushedCamera({ id, clock, silenceMsMax: 1_000 });
    await camera.open();
    await clock.advanceAsync(millis(999));
    expect(camera.health()).toBe('ok');
    await clock.advanceAsync(millis(1));
    expect(camera.health()).toBe('failed');
    expect(camera.push(picture)).toBe(true);
    expect(camera.health()).toBe('ok');
  });

  it('refuses what is no picture, and takes none while closed', async () => {
    const { id, clock } = part();
    const camera = new PushedCamera({ id, clock, sidePxMax: 10 });
    expect(camera.push(picture)).toBe(false);
    await camera.open();
    const codes = [
      { ...picture, data: new Uint8Array(299) },
      { width: 11, height: 1, data: new Uint8Array(33) },
      { width: 0, height: 0, data: new Uint8Array(0) },
    ].map((frame) => {
      try {
        return camera.push(frame);
      } catch (error) {
        return codeOf(error);
      }
    });
    expect(codes).toEqual(['IMAGE_UNREADABLE', 'FIELD_INVALID', 'FIELD_INVALID']);
  });
});

describe('a simulated door', () => {
  const open = async () => {
    const options = part();
    const doors = new SimulatedDoorController(options);
    await doors.entry.open();
    await doors.exit.open();
    return { doors, elapse: (ms: number) => options.clock.advanceAsync(millis(ms)) };
  };

  it('jams half-way once, and is freed by the opposite command', async () => {
    const { doors, elapse } = await open();
    doors.entry.suffer({ kind: 'jam', on: 'open' });
    void doors.entry.command('open');
    await elapse(2_000);
    expect(doors.entry.position()).toBe('jammed');
    void doors.entry.command('close');
    await elapse(2_000);
    expect(doors.entry.position()).toBe('closed');
  });

  it('falls free at the entry and springs shut at the exit when a drive dies', async () => {
    const { doors, elapse } = await open();
    void doors.exit.command('open');
    await elapse(2_000);
    doors.exit.suffer({ kind: 'dies' });
    expect([doors.exit.position(), doors.exit.passable()]).toEqual(['closed', false]);
    doors.entry.suffer({ kind: 'dies' });
    expect([doors.entry.position(), doors.entry.passable()]).toEqual(['jammed', true]);
    expect(await doors.entry.command('open').catch(codeOf)).toBe('DEVICE_FAULT');
  });

  it('counts what its interlock had to refuse', async () => {
    const { doors, elapse } = await open();
    void doors.entry.command('open');
    await elapse(2_000);
    const reply = doors.exit.command('open');
    await elapse(20);
    expect([await reply, doors.refusals]).toEqual(['refused', 1]);
  });
});

describe('simulated occupancy', () => {
  const open = async () => {
    const options = part();
    const occupancy = new SimulatedOccupancy(options);
    await occupancy.open();
    return { occupancy, elapse: (ms: number) => options.clock.advanceAsync(millis(ms)) };
  };

  it('reports two sensors that go on differing, and not those that differ for a moment', async () => {
    const { occupancy, elapse } = await open();
    const kinds: string[] = [];
    occupancy.on((event) => event.kind === 'occupancy-changed' && kinds.push(event.reading.kind));
    occupancy.setBodies(1);
    await elapse(1_000);
    expect(kinds).toEqual(['agreed']);
    occupancy.suffer({ kind: 'stuck', sensor: 0 });
    occupancy.setBodies(0);
    await elapse(1_000);
    expect(occupancy.reading()).toEqual({ kind: 'disagreed', counts: [1, 0] });
  });

  it('knows nothing when a sensor has died, and counts again once mended', async () => {
    const { occupancy, elapse } = await open();
    occupancy.suffer({ kind: 'dies', sensor: 1 });
    occupancy.setBodies(2);
    await elapse(1_000);
    expect([occupancy.reading(), occupancy.health()]).toEqual([{ kind: 'unknown' }, 'failed']);
    occupancy.mend();
    await elapse(1_000);
    expect(occupancy.reading()).toEqual({ kind: 'agreed', bodies: 2 });
  });
});

describe('reader, screen and printer', () => {
  it('a finger reader that dies during the scan rejects with DEVICE_FAULT', async () => {
    const options = part();
    const source = () => ({ width: 1, height: 1, data: Uint8Array.of(1) });
    const reader = new SimulatedFingerReader({ ...options, source });
    await reader.open();
    const code = reader.capture(new AbortController().signal).catch(codeOf);
    reader.suffer({ kind: 'dies' });
    await options.clock.advanceAsync(millis(1_000));
    expect(await code).toBe('DEVICE_FAULT');
  });

  it('a screen that dies while drawing rejects with DEVICE_FAULT', async () => {
    const options = part();
    const screen = new SimulatedScreen(options);
    await screen.open();
    const code = screen.show({ message: 'welcome' }).catch(codeOf);
    screen.suffer({ kind: 'dies' });
    await options.clock.advanceAsync(millis(1_000));
    expect([await code, screen.shown()]).toEqual(['DEVICE_FAULT', null]);
  });

  it('a printer runs out of paper, asks for it in time, jams, and prints again once mended', async () => {
    const options = part();
    const printer = new SimulatedPrinter({ ...options, roll: 6 });
    await printer.open();
    const print = async () => {
      const outcome = printer.print({ lines: ['a'] });
      await options.clock.advanceAsync(millis(100));
      return outcome;
    };
    expect([await print(), printer.health()]).toEqual(['printed', 'degraded']);
    for (let i = 0; i < 5; i++) expect(await print()).toBe('printed');
    expect(await print()).toBe('paper-out');
    printer.suffer({ kind: 'jams' });
    expect(await print()).toBe('jammed');
    printer.mend();
    expect([await print(), printer.printed.length]).toEqual(['printed', 7]);
  });
});

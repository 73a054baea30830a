import { type Frame, millis } from '../../kernel/index.ts';
import { type ConformanceCase, claim, deviceConformance, type Elapse } from '../conformance.ts';
import type { Camera } from './contract.ts';

export interface CameraBench {
  readonly camera: Camera;
  readonly elapse: Elapse;
}

/** `setup` gives a fresh camera, not open, that looks at a scene with at least 20 pictures a second. */
export function cameraConformance(setup: () => CameraBench): ConformanceCase[] {
  return [
    ...deviceConformance(() => setup().camera),
    { name: 'delivers whole pictures, each with its instant', run: () => deliversWhole(setup()) },
    { name: 'delivers no faster than asked', run: () => keepsTheRate(setup()) },
    { name: 'delivers nothing once unsubscribed or closed', run: () => stops(setup()) },
  ];
}

async function watch({ camera, elapse }: CameraBench, everyMs: number, ms: number) {
  await camera.open();
  const seen: Frame[] = [];
  const stop = camera.frames((frame) => seen.push(frame), millis(everyMs));
  await elapse(ms);
  return { seen, stop };
}

async function deliversWhole(bench: CameraBench): Promise<void> {
  const { seen } = await watch(bench, 100, 1_000);
  claim(seen.length > 0, 'a frame arrives within a second');
  for (const frame of seen) {
    claim(frame.data.length === frame.width * frame.height * 3, 'a frame has three bytes a pixel');
    claim(frame.at !== undefined, 'a frame says when it was taken');
  }
}

async function keepsTheRate(bench: CameraBench): Promise<void> {
  const { seen } = await watch(bench, 200, 1_000);
  claim(seen.length >= 2 && seen.length <= 6, 'one frame each 200 ms makes two to six in a second');
}

async function stops(bench: CameraBench): Promise<void> {
  const { seen, stop } = await watch(bench, 50, 300);
  stop();
  const atStop = seen.length;
  await bench.elapse(300);
  claim(seen.length === atStop, 'nothing comes after unsubscribing');
  bench.camera.frames((frame) => seen.push(frame), millis(50));
  await bench.camera.close();
  await bench.elapse(300);
  claim(seen.length === atStop, 'nothing comes after closing');
}

/** Passages on photographs at a running port: each traveller of the cast once, by `kouan cross`. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CrossResult } from '../../src/host/index.ts';
import type { People } from '../../src/simulator/node.ts';
import { median } from '../frame.ts';
import { CLI, environmentOf } from './running-port.ts';

const run = promisify(execFile);

export interface MeasuredPassages {
  readonly passed: number;
  readonly asked: number;
  /** Median over passages of the sum of all their steps. */
  readonly ms: number;
  /** Medians of the steps, in the order in which they come. */
  readonly steps: ReadonlyMap<string, number>;
}

/** Only those that ended at the exit count: a referral leaves steps out. */
export async function measurePassages(
  folder: string,
  people: People,
  assets: string,
  asked: number,
): Promise<MeasuredPassages> {
  const results: CrossResult[] = [];
  for (const { id } of people.roster.slice(0, asked)) results.push(await cross(folder, join(assets, id)));
  // The first ones warm the program up, as the first travellers of a day do.
  const passed = results.slice(3).filter(({ outcome }) => outcome === 'passed');
  const names = [...new Set(passed.flatMap(({ steps }) => steps.map(({ name }) => name)))];
  const msOf = (name: string) =>
    passed.flatMap(({ steps }) => steps.filter((step) => step.name === name).map(({ ms }) => ms));
  return {
    asked: results.length - 3,
    passed: passed.length,
    ms: median(passed.map(({ steps }) => steps.reduce((sum, { ms }) => sum + ms, 0))),
    steps: new Map(names.map((name) => [name, median(msOf(name))])),
  };
}

async function cross(folder: string, pictures: string): Promise<CrossResult> {
  const faces = [1, 2, 3].map((frame) => join(pictures, `face-lane-${frame}.webp`));
  const finger = `right-index=${join(pictures, 'finger-right-index.png')}`;
  const words = ['cross', '--face', ...faces, '--finger', finger, '--port', 'szb', '--direction', 'exit'];
  const given = { env: environmentOf(folder, 0), maxBuffer: 1 << 24 };
  // Exit code 3 is a referral, told in the same answer.
  const { stdout } = await run(process.execPath, [CLI, ...words, '--json'], given).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  if (!stdout.startsWith('{')) throw new Error('kouan cross gave no answer.');
  return JSON.parse(stdout) as CrossResult;
}

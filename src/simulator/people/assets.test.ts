import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { isRoomError, parseDay, seededRandom } from '../../kernel/index.ts';
import { makeCast } from '../traffic/index.ts';
import { makeIdentity } from './face/identity.ts';
import { PICTURED_VIEWS, picturedView } from './face/pictured-views.ts';
import { renderFace } from './face/render.ts';
import { makeRidgeFlow } from './finger/ridge-flow.ts';
import { loadPeople } from './node.ts';
import { FINGERS } from './roster.ts';

const ASSETS = fileURLToPath(new URL('../../../assets/people/', import.meta.url));
const people = await loadPeople(ASSETS);

it('there are at least thirty pictured people, each with every view and two fingers, below five megabytes in all', () => {
  expect(people.roster.length).toBeGreaterThanOrEqual(30);
  const wanted = [
    ...PICTURED_VIEWS.map((view) => `face-${view}.webp`),
    ...FINGERS.map((finger) => `finger-${finger}.png`),
  ].sort();
  let bytes = 0;
  for (const { id } of people.roster) {
    const files = readdirSync(join(ASSETS, id)).sort();
    expect(files).toEqual(wanted);
    for (const file of files) bytes += statSync(join(ASSETS, id, file)).size;
  }
  expect(bytes).toBeLessThan(5e6);
});

it('no two of them share a face seed, a finger seed or a name', () => {
  const all = people.roster.flatMap(({ fingerSeeds }) => FINGERS.map((finger) => fingerSeeds[finger]));
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(people.roster.map(({ faceSeed }) => faceSeed)).size).toBe(people.roster.length);
  expect(new Set(people.roster.map(({ name }) => name.latin)).size).toBe(people.roster.length);
});

it('a picture is what the generator draws from its seed, within what compression changes', async () => {
  const person = people.roster[0]!;
  const size = { width: 90, height: 108 };
  const drawn = renderFace(
    makeIdentity(person.faceSeed, person),
    { ...picturedView('enrol-1', person.faceSeed), noise: 0 },
    size,
  );
  const kept = await people.picture(person.id, 'enrol-1');
  const [colour, mask] = differences(kept, drawn, kept.width / size.width);
  expect(colour).toBeLessThan(7);
  expect(mask).toBeLessThan(5);
});

it('another person is further from it than that', async () => {
  const [first, second] = people.roster;
  const kept = await people.picture(first!.id, 'enrol-1');
  const other = await people.picture(second!.id, 'enrol-1');
  expect(differences(kept, other, 1)[0]).toBeGreaterThan(9);
});

it('a finger master is a grey picture at 500 dpi with as much ridge as valley', async () => {
  const master = await people.master(people.roster[0]!.id, 'left-index');
  expect([master.width, master.height, master.dpi]).toEqual([340, 460, 500]);
  const mean = master.data.reduce((sum, v) => sum + v, 0) / master.data.length;
  expect(mean).toBeGreaterThan(90);
  expect(mean).toBeLessThan(165);
});

it('the patterns told of the fingers are those their seeds grow into', () => {
  for (const { fingerSeeds, fingerPatterns } of people.roster.slice(0, 4)) {
    const flow = makeRidgeFlow(seededRandom(fingerSeeds['right-index']).fork('flow'));
    expect(flow.pattern).toBe(fingerPatterns['right-index']);
  }
});

it('the roster can play every role', () => {
  expect(() => makeCast({ people: people.roster, seed: 1, day: parseDay('2026-03-02') })).not.toThrow();
});

it('an unknown person is an error that says so', async () => {
  const error = await people.picture('p99', 'away').catch((cause: unknown) => cause);
  expect(isRoomError(error) && error.code).toBe('NOT_FOUND');
});

interface Picture {
  readonly width: number;
  readonly rgba: Uint8Array;
}

/** Mean difference of colour within both masks and of the masks, 8-bit levels; `block` elements of `large` make one of `small`. */
function differences(large: Picture, small: Picture, block: number): [number, number] {
  let [colour, mask, inside] = [0, 0, 0];
  const count = small.rgba.length / 4;
  for (let k = 0; k < count; k++) {
    const mean = [0, 0, 0, 0];
    for (let n = 0; n < block * block; n++) {
      const x = (k % small.width) * block + (n % block);
      const y = Math.floor(k / small.width) * block + Math.floor(n / block);
      for (let c = 0; c < 4; c++) mean[c]! += large.rgba[(y * large.width + x) * 4 + c]! / block ** 2;
    }
    mask += Math.abs(mean[3]! - small.rgba[k * 4 + 3]!) / count;
    if (mean[3]! < 250 || small.rgba[k * 4 + 3]! < 250) continue;
    inside += 3;
    for (let c = 0; c < 3; c++) colour += Math.abs(mean[c]! - small.rgba[k * 4 + c]!);
  }
  return [colour / Math.max(1, inside), mask];
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../../kernel/index.ts';
import { createGallery } from './gallery.ts';
import { naiveCosine } from './naive-search.ts';
import { decideOutcome } from './outcome.ts';
import { SKETCH_LIMIT_MIN } from './sketch-store.ts';
import { VectorStore } from './vector-store.ts';

const clamp = (value: number) => Math.max(-127, Math.min(127, Math.round(value)));

/** Vectors of several kinds, for the proof must not rest on any distribution: even, spread, sparse, two-valued. */
function vector(dims: number, random: Random): Int8Array {
  const kind = random.int(0, 3);
  const draw = () => {
    if (kind === 0) return random.gauss() * 40;
    if (kind === 1) return random.between(-127, 128);
    if (kind === 2) return random.chance(0.05) ? random.gauss() * 60 : 0;
    return random.chance(0.5) ? 1 : -1;
  };
  const values = Int8Array.from({ length: dims }, () => clamp(draw()));
  if (values.every((value) => value === 0)) values[0] = 1;
  return values;
}

/** Somewhere on the way from one vector to another, or with some of its signs turned. */
function near(probe: Int8Array, random: Random): Int8Array {
  const other = vector(probe.length, random);
  const share = random.between(0.3, 1);
  const turned = random.chance(0.3) ? random.between(0, 0.2) : 0;
  const values = probe.map((value, i) =>
    clamp((share * value + (1 - share) * other[i]!) * (random.chance(turned) ? -1 : 1)),
  );
  return values.every((value) => value === 0) ? other : values;
}

/** The row turned away from its own signs until its cosine with what comes out is `cosine`. */
function beyond(row: Int8Array, cosine: number): Int8Array {
  const length = Math.hypot(...row);
  const unit = Array.from(row, (value) => value / length);
  const signs = unit.map((value) => (value >= 0 ? 1 : -1) / Math.sqrt(row.length));
  const along = unit.reduce((sum, value, i) => sum + value * signs[i]!, 0);
  const away = unit.map((value, i) => value * along - signs[i]!);
  const awayLength = Math.hypot(...away);
  const sine = Math.sqrt(1 - cosine ** 2);
  const turned = unit.map((value, i) => cosine * value + (sine * away[i]!) / awayLength);
  const largest = Math.max(...turned.map(Math.abs));
  return Int8Array.from(turned, (value) => clamp((value / largest) * 127));
}

describe('the sketch', () => {
  it.each([512, 528, 1024])('excludes no row that reaches the limit, at %i dimensions', (dims) => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: SKETCH_LIMIT_MIN, max: 0.99, noNaN: true }),
        (seed, limit) => {
          const random = seededRandom(seed);
          const probe = vector(dims, random);
          const store = new VectorStore(dims, 96);
          const rows = Array.from({ length: 70 }, () => near(probe, random));
          for (const [row, template] of rows.entries()) store.write(row, template);
          store.clear(5);
          const visited: number[] = [];
          const whole = store.visitQuickly(probe, limit, rows.length, (row) => {
            visited.push(row);
            return limit;
          });
          const expected = rows.flatMap((template, row) =>
            row !== 5 && naiveCosine(template, probe) >= limit ? [row] : [],
          );
          expect([whole, visited.sort((a, b) => a - b)]).toEqual([true, expected]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps a row that lies straight between its signs and the probe, where the bound is met', () => {
    const random = seededRandom(11);
    for (let run = 0; run < 300; run++) {
      const row = Int8Array.from({ length: 512 }, () => clamp(random.gauss() * 35));
      const probe = beyond(row, random.between(SKETCH_LIMIT_MIN + 0.02, 0.95));
      const limit = naiveCosine(row, probe) - 1e-12;
      const store = new VectorStore(512, 32);
      store.write(0, row);
      const visited: number[] = [];
      store.visitQuickly(probe, limit, 1, (found) => {
        visited.push(found);
        return limit;
      });
      expect(visited).toEqual([0]);
    }
  });

  it('excludes nearly every stranger, and what it excludes it never compares', () => {
    const random = seededRandom(2);
    const store = new VectorStore(512, 5000);
    const gauss = () => Int8Array.from({ length: 512 }, () => clamp(random.gauss() * 40));
    const templates = Array.from({ length: 5000 }, gauss);
    for (const [row, template] of templates.entries()) store.write(row, template);
    const probe = gauss();
    expect(store.visitQuickly(probe, SKETCH_LIMIT_MIN, 5000, () => 1)).toBe(true);
  });

  it('gives up, and says so, when it would leave too many', () => {
    const random = seededRandom(3);
    const store = new VectorStore(512, 5000);
    const probe = vector(512, random);
    for (let row = 0; row < 5000; row++) store.write(row, probe);
    expect(store.visitQuickly(probe, 0.8, 5000, () => 0.8)).toBe(false);
  });

  it('is not used below its least limit', () => {
    const store = new VectorStore(512, 32);
    expect(store.visitQuickly(vector(512, seededRandom(1)), SKETCH_LIMIT_MIN - 1e-9, 0, () => 1)).toBe(false);
  });
});

describe('a search in two stages', () => {
  const random = seededRandom(7);
  const strangers = Array.from({ length: 4200 }, (_, i) => ({
    id: `T-${i}`,
    template: Int8Array.from({ length: 512 }, () => clamp(random.gauss() * 40)),
  }));
  const share = (a: Int8Array, b: Int8Array, part: number) =>
    a.map((value, i) => clamp(part * value + (1 - part) * b[i]!));
  const probe = Int8Array.from({ length: 512 }, () => clamp(random.gauss() * 40));

  const scores = strangers.map(({ id, template }) => ({ id, cosine: naiveCosine(template, probe) }));

  it.each([
    [0.4, 0.05],
    [0.75, 0.02],
    [0.78, 0.07],
  ])(
    'answers as the plain search does at threshold %d and margin %d, whoever is near',
    (cosineMin, margin) => {
      const thresholds = { id: 'test', cosineMin, margin, galleryMax: 5000, fpir: 0.01 };
      const gallery = createGallery({ dims: 512, capacityMax: 5000, thresholds, random });
      for (const { id, template } of strangers) gallery.enrol(id, template);
      for (const part of [0.3, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1]) {
        for (const second of [0, Math.max(0, part - 0.06), part - 0.01]) {
          const near = share(probe, strangers[0]!.template, part);
          const close = share(probe, strangers[1]!.template, second);
          gallery.enrol('near', near);
          gallery.enrol('second', close);
          const two = [
            { id: 'near', cosine: naiveCosine(near, probe) },
            { id: 'second', cosine: naiveCosine(close, probe) },
          ];
          expect(gallery.search(probe)).toEqual(decideOutcome([...scores, ...two], thresholds));
          gallery.revoke('near');
          gallery.revoke('second');
        }
      }
    },
  );
});

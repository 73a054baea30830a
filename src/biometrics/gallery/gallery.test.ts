import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoomError, type Random, seededRandom } from '../../kernel/index.ts';
import { createGallery, type GalleryCore } from './gallery.ts';
import { type NaiveEntry, naiveCosine, naiveSearch } from './naive-search.ts';
import type { SearchThresholds } from './thresholds.ts';

const thresholds: SearchThresholds = {
  id: 'test',
  cosineMin: 0.5,
  margin: 0.05,
  galleryMax: 5000,
  fpir: 0.01,
};

function vector(dims: number, random: Random): Int8Array {
  return Int8Array.from({ length: dims }, () =>
    Math.max(-127, Math.min(127, Math.round(random.gauss() * 40))),
  );
}

/** A vector that is `share` of one and the rest of another. */
function mix(a: Int8Array, b: Int8Array, share: number): Int8Array {
  return a.map((value, i) => Math.round(share * value + (1 - share) * b[i]!));
}

function open(dims = 128, capacityMax = 100, over: Partial<SearchThresholds> = {}): GalleryCore {
  return createGallery({
    dims,
    capacityMax,
    thresholds: { ...thresholds, ...over },
    random: seededRandom(1),
  });
}

function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return isRoomError(error) ? error.code : String(error);
  }
  return 'no error';
}

describe('exactness', () => {
  it.each([128, 144, 192, 272, 512, 1008, 1024])(
    'answers as the plain search does at %i dimensions',
    (dims) => {
      const shares = fc.double({ min: 0, max: 1, noNaN: true });
      fc.assert(
        fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), shares, (seed, count, share) => {
          const random = seededRandom(seed);
          const probe = vector(dims, random);
          const entries: NaiveEntry[] = Array.from({ length: count }, (_, i) => ({
            id: `T-${i % 40}`,
            template: mix(probe, vector(dims, random), random.chance(0.5) ? share : random.next()),
          }));
          const usable = entries.filter(({ template }) => template.some((value) => value !== 0));
          const gallery = open(dims);
          for (const { id, template } of usable) gallery.enrol(id, template);
          expect(gallery.search(probe)).toEqual(naiveSearch(usable, probe, thresholds));
        }),
        { numRuns: 30 },
      );
    },
  );

  it('sums without overflow at the largest values', () => {
    const gallery = open(1024, 4);
    const [high, low] = [new Int8Array(1024).fill(127), new Int8Array(1024).fill(-127)];
    gallery.enrol('high', high);
    gallery.enrol('low', low);
    expect(gallery.search(high)).toEqual({ kind: 'one', id: 'high' });
    expect(gallery.search(low)).toEqual({ kind: 'one', id: 'low' });
  });

  it('finds the best among more matches than one pass of the scan can list', () => {
    const random = seededRandom(3);
    const gallery = open(128, 5000, { margin: 0.0001 });
    const probe = vector(128, random);
    const entries = Array.from({ length: 3000 }, (_, i) => ({
      id: `T-${i}`,
      template: mix(probe, vector(128, random), 0.6 + random.next() / 5),
    }));
    for (const { id, template } of entries) gallery.enrol(id, template);
    expect(entries.every(({ template }) => naiveCosine(template, probe) > 0.5)).toBe(true);
    expect(gallery.search(probe)).toEqual(naiveSearch(entries, probe, { ...thresholds, margin: 0.0001 }));
  });
});

describe('the margin rule', () => {
  const base = new Int8Array(128);
  base[0] = 100;
  /** Cosine 0.8, 0.6 and 0.28 with the base, exactly. */
  const at = (x: number, y: number) => base.map((_, i) => (i === 0 ? x : i === 1 ? y : 0));

  it('takes two people with equal templates for ambiguous even with no margin', () => {
    const gallery = open(128, 10, { margin: 0 });
    gallery.enrol('B', base);
    gallery.enrol('A', base);
    expect(gallery.search(base)).toEqual({ kind: 'ambiguous', ids: ['A', 'B'] });
  });

  it('accepts a match at the threshold itself and refuses one just below', () => {
    const gallery = open(128, 10, { cosineMin: 0.8 });
    gallery.enrol('A', at(80, 60));
    expect(gallery.search(base)).toEqual({ kind: 'one', id: 'A' });
    const stricter = open(128, 10, { cosineMin: 0.8 + 1e-9 });
    stricter.enrol('A', at(80, 60));
    expect(stricter.search(base)).toEqual({ kind: 'none' });
  });

  it('counts a second person inside the margin though below the threshold, and not one outside', () => {
    const close = open(128, 10, { cosineMin: 0.7, margin: 0.21 });
    close.enrol('A', at(80, 60));
    close.enrol('B', at(60, 80));
    expect(close.search(base)).toEqual({ kind: 'ambiguous', ids: ['A', 'B'] });
    const apart = open(128, 10, { cosineMin: 0.7, margin: 0.19 });
    apart.enrol('A', at(80, 60));
    apart.enrol('B', at(60, 80));
    expect(apart.search(base)).toEqual({ kind: 'one', id: 'A' });
  });

  it('does not take two templates of one person for two people', () => {
    const gallery = open();
    gallery.enrol('A', base);
    gallery.enrol('A', at(99, 1));
    expect(gallery.search(base)).toEqual({ kind: 'one', id: 'A' });
    expect([gallery.size(), gallery.templates()]).toEqual([1, 2]);
  });

  it('names no more than sixteen people', () => {
    const gallery = open(128, 30);
    for (let i = 0; i < 30; i++) gallery.enrol(`T-${i}`, base);
    const outcome = gallery.search(base);
    expect(outcome.kind === 'ambiguous' && outcome.ids.length).toBe(16);
  });
});

describe('enrolment and revocation', () => {
  const random = seededRandom(5);
  const [a, b] = [vector(128, random), vector(128, random)];

  it('finds nobody in an empty gallery', () => {
    expect(open().search(a)).toEqual({ kind: 'none' });
  });

  it('forgets every template of a revoked person, and finds them again once re-enrolled', () => {
    const gallery = open();
    gallery.enrol('A', a);
    gallery.enrol('A', b);
    expect(gallery.revoke('A')).toBe(true);
    expect(gallery.revoke('A')).toBe(false);
    expect([gallery.search(a).kind, gallery.search(b).kind, gallery.size()]).toEqual(['none', 'none', 0]);
    gallery.enrol('A', b);
    expect([gallery.search(a).kind, gallery.search(b).kind]).toEqual(['none', 'one']);
  });

  it('is full at its capacity, not before, and has room again after a revocation', () => {
    const gallery = open(128, 2);
    gallery.enrol('A', a);
    gallery.enrol('B', b);
    expect(codeOf(() => gallery.enrol('C', a))).toBe('GALLERY_FULL');
    gallery.revoke('A');
    gallery.enrol('C', a);
    expect(gallery.search(a)).toEqual({ kind: 'one', id: 'C' });
  });

  it('refuses a capacity beyond what the thresholds were calibrated for', () => {
    expect(codeOf(() => open(128, 5001))).toBe('FIELD_INVALID');
    expect(codeOf(() => open(128, 5000))).toBe('no error');
  });

  it.each([
    ['too short', new Int8Array(127).fill(1)],
    ['all zero', new Int8Array(128)],
    ['with a value of -128', new Int8Array(128).fill(-128)],
  ])('refuses a template %s, enrolled or searched', (_, template) => {
    const gallery = open();
    expect(codeOf(() => gallery.enrol('A', template))).toBe('TEMPLATE_INVALID');
    expect(codeOf(() => gallery.search(template))).toBe('TEMPLATE_INVALID');
    expect(gallery.templates()).toBe(0);
  });

  it.each([127, 120, 136, 1040, 128.5])('refuses %d dimensions', (dims) => {
    expect(codeOf(() => open(dims))).toBe('FIELD_INVALID');
  });

  it('searches only the groups asked for, and lets a person be in two', () => {
    const gallery = open();
    gallery.enrol('A', a, 'manifest');
    gallery.enrol('B', b);
    gallery.enrol(
      'A',
      b.map((value) => -value),
      'expected',
    );
    expect(gallery.search(a, { groups: ['port', 'expected'] })).toEqual({ kind: 'none' });
    expect(gallery.search(a, { groups: ['manifest'] })).toEqual({ kind: 'one', id: 'A' });
    expect(gallery.search(b, { groups: ['port', 'nobody'] })).toEqual({ kind: 'one', id: 'B' });
    expect(gallery.search(b, { groups: [] })).toEqual({ kind: 'none' });
  });

  it('drops at the end of a renewal whoever was not enrolled anew, in whatever group', () => {
    const gallery = open();
    gallery.enrol('A', a, 'manifest');
    gallery.enrol('B', b, 'manifest');
    gallery.beginRenewal();
    expect(gallery.search(a).kind).toBe('one');
    gallery.enrol('B', b, 'expected');
    expect(gallery.endRenewal()).toEqual(['A']);
    expect([gallery.search(a).kind, gallery.search(b)]).toEqual(['none', { kind: 'one', id: 'B' }]);
    expect(gallery.search(b, { groups: ['expected'] })).toEqual({ kind: 'one', id: 'B' });
    gallery.beginRenewal();
    expect(gallery.endRenewal()).toEqual(['B']);
    expect([gallery.size(), gallery.templates()]).toEqual([0, 0]);
  });

  it('finds nobody after it was closed', () => {
    const gallery = open();
    gallery.enrol('A', a);
    gallery.close();
    expect(gallery.search(a)).toEqual({ kind: 'none' });
  });

  it('keeps to 1.1 x dims + 70 bytes a template', () => {
    for (const dims of [128, 512, 1024]) {
      const large = open(dims, 100_000, { galleryMax: 100_000 });
      expect(large.bytes() / 100_000).toBeLessThanOrEqual(1.1 * dims + 70);
    }
  });
});

it('compares with impostors drawn by chance and counts those that would match', () => {
  const random = seededRandom(9);
  const probe = vector(128, random);
  const gallery = open();
  expect(gallery.countFalseMatches(probe, 'A', 10)).toEqual({ comparisons: 0, falseMatches: 0 });
  gallery.enrol('A', probe);
  expect(gallery.countFalseMatches(probe, 'A', 10)).toEqual({ comparisons: 0, falseMatches: 0 });
  for (let i = 0; i < 20; i++) gallery.enrol(`T-${i}`, vector(128, random));
  expect(gallery.countFalseMatches(probe, 'A', 10)).toEqual({ comparisons: 10, falseMatches: 0 });
  // All 21 but the one of T-0, each once.
  expect(gallery.countFalseMatches(probe, 'T-0', 400)).toEqual({ comparisons: 20, falseMatches: 1 });
  for (let i = 20; i < 90; i++) gallery.enrol(`T-${i}`, vector(128, random));
  const drawn = gallery.countFalseMatches(probe, 'A', 20);
  expect(drawn).toEqual({ comparisons: 20, falseMatches: 0 });
  // The one template that matches is among a draw of 20 from 90 time and again, and not always.
  const matches = Array.from({ length: 40 }, () => gallery.countFalseMatches(probe, 'T-0', 20).falseMatches);
  const found = matches.reduce((sum, count) => sum + count, 0);
  expect(found).toBeGreaterThan(1);
  expect(found).toBeLessThan(30);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GreyImage, isRoomError, seededRandom } from '../../kernel/index.ts';
import { extract } from './extract.ts';
import { patternOf, renderPattern } from './ridge-pattern.ts';

const random = seededRandom(7);
const picture = (width: number, height: number, value: (x: number, y: number) => number): GreyImage => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) =>
    Math.min(255, Math.max(0, value(i % width, Math.floor(i / width)))),
  ),
});
const good = renderPattern(patternOf(3), { isRound: true, noise: 8 });
const goodAt = (x: number, y: number): number => good.data[y * good.width + x]!;

function failedOf(image: GreyImage): readonly string[] {
  const reading = extract(image);
  return reading.outcome === 'ok' ? [] : reading.failed;
}

describe('extract', () => {
  it('gives a template for a clear finger, with every measure between 0 and 100', () => {
    const reading = extract(good);
    expect(reading.outcome).toBe('ok');
    expect(Object.values(reading.quality).every((value) => value >= 0 && value <= 100)).toBe(true);
    if (reading.outcome === 'ok') expect(reading.template.minutiae.length).toBeGreaterThan(15);
  });

  it('sees no finger on white, black and white noise', () => {
    for (const value of [() => 255, () => 0, () => 255 * random.next()]) {
      const reading = extract(picture(260, 300, value));
      expect(reading).toMatchObject({ outcome: 'no-finger', failed: ['area'], guidance: ['no-finger'] });
    }
  });

  it('refuses a slope of brightness: it has a direction, but no ridges', () => {
    expect(failedOf(picture(260, 300, (x) => x))).toContain('ridgeValleyUniformity');
  });

  it('refuses smooth noise of the size of ridges', () => {
    const grain = Array.from({ length: 320 * 320 }, () => random.next());
    const smooth = (x: number, y: number) => {
      let sum = 0;
      for (let k = 0; k < 36; k++) sum += grain[(y + Math.floor(k / 6)) * 320 + x + (k % 6)]!;
      return 128 + (sum / 36 - 0.5) * 1800;
    };
    expect(extract(picture(260, 300, smooth)).outcome).not.toBe('ok');
  });

  it('names wholeness when half of the finger is covered', () => {
    const covered = picture(good.width, good.height, (x, y) => (x < good.width * 0.45 ? goodAt(x, y) : 250));
    const reading = extract(covered);
    expect(reading).toMatchObject({ outcome: 'poor', failed: ['wholeness'] });
    if (reading.outcome !== 'ok') expect(reading.guidance).toContain('cover-more');
  });

  it('names contrast for a trace like a latent print', () => {
    const latent = picture(good.width, good.height, (x, y) => 225 - (250 - goodAt(x, y)) * 0.12);
    expect(failedOf(latent)).toContain('contrast');
  });

  it('names area for a touch with the very tip, and not on a sensor that is no larger', () => {
    const tip = renderPattern({ ...patternOf(4), width: 130, height: 150 }, { isRound: true });
    const onGlass = (x: number, y: number) =>
      x >= 85 && x < 215 && y < 150 ? tip.data[y * 130 + x - 85]! : 250;
    expect(failedOf(picture(300, 300, onGlass))).toContain('area');
    expect(failedOf(tip)).not.toContain('area');
  });

  it('names minutiae for stripes', () => {
    expect(failedOf(picture(260, 300, (x) => 128 + 100 * Math.sin(x * 0.7)))).toEqual(['minutiae']);
  });

  it('looks at a picture of 4 mm and not at less, nor at one larger than a hand', () => {
    const blank = (width: number, height: number, dpi: number) =>
      failedOf({ width, height, dpi, data: new Uint8Array(width * height).fill(255) });
    expect([blank(79, 200, 500), blank(78, 200, 500)]).toEqual([['area'], ['dimensions']]);
    expect([blank(158, 400, 1000), blank(156, 400, 1000)]).toEqual([['area'], ['dimensions']]);
    expect(blank(3000, 2001, 500)).toEqual(['dimensions']);
  });

  it('finds the resolution by the ridges where none is stated, and believes a stated one', () => {
    const small = renderPattern({ ...patternOf(3), periodPx: 9 }, { isRound: true, noise: 4 });
    const doubled = picture(small.width * 2, small.height * 2, (x, y) => {
      return small.data[Math.floor(y / 2) * small.width + Math.floor(x / 2)]!;
    });
    const found = extract(doubled);
    expect(found.outcome).toBe('ok');
    if (found.outcome === 'ok') expect(found.template).toMatchObject({ dpi: 500, width: small.width });
    expect(extract({ ...doubled, dpi: 72 }).outcome).toBe('ok');
    expect(failedOf({ ...doubled, dpi: 500 })).toContain('ridgeValleyUniformity');
  });

  it('refuses noise that was rolled over the glass in one direction', () => {
    const grain = Array.from({ length: 300 * 300 }, () => random.next());
    const smear = (x: number, y: number) => {
      let sum = 0;
      for (let k = 0; k < 40; k++) sum += grain[y * 300 + ((x + k) % 300)]!;
      return 128 + (sum / 40 - 0.5) * 900;
    };
    const reading = extract(picture(260, 300, smear));
    expect(reading.outcome).not.toBe('ok');
    if (reading.outcome !== 'ok') expect(reading.failed.length).toBeGreaterThan(0);
  });

  it.each([
    ['the lower half', (_: number, y: number) => y > good.height * 0.5],
    ['the upper half', (_: number, y: number) => y < good.height * 0.5],
    ['the right half', (x: number) => x > good.width * 0.5],
  ])('names wholeness or area when %s is covered', (_, isCovered) => {
    const failed = failedOf(
      picture(good.width, good.height, (x, y) => (isCovered(x, y) ? 250 : goodAt(x, y))),
    );
    expect(failed.some((measure) => measure === 'wholeness' || measure === 'area')).toBe(true);
  });

  it('gives a reading for any picture of at least one pixel', () => {
    const size = fc.integer({ min: 1, max: 140 });
    const any = fc.tuple(
      size,
      size,
      fc.integer(),
      fc.constantFrom(undefined, 25, 300, 508, 1000, -1, Number.NaN),
    );
    fc.assert(
      fc.property(any, ([width, height, seed, dpi]) => {
        const noise = seededRandom(seed);
        const step = 1 + noise.int(0, 12);
        const image = picture(
          width,
          height,
          (x, y) => (Math.sin((x * 3 + y * step) / step) + noise.next()) * 128,
        );
        const reading = extract(dpi === undefined ? image : { ...image, dpi });
        expect(['ok', 'poor', 'no-finger']).toContain(reading.outcome);
      }),
      { numRuns: 80 },
    );
  });

  it('throws IMAGE_UNREADABLE when bytes are missing', () => {
    try {
      extract({ width: 200, height: 200, data: new Uint8Array(39_999) });
      expect.unreachable();
    } catch (error) {
      expect(isRoomError(error) && error.code).toBe('IMAGE_UNREADABLE');
    }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

type Theme = 'day' | 'night';

function colour(name: string, theme: Theme): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = found?.[theme === 'day' ? 1 : 2];
  if (!value) throw new Error(`tokens.css has no colour --${name}`);
  return value;
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const INSTRUCTIONS = [
  ['ink', 'ground'],
  ['ink', 'surface'],
  ['ink', 'sunk'],
  ['on-jade', 'jade-deep'],
  ['amber-deep', 'amber-wash'],
  ['jade-deep', 'ground'],
  ['vermilion-deep', 'vermilion-wash'],
] as const;

const REST = [
  ['ink-quiet', 'ground'],
  ['ink-quiet', 'surface'],
  ['ink-quiet', 'sunk'],
  ['on-jade', 'jade'],
  ['jade', 'ground'],
  ['amber', 'ground'],
  ['vermilion', 'surface'],
] as const;

describe.each(['day', 'night'] as const)('colours by %s', (theme) => {
  it.each(INSTRUCTIONS)('instructions in %s on %s reach 7:1', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(7);
  });

  it.each(REST)('words in %s on %s reach 4.5:1', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('edges of controls reach 3:1', () => {
    expect(contrast(colour('line-strong', theme), colour('surface', theme))).toBeGreaterThanOrEqual(3);
  });
});

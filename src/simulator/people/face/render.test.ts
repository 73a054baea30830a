import { expect, it } from 'vitest';
import { makeIdentity } from './identity.ts';
import { EYE_LINE } from './rasteriser.ts';
import { renderFace } from './render.ts';
import { FRONTAL } from './view.ts';

const SMALL = { width: 90, height: 108 };
const face = makeIdentity(11, { origin: 'east-asian', sex: 'female', age: 30 });
const frontal = renderFace(face, FRONTAL, SMALL);

const at = (x: number, y: number) => [...frontal.rgba.subarray((y * 90 + x) * 4, (y * 90 + x) * 4 + 4)];

it('the same seed and view give the same picture, byte for byte', () => {
  expect(renderFace(face, FRONTAL, SMALL).rgba).toEqual(frontal.rgba);
});

it('another seed gives another face', () => {
  const other = makeIdentity(12, { origin: 'east-asian', sex: 'female', age: 30 });
  expect(renderFace(other, FRONTAL, SMALL).rgba).not.toEqual(frontal.rgba);
});

it('the mask is full on the face and clear in the corners above the shoulders', () => {
  expect(at(45, Math.round(108 * EYE_LINE))[3]).toBe(255);
  expect(at(1, 1)[3]).toBe(0);
  expect(at(88, 1)[3]).toBe(0);
});

it('closing the eyes changes the picture about the eye line and nowhere far from it', () => {
  const closed = renderFace(face, { ...FRONTAL, eyesOpen: 0 }, SMALL);
  const changed = (from: number, to: number) =>
    frontal.rgba
      .subarray(from * 90 * 4, to * 90 * 4)
      .some((v, i) => Math.abs(v - closed.rgba[from * 90 * 4 + i]!) > 12);
  expect(changed(44, 58)).toBe(true);
  expect(changed(80, 108)).toBe(false);
});

it('a dark exposure is darker', () => {
  const dark = renderFace(face, { ...FRONTAL, gain: 0.2 }, SMALL);
  const mean = (rgba: Uint8Array) =>
    rgba.reduce((sum, v, i) => sum + (i % 4 < 3 ? v : 0), 0) / (rgba.length * 0.75);
  expect(mean(dark.rgba)).toBeLessThan(mean(frontal.rgba) * 0.65);
});

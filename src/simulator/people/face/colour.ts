/** Colours while painting: display-referred (sRGB-like), 0 to 1 a channel, mixed in place to spare allocations. */
import { clamp } from './field.ts';

export type Rgb = readonly [number, number, number];
/** A colour being painted. */
export type Paint = [number, number, number];

export const rgb = (r: number, g: number, b: number): Rgb => [r / 255, g / 255, b / 255];

export function cover(paint: Paint, colour: Rgb, share: number): void {
  const t = clamp(share);
  paint[0] += (colour[0] - paint[0]) * t;
  paint[1] += (colour[1] - paint[1]) * t;
  paint[2] += (colour[2] - paint[2]) * t;
}

/** Multiplies the light of a colour; green and blue fall a little faster, as skin reddens in its shades. */
export function darken(paint: Paint, share: number): void {
  const t = clamp(share);
  paint[0] *= 1 - t * 0.88;
  paint[1] *= 1 - t;
  paint[2] *= 1 - t;
}

export const scaled = (c: Rgb, k: number): Rgb => [clamp(c[0] * k), clamp(c[1] * k), clamp(c[2] * k)];

export const blend = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** Soft shade from what stands near: creases, the underside of the chin, the forehead under a fringe. */
import { clamp, ramp } from './field.ts';
import type { Canvas } from './rasteriser.ts';

/** One value for each cell of `step` x `step` picture elements: 1 is open, 0 fully shaded. */
export interface ShadeMap {
  readonly step: number;
  readonly width: number;
  readonly height: number;
  readonly ambient: Float32Array;
  readonly direct: Float32Array;
}

const DIRECTIONS = Array.from({ length: 10 }, (_, d) => {
  const angle = (d / 10) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)] as const;
});
const RINGS = [0.035, 0.08, 0.16, 0.3] as const;

export function makeShadeMap(
  canvas: Canvas,
  light: readonly [number, number, number],
  step: number,
): ShadeMap {
  const [width, height] = [Math.ceil(canvas.width / step), Math.ceil(canvas.height / step)];
  const ambient = new Float32Array(width * height).fill(1);
  const direct = new Float32Array(width * height).fill(1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [px, py] = [Math.min(canvas.width - 1, x * step), Math.min(canvas.height - 1, y * step)];
      if (canvas.substance[py * canvas.width + px] === 0) continue;
      ambient[y * width + x] = openness(canvas, px, py);
      direct[y * width + x] = lightReaching(canvas, px, py, light);
    }
  }
  return {
    step,
    width,
    height,
    ambient: softened(ambient, width, height),
    direct: softened(direct, width, height),
  };
}

const depthAt = (canvas: Canvas, x: number, y: number): number => {
  const [i, j] = [Math.round(x), Math.round(y)];
  if (i < 0 || j < 0 || i >= canvas.width || j >= canvas.height) return -9;
  return canvas.depth[j * canvas.width + i]!;
};

function openness(canvas: Canvas, x: number, y: number): number {
  const here = depthAt(canvas, x, y);
  let shade = 0;
  for (const [across, down] of DIRECTIONS) {
    let highest = 0;
    for (const ring of RINGS) {
      const reach = ring * canvas.unit;
      const rise = depthAt(canvas, x + across * reach, y + down * reach) - here;
      // Far nearer things (a shoulder before a background) do not shade what is behind them.
      highest = Math.max(highest, (rise / ring) * ramp(0.7, 0.35, rise));
    }
    shade += highest / Math.hypot(1, highest);
  }
  return 1 - shade / DIRECTIONS.length;
}

function lightReaching(
  canvas: Canvas,
  x: number,
  y: number,
  light: readonly [number, number, number],
): number {
  const here = depthAt(canvas, x, y);
  const flat = Math.hypot(light[0], light[1]) || 1e-6;
  const slope = light[2] / flat;
  let blocked = 0;
  for (let i = 1; i <= 12; i++) {
    const reach = 0.045 * i;
    const rise =
      depthAt(
        canvas,
        x + (light[0] / flat) * reach * canvas.unit,
        y - (light[1] / flat) * reach * canvas.unit,
      ) - here;
    blocked = Math.max(
      blocked,
      ramp(-0.02, 0.16, rise - slope * reach) * ramp(0.8, 0.45, rise - slope * reach),
    );
  }
  return 1 - blocked;
}

/** Two box blurs: a lane's lamps are wide, their shadows have no edge. */
function softened(map: Float32Array, width: number, height: number): Float32Array {
  let from = map;
  for (let pass = 0; pass < 2; pass++) {
    const to = new Float32Array(from.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let [sum, count] = [0, 0];
        for (let j = Math.max(0, y - 1); j <= Math.min(height - 1, y + 1); j++) {
          for (let i = Math.max(0, x - 1); i <= Math.min(width - 1, x + 1); i++) {
            sum += from[j * width + i]!;
            count++;
          }
        }
        to[y * width + x] = sum / count;
      }
    }
    from = to;
  }
  return from;
}

/** The map's value at a picture element, between its cells. */
export function shadeAt(map: ShadeMap, values: Float32Array, x: number, y: number): number {
  const [fx, fy] = [clamp(x / map.step, 0, map.width - 1.001), clamp(y / map.step, 0, map.height - 1.001)];
  const [i, j] = [Math.floor(fx), Math.floor(fy)];
  const [s, t] = [fx - i, fy - j];
  const k = j * map.width + i;
  const above = values[k]! * (1 - s) + values[k + 1]! * s;
  const below = values[k + map.width]! * (1 - s) + values[k + map.width + 1]! * s;
  return above * (1 - t) + below * t;
}

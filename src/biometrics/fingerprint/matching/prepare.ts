import type { FingerTemplate, FlowField } from '../template.ts';
import { EXTRACTION, MATCHING } from '../tuning.ts';
import { flowFromMinutiae } from './made-up-flow.ts';
import type { SearchTemplate } from './search-template.ts';
import { sampleTexture, TEXTURE_LENGTH } from './texture.ts';

/**
 * Builds the fast form of a template for comparisons: about 1 ms, once for each enrolled impression and each probe.
 * Coordinates come to 500 dpi; of templates with more minutiae than the matcher looks at, the best are taken.
 */
export function prepare(template: FingerTemplate): SearchTemplate {
  const minutiae = bestOf(template);
  const scale = EXTRACTION.workingDpi / template.dpi;
  const x = Float32Array.from(minutiae, (minutia) => minutia.x * scale);
  const y = Float32Array.from(minutiae, (minutia) => minutia.y * scale);
  const direction = Float32Array.from(minutiae, (minutia) => wrap(minutia.direction));
  const { distance, bearing } = measurePairs(x, y, direction);
  const neighbourCount = MATCHING.neighbours;
  const neighbours = nearest(distance, minutiae.length, neighbourCount);
  const flow = template.flow ?? flowFromMinutiae(x, y, direction);
  const texture = describeAll(flow, x, y, direction);
  return {
    count: minutiae.length,
    x,
    y,
    direction,
    distance,
    bearing,
    neighbours,
    neighbourCount,
    texture,
    flow,
  };
}

function bestOf(template: FingerTemplate) {
  const { minutiae } = template;
  if (minutiae.length <= MATCHING.minutiaeMax) return minutiae;
  return [...minutiae].sort((a, b) => b.quality - a.quality).slice(0, MATCHING.minutiaeMax);
}

function measurePairs(x: Float32Array, y: Float32Array, direction: Float32Array) {
  const count = x.length;
  const distance = new Float32Array(count * count);
  const bearing = new Float32Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const dx = x[j]! - x[i]!;
      const dy = y[j]! - y[i]!;
      distance[i * count + j] = Math.hypot(dx, dy);
      bearing[i * count + j] = wrap(Math.atan2(dy, dx) - direction[i]!);
    }
  }
  return { distance, bearing };
}

/** The angle brought into (-π, π]. */
function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

function nearest(distance: Float32Array, count: number, wanted: number): Int16Array {
  const neighbours = new Int16Array(count * wanted).fill(-1);
  for (let i = 0; i < count; i++) {
    const order = Array.from({ length: count }, (_, j) => j).filter((j) => j !== i);
    order.sort((p, q) => distance[i * count + p]! - distance[i * count + q]!);
    for (let k = 0; k < Math.min(wanted, order.length); k++) neighbours[i * wanted + k] = order[k]!;
  }
  return neighbours;
}

function describeAll(flow: FlowField, x: Float32Array, y: Float32Array, direction: Float32Array): Uint8Array {
  const texture = new Uint8Array(x.length * TEXTURE_LENGTH);
  for (let i = 0; i < x.length; i++)
    sampleTexture(flow, x[i]!, y[i]!, direction[i]!, texture, i * TEXTURE_LENGTH);
  return texture;
}

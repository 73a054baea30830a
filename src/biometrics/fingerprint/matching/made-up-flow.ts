import type { FlowField } from '../template.ts';
import { MATCHING } from '../tuning.ts';

/**
 * Templates of other makers carry minutiae only. Each minutia lies along its ridge, so the flow around can be made
 * up from their directions, the nearer the weightier, as far as there are minutiae near; beyond, there is no finger.
 */
export function flowFromMinutiae(x: Float32Array, y: Float32Array, direction: Float32Array): FlowField {
  const stepPx = MATCHING.madeUpFlowStepPx;
  const reach = MATCHING.madeUpFlowReachPx;
  const columns = Math.ceil((x.reduce((most, value) => Math.max(most, value), 0) + reach) / stepPx);
  const rows = Math.ceil((y.reduce((most, value) => Math.max(most, value), 0) + reach) / stepPx);
  const orientation = new Uint8Array(columns * rows);
  const cosine = new Float32Array(orientation.length);
  const sine = new Float32Array(orientation.length);
  for (let i = 0; i < x.length; i++) spreadOne(x[i]!, y[i]!, direction[i]!, columns, rows, cosine, sine);
  for (let point = 0; point < orientation.length; point++) {
    if (cosine[point] === 0 && sine[point] === 0) continue;
    const turns = Math.atan2(sine[point]!, cosine[point]!) / (2 * Math.PI);
    orientation[point] = 1 + (Math.round((turns - Math.floor(turns)) * 255) % 255);
  }
  return { columns, rows, stepPx, orientation };
}

function spreadOne(
  x: number,
  y: number,
  direction: number,
  columns: number,
  rows: number,
  cosine: Float32Array,
  sine: Float32Array,
): void {
  const { madeUpFlowStepPx: step, madeUpFlowReachPx: reach, madeUpFlowSigmaPx: sigma } = MATCHING;
  const firstRow = Math.max(0, Math.floor((y - reach) / step));
  const firstColumn = Math.max(0, Math.floor((x - reach) / step));
  for (let row = firstRow; row < rows && row * step <= y + reach; row++) {
    for (let column = firstColumn; column < columns && column * step <= x + reach; column++) {
      const square = ((column + 0.5) * step - x) ** 2 + ((row + 0.5) * step - y) ** 2;
      if (square > reach * reach) continue;
      const weight = Math.exp(-square / (2 * sigma * sigma));
      const point = row * columns + column;
      cosine[point] = cosine[point]! + weight * Math.cos(2 * direction);
      sine[point] = sine[point]! + weight * Math.sin(2 * direction);
    }
  }
}

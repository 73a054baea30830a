/** Convolution filters, turned from TensorFlow's order of axes into that of ONNX. */
import type { Weight } from './weights.ts';

export interface Filters {
  readonly shape: readonly [outputs: number, inputs: number, height: number, width: number];
  readonly values: Float32Array;
}

type Axes4 = readonly [number, number, number, number];

const axesOf = (weight: Weight): Axes4 => {
  const [a, b, c, d] = weight.shape;
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new Error(`A filter needs four axes, not ${weight.shape.length}.`);
  }
  return [a, b, c, d];
};

/** height, width, inputs, outputs → outputs, inputs, height, width. */
export function denseFilters(weight: Weight): Filters {
  const [height, width, inputs, outputs] = axesOf(weight);
  const values = new Float32Array(weight.values.length);
  let from = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let i = 0; i < inputs; i++)
        for (let o = 0; o < outputs; o++)
          values[((o * inputs + i) * height + y) * width + x] = weight.values[from++]!;
  return { shape: [outputs, inputs, height, width], values };
}

/** height, width, channels, multiplier → channels x multiplier groups of one input each. */
export function depthwiseFilters(weight: Weight): Filters {
  const [height, width, channels, multiplier] = axesOf(weight);
  const values = new Float32Array(weight.values.length);
  let from = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++)
        for (let m = 0; m < multiplier; m++)
          values[((c * multiplier + m) * height + y) * width + x] = weight.values[from++]!;
  return { shape: [channels * multiplier, 1, height, width], values };
}

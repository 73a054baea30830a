/** The state of one conversion: which TensorFlow value became which ONNX value, and in which order of axes. */
import type { OnnxGraph, ValueName } from './onnx-graph.ts';
import { inputsOf, type TfjsNode } from './tfjs-graph.ts';
import { type Weight, type Weights, weightOf } from './weights.ts';

/**
 * `nchw`: a picture with its channels first, as ONNX convolutions want it. `plain`: the order TensorFlow has.
 * Pictures stay nchw from the input on and are turned back only where a reshape or an output looks at the order.
 */
export interface Value {
  readonly name: ValueName;
  readonly layout: 'nchw' | 'plain';
}

export interface Conversion {
  readonly graph: OnnxGraph;
  readonly weights: Weights;
  readonly values: Map<string, Value>;
}

export function valueNamed({ values }: Conversion, name: string): Value {
  const value = values.get(name);
  if (!value) throw new Error(`${name} is used before it is computed.`);
  return value;
}

/** The n-th data input, which must be a constant of the model. */
export function weightInput({ weights }: Conversion, node: TfjsNode, index: number): Weight {
  return weightOf(weights, inputsOf(node)[index] ?? '');
}

/** The n-th data input as an ONNX value; a constant takes the order of axes of its partner. */
export function valueInput(
  conversion: Conversion,
  node: TfjsNode,
  index: number,
  layout?: Value['layout'],
): Value {
  const name = inputsOf(node)[index] ?? '';
  const weight = conversion.weights.get(name);
  if (!weight) return valueNamed(conversion, name);
  return { name: constantFor(conversion.graph, weight, layout ?? 'plain'), layout: layout ?? 'plain' };
}

function constantFor(graph: OnnxGraph, weight: Weight, layout: Value['layout']): ValueName {
  const channels = weight.shape.at(-1) ?? 1;
  if (layout === 'plain') return graph.floats(weight.values, weight.shape);
  if (weight.values.length !== channels)
    throw new Error('A constant beside a picture must be one value a channel.');
  return graph.floats(weight.values, [1, channels, 1, 1]);
}

export function toPlain(graph: OnnxGraph, value: Value): Value {
  if (value.layout === 'plain') return value;
  return { name: graph.node('Transpose', [value.name], { perm: [0, 2, 3, 1] }), layout: 'plain' };
}

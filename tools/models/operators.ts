/** How each TensorFlow operator of the bundled models is said in ONNX. The table is closed: another one stops the build. */
import { type Conversion, toPlain, type Value, valueInput, weightInput } from './conversion.ts';
import { denseFilters, depthwiseFilters } from './filters.ts';
import type { Attribute, ValueName } from './onnx-graph.ts';
import { fusedOf, inputsOf, numbersOf, shapeOf, type TfjsNode, textOf } from './tfjs-graph.ts';

type Operator = (conversion: Conversion, node: TfjsNode) => Value;

const picture = (name: ValueName): Value => ({ name, layout: 'nchw' });
const plain = (name: ValueName): Value => ({ name, layout: 'plain' });

const autoPad = (node: TfjsNode): string => {
  const padding = textOf(node, 'padding');
  if (padding === 'SAME') return 'SAME_UPPER';
  if (padding === 'VALID') return 'VALID';
  throw new Error(`${node.name}: padding ${padding} is not SAME or VALID.`);
};

const spatial = (node: TfjsNode, attribute: string): number[] => numbersOf(node, attribute).slice(1, 3);

const placeholder: Operator = ({ graph }, node) => {
  const [, ...axes] = shapeOf(node);
  return picture(graph.node('Transpose', [graph.input('input', [1, ...axes])], { perm: [0, 3, 1, 2] }));
};

const convolve =
  (depthwise: boolean): Operator =>
  (conversion, node) => {
    const filters = (depthwise ? depthwiseFilters : denseFilters)(weightInput(conversion, node, 1));
    const attributes: Record<string, Attribute> = {
      kernel_shape: filters.shape.slice(2),
      strides: spatial(node, 'strides'),
      dilations: numbersOf(node, 'dilations').length ? spatial(node, 'dilations') : [1, 1],
      group: depthwise ? numbersOfChannels(conversion, node) : 1,
      auto_pad: autoPad(node),
    };
    const inputs = [
      valueInput(conversion, node, 0).name,
      conversion.graph.floats(filters.values, filters.shape),
    ];
    const fused = fusedOf(node);
    if (fused[0] === 'BiasAdd') inputs.push(vector(conversion, node, 2));
    return picture(activate(conversion, node, conversion.graph.node('Conv', inputs, attributes), fused));
  };

const numbersOfChannels = (conversion: Conversion, node: TfjsNode): number =>
  weightInput(conversion, node, 1).shape[2] ?? 1;

const vector = (conversion: Conversion, node: TfjsNode, index: number): ValueName => {
  const { values } = weightInput(conversion, node, index);
  return conversion.graph.floats(values, [values.length]);
};

/** Applies what is fused behind the bias; the slope of a Prelu is the fourth input. */
function activate(
  conversion: Conversion,
  node: TfjsNode,
  value: ValueName,
  fused: readonly string[],
): ValueName {
  return fused.slice(fused[0] === 'BiasAdd' ? 1 : 0).reduce((input, name) => {
    if (name === 'Relu') return conversion.graph.node('Relu', [input]);
    if (name === 'Prelu') return parametricRelu(conversion, node, 3, input);
    throw new Error(`${node.name}: no ONNX form for the fused ${name}.`);
  }, value);
}

function parametricRelu(conversion: Conversion, node: TfjsNode, slope: number, input: ValueName): ValueName {
  const { values } = weightInput(conversion, node, slope);
  return conversion.graph.node('PRelu', [input, conversion.graph.floats(values, [values.length, 1, 1])]);
}

const unary =
  (operator: string): Operator =>
  (conversion, node) => {
    const input = valueInput(conversion, node, 0);
    return { name: conversion.graph.node(operator, [input.name]), layout: input.layout };
  };

const binary =
  (operator: string): Operator =>
  (conversion, node) => {
    const computed = inputsOf(node).findIndex((name) => !conversion.weights.has(name));
    const { layout } = valueInput(conversion, node, computed);
    const names = [0, 1].map((index) => valueInput(conversion, node, index, layout).name);
    return { name: conversion.graph.node(operator, names), layout };
  };

const maxPool: Operator = (conversion, node) => {
  const attributes = {
    kernel_shape: spatial(node, 'ksize'),
    strides: spatial(node, 'strides'),
    auto_pad: autoPad(node),
  };
  return picture(conversion.graph.node('MaxPool', [valueInput(conversion, node, 0).name], attributes));
};

const pad: Operator = (conversion, node) => {
  const pads = [...weightInput(conversion, node, 1).values];
  const order = [0, 3, 1, 2];
  const amounts = [
    ...order.map((axis) => pads[2 * axis] ?? 0),
    ...order.map((axis) => pads[2 * axis + 1] ?? 0),
  ];
  const inputs = [valueInput(conversion, node, 0).name, conversion.graph.integers(amounts)];
  return picture(conversion.graph.node('Pad', inputs, { mode: 'constant' }));
};

const reshape: Operator = (conversion, node) => {
  const input = toPlain(conversion.graph, valueInput(conversion, node, 0));
  const shape = conversion.graph.integers([...weightInput(conversion, node, 1).values]);
  return plain(conversion.graph.node('Reshape', [input.name, shape]));
};

const multiplyMatrix: Operator = (conversion, node) => {
  const { graph } = conversion;
  const matrix = weightInput(conversion, node, 1);
  const input = toPlain(graph, valueInput(conversion, node, 0));
  const product = graph.node('MatMul', [input.name, graph.floats(matrix.values, matrix.shape)]);
  const fused = fusedOf(node);
  const sum = fused[0] === 'BiasAdd' ? graph.node('Add', [product, vector(conversion, node, 2)]) : product;
  return plain(activate(conversion, node, sum, fused));
};

const softmax: Operator = ({ graph, ...rest }, node) => {
  const input = toPlain(graph, valueInput({ graph, ...rest }, node, 0));
  return plain(graph.node('Softmax', [input.name], { axis: -1 }));
};

const prelu: Operator = (conversion, node) =>
  picture(parametricRelu(conversion, node, 1, valueInput(conversion, node, 0).name));

export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['Placeholder', placeholder],
  ['_FusedConv2D', convolve(false)],
  ['DepthwiseConv2dNative', convolve(true)],
  ['Add', binary('Add')],
  ['AddV2', binary('Add')],
  ['Mul', binary('Mul')],
  ['Relu', unary('Relu')],
  ['Sigmoid', unary('Sigmoid')],
  ['Prelu', prelu],
  ['Softmax', softmax],
  ['Identity', (conversion, node) => valueInput(conversion, node, 0)],
  ['MaxPool', maxPool],
  ['Pad', pad],
  ['Reshape', reshape],
  ['_FusedMatMul', multiplyMatrix],
]);

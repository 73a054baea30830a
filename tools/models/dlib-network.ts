/**
 * The face descriptor of dlib (D. King, ResNet of 27 convolutions, 128 numbers), built layer by layer: its weights are
 * shipped with a list of names but without a graph. Layers as in dlib's `dnn_face_recognition_ex.cpp`.
 */
import { readFileSync } from 'node:fs';
import { denseFilters } from './filters.ts';
import { OnnxGraph, type ValueName } from './onnx-graph.ts';
import { readWeights, type WeightGroup, type Weights, weightOf } from './weights.ts';

export const CHIP_SIZE = 150;
/** Mean of the training pictures, red green blue. */
const MEAN = [122.782, 117.001, 104.298];

/** A picture inside the network: square, so one side suffices. */
interface Layer {
  readonly name: ValueName;
  readonly size: number;
  readonly channels: number;
}

interface Network {
  readonly graph: OnnxGraph;
  readonly weights: Weights;
}

export function convertDlibDescriptor(name: string, manifestPath: string): Buffer {
  const groups: WeightGroup[] = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const network: Network = { graph: new OnnxGraph(name), weights: readWeights(groups, manifestPath) };
  const describedLayer = residualStages(network, stem(network));
  const { graph } = network;
  const pooled = graph.node('ReduceMean', [describedLayer.name], { axes: [2, 3], keepdims: 0 });
  const fc = weightOf(network.weights, 'fc');
  graph.output(graph.node('MatMul', [pooled, graph.floats(fc.values, fc.shape)]), 'descriptor', [
    'batch',
    128,
  ]);
  return graph.toBytes();
}

/** The batch is open, so that a chip and its mirror image are described in one call. */
function stem({ graph, weights }: Network): Layer {
  const input = graph.input('input', ['batch', CHIP_SIZE, CHIP_SIZE, 3]);
  const centred = graph.node('Sub', [input, graph.floats(MEAN, [3])]);
  const scaled = graph.node('Mul', [centred, graph.floats([1 / 255], [1])]);
  const first = graph.node('Transpose', [scaled], { perm: [0, 3, 1, 2] });
  const convolved = convolution({ graph, weights }, first, 'conv32_down', {
    stride: 2,
    valid: true,
    relu: true,
  });
  const name = graph.node('MaxPool', [convolved], {
    kernel_shape: [3, 3],
    strides: [2, 2],
    auto_pad: 'VALID',
  });
  return { name, size: halved(halved(CHIP_SIZE, 7), 3), channels: 32 };
}

/** Each row: a block that halves the picture (none before the first), then blocks that keep its size. */
const STAGES = [
  { down: undefined, channels: 32, same: ['conv32_1', 'conv32_2', 'conv32_3'] },
  { down: 'conv64_down', channels: 64, same: ['conv64_1', 'conv64_2', 'conv64_3'] },
  { down: 'conv128_down', channels: 128, same: ['conv128_1', 'conv128_2'] },
  { down: 'conv256_down', channels: 256, same: ['conv256_1', 'conv256_2'] },
  { down: 'conv256_down_out', channels: 256, same: [] },
] as const;

function residualStages(network: Network, start: Layer): Layer {
  return STAGES.reduce<Layer>((layer, { down, channels, same }) => {
    const entered = down ? halvingBlock(network, layer, down, channels) : layer;
    return same.reduce((current, block) => keepingBlock(network, current, block), entered);
  }, start);
}

function keepingBlock(network: Network, layer: Layer, block: string): Layer {
  const first = convolution(network, layer.name, `${block}/conv1`, { stride: 1, valid: false, relu: true });
  const second = convolution(network, first, `${block}/conv2`, { stride: 1, valid: false, relu: false });
  const { graph } = network;
  return { ...layer, name: graph.node('Relu', [graph.node('Add', [second, layer.name])]) };
}

function halvingBlock(network: Network, layer: Layer, block: string, channels: number): Layer {
  const { graph } = network;
  const first = convolution(network, layer.name, `${block}/conv1`, { stride: 2, valid: true, relu: true });
  const second = convolution(network, first, `${block}/conv2`, { stride: 1, valid: false, relu: false });
  const pooled = graph.node('AveragePool', [layer.name], {
    kernel_shape: [2, 2],
    strides: [2, 2],
    auto_pad: 'VALID',
  });
  const size = halved(layer.size, 2);
  // dlib adds pictures of unlike size by filling the smaller with zeros at right, bottom and in depth.
  const convolved = padded(graph, second, { pixels: size - halved(layer.size, 3), channels: 0 });
  const shortcut = padded(graph, pooled, { pixels: 0, channels: channels - layer.channels });
  return { name: graph.node('Relu', [graph.node('Add', [shortcut, convolved])]), size, channels };
}

function padded(graph: OnnxGraph, value: ValueName, more: { pixels: number; channels: number }): ValueName {
  if (more.pixels === 0 && more.channels === 0) return value;
  const amounts = graph.integers([0, 0, 0, 0, 0, more.channels, more.pixels, more.pixels]);
  return graph.node('Pad', [value, amounts], { mode: 'constant' });
}

const halved = (size: number, kernel: number): number => Math.floor((size - kernel) / 2) + 1;

interface ConvolutionForm {
  readonly stride: number;
  readonly valid: boolean;
  readonly relu: boolean;
}

/** Convolution, then a scale and shift for each channel, which fold into filters and bias. */
function convolution(
  { graph, weights }: Network,
  input: ValueName,
  layer: string,
  form: ConvolutionForm,
): ValueName {
  const filters = denseFilters(weightOf(weights, `${layer}/conv/filters`));
  const scale = weightOf(weights, `${layer}/scale/weights`).values;
  const shift = weightOf(weights, `${layer}/scale/biases`).values;
  const bias = weightOf(weights, `${layer}/conv/bias`).values;
  const each = filters.values.length / filters.shape[0];
  const folded = filters.values.map((value, i) => value * scale[Math.floor(i / each)]!);
  const foldedBias = Float32Array.from(bias, (value, channel) => value * scale[channel]! + shift[channel]!);
  const result = graph.node(
    'Conv',
    [input, graph.floats(folded, filters.shape), graph.floats(foldedBias, [foldedBias.length])],
    {
      kernel_shape: filters.shape.slice(2),
      strides: [form.stride, form.stride],
      auto_pad: form.valid ? 'VALID' : 'SAME_UPPER',
    },
  );
  return form.relu ? graph.node('Relu', [result]) : result;
}

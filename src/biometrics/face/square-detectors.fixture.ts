/**
 * ONNX models of the YuNet and the SCRFD form that need no weights: what is bright and 32 pixels wide in their input is a
 * face to them, its eyes 8 pixels beside and above its middle.
 */
import { OnnxGraph } from '../../../tools/models/onnx-graph.ts';
import { GRID_STRIDES } from './detector.ts';

export const INPUT_SIDE = 128;
const FACE = 32;
const EYE = 8;

/** Brightness of each cell of a grid, 0 to 1, as rows x columns. */
function cellBrightness(
  graph: OnnxGraph,
  input: string,
  stride: number,
  scale: number,
  shift: number,
): string {
  const cells = graph.node('AveragePool', [input], {
    kernel_shape: [stride, stride],
    strides: [stride, stride],
  });
  const scaled = graph.node('Mul', [cells, graph.floats([scale], [1])]);
  return graph.node('Add', [scaled, graph.floats([shift], [1])]);
}

const repeat = (numbers: readonly number[], times: number): number[] =>
  Array.from({ length: times }, () => numbers).flat();

/** Looks at the third colour only. Coarse grids are surer of themselves than fine ones. */
export function squareYunet(): Buffer {
  const graph = new OnnxGraph('square-yunet');
  const input = graph.input('input', [1, 3, INPUT_SIDE, INPUT_SIDE]);
  const colour = graph.node('Gather', [input, graph.integers([2])], { axis: 1 });
  for (const stride of GRID_STRIDES) {
    const cells = (INPUT_SIDE / stride) ** 2;
    const sure = cellBrightness(graph, colour, stride, 1 / 255, 0);
    const flat = graph.node('Reshape', [sure, graph.integers([1, cells, 1])]);
    const doubt = { 8: 0.36, 16: 0.81, 32: 1.5 }[stride];
    graph.output(flat, `cls_${stride}`);
    graph.output(graph.node('Mul', [flat, graph.floats([doubt], [1])]), `obj_${stride}`);
    const size = Math.log(FACE / stride);
    graph.output(graph.floats(repeat([0.5, 0.5, size, size], cells), [1, cells, 4]), `bbox_${stride}`);
    const [low, high] = [0.5 - EYE / stride, 0.5 + EYE / stride];
    const points = [low, low, high, low, 0.5, 0.5, low, high, high, high];
    graph.output(graph.floats(repeat(points, cells), [1, cells, 10]), `kps_${stride}`);
  }
  return graph.toBytes();
}

/** Of the two anchors of a cell the second is half as sure. Expects pixels of (value − 127.5) / 128. */
export function squareScrfd(): Buffer {
  const graph = new OnnxGraph('square-scrfd');
  const input = graph.input('input.1', [1, 3, 'height', 'width']);
  const grey = graph.node('ReduceMean', [input], { axes: [1] });
  let name = 440;
  const publish = (value: string) => graph.output(value, String(name++));
  for (const stride of GRID_STRIDES) {
    const cells = (INPUT_SIDE / stride) ** 2;
    const sure = graph.node('Reshape', [
      cellBrightness(graph, grey, stride, 128 / 255, 0.5),
      graph.integers([cells, 1]),
    ]);
    const half = graph.node('Mul', [sure, graph.floats([0.5], [1])]);
    const both = graph.node('Concat', [sure, half], { axis: 1 });
    const doubt = graph.floats([{ 8: 0.3, 16: 0.4, 32: 1 }[stride]], [1]);
    publish(graph.node('Mul', [graph.node('Reshape', [both, graph.integers([2 * cells, 1])]), doubt]));
  }
  for (const stride of GRID_STRIDES) {
    const anchors = 2 * (INPUT_SIDE / stride) ** 2;
    const far = FACE / stride;
    publish(graph.floats(repeat([0, 0, far, far], anchors), [anchors, 4]));
    const [low, high] = [(FACE / 2 - EYE) / stride, (FACE / 2 + EYE) / stride];
    publish(
      graph.floats(repeat([low, low, high, low, far, far, low, high, high, high], anchors), [anchors, 10]),
    );
  }
  return graph.toBytes();
}

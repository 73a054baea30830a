/** Turns a TensorFlow.js graph model into an ONNX model with the same numbers. */
import { type Conversion, toPlain, valueNamed } from './conversion.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { OPERATORS } from './operators.ts';
import { inputsOf, readTfjsGraph, type TfjsNode } from './tfjs-graph.ts';

/** Outputs keep TensorFlow's order of axes and the names of their nodes, with `_` for what ONNX tools dislike. */
export function convertGraph(name: string, path: string): Buffer {
  const { nodes, weights } = readTfjsGraph(path);
  const conversion: Conversion = { graph: new OnnxGraph(name), weights, values: new Map() };
  for (const node of inOrderOfUse(nodes)) {
    const operator = OPERATORS.get(node.op);
    if (!operator) throw new Error(`${name}: no ONNX form for the operator ${node.op} of ${node.name}.`);
    conversion.values.set(node.name, operator(conversion, node));
  }
  for (const output of outputsOf(nodes)) {
    const value = toPlain(conversion.graph, valueNamed(conversion, output));
    conversion.graph.output(value.name, output.replace(/[^A-Za-z0-9_]/g, '_'));
  }
  return conversion.graph.toBytes();
}

function outputsOf(nodes: readonly TfjsNode[]): string[] {
  const used = new Set(nodes.flatMap(inputsOf));
  return nodes.filter((node) => node.op !== 'Const' && !used.has(node.name)).map((node) => node.name);
}

/** Every node after those it reads. Files list them in any order. */
function inOrderOfUse(nodes: readonly TfjsNode[]): TfjsNode[] {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const ordered = new Set<TfjsNode>();
  const visit = (node: TfjsNode): void => {
    if (ordered.has(node) || node.op === 'Const') return;
    for (const input of inputsOf(node)) {
      const source = byName.get(input);
      if (source) visit(source);
    }
    ordered.add(node);
  };
  nodes.forEach(visit);
  return [...ordered];
}

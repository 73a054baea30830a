/** The TensorFlow.js graph-model format, as far as the converted models use it. */
import { readFileSync } from 'node:fs';
import { readWeights, type WeightGroup, type Weights } from './weights.ts';

interface AttributeValue {
  /** Text, base64. */
  readonly s?: string;
  readonly b?: boolean;
  readonly list?: { readonly i?: readonly (string | number)[]; readonly s?: readonly string[] };
  readonly shape?: { readonly dim: readonly { readonly size: string | number }[] };
}

export interface TfjsNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, AttributeValue>>;
}

export interface TfjsGraph {
  readonly nodes: readonly TfjsNode[];
  readonly weights: Weights;
}

interface GraphFile {
  readonly modelTopology: { readonly node: readonly TfjsNode[] };
  readonly weightsManifest: readonly WeightGroup[];
}

export function readTfjsGraph(path: string): TfjsGraph {
  const file: GraphFile = JSON.parse(readFileSync(path, 'utf8'));
  return { nodes: file.modelTopology.node, weights: readWeights(file.weightsManifest, path) };
}

const decodeText = (base64: string): string => Buffer.from(base64, 'base64').toString();

/** Names of the data inputs; `^name` is an order of execution without data, `name:0` the first result of `name`. */
export const inputsOf = (node: TfjsNode): string[] =>
  (node.input ?? []).filter((name) => !name.startsWith('^')).map((name) => name.replace(/:\d+$/, ''));

export const numbersOf = (node: TfjsNode, attribute: string): number[] =>
  (node.attr?.[attribute]?.list?.i ?? []).map(Number);

export const textOf = (node: TfjsNode, attribute: string): string =>
  decodeText(node.attr?.[attribute]?.s ?? '');

/** What is fused behind a convolution or a product: BiasAdd, then an activation. */
export const fusedOf = (node: TfjsNode): string[] => (node.attr?.fused_ops?.list?.s ?? []).map(decodeText);

export const shapeOf = (node: TfjsNode): number[] =>
  (node.attr?.shape?.shape?.dim ?? []).map((axis) => Number(axis.size));

/**
 * Writes an ONNX model, IR version 8, operator set 17, node by node.
 * Field numbers are those of onnx.proto (ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto).
 */
import { bytesField, floatField, integerField, messageField } from './protobuf.ts';

/** An axis is a size, or a name for one that is chosen at run time. */
export type Axis = number | string;

/** Whole numbers, lists of whole numbers, texts; a float says so, for 1 and 1.0 are the same to JavaScript. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

const ELEMENT = { float32: 1, int64: 7 } as const;
const ATTRIBUTE_KIND = { float: 1, integer: 2, text: 3, integers: 7 } as const;
const IR_VERSION = 8;
const OPERATOR_SET = 17;

/** Names one result of the graph. */
export type ValueName = string;

export class OnnxGraph {
  readonly #name: string;
  readonly #nodes: Buffer[] = [];
  readonly #constants: Buffer[] = [];
  readonly #inputs: Buffer[] = [];
  readonly #outputs: Buffer[] = [];
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Adds an operator and gives the name of its one result. */
  node(
    operator: string,
    inputs: readonly ValueName[],
    attributes: Readonly<Record<string, Attribute>> = {},
    result: ValueName = `t${this.#count++}`,
  ): ValueName {
    this.#nodes.push(
      messageField(1, [
        ...inputs.map((input) => bytesField(1, input)),
        bytesField(2, result),
        bytesField(3, `n${this.#nodes.length}`),
        bytesField(4, operator),
        ...Object.entries(attributes).map(([name, value]) => attributeField(name, value)),
      ]),
    );
    return result;
  }

  floats(values: ArrayLike<number>, shape: readonly number[]): ValueName {
    const data = Float32Array.from(values);
    return this.#constant(ELEMENT.float32, shape, Buffer.from(data.buffer));
  }

  integers(values: readonly number[]): ValueName {
    const data = BigInt64Array.from(values, BigInt);
    return this.#constant(ELEMENT.int64, [values.length], Buffer.from(data.buffer));
  }

  input(name: ValueName, shape: readonly Axis[]): ValueName {
    this.#inputs.push(valueField(11, name, shape));
    return name;
  }

  /** Publishes a value under a name of its own. The runtime infers the shape when none is given. */
  output(value: ValueName, name: ValueName, shape?: readonly Axis[]): void {
    this.node('Identity', [value], {}, name);
    this.#outputs.push(valueField(12, name, shape));
  }

  toBytes(): Buffer {
    const graph = [...this.#nodes, bytesField(2, this.#name), ...this.#constants];
    return Buffer.concat([
      integerField(1, IR_VERSION),
      bytesField(2, 'kouan'),
      messageField(7, [...graph, ...this.#inputs, ...this.#outputs]),
      messageField(8, [bytesField(1, ''), integerField(2, OPERATOR_SET)]),
    ]);
  }

  #constant(element: number, shape: readonly number[], raw: Buffer): ValueName {
    const name = `c${this.#count++}`;
    const axes = shape.map((size) => integerField(1, size));
    this.#constants.push(
      messageField(5, [...axes, integerField(2, element), bytesField(8, name), bytesField(9, raw)]),
    );
    return name;
  }
}

function attributeField(name: string, value: Attribute): Buffer {
  const head = bytesField(1, name);
  const kind = (code: number) => integerField(20, code);
  if (typeof value === 'number') {
    return messageField(5, [head, integerField(3, value), kind(ATTRIBUTE_KIND.integer)]);
  }
  if (typeof value === 'string') {
    return messageField(5, [head, bytesField(4, value), kind(ATTRIBUTE_KIND.text)]);
  }
  if ('float' in value) {
    return messageField(5, [head, floatField(2, value.float), kind(ATTRIBUTE_KIND.float)]);
  }
  const items = value.map((item) => integerField(8, item));
  return messageField(5, [head, ...items, kind(ATTRIBUTE_KIND.integers)]);
}

function valueField(field: number, name: ValueName, shape?: readonly Axis[]): Buffer {
  const axes = shape?.map((axis) =>
    messageField(1, [typeof axis === 'string' ? bytesField(2, axis) : integerField(1, axis)]),
  );
  const tensor = [integerField(1, ELEMENT.float32), ...(axes ? [messageField(2, axes)] : [])];
  return messageField(field, [bytesField(1, name), messageField(2, [messageField(1, tensor)])]);
}

/** The part of the protocol-buffer wire format that an ONNX file needs: varints, floats, nested bytes. */

const WIRE = { varint: 0, bytes: 2, fixed32: 5 } as const;

function varint(value: number | bigint): Buffer {
  // Negative numbers travel as 64-bit two's complement.
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest ? low | 128 : low);
  } while (rest);
  return Buffer.from(bytes);
}

const tag = (field: number, wire: number): Buffer => varint((field << 3) | wire);

export const integerField = (field: number, value: number | bigint): Buffer =>
  Buffer.concat([tag(field, WIRE.varint), varint(value)]);

export function floatField(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([tag(field, WIRE.fixed32), bytes]);
}

export function bytesField(field: number, value: Uint8Array | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([tag(field, WIRE.bytes), varint(bytes.length), bytes]);
}

/** A nested message: its fields one after another. */
export const messageField = (field: number, parts: readonly Uint8Array[]): Buffer =>
  bytesField(field, Buffer.concat(parts));

/** Big-endian reading and writing that stays within its bytes. */
import { type ErrorFacts, RoomError } from '../../../kernel/index.ts';

export function templateInvalid(message: string, facts: ErrorFacts = {}): RoomError {
  return new RoomError('TEMPLATE_INVALID', message, facts);
}

export interface ByteReader {
  u8(): number;
  u16(): number;
  u32(): number;
  skip(count: number): void;
  take(count: number): Uint8Array;
  readonly position: () => number;
  readonly left: () => number;
}

/** Reads past the end throw TEMPLATE_INVALID, whatever a length field claimed. */
export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const take = (count: number) => {
    if (count > bytes.length - at) {
      throw templateInvalid('The template ends before its last field.', {
        field: 'length',
        value: bytes.length,
        expected: `at least ${at + count} bytes`,
      });
    }
    at += count;
    return bytes.subarray(at - count, at);
  };
  const number = (count: number) => take(count).reduce((value, byte) => value * 256 + byte, 0);
  return {
    u8: () => number(1),
    u16: () => number(2),
    u32: () => number(4),
    skip: (count) => void take(count),
    take,
    position: () => at,
    left: () => bytes.length - at,
  };
}

export interface ByteWriter {
  u8(value: number): ByteWriter;
  u16(value: number): ByteWriter;
  u32(value: number): ByteWriter;
  bytes(values: Iterable<number>): ByteWriter;
  finish(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  const out: number[] = [];
  const writer: ByteWriter = {
    u8: (value) => writer.bytes([value & 0xff]),
    u16: (value) => writer.bytes([(value >>> 8) & 0xff, value & 0xff]),
    u32: (value) => writer.u16(value >>> 16).u16(value & 0xffff),
    bytes: (values) => {
      for (const value of values) out.push(value);
      return writer;
    },
    finish: () => Uint8Array.from(out),
  };
  return writer;
}

/** What is fuzzed: something that reads input from outside, and a maker of inputs that get past its first checks now and then. */
import type { ErrorCode, Random } from '../../src/kernel/index.ts';

export interface FuzzParser {
  readonly name: string;
  /** Inputs in the tests; fewer where one takes about a millisecond. */
  readonly inputsInTests: number;
  /** The codes that bad input may be answered with; anything else thrown is a fault of ours. */
  readonly codes: readonly ErrorCode[];
  /** Opens what the parser needs, once. */
  open(): FuzzSubject | Promise<FuzzSubject>;
}

export interface FuzzSubject {
  /** The next input of this stream of chance; the same seed gives the same input. */
  make(random: Random): FuzzInput | Promise<FuzzInput>;
  /** Reads it. Returns whatever it returns, throws `RoomError` with one of the codes, or has failed. */
  read(input: FuzzInput): unknown;
}

export type FuzzInput = Uint8Array | string;

/** A subject of bytes, and one of text, with the kind of input checked in one place. */
export const subjectOfBytes = (
  make: (random: Random) => Uint8Array,
  read: (input: Uint8Array) => unknown,
): FuzzSubject => ({ make, read: (input) => read(input as Uint8Array) });

export const subjectOfText = (
  make: (random: Random) => string | Promise<string>,
  read: (input: string) => unknown,
): FuzzSubject => ({ make, read: (input) => read(input as string) });

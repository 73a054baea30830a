import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRoomError } from '../../kernel/index.ts';
import { crc32 } from '../template/crc32.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

const record = fc.record({
  id: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  group: fc.string({ maxLength: 60, unit: 'binary' }),
  sealed: fc.uint8Array({ minLength: 1, maxLength: 100 }),
});

function reads(bytes: Uint8Array): boolean {
  try {
    // What is accepted has only this one form.
    expect(Buffer.compare(encodeSnapshot(decodeSnapshot(bytes)), bytes)).toBe(0);
    return true;
  } catch (error) {
    if (!isRoomError(error) || error.code !== 'TEMPLATE_INVALID') throw error;
    return false;
  }
}

/** At its quickest of three, for a test may be put to sleep by the machine at any moment. */
function milliseconds(call: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Reads, and again with the clock when that took long. */
function readsInTime(bytes: Uint8Array): void {
  const start = performance.now();
  reads(bytes);
  if (performance.now() - start > 100) expect(milliseconds(() => void reads(bytes))).toBeLessThan(100);
}

it('gives back every record with its seal untouched', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 20 }), (records) => {
      expect(decodeSnapshot(encodeSnapshot(records))).toEqual(records);
    }),
  );
});

it('refuses every flipped bit', () => {
  const bytes = encodeSnapshot([{ id: 'T-1', group: 'port', sealed: Uint8Array.of(1, 2, 3) }]);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice();
    flipped[bit >> 3]! ^= 1 << (bit & 7);
    expect(reads(flipped)).toBe(false);
  }
});

it('answers arbitrary and resealed bytes with TEMPLATE_INVALID or records, 20,000 times', () => {
  const original = encodeSnapshot([
    { id: 'T-1', group: 'port', sealed: new Uint8Array(40) },
    { id: 'T-2', group: '', sealed: new Uint8Array(1) },
  ]);
  const change = fc.tuple(fc.nat({ max: 100 }), fc.integer({ min: 0, max: 255 }));
  const edited = fc.tuple(fc.array(change, { maxLength: 4 }), fc.nat({ max: 3 })).map(([changes, cut]) => {
    const bytes = original.slice(0, original.length - cut);
    for (const [at, value] of changes) bytes[at % bytes.length] = value;
    new DataView(bytes.buffer).setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)), true);
    return bytes;
  });
  fc.assert(
    fc.property(edited, (bytes) => readsInTime(bytes)),
    { numRuns: 10_000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readsInTime(bytes)),
    { numRuns: 10_000 },
  );
});

it('does not believe a count of four thousand million records', () => {
  const bytes = encodeSnapshot([]);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, 0xffffffff, true);
  view.setUint32(8, crc32(bytes.subarray(0, 8)), true);
  expect(reads(bytes)).toBe(false);
});

it('does not write a record without an id or without content', () => {
  const invalid = expect.objectContaining({ code: 'TEMPLATE_INVALID' });
  expect(() => encodeSnapshot([{ id: '', group: '', sealed: Uint8Array.of(1) }])).toThrow(invalid);
  expect(() => encodeSnapshot([{ id: 'T-1', group: '', sealed: new Uint8Array(0) }])).toThrow(invalid);
});

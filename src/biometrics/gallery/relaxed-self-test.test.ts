import { expect, it } from 'vitest';
import { passesSelfTest, relaxedAllowed } from './relaxed-self-test.ts';
import { openScanKernel, type ScanKernel } from './scan-kernel.ts';

const HITS_AT = 64;

/** A kernel that changes what the sketch listed, once, in the call of that number. */
function lying(change: (hits: Uint32Array) => void, atCall: number) {
  let calls = 0;
  return (memory: WebAssembly.Memory): Pick<ScanKernel, 'sketch'> => {
    const { sketch } = openScanKernel(memory);
    return {
      sketch(...places) {
        const next = sketch(...places);
        if (++calls === atCall) change(new Uint32Array(memory.buffer, HITS_AT, 100));
        return next;
      },
    };
  };
}

it('allows relaxed SIMD on Node 22 and later alone', () => {
  expect(['20.20.2', '21.7.3', '22.0.0', '24.21.0', undefined].map(relaxedAllowed)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});

it('trusts a kernel that gives the same rows', () => {
  expect(passesSelfTest(openScanKernel, openScanKernel)).toBe(true);
});

it.each([
  ['leaves a row out', (hits: Uint32Array) => void hits[0]!--, 1],
  ['lists another row, late', (hits: Uint32Array) => void hits[4]!++, 150],
])('does not trust a kernel that %s', (_, change, atCall) => {
  expect(passesSelfTest(openScanKernel, lying(change, atCall))).toBe(false);
});

/** Random words from a key: ChaCha20 (RFC 8439, section 2.3) with nonce 0. Pure, so that it runs in any thread. */

const rotateLeft = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

function quarterRound(state: Uint32Array, a: number, b: number, c: number, d: number): void {
  state[a]! += state[b]!;
  state[d] = rotateLeft(state[d]! ^ state[a]!, 16);
  state[c]! += state[d]!;
  state[b] = rotateLeft(state[b]! ^ state[c]!, 12);
  state[a]! += state[b]!;
  state[d] = rotateLeft(state[d]! ^ state[a]!, 8);
  state[c]! += state[d]!;
  state[b] = rotateLeft(state[b]! ^ state[c]!, 7);
}

/** One block of 16 words; `input` is constants, key, counter and nonce, 16 words. */
export function chachaBlock(input: Uint32Array): Uint32Array {
  const state = input.slice();
  for (let round = 0; round < 10; round++) {
    for (let column = 0; column < 4; column++)
      quarterRound(state, column, column + 4, column + 8, column + 12);
    for (let i = 0; i < 4; i++)
      quarterRound(state, i, 4 + ((i + 1) & 3), 8 + ((i + 2) & 3), 12 + ((i + 3) & 3));
  }
  for (let i = 0; i < 16; i++) state[i]! += input[i]!;
  return state;
}

/** 'expand 32-byte k' */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** Draws 32-bit words, the same ones for the same key of 32 bytes. */
export function keyStream(key: Uint8Array): () => number {
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const input = new Uint32Array(16);
  input.set(CONSTANTS);
  for (let i = 0; i < 8; i++) input[4 + i] = view.getUint32(i * 4, true);
  let block: Uint32Array = input;
  let used = 16;
  return () => {
    if (used === 16) {
      block = chachaBlock(input);
      input[12]!++;
      used = 0;
    }
    return block[used++]!;
  };
}

/**
 * The text of the scan module (WebAssembly SIMD), from which `build-scan.ts` makes the binary.
 *
 * A row holds int8 values; those at even places are stored with 128 added. Read as 16-bit words w, the high
 * half is the odd value h and the low half the biased even value l, so that over a row
 *   Σ w·pEven + Σ h·(pOdd − 256·pEven) = Σ h·pOdd + Σ l·pEven,
 * which takes one shift where widening both halves would take two shuffles; the bias is one constant a probe.
 * Values of the probe lie in ±127, so that pOdd − 256·pEven fits 16 bits.
 *
 * Rows compared at a time stand a stride apart, so that the processor fetches from eight places at once: it
 * reads a single stream at hardly more than half of what the memory gives.
 */

import { sketchFunction } from './sketch-text.ts';

/** Rows compared at a time, and streams that memory is read in. */
export const ROWS_AT_ONCE = 8;
const LANES = [0, 1, 2, 3, 4, 5, 6, 7] as const;
/** The sums of four lanes fill one vector for the comparison with the limit. */
const QUARTETS = [0, 4] as const;
/** A longer unrolled body is slower: the compiler spills the sums. */
const DIMS_AT_ONCE = 16;

const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const add = (a: string, b: string) => `(i32.add ${a} ${b})`;
const constant = (value: number) => `(i32.const ${value})`;

/** One step over 16 dimensions of all lanes. */
function sixteenDims(): string {
  const even = set('even', `(v128.load ${get('p')})`);
  const odd = set('odd', `(v128.load offset=16 ${get('p')})`);
  const rows = LANES.map((lane) => {
    const words = set('w', `(v128.load ${get(`r${lane}`)})`);
    const low = `(i32x4.dot_i16x8_s ${get('w')} ${get('even')})`;
    const high = `(i32x4.dot_i16x8_s (i16x8.shr_s ${get('w')} ${constant(8)}) ${get('odd')})`;
    return `${words} ${set(`a${lane}`, `(i32x4.add ${get(`a${lane}`)} (i32x4.add ${low} ${high}))`)}`;
  });
  const advance = LANES.map((lane) => set(`r${lane}`, add(get(`r${lane}`), constant(DIMS_AT_ONCE))));
  return [even, odd, ...rows, ...advance].join('\n      ');
}

/** Adds across: four vectors of partial sums, from lane `first` on, become one vector of four dot products. */
function sumAcross(first: number): string {
  const pair = (a: number, b: number) =>
    `(i32x4.add (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 ${get(`a${a}`)} ${get(`a${b}`)})
       (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 ${get(`a${a}`)} ${get(`a${b}`)}))`;
  return `${set('even', pair(first, first + 1))}
    ${set('odd', pair(first + 2, first + 3))}
    ${set(
      'w',
      `(i32x4.add (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 ${get('even')} ${get('odd')})
       (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 ${get('even')} ${get('odd')}))`,
    )}`;
}

/** Writes the row of every lane that reached the limit; each write is plain, the count moves by the lane's bit. */
function keepHits(first: number): string {
  const lanes = [0, 1, 2, 3].map(
    (
      bit,
    ) => `(i32.store offset=16 ${add(get('hits'), `(i32.shl ${get('count')} ${constant(2)})`)} ${get(`n${first + bit}`)})
      ${set('count', add(get('count'), `(i32.and (i32.shr_u ${get('mask')} ${constant(bit)}) ${constant(1)})`))}`,
  );
  return `(if ${get('mask')} (then ${lanes.join('\n      ')}))`;
}

/** Compares the sums of four lanes with the limit and lists those that reach it. */
function judge(first: number): string {
  const normAt = (lane: number) => add(get('norms'), `(i32.shl ${get(`n${lane}`)} ${constant(2)})`);
  const norms = [1, 2, 3].reduce(
    (loaded, lane) => `(v128.load32_lane ${lane} ${normAt(first + lane)} ${loaded})`,
    `(v128.load32_zero ${normAt(first)})`,
  );
  const cosines = `(f32x4.mul (f32x4.convert_i32x4_s (i32x4.sub ${get('w')} ${get('biases')})) ${norms})`;
  return `${sumAcross(first)}
    ${set('mask', `(i32x4.bitmask (f32x4.ge ${cosines} ${get('limits')}))`)}
    ${keepHits(first)}`;
}

/** Numbers and places of the rows of all lanes. */
function startRows(): string {
  const numbers = LANES.map((lane) =>
    set(`n${lane}`, lane === 0 ? get('row') : add(get(`n${lane - 1}`), get('stride'))),
  );
  const places = LANES.map((lane) =>
    set(`r${lane}`, add(get('vectors'), `(i32.mul ${get(`n${lane}`)} ${get('dims')})`)),
  );
  const zeros = LANES.map((lane) => set(`a${lane}`, '(v128.const i32x4 0 0 0 0)'));
  return [...numbers, ...places, ...zeros].join(' ');
}

/**
 * `scan(vectors, norms, row, rowEnd, stride, dims, probe, bias, limit, hits, hitsMax) -> next row`: of the rows
 * `row` to `rowEnd` and those 1 to 7 strides after each, the ones whose (dot − bias) × norm reaches the limit
 * are listed at hits + 16, their count at hits. It stops early when fewer than eight places are left.
 */
function scanFunction(): string {
  return `(func (export "scan") (param $vectors i32) (param $norms i32) (param $row i32) (param $rowEnd i32) (param $stride i32)
    (param $dims i32) (param $probe i32) (param $bias i32) (param $limit f32) (param $hits i32) (param $hitsMax i32) (result i32)
    ${LANES.map((lane) => `(local $n${lane} i32) (local $r${lane} i32) (local $a${lane} v128)`).join(' ')}
    (local $p i32) (local $pEnd i32) (local $even v128) (local $odd v128) (local $w v128)
    (local $limits v128) (local $biases v128) (local $count i32) (local $mask i32)
    ${set('limits', `(f32x4.splat ${get('limit')})`)}
    ${set('biases', `(i32x4.splat ${get('bias')})`)}
    ${set('pEnd', add(get('probe'), `(i32.shl ${get('dims')} ${constant(1)})`))}
    (block $done (loop $rows
      (br_if $done (i32.ge_u ${get('row')} ${get('rowEnd')}))
      (br_if $done (i32.gt_u ${add(get('count'), constant(ROWS_AT_ONCE))} ${get('hitsMax')}))
      ${startRows()}
      ${set('p', get('probe'))}
      (loop $dimensions
      ${sixteenDims()}
      (br_if $dimensions (i32.ne (local.tee $p ${add(get('p'), constant(DIMS_AT_ONCE * 2))}) ${get('pEnd')})))
    ${QUARTETS.map(judge).join('\n    ')}
      ${set('row', add(get('row'), constant(1)))}
      (br $rows)))
    (i32.store ${get('hits')} ${get('count')})
    ${get('row')})`;
}

/**
 * `read(from, to, stride)`: touches every byte from `from` to `to` and 1 to 7 strides after, 64 at a time, and does
 * nothing else: the limit that the memory sets to any scan. One stream is what most programs read in; eight are quicker.
 */
function readFunction(name: string, streams: number): string {
  const all = LANES.slice(0, streams);
  const touch = all.map((lane) => {
    const at = lane === 0 ? get('from') : get(`r${lane}`);
    const loads = [0, 16, 32, 48].map((offset) => `(v128.load offset=${offset} ${at})`);
    return set(
      `a${lane}`,
      loads.reduce((sum, load) => `(v128.or ${sum} ${load})`, get(`a${lane}`)),
    );
  });
  const starts = all
    .slice(1)
    .map((lane) => set(`r${lane}`, add(get(lane === 1 ? 'from' : `r${lane - 1}`), get('stride'))));
  return `(func (export "${name}") (param $from i32) (param $to i32) (param $stride i32) (result i32)
    ${all.map((lane) => `(local $r${lane} i32) (local $a${lane} v128)`).join(' ')}
    (loop $bytes ${starts.join(' ')} ${touch.join(' ')}
      (br_if $bytes (i32.lt_u (local.tee $from ${add(get('from'), constant(64))}) ${get('to')})))
    (i32x4.extract_lane 0 ${all.map((lane) => get(`a${lane}`)).reduce((sum, a) => `(v128.or ${sum} ${a})`)}))`;
}

/**
 * The whole module; its memory is brought by who instantiates it. The relaxed one looks up 16 bytes in one
 * instruction instead of two (WebAssembly relaxed SIMD); its places are all below 16, where the standard leaves no freedom.
 */
export function scanModuleText(lookUp: 'swizzle' | 'relaxed_swizzle'): string {
  return `(module (import "gallery" "memory" (memory 1))
  ${scanFunction()}
  ${sketchFunction(lookUp)}
  ${readFunction('read', 8)}
  ${readFunction('readInOrder', 1)})`;
}

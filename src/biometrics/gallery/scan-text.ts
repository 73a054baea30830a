/**
 * The text of the scan module (WebAssembly SIMD), from which `build-scan.ts` makes the binary.
 *
 * A row holds int8 values; those at even places are stored with 128 added. Read as 16-bit words w, the high
 * half is the odd value h and the low half the biased even value l, so that over a row
 *   Σ w·pEven + Σ h·(pOdd − 256·pEven) = Σ h·pOdd + Σ l·pEven,
 * which takes one shift where widening both halves would take two shuffles; the bias is one constant a probe.
 * Values of the probe lie in ±127, so that pOdd − 256·pEven fits 16 bits.
 */

import { sketchFunction } from './sketch-text.ts';

/** Rows compared at a time: four sums fill one vector for the comparison with the limit. */
export const ROWS_AT_ONCE = 4;
const LANES = [0, 1, 2, 3] as const;
/** A longer unrolled body is slower: the compiler spills the four sums. */
const WIDE_DIMS = 32;
const NARROW_DIMS = 16;

const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const add = (a: string, b: string) => `(i32.add ${a} ${b})`;
const constant = (value: number) => `(i32.const ${value})`;

/** One step over 16 dimensions of the four rows. */
function sixteenDims(step: number): string {
  const even = set('even', `(v128.load offset=${step * 32} ${get('p')})`);
  const odd = set('odd', `(v128.load offset=${step * 32 + 16} ${get('p')})`);
  const rows = LANES.map((lane) => {
    const words = set('w', `(v128.load offset=${step * 16} ${get(`r${lane}`)})`);
    const low = `(i32x4.dot_i16x8_s ${get('w')} ${get('even')})`;
    const high = `(i32x4.dot_i16x8_s (i16x8.shr_s ${get('w')} ${constant(8)}) ${get('odd')})`;
    return `${words} ${set(`a${lane}`, `(i32x4.add ${get(`a${lane}`)} (i32x4.add ${low} ${high}))`)}`;
  });
  return [even, odd, ...rows].join('\n      ');
}

/** Adds across: four vectors of partial sums become one vector of four dot products. */
function sumAcross(): string {
  const pair = (a: string, b: string) =>
    `(i32x4.add (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 ${get(a)} ${get(b)})
       (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 ${get(a)} ${get(b)}))`;
  return `${set('even', pair('a0', 'a1'))}
    ${set('odd', pair('a2', 'a3'))}
    ${set(
      'w',
      `(i32x4.add (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 ${get('even')} ${get('odd')})
       (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 ${get('even')} ${get('odd')}))`,
    )}`;
}

/** Writes the row of every lane that reached the limit; each write is plain, the count moves by the lane's bit. */
function keepHits(): string {
  const lanes = LANES.map(
    (
      lane,
    ) => `(i32.store offset=16 ${add(get('hits'), `(i32.shl ${get('count')} ${constant(2)})`)} ${add(get('row'), constant(lane))})
      ${set('count', add(get('count'), `(i32.and (i32.shr_u ${get('mask')} ${constant(lane)}) ${constant(1)})`))}`,
  );
  return `(if ${get('mask')} (then ${lanes.join('\n      ')}))`;
}

/**
 * `scan(vectors, norms, row, rowEnd, dims, probe, bias, limit, hits, hitsMax) -> next row`: rows whose
 * (dot − bias) × norm reaches the limit are listed at hits + 16, their count at hits. It stops early when
 * fewer than four places are left.
 */
function scanFunction(name: string, dimsAtOnce: number): string {
  const steps = Array.from({ length: dimsAtOnce / 16 }, (_, step) => sixteenDims(step));
  const advance = LANES.map((lane) => set(`r${lane}`, add(get(`r${lane}`), constant(dimsAtOnce))));
  const starts = LANES.slice(1).map((lane) => set(`r${lane}`, add(get(`r${lane - 1}`), get('dims'))));
  const zeros = LANES.map((lane) => set(`a${lane}`, '(v128.const i32x4 0 0 0 0)'));
  return `(func (export "${name}") (param $vectors i32) (param $norms i32) (param $row i32) (param $rowEnd i32)
    (param $dims i32) (param $probe i32) (param $bias i32) (param $limit f32) (param $hits i32) (param $hitsMax i32) (result i32)
    ${LANES.map((lane) => `(local $r${lane} i32) (local $a${lane} v128)`).join(' ')}
    (local $p i32) (local $pEnd i32) (local $even v128) (local $odd v128) (local $w v128)
    (local $limits v128) (local $biases v128) (local $count i32) (local $mask i32)
    ${set('limits', `(f32x4.splat ${get('limit')})`)}
    ${set('biases', `(i32x4.splat ${get('bias')})`)}
    ${set('pEnd', add(get('probe'), `(i32.shl ${get('dims')} ${constant(1)})`))}
    ${set('r3', add(get('vectors'), `(i32.mul ${get('row')} ${get('dims')})`))}
    (block $done (loop $rows
      (br_if $done (i32.ge_u ${get('row')} ${get('rowEnd')}))
      (br_if $done (i32.gt_u ${add(get('count'), constant(ROWS_AT_ONCE))} ${get('hitsMax')}))
      ${set('r0', get('r3'))} ${starts.join(' ')}
      ${zeros.join(' ')}
      ${set('p', get('probe'))}
      (loop $dimensions
      ${steps.join('\n      ')}
      ${advance.join(' ')}
      (br_if $dimensions (i32.ne (local.tee $p ${add(get('p'), constant(dimsAtOnce * 2))}) ${get('pEnd')})))
    ${sumAcross()}
    ${set('mask', `(i32x4.bitmask (f32x4.ge (f32x4.mul (f32x4.convert_i32x4_s (i32x4.sub ${get('w')} ${get('biases')})) (v128.load ${add(get('norms'), `(i32.shl ${get('row')} ${constant(2)})`)})) ${get('limits')}))`)}
    ${keepHits()}
      ${set('row', add(get('row'), constant(ROWS_AT_ONCE)))}
      (br $rows)))
    (i32.store ${get('hits')} ${get('count')})
    ${get('row')})`;
}

/** `read(from, to)`: touches every byte and does nothing else; the limit that the memory sets to any scan. */
function readFunction(): string {
  const touch = [0, 16, 32, 48].map((offset, i) =>
    set(`a${i}`, `(v128.or ${get(`a${i}`)} (v128.load offset=${offset} ${get('from')}))`),
  );
  return `(func (export "read") (param $from i32) (param $to i32) (result i32)
    ${LANES.map((lane) => `(local $a${lane} v128)`).join(' ')}
    (loop $bytes ${touch.join(' ')}
      (br_if $bytes (i32.lt_u (local.tee $from ${add(get('from'), constant(64))}) ${get('to')})))
    (i32x4.extract_lane 0 (v128.or (v128.or ${get('a0')} ${get('a1')}) (v128.or ${get('a2')} ${get('a3')}))))`;
}

/** The whole module; its memory is brought by who instantiates it. */
export function scanModuleText(): string {
  return `(module (import "gallery" "memory" (memory 1))
  ${scanFunction('scanWide', WIDE_DIMS)}
  ${scanFunction('scanNarrow', NARROW_DIMS)}
  ${sketchFunction()}
  ${readFunction()})`;
}

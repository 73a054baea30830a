/** Rows of int8 vectors in WebAssembly memory, and the exact scan over them. */
import { fieldInvalid, RoomError } from '../../kernel/index.ts';
import { openScanKernel, type ScanKernel } from './scan-kernel.ts';
import {
  SKETCH_BLOCKS,
  SKETCH_DIMS_MIN,
  SKETCH_LIMIT_MIN,
  SKETCH_ROWS_AT_ONCE,
  type SketchPlaces,
  SketchStore,
} from './sketch-store.ts';

/** Fewer would leave too little to tell people apart, more is beyond what fits the 32-bit sums. */
export const DIMS_MIN = 128;
export const DIMS_MAX = 1024;
const DIMS_STEP = 16;
const PAGE_BYTES = 65_536;
const MEMORY_BYTES_MAX = 65_536 * PAGE_BYTES;
const HITS_MAX = 1024;
const HITS_AT = 64;
const PROBE_AT = 8192;
const TABLES_AT = 16_384;
const NORMS_AT = PAGE_BYTES;
/** The scan compares eight rows at a time, an eighth of all rows apart. */
const ROWS_AT_ONCE = 8;
/** When the sketch leaves more than this share of the rows, comparing them one by one is slower than the scan. */
const LISTED_SHARE_MAX = 1 / 32;
const LISTED_MIN = 256;
/** Relative room for the 32-bit rounding of norm, product and limit (2^-22 in all): the scan may list too much, never too little. */
const ROUNDING_SLACK = 2 ** -20;

/** Called for a row at or above the limit; returns the limit from there on, which may only rise. */
export type VisitRow = (row: number, cosine: number) => number;

const roundUp = (value: number, step: number) => Math.ceil(value / step) * step;

/** Refuses what the store could not compare: wrong length, −128 (which does not fit the sums), no direction. */
export function checkTemplate(template: Int8Array, dims: number, field: string): void {
  if (!(template instanceof Int8Array) || template.length !== dims) {
    const found = template instanceof Int8Array ? `${template.length} values` : typeof template;
    throw new RoomError('TEMPLATE_INVALID', `${field}: ${found}; the gallery compares ${dims} int8 values.`, {
      field,
      expected: `${dims} int8 values`,
    });
  }
  // A plain loop: this is most of the time of an enrolment.
  let [nonZero, lowest] = [0, 0];
  for (let i = 0; i < dims; i++) {
    const value = template[i]!;
    nonZero |= value;
    if (value < lowest) lowest = value;
  }
  if (nonZero === 0 || lowest === -128) {
    throw new RoomError('TEMPLATE_INVALID', `${field}: values must lie in -127..127 and not all be 0.`, {
      field,
    });
  }
}

export function checkDims(dims: number): void {
  if (!Number.isInteger(dims) || dims < DIMS_MIN || dims > DIMS_MAX || dims % DIMS_STEP !== 0) {
    throw fieldInvalid('dims', dims, `a multiple of ${DIMS_STEP} from ${DIMS_MIN} to ${DIMS_MAX}`);
  }
}

function layout(dims: number, capacityMax: number) {
  const sketched = dims >= SKETCH_DIMS_MIN;
  const capacity = roundUp(capacityMax, sketched ? SKETCH_ROWS_AT_ONCE : ROWS_AT_ONCE);
  const vectorsAt = roundUp(NORMS_AT + capacity * 4, 64);
  const classesAt = vectorsAt + capacity * dims;
  const signsAt = classesAt + capacity;
  const end = sketched ? signsAt + (capacity * dims) / 8 : classesAt;
  if (end > MEMORY_BYTES_MAX) {
    const most = Math.floor((capacity * MEMORY_BYTES_MAX) / end) - SKETCH_ROWS_AT_ONCE;
    throw fieldInvalid(
      'capacityMax',
      capacityMax,
      `at most ${most} for one memory of 4 GiB (use more threads)`,
    );
  }
  const sketch: SketchPlaces | undefined = sketched
    ? { tablesAt: TABLES_AT, classesAt, signsAt, hitsAt: HITS_AT, hitsMax: HITS_MAX }
    : undefined;
  return { capacity, vectorsAt, bytes: roundUp(end, PAGE_BYTES), sketch };
}

function norm(template: Int8Array): number {
  let squares = 0;
  for (let i = 0; i < template.length; i++) squares += template[i]! * template[i]!;
  return Math.sqrt(squares);
}

/** The probe as the scan wants it: per 16 dimensions 8 even values, then 8 of odd − 256·even. Returns the bias. */
function loadProbe(words: Int16Array, probe: Int8Array): number {
  let evenSum = 0;
  for (let i = 0; i < probe.length; i += 2) {
    const [even, odd] = [probe[i]!, probe[i + 1]!];
    const at = (i >> 4) * 16 + ((i & 15) >> 1);
    words[at] = even;
    words[at + 8] = odd - 256 * even;
    evenSum += even;
  }
  return 128 * evenSum;
}

/** Room for `capacityMax` rows; memory is taken from the system only as rows are written. */
export class VectorStore {
  readonly dims: number;
  readonly capacity: number;
  readonly bytes: number;
  readonly #vectorsAt: number;
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: ScanKernel;
  readonly #sketch: SketchStore | undefined;
  readonly #vectors: Uint8Array;
  readonly #norms: Float32Array;
  readonly #hits: Uint32Array;
  readonly #probeWords: Int16Array;

  constructor(dims: number, capacityMax: number) {
    checkDims(dims);
    const { capacity, vectorsAt, bytes, sketch } = layout(dims, capacityMax);
    const pages = bytes / PAGE_BYTES;
    this.dims = dims;
    this.capacity = capacity;
    this.bytes = bytes;
    this.#vectorsAt = vectorsAt;
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.#kernel = openScanKernel(this.#memory);
    this.#sketch = sketch && new SketchStore(this.#memory, this.#kernel, dims, capacity, sketch);
    this.#vectors = new Uint8Array(this.#memory.buffer, vectorsAt, capacity * dims);
    this.#norms = new Float32Array(this.#memory.buffer, NORMS_AT, capacity);
    this.#hits = new Uint32Array(this.#memory.buffer, HITS_AT, HITS_MAX + 4);
    this.#probeWords = new Int16Array(this.#memory.buffer, PROBE_AT, dims);
  }

  write(row: number, template: Int8Array): void {
    const [vectors, start] = [this.#vectors, row * this.dims];
    for (let i = 0; i < template.length; i += 2) {
      vectors[start + i] = template[i]! + 128;
      vectors[start + i + 1] = template[i + 1]!;
    }
    const length = norm(template);
    this.#norms[row] = 1 / length;
    this.#sketch?.write(row, template, length);
  }

  /** Overwrites the row with zeros; a cleared row never reaches a limit above 0. */
  clear(row: number): void {
    this.#norms[row] = 0;
    this.#sketch?.clear(row);
    this.#vectors.fill(0, row * this.dims, (row + 1) * this.dims);
  }

  /** Exact cosine of a row and the probe: integer sums, 64-bit division. */
  cosine(row: number, probe: Int8Array): number {
    const [vectors, start] = [this.#vectors, row * this.dims];
    let [dot, squares, probeSquares] = [0, 0, 0];
    for (let i = 0; i < probe.length; i += 2) {
      const even = vectors[start + i]! - 128;
      const odd = (vectors[start + i + 1]! << 24) >> 24;
      const probeEven = probe[i]!;
      const probeOdd = probe[i + 1]!;
      dot += even * probeEven + odd * probeOdd;
      squares += even * even + odd * odd;
      probeSquares += probeEven * probeEven + probeOdd * probeOdd;
    }
    return dot / Math.sqrt(squares * probeSquares);
  }

  /** The least limit for `visitQuickly`; none where the exact scan is as quick. */
  get quickLimitMin(): number | undefined {
    return this.#sketch && SKETCH_LIMIT_MIN;
  }

  /** Visits every row below `rowEnd` whose cosine reaches `limit` (above 0), in any order. */
  visit(probe: Int8Array, limit: number, rowEnd: number, onRow: VisitRow): void {
    const bias = loadProbe(this.#probeWords, probe);
    const length = norm(probe) * (1 - ROUNDING_SLACK);
    const stride = Math.ceil(rowEnd / ROWS_AT_ONCE);
    let reached = limit;
    for (let row = 0; row < stride; ) {
      row = this.#scan(row, stride, bias, reached * length);
      reached = this.#visitListed(probe, reached, onRow);
    }
    this.#probeWords.fill(0);
  }

  /**
   * Does the same for a limit of at least `quickLimitMin`, skipping rows that their sketch excludes with certainty.
   * False when too many were left for that to be worth while: not every row was visited then.
   */
  visitQuickly(probe: Int8Array, limit: number, rowEnd: number, onRow: VisitRow): boolean {
    if (!this.#sketch || limit < SKETCH_LIMIT_MIN) return false;
    this.#sketch.prepare(probe, norm(probe), limit);
    const end = roundUp(rowEnd, SKETCH_ROWS_AT_ONCE);
    let [reached, left] = [limit, Math.max(LISTED_MIN, end * LISTED_SHARE_MAX)];
    for (let row = 0; row < end / SKETCH_BLOCKS && left >= 0; ) {
      row = this.#sketch.list(row, end);
      left -= this.#hits[0]!;
      reached = this.#visitListed(probe, reached, onRow);
    }
    this.#sketch.forget();
    return left >= 0;
  }

  /** Compares the listed rows exactly and visits those that reach the limit; the limit from there on. */
  #visitListed(probe: Int8Array, limit: number, onRow: VisitRow): number {
    let reached = limit;
    for (let i = 0; i < this.#hits[0]!; i++) {
      const row = this.#hits[4 + i]!;
      const exact = this.cosine(row, probe);
      if (exact >= reached) reached = Math.max(reached, onRow(row, exact));
    }
    return reached;
  }

  /** Lists rows that reach the limit, from place `row` of the eight lanes on, until the list is full; the place to go on with. */
  #scan(row: number, stride: number, bias: number, limit: number): number {
    const next = this.#kernel.scan(
      this.#vectorsAt,
      NORMS_AT,
      row,
      stride,
      stride,
      this.dims,
      PROBE_AT,
      bias,
      limit,
      HITS_AT,
      HITS_MAX,
    );
    return next >>> 0;
  }

  /** Touches every byte of the rows below `rowEnd` and does nothing else: the memory's own limit, for measuring. */
  readThrough(rowEnd: number, inOrder: boolean): void {
    const streams = inOrder ? 1 : ROWS_AT_ONCE;
    const stride = roundUp((rowEnd * this.dims) / streams, 64);
    const read = inOrder ? this.#kernel.readInOrder : this.#kernel.read;
    read(this.#vectorsAt, this.#vectorsAt + stride, stride);
  }

  /** Zeros everything; for closing. */
  wipe(): void {
    new Uint8Array(this.#memory.buffer).fill(0);
  }
}
